import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { Tenants } from '@/features/console/tenants'

export const metadata: Metadata = { title: 'Tenants' }

/** All tenants. */
export default function ConsoleTenantsPage() {
  return (
    <Guard needs="platform.tenants.read">
      <Tenants />
    </Guard>
  )
}
