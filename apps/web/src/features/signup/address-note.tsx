'use client'

import { useQuery } from '@tanstack/react-query'
import { checkAddress } from '@itellico/contracts/tenant-life'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'

/** Says whether an address is free, while it is written. */
export function AddressNote({ slug }: { slug: string }) {
  const { t } = useI18n()
  const answer = useQuery({
    queryKey: ['address', slug],
    queryFn: ({ signal }) => api(checkAddress, { query: { slug }, signal }),
    enabled: /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/.test(slug),
    retry: false,
  })
  const host = `${slug}.${location.hostname}`
  if (!answer.data) return t('ten.willBe', { host })
  return <span className={answer.data.free ? 'text-ok' : 'text-bad'}>{t(answer.data.free ? 'up.free.yes' : 'up.free.no', { host })}</span>
}
