'use client'

import type { SsoTest } from '@itellico/contracts/sso'
import { Badge } from '@/components/ui/status'
import { providerProblem } from '@/features/auth/provider-sign-in'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { isMessageKey } from '@/lib/i18n/translate'
import { useTenant } from '@/lib/me'

/** What the last test of a provider found. */
export function ConnectionTest({ test }: { test: SsoTest | null }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  if (!test) return <p className="text-sm text-ink-3">{t('sso.untested')}</p>
  const roles = test.roles.map((role) => {
    const key = `role.${role}`
    return isMessageKey(key) ? t(key) : role
  })
  const facts = [
    [t('sso.testSubject'), test.subject ?? ''],
    [t('sso.testEmail'), test.email ? `${test.email} (${t(test.emailVerified ? 'sso.testConfirmed' : 'sso.testUnconfirmed')})` : t('sso.nothing')],
    [t('sso.testName'), test.name ?? t('sso.nothing')],
    [t('sso.testGroups'), test.groups.join(', ') || t('sso.nothing')],
    [t('sso.testRoles'), roles.join(', ') || t('sso.nothing')],
    [t('sso.testFactor'), t(test.secondFactor ? 'sso.yes' : 'sso.no')],
  ] as const
  return (
    <div className="grid gap-2">
      <h3 className="flex flex-wrap items-center gap-2 font-medium">
        {t('sso.tested', { time: formatInstant(test.at, locale, timezone) })}
        <Badge tone={test.problem ? 'bad' : 'ok'} glyph={test.problem ? '✕' : '✓'}>
          {t(test.problem ? 'sso.testBad' : 'sso.testOk')}
        </Badge>
      </h3>
      {test.problem ? (
        <p className="text-bad">{providerProblem(test.problem, t)}</p>
      ) : (
        <dl className="border-t border-line">
          {facts.map(([label, value]) => (
            <div key={label} className="grid gap-x-6 border-b border-line py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <dt className="text-sm text-ink-3">{label}</dt>
              <dd className="min-w-0 text-sm break-words">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
