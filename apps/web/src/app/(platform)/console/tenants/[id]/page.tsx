import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { TenantPage } from '@/features/console/tenant-page'

export const metadata: Metadata = { title: 'Tenant' }

/** One tenant. */
export default async function ConsoleTenantPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Guard needs="platform.tenants.read">
      <TenantPage id={id} />
    </Guard>
  )
}
