'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { listPolicies, type PolicyView } from '@itellico/contracts/access'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Badge } from '@/components/ui/status'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { BackToRoles } from './back-to-roles'
import { PolicyTrial } from './policy-trial'

function Rule({ policy }: { policy: PolicyView }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  return (
    <li className="grid gap-3 border-b border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid max-w-[64ch] gap-1">
          <h2 className="flex flex-wrap items-center gap-2 text-md font-semibold">
            {t(`acs.p.${policy.key}`)}
            <Badge tone={policy.inForce ? 'ok' : 'neutral'} glyph={policy.inForce ? '●' : '◌'}>
              {t(policy.inForce ? 'acs.inForce' : 'acs.waits')}
            </Badge>
          </h2>
          <p className="text-ink-2">{t(`acs.pt.${policy.key}`)}</p>
          {policy.permissions.length > 0 && <p className="font-mono text-2xs text-ink-3">{policy.permissions.join(', ')}</p>}
        </div>
        <Button variant="outline" aria-expanded={open} aria-label={`${t('acs.try')}: ${t(`acs.p.${policy.key}`)}`} onClick={() => setOpen(!open)}>
          {t('acs.try')}
        </Button>
      </div>
      {open && <PolicyTrial policy={policy} />}
    </li>
  )
}

/** The rules that look at who, what and when. */
export function Policies() {
  const { t } = useI18n()
  const rules = useQuery({ queryKey: ['policies'], queryFn: ({ signal }) => api(listPolicies, { signal }), staleTime: Infinity })
  return (
    <>
      <PageHeader title={t('acs.rulesTitle')} lead={t('acs.rulesLead')} trail={<BackToRoles />} />
      {rules.isPending && <RowSkeleton label={t('common.loading')} rows={12} tall />}
      {rules.isError && <QueryError cause={rules.error} retry={rules.refetch} />}
      <ul className="border-t border-line-strong empty:border-0">
        {rules.data?.items.map((policy) => (
          <Rule key={policy.key} policy={policy} />
        ))}
      </ul>
    </>
  )
}
