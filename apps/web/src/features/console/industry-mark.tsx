import { Baby, Camera, Dumbbell, Laptop, Mic, PawPrint, Shirt, type LucideIcon } from 'lucide-react'
import type { Industry } from '@itellico/contracts/tenants'

const icons: Record<Industry, LucideIcon> = {
  fashion: Shirt,
  fitness: Dumbbell,
  kids: Baby,
  pets: PawPrint,
  freelancers: Laptop,
  'voice-actors': Mic,
  photographers: Camera,
}

/** Every industry that a marketplace can be made for, in the order in which they are offered. */
export const INDUSTRIES = Object.keys(icons) as Industry[]

/** The sign of an industry; its name stands beside it. */
export function IndustryMark({ industry }: { industry: Industry }) {
  const Icon = icons[industry]
  return <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
}
