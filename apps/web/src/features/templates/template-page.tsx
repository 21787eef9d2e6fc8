'use client'

import { useState } from 'react'
import { localText } from '@itellico/contracts/model-schema'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DataStrip } from '@/components/ui/data-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { formatInstant, formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { Upgrade } from './upgrade'
import { useTemplate } from './use-template'

/** Which template the marketplace was made from, and the way to its newest version. */
export function TemplatePage() {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const template = useTemplate()
  const [round, setRound] = useState(0)
  const data = template.data
  const reload = () => void template.refetch().then(() => setRound((r) => r + 1))
  return (
    <>
      <PageHeader
        title={t('tpl.title')}
        lead={t('tpl.lead')}
        trail={<Breadcrumb label={t('book.trail')} items={[{ label: t('fld.title'), href: '/admin/fields' }, { label: t('tpl.title') }]} />}
      />
      {template.isPending && <RowSkeleton label={t('common.loading')} rows={12} />}
      {template.isError && !data && <QueryError cause={template.error} retry={template.refetch} />}
      {data && (
        <>
          <DataStrip
            items={[
              { key: 'name', label: t('tpl.title'), value: localText(data.name, locale) },
              { key: 'installed', label: t('tpl.installed'), value: data.installed.version },
              { key: 'newest', label: t('tpl.newest'), value: data.newest },
              {
                key: 'since',
                label: t('tpl.since'),
                value: data.installed.at ? formatInstant(data.installed.at, locale, timezone, { day: 'numeric', month: 'short', year: 'numeric' }) : '–',
              },
              {
                key: 'own',
                label: t('tpl.own'),
                value: data.ownFields === 1 ? t('tpl.ownOne') : t('tpl.ownCount', { count: formatNumber(data.ownFields, locale) }),
              },
            ]}
          />
          {data.releases.length > 0 ? (
            <Upgrade key={round} template={data} onReload={reload} />
          ) : (
            <EmptyState className="mt-8" title={t('tpl.current')} text={t('tpl.currentText')} />
          )}
        </>
      )}
    </>
  )
}
