import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { NewTenant } from '@/features/console/new-tenant'

export const metadata: Metadata = { title: 'New tenant' }

/** Creates a tenant and shows how it is set up. */
export default function NewTenantPage() {
  return (
    <Guard needs="platform.tenants.create">
      <NewTenant />
    </Guard>
  )
}
