import type { Industry } from '@itellico/contracts/tenants'
import { fillText } from '@itellico/contracts/refusals'
import { languageOf } from '../locales.ts'
import { deAccess } from './de-access.ts'
import { deAccount } from './de-account.ts'
import { deBrand } from './de-brand.ts'
import { deAudit } from './de-audit.ts'
import { deBookings } from './de-bookings.ts'
import { dePublic } from './de-public.ts'
import { deShell } from './de-shell.ts'
import { deWork } from './de-work.ts'
import { enAccess } from './en-access.ts'
import { enAccount } from './en-account.ts'
import { enBrand } from './en-brand.ts'
import { enAudit } from './en-audit.ts'
import { enBookings } from './en-bookings.ts'
import { enPublic } from './en-public.ts'
import { enShell } from './en-shell.ts'
import { enWork } from './en-work.ts'
import { deMessaging } from './de-messaging.ts'
import { enMessaging } from './en-messaging.ts'
import { deTalent } from './de-talent.ts'
import { enTalent } from './en-talent.ts'
import { deAdmin } from './de-admin.ts'
import { enAdmin } from './en-admin.ts'
import { deConsole } from './de-console.ts'
import { enConsole } from './en-console.ts'
import { deIsolation } from './de-isolation.ts'
import { enIsolation } from './en-isolation.ts'
import { deCastings } from './de-castings.ts'
import { enCastings } from './en-castings.ts'
import { deMembers } from './de-members.ts'
import { enMembers } from './en-members.ts'
import { deTemplates } from './de-templates.ts'
import { enTemplates } from './en-templates.ts'
import { deLife } from './de-life.ts'
import { enLife } from './en-life.ts'
import { dePrivacy } from './de-privacy.ts'
import { enPrivacy } from './en-privacy.ts'
import { deSecurity } from './de-security.ts'
import { enSecurity } from './en-security.ts'
import { deSso } from './de-sso.ts'
import { enSso } from './en-sso.ts'
import { deKeys } from './de-keys.ts'
import { enKeys } from './en-keys.ts'

const en = {
  ...enShell,
  ...enPublic,
  ...enAccount,
  ...enBookings,
  ...enWork,
  ...enMessaging,
  ...enTalent,
  ...enAdmin,
  ...enConsole,
  ...enCastings,
  ...enMembers,
  ...enLife,
  ...enIsolation,
  ...enBrand,
  ...enAudit,
  ...enTemplates,
  ...enPrivacy,
  ...enSecurity,
  ...enAccess,
  ...enSso,
  ...enKeys,
}
const de: Record<MessageKey, string> = {
  ...deShell,
  ...dePublic,
  ...deAccount,
  ...deBookings,
  ...deWork,
  ...deMessaging,
  ...deTalent,
  ...deAdmin,
  ...deConsole,
  ...deCastings,
  ...deMembers,
  ...deLife,
  ...deIsolation,
  ...deBrand,
  ...deAudit,
  ...deTemplates,
  ...dePrivacy,
  ...deSecurity,
  ...deAccess,
  ...deSso,
  ...deKeys,
}
/** Every text of the application by language. */
export const dictionaries: Readonly<Record<string, Readonly<Record<MessageKey, string>>>> = { en, de }

/** Name of a text. */
export type MessageKey = keyof typeof en
/** Values for the `{places}` in a text. */
export type MessageValues = Record<string, string | number>
/** Gives the text of a key in the language of the page. */
export interface Translate {
  (key: MessageKey, values?: MessageValues): string
  readonly locale: string
}

/** A translator for a language; languages without own texts fall back to English. `one|many` chooses by the value `count`. */
export function translator(locale: string): Translate {
  const texts = dictionaries[languageOf(locale)] ?? en
  const translate = (key: MessageKey, values?: MessageValues) => {
    const [one = '', many = one] = texts[key].split('|')
    const text = values?.['count'] === 1 ? one : many
    return values ? fillText(text, values) : text
  }
  return Object.assign(translate, { locale })
}

/** Whether a text of this name exists, for names made of data. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key)

/** The text of a state such as `confirmed`; unknown states read as they are written. */
export function statusText(t: Translate, status: string): string {
  const key = `status.${status}`
  return isMessageKey(key) ? t(key) : status.replaceAll('_', ' ')
}

/** What a marketplace calls the ones it is about. */
export function nounsOf(t: Translate, industry: Industry) {
  return { nouns: t(`noun.${industry}.many`), noun: t(`noun.${industry}.one`), Nouns: t(`noun.${industry}.title`) }
}
