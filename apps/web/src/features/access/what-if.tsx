'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { simulateAccess } from '@itellico/contracts/access'
import type { User } from '@itellico/contracts/accounts'
import { QueryError } from '@/components/shell/query-error'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldSet } from '@/components/ui/field'
import { Badge } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { permissionText } from '@/lib/catalogue/admin-texts'
import { useI18n } from '@/lib/i18n/client'
import { useRoleText, useRoles } from './use-access'

function Changes({ title, keys, tone, glyph }: { title: string; keys: readonly string[]; tone: 'ok' | 'bad'; glyph: string }) {
  const { t } = useI18n()
  if (keys.length === 0) return null
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium">{title}</h3>
      <ul className="border-t border-line-strong">
        {keys.map((key) => (
          <li key={key} className="flex items-center gap-3 border-b border-line py-1.5">
            <Badge tone={tone} glyph={glyph}>
              <code className="font-mono text-2xs">{key}</code>
            </Badge>
            <span className="min-w-0">{permissionText(key, t)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What somebody could do with other roles. Nothing is changed. */
export function WhatIf({ user }: { user: User }) {
  const { t } = useI18n()
  const roles = useRoles()
  const roleText = useRoleText()
  const held = new Set([...user.roles, ...user.accounts.map((a) => a.role)])
  const [wanted, setWanted] = useState<ReadonlySet<string>>(held)
  const addRoles = [...wanted].filter((r) => !held.has(r))
  const removeRoles = [...held].filter((r) => !wanted.has(r))
  const changed = addRoles.length + removeRoles.length > 0
  const outcome = useQuery({
    queryKey: ['access', 'if', user.id, addRoles, removeRoles],
    queryFn: ({ signal }) => api(simulateAccess, { body: { userId: user.id, addRoles, removeRoles, allow: [], deny: [] }, signal }),
    enabled: changed,
    placeholderData: (before) => before,
  })
  const offered = roles.data?.items.filter((r) => r.scope === 'tenant' || (r.scope === 'account' && user.accounts.length > 0)) ?? []
  return (
    <section aria-labelledby="what-if" className="grid gap-4">
      <div>
        <h2 id="what-if" className="text-lg font-semibold">
          {t('acs.ifTitle')}
        </h2>
        <p className="text-ink-2">{t('acs.ifText')}</p>
      </div>
      <FieldSet legend={t('rol.title')} className="sm:grid-cols-2 lg:grid-cols-3">
        {offered.map((r) => (
          <Checkbox
            key={r.key}
            checked={wanted.has(r.key)}
            onCheckedChange={(on) => setWanted((now) => new Set(on ? [...now, r.key] : [...now].filter((k) => k !== r.key)))}
            label={
              <span>
                {roleText(r.key)}
                {held.has(r.key) && <span className="text-sm text-ink-3"> ({t('acs.held')})</span>}
              </span>
            }
          />
        ))}
      </FieldSet>
      {outcome.isError && <QueryError cause={outcome.error} retry={outcome.refetch} />}
      {!changed && <p className="text-ink-3">{t('acs.ifNone')}</p>}
      {changed && outcome.data && (
        <div aria-live="polite" className="grid gap-6 md:grid-cols-2">
          <Changes title={t('acs.gained')} keys={outcome.data.gained} tone="ok" glyph="+" />
          <Changes title={t('acs.lost')} keys={outcome.data.lost} tone="bad" glyph="−" />
          {outcome.data.gained.length + outcome.data.lost.length === 0 && <p className="text-ink-2">{t('acs.ifSame')}</p>}
        </div>
      )}
    </section>
  )
}
