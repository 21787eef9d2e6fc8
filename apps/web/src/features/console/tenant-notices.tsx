'use client'

import type { Tenant } from '@itellico/contracts/tenants'
import { useI18n } from '@/lib/i18n/client'

/** What somebody who looks at a tenant must know first. */
export function TenantNotices({ tenant, day }: { tenant: Tenant; day: (instant: string) => string }) {
  const { t } = useI18n()
  const notices = [
    tenant.maintenance && t('life.maintenanceOn'),
    tenant.status === 'archived' && tenant.purgeAfter && t('life.archivedText', { date: day(tenant.purgeAfter) }),
    tenant.status === 'purged' && t('life.purgedText'),
    tenant.archiveRequestedAt && t('life.askedToClose', { date: day(tenant.archiveRequestedAt), reason: tenant.archiveReason ?? '–' }),
    tenant.migrationError && t('life.migrationFailed', { error: tenant.migrationError }),
  ].filter((notice): notice is string => Boolean(notice))
  return notices.map((notice) => (
    <p key={notice} className="text-warn">
      {notice}
    </p>
  ))
}
