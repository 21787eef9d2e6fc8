import { logoPath, type Logo, type Logos } from '@itellico/contracts/branding'
import { cn } from '@/lib/cn'

/** The sign of the marketplace: its logo where it has one, fit for the ground, else its name. */
export function Wordmark({ name, logos, className }: { name: string; logos?: Logos; className?: string }) {
  const light = logos?.light
  if (!light) return <span className={cn('font-display text-lg leading-none font-bold tracking-[-0.045em] whitespace-nowrap', className)}>{name}</span>
  const { dark } = logos
  return (
    <>
      <Picture slot="light" logo={light} name={name} className={cn(dark && 'dark:hidden', className)} />
      {dark && <Picture slot="dark" logo={dark} name={name} className={cn('hidden dark:block', className)} />}
    </>
  )
}

function Picture({ slot, logo, name, className }: { slot: 'light' | 'dark'; logo: Logo; name: string; className: string }) {
  return (
    <img
      src={logoPath(slot, 'header', logo)}
      alt={name}
      width={logo.width}
      height={logo.height}
      className={cn('h-8 w-auto max-w-44 object-contain object-left', className)}
    />
  )
}
