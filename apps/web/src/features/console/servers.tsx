'use client'

import { useQuery } from '@tanstack/react-query'
import { listShards } from '@itellico/contracts/tenant-life'
import { QueryError } from '@/components/shell/query-error'
import { Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatNumber } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'

/** The database servers and how many tenants each holds. */
export function Servers() {
  const { t, locale } = useI18n()
  const shards = useQuery({ queryKey: ['shards'], queryFn: ({ signal }) => api(listShards, { signal }) })
  return (
    <section aria-labelledby="servers">
      <h2 id="servers" className="mb-3 text-lg font-semibold">
        {t('con.servers')}
      </h2>
      {shards.isPending && <Skeleton className="h-12" />}
      {shards.isError && <QueryError cause={shards.error} retry={shards.refetch} />}
      <ul className="border-t border-line-strong empty:border-0">
        {shards.data?.items.map((shard) => (
          <li key={shard.name} className="flex items-center gap-3 border-b border-line py-2">
            <Status status={shard.reachable ? 'active' : 'failed'} text={shard.reachable ? statusText(t, 'active') : t('con.serverDown')} />
            <span className="font-mono">{shard.name}</span>
            <span className="tabular ml-auto">{t('life.tenants', { count: formatNumber(shard.tenants, locale) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
