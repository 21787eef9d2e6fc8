'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { getBranding } from '@itellico/contracts/branding'
import { getTenantProfile } from '@itellico/contracts/tenants'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { keys } from '@/lib/query-keys'
import { BrandingForm } from './branding-form'
import { Logos } from './logos'
import { Sender } from './sender'

/** Branding and settings of the marketplace. */
export function Branding() {
  const { t } = useI18n()
  const [round, setRound] = useState(0)
  // What is being edited must not change under the hands: it is read again only when asked for.
  const profile = useQuery({
    queryKey: keys.tenants('own'),
    queryFn: ({ signal }) => api(getTenantProfile, { signal }),
    refetchOnWindowFocus: false,
    staleTime: 0,
  })
  const brand = useQuery({ queryKey: keys.branding(), queryFn: ({ signal }) => api(getBranding, { signal }), refetchOnWindowFocus: false })
  return (
    <>
      <PageHeader title={t('brand.title')} lead={t('brand.lead')} />
      {profile.isPending && (
        <Loading label={t('common.loading')} className="grid gap-12 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <div className="grid content-start gap-5">
            {[7, 12, 12, 36, 12, 12].map((height, i) => (
              <Skeleton key={i} style={{ height: `${height / 4}rem` }} />
            ))}
          </div>
          <div className="grid gap-5">
            <Skeleton className="h-96" />
            <Skeleton className="h-96" />
          </div>
        </Loading>
      )}
      {profile.isError && <QueryError cause={profile.error} retry={profile.refetch} />}
      {brand.isError && <QueryError cause={brand.error} retry={brand.refetch} />}
      {profile.data && <BrandingForm key={round} profile={profile.data} onReload={() => profile.refetch().then(() => setRound((r) => r + 1))} />}
      {brand.data && (
        <div className="mt-14 grid max-w-3xl gap-12">
          <Logos brand={brand.data} />
          <Sender brand={brand.data} market={profile.data?.name ?? ''} />
        </div>
      )}
    </>
  )
}
