'use client'

import type { ApiKey } from '@itellico/contracts/api-keys'
import { Badge, type Tone } from '@/components/ui/status'
import { useNow } from '@/features/bookings/use-now'
import { formatAgo, formatDate, formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'

const looks: Readonly<Record<ApiKey['state'], { tone: Tone; glyph: string }>> = {
  active: { tone: 'ok', glyph: '●' },
  expired: { tone: 'neutral', glyph: '○' },
  revoked: { tone: 'bad', glyph: '⏸' },
}

/** Name, beginning and rights of a key. */
export function KeyName({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useI18n()
  const where = apiKey.account ? ` · ${apiKey.account.name}` : ''
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <span className="min-w-0 break-words">{apiKey.name}</span>
        <Badge {...looks[apiKey.state]}>{t(`key.state.${apiKey.state}`)}</Badge>
      </p>
      <p className="font-mono text-xs break-all text-ink-3">{apiKey.prefix}_…</p>
      <p className="text-sm text-ink-3" title={apiKey.scopes.join(', ')}>
        {t('key.rights', { count: apiKey.scopes.length })}
        {where}
      </p>
    </div>
  )
}

/** When and from where a key was used last. */
export function KeyUse({ apiKey }: { apiKey: ApiKey }) {
  const { t, locale } = useI18n()
  const now = useNow()
  if (!apiKey.lastUsedAt || now === null) return t('key.unused')
  return t('key.used', { ago: formatAgo(apiKey.lastUsedAt, locale, now), ip: apiKey.lastUsedIp ?? '' })
}

/** Until when a key works, and the secret before its renewal. */
export function KeyEnd({ apiKey }: { apiKey: ApiKey }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  return (
    <>
      {t('key.until', { date: formatDate(apiKey.revokedAt ?? apiKey.expiresAt, locale) })}
      {apiKey.overlapEndsAt && apiKey.state === 'active' && (
        <span className="block text-warn">{t('key.overlap', { date: formatInstant(apiKey.overlapEndsAt, locale, timezone) })}</span>
      )}
    </>
  )
}
