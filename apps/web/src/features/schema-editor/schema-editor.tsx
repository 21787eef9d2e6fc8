'use client'

import { useState } from 'react'
import Link from 'next/link'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { buttonStyles } from '@/components/ui/button-styles'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { formatInstant, formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan, useTenant } from '@/lib/me'
import { SchemaDraft } from './schema-draft'
import { useTenantSchema } from './use-schema'

/** The fields of profiles: edited as a draft, published as a new version. */
export function SchemaEditor() {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const mayTemplate = useCan('tenant.templates.read')
  const schema = useTenantSchema()
  const [round, setRound] = useState(0)
  const data = schema.data
  const lead =
    data &&
    t('fld.lead', {
      version: data.current.version,
      time: formatInstant(data.current.publishedAt, locale, timezone, { day: 'numeric', month: 'short', year: 'numeric' }),
      count: formatNumber(data.profileCount, locale),
    })
  return (
    <>
      <PageHeader
        title={t('fld.title')}
        lead={lead ?? '\u00a0'}
        actions={
          mayTemplate && (
            <Link href="/admin/fields/template" className={buttonStyles({ variant: 'outline' })}>
              {t('tpl.title')}
            </Link>
          )
        }
      />
      {schema.isPending && <RowSkeleton label={t('common.loading')} rows={14} />}
      {schema.isError && !data && <QueryError cause={schema.error} retry={schema.refetch} />}
      {data && (
        <SchemaDraft key={round} published={data.current} versions={data.versions} onReload={() => schema.refetch().then(() => setRound((r) => r + 1))} />
      )}
    </>
  )
}
