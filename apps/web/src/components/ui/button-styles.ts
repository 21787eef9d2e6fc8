import { cva } from 'class-variance-authority'

/** Looks of buttons; also for links that act like one: `<Link className={buttonStyles({ variant: 'outline' })}>`. */
export const buttonStyles = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded font-medium transition-colors duration-150 ease-out disabled:pointer-events-none disabled:opacity-50 data-disabled:pointer-events-none data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-brand text-on-brand hover:bg-brand-hover',
        solid: 'bg-ink text-canvas hover:bg-ink-2',
        outline: 'border border-line-strong bg-transparent text-ink hover:bg-sunken',
        quiet: 'text-ink-2 hover:bg-sunken hover:text-ink',
        danger: 'bg-bad text-canvas hover:opacity-90',
        link: 'h-auto! p-0! text-ink link',
      },
      size: { sm: 'h-7 px-2.5 text-sm', md: 'h-control px-3.5 text-base', lg: 'h-12 px-6 text-md', icon: 'size-[calc(2rem*var(--density))] p-0' },
    },
    defaultVariants: { variant: 'primary', size: 'md' },
  },
)
