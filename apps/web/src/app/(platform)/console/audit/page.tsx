import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { AuditTrail } from '@/features/audit/audit-trail'

export const metadata: Metadata = { title: 'Audit trail' }

/** The audit trail of the platform. */
export default function ConsoleAuditPage() {
  return (
    <Guard needs="platform.audit.read">
      <AuditTrail source="platform" />
    </Guard>
  )
}
