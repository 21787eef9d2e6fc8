'use client'

import type { SsoConnection } from '@itellico/contracts/sso'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Badge } from '@/components/ui/status'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { ConnectionDomains } from './connection-domains'
import { ConnectionRules } from './connection-rules'
import { ConnectionTest } from './connection-test'
import { OwnValues, type Own } from './own-values'
import { useConnectionActions } from './use-connections'

interface Props {
  readonly connection: SsoConnection
  readonly own: Own & Pick<Parameters<typeof ConnectionRules>[0], 'accounts'>
  readonly onEdit: () => void
  readonly onRemove: () => void
}

const SWITCHES = ['provisions', 'trustsMfa', 'syncsRoles'] as const

/** One provider: how it stands, what to enter there, what its last test found, its rules and domains. */
export function ConnectionCard({ connection, own, onEdit, onRemove }: Props) {
  const { t, locale } = useI18n()
  const { change, test } = useConnectionActions()
  const { id, name, kind, enabled } = connection
  const set = (body: Parameters<typeof change.mutate>[0]['body']) => change.mutate({ id, body })
  return (
    <section aria-labelledby={`connection-${id}`} className="grid gap-6 border-t border-line-strong pt-4">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid min-w-0 gap-1">
          <h2 id={`connection-${id}`} className="flex flex-wrap items-center gap-2 text-xl font-semibold">
            {name}
            <Badge tone={enabled ? 'ok' : 'neutral'} glyph={enabled ? '●' : '‖'}>
              {t(enabled ? 'sso.on' : 'sso.off')}
            </Badge>
          </h2>
          <p className="text-sm break-all text-ink-3">
            {t(`sso.kind.${kind}`)} · {connection.issuer}
          </p>
          {connection.certificatesUntil.map((until) => (
            <p key={until} className={`text-sm ${new Date(until) < new Date() ? 'text-bad' : 'text-ink-3'}`}>
              {t('sso.certificates', { date: formatDate(until, locale) })}
            </p>
          ))}
        </div>
        <div className="flex flex-wrap gap-1">
          <Button variant="outline" busy={test.isPending} aria-label={t('sso.testOf', { name })} onClick={() => test.mutate(connection)}>
            {t('sso.test')}
          </Button>
          <Button
            variant={enabled ? 'outline' : 'primary'}
            busy={change.isPending}
            aria-label={t(enabled ? 'sso.switchOffOf' : 'sso.switchOnOf', { name })}
            onClick={() => set({ enabled: !enabled })}
          >
            {t(enabled ? 'sso.switchOff' : 'sso.switchOn')}
          </Button>
          <Button variant="quiet" aria-label={t('sso.editOf', { name })} onClick={onEdit}>
            {t('sso.edit')}
          </Button>
          <Button variant="quiet" aria-label={t('sso.removeOf', { name })} onClick={onRemove}>
            {t('sso.remove')}
          </Button>
        </div>
      </header>
      <div className="grid gap-x-12 gap-y-6 xl:grid-cols-2">
        <div className="grid content-start gap-6">
          <OwnValues kind={kind} own={own} />
          <ConnectionTest test={connection.test} />
          <div className="grid gap-1">
            {SWITCHES.map((field) => (
              <Checkbox
                key={field}
                label={t(`sso.${field}`)}
                checked={connection[field]}
                disabled={change.isPending}
                onCheckedChange={(on) => set({ [field]: on })}
              />
            ))}
          </div>
        </div>
        <div className="grid content-start gap-6">
          <ConnectionRules connection={connection} accounts={own.accounts} />
          <ConnectionDomains connection={connection} />
        </div>
      </div>
    </section>
  )
}
