'use client'

import type { SsoKind } from '@itellico/contracts/sso'
import { useI18n } from '@/lib/i18n/client'
import { CopyValue } from './copy-value'

/** What a provider has to know of this marketplace. */
export interface Own {
  readonly callback: string
  readonly acs: string
  readonly entityId: string
}

/** What has to be entered at a provider of a kind. */
export function OwnValues({ kind, own }: { kind: SsoKind; own: Own }) {
  const { t } = useI18n()
  const values =
    kind === 'saml'
      ? [
          { label: t('sso.entityId'), value: own.entityId },
          { label: t('sso.acs'), value: own.acs },
        ]
      : [{ label: t('sso.callback'), value: own.callback }]
  return (
    <div className="grid gap-2">
      <h3 className="font-medium">{t('sso.atProvider')}</h3>
      <dl className="grid gap-3 border-y border-line py-3">
        {values.map((v) => (
          <CopyValue key={v.label} {...v} />
        ))}
      </dl>
    </div>
  )
}
