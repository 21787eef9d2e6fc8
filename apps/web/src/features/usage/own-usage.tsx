'use client'

import { getUsage } from '@itellico/contracts/usage'
import { PageHeader } from '@/components/shell/page-header'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { Meters } from './meters'

/** What the marketplace uses of its plan. */
export function OwnUsage() {
  const { t } = useI18n()
  return (
    <>
      <PageHeader title={t('use.title')} lead={t('use.lead')} />
      <div className="max-w-2xl">
        <Meters queryKey={['usage', 'own']} load={(signal) => api(getUsage, { signal })} />
      </div>
    </>
  )
}
