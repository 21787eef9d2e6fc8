import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { AuditTrail } from '@/features/audit/audit-trail'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('aud.title') }
}

/** The audit trail of the marketplace. */
export default function AdminAuditPage() {
  return (
    <Guard needs="tenant.audit.read">
      <AuditTrail source="tenant" />
    </Guard>
  )
}
