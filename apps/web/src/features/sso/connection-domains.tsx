'use client'

import { useState } from 'react'
import type { SsoConnection, SsoDomain } from '@itellico/contracts/sso'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Badge } from '@/components/ui/status'
import { useI18n } from '@/lib/i18n/client'
import { CopyValue } from './copy-value'
import { useConnectionActions } from './use-connections'

/** Domains of e-mail addresses of a provider: prove them, and bind their addresses to it. */
export function ConnectionDomains({ connection }: { connection: SsoConnection }) {
  const { t } = useI18n()
  const { addDomain } = useConnectionActions()
  const [domain, setDomain] = useState('')
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t('sso.domains')}</h3>
      <p className="text-sm text-ink-3">{t('sso.domainsText')}</p>
      {connection.domains.length > 0 && (
        <ul className="border-t border-line">
          {connection.domains.map((row) => (
            <DomainRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      <form
        className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault()
          if (domain.trim()) addDomain.mutate({ id: connection.id, domain }, { onSuccess: () => setDomain('') })
        }}
      >
        <Field label={t('sso.domain')}>
          <Input autoCapitalize="none" autoComplete="off" spellCheck={false} inputMode="url" maxLength={253} value={domain} onValueChange={setDomain} />
        </Field>
        <Button type="submit" variant="outline" busy={addDomain.isPending} disabled={!domain.trim()}>
          {t('sso.domainAdd')}
        </Button>
      </form>
    </div>
  )
}

function DomainRow({ row }: { row: SsoDomain }) {
  const { t } = useI18n()
  const { checkDomain, force, removeDomain } = useConnectionActions()
  const { id, domain, verifiedAt, problem, forced } = row
  return (
    <li className="grid gap-2 border-b border-line py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {domain}
          <Badge tone={verifiedAt ? 'ok' : 'info'} glyph={verifiedAt ? '●' : '◔'}>
            {t(verifiedAt ? 'sso.domainProven' : 'sso.domainWaiting')}
          </Badge>
        </span>
        <span className="flex flex-wrap gap-1">
          <Button variant="quiet" size="sm" busy={checkDomain.isPending} aria-label={t('sso.domainCheckOf', { domain })} onClick={() => checkDomain.mutate(id)}>
            {t('sso.domainCheck')}
          </Button>
          <Button
            variant="quiet"
            size="sm"
            busy={removeDomain.isPending}
            aria-label={t('sso.domainRemoveOf', { domain })}
            onClick={() => removeDomain.mutate(id)}
          >
            {t('sso.domainRemove')}
          </Button>
        </span>
      </div>
      {problem && <p className="text-sm text-warn">{t(`sso.${problem}`)}</p>}
      {verifiedAt ? (
        <Checkbox
          aria-label={t('sso.domainForcedOf', { domain })}
          label={t('sso.domainForced')}
          checked={forced}
          disabled={force.isPending}
          onCheckedChange={(on) => force.mutate({ id, forced: on })}
        />
      ) : (
        <dl className="grid gap-2">
          <CopyValue label={t('dom.recordName')} value={row.record.name} />
          <CopyValue label={t('dom.recordValue')} value={row.record.value} />
        </dl>
      )}
    </li>
  )
}
