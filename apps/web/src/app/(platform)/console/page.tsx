import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Overview } from '@/features/console/overview'

export const metadata: Metadata = { title: 'Overview' }

/** Start page of the console. */
export default function ConsolePage() {
  return (
    <Guard needs="platform.tenants.read">
      <Overview />
    </Guard>
  )
}
