'use client'

import { useState } from 'react'
import Link from 'next/link'
import { X } from 'lucide-react'
import { toast } from 'sonner'
import type { User } from '@itellico/contracts/accounts'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Badge } from '@/components/ui/status'
import { permissionText } from '@/lib/catalogue/admin-texts'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { GrantForm } from './grant-form'
import { useGrantChanges, useGrants } from './use-access'

/** What is allowed or denied to one person beside their roles. */
export function PersonRules({ user, self }: { user: User; self: boolean }) {
  const { t, locale } = useI18n()
  const maySee = useCan('tenant.roles.read')
  const mayManage = useCan('tenant.roles.manage') && !self
  const grants = useGrants(user.id)
  const { remove } = useGrantChanges(user.id)
  const [adding, setAdding] = useState(false)
  if (!maySee) return null
  const takeBack = (id: string) => remove.mutate(id, { onSuccess: () => toast.success(t('acs.takenBack')), onError: (cause) => toastProblem(cause, t) })
  return (
    <section className="grid gap-3" aria-labelledby="person-rules">
      <h3 id="person-rules" className="text-sm font-medium">
        {t('acs.person')}
      </h3>
      {grants.isError && <QueryError cause={grants.error} retry={grants.refetch} />}
      {grants.data?.items.length === 0 && !adding && <p className="text-ink-3">{t('acs.personNone')}</p>}
      <ul className="border-t border-line empty:border-0">
        {grants.data?.items.map((g) => (
          <li key={g.id} className="flex items-start gap-3 border-b border-line py-2">
            <Badge tone={g.effect === 'deny' ? 'bad' : 'ok'} glyph={g.effect === 'deny' ? '×' : '✓'}>
              {t(`acs.say.${g.effect}`)}
            </Badge>
            <span className="grid min-w-0 flex-1">
              <span>{permissionText(g.pattern, t)}</span>
              <span className="text-sm text-ink-3">
                {[g.accountName, g.reason, g.expiresAt ? t('acs.until', { date: formatDate(g.expiresAt, locale) }) : null].filter(Boolean).join(' · ')}
              </span>
            </span>
            {mayManage && (
              <Button
                variant="quiet"
                size="icon"
                aria-label={t('acs.takeBack', { what: permissionText(g.pattern, t) })}
                busy={remove.isPending && remove.variables === g.id}
                onClick={() => takeBack(g.id)}
              >
                <X />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <GrantForm user={user} onDone={() => setAdding(false)} />}
      <div className="flex flex-wrap items-center gap-4">
        {mayManage && !adding && (
          <Button variant="outline" onClick={() => setAdding(true)}>
            {t('acs.personAdd')}
          </Button>
        )}
        <Link href={`/admin/roles/why?user=${user.id}`} className="link text-sm">
          {t('acs.why')}
        </Link>
      </div>
    </section>
  )
}
