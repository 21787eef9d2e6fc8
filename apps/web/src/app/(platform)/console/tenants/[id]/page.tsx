import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { TenantPage } from '@/features/console/tenant-page'

export const metadata: Metadata = { title: 'Tenant' }

/** One tenant. */
export default function ConsoleTenantPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Guard needs="platform.tenants.read">
      {params.then(({ id }) => (
        <TenantPage id={id} />
      ))}
    </Guard>
  )
}
