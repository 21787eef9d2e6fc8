import type { Participant } from '@itellico/contracts/messaging'
import { cn } from '@/lib/cn'
import { initials } from '@/lib/format'

const looks = {
  agency: 'rounded-sm bg-brand-wash text-brand-ink',
  client: 'rounded-sm bg-ink text-canvas',
  talent: 'rounded-full bg-sunken text-ink ring-1 ring-line-strong ring-inset',
}
const sizes = { sm: 'size-7 text-2xs', md: 'size-9 text-xs' }

/** The initials of somebody in a conversation: square for companies (light agency, dark client), round for talent. */
export function SideAvatar({ name, side, size = 'md', className }: { name: string; side: Participant['side']; size?: keyof typeof sizes; className?: string }) {
  return (
    <span
      aria-hidden
      data-initials={initials(name)}
      className={cn('grid shrink-0 place-items-center font-medium select-none before:content-[attr(data-initials)]', sizes[size], looks[side], className)}
    />
  )
}
