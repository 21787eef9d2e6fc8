import type { Industry } from '@itellico/contracts/tenants'
import { languageOf } from '../locales'
import { deAccount } from './de-account'
import { deBookings } from './de-bookings'
import { dePublic } from './de-public'
import { deShell } from './de-shell'
import { deWork } from './de-work'
import { enAccount } from './en-account'
import { enBookings } from './en-bookings'
import { enPublic } from './en-public'
import { enShell } from './en-shell'
import { enWork } from './en-work'
import { deMessaging } from './de-messaging'
import { enMessaging } from './en-messaging'
import { deTalent } from './de-talent'
import { enTalent } from './en-talent'
import { deAdmin } from './de-admin'
import { enAdmin } from './en-admin'
import { deConsole } from './de-console'
import { enConsole } from './en-console'
import { deCastings } from './de-castings'
import { enCastings } from './en-castings'
import { deMembers } from './de-members'
import { enMembers } from './en-members'
import { deTemplates } from './de-templates'
import { enTemplates } from './en-templates'
import { deLife } from './de-life'
import { enLife } from './en-life'

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
  ...enTemplates,
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
  ...deTemplates,
}
const dictionaries: Record<string, Record<MessageKey, string>> = { en, de }

/** Name of a text. */
export type MessageKey = keyof typeof en
/** Values for the `{places}` in a text. */
export type MessageValues = Record<string, string | number>
/** Gives the text of a key in the language of the page. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

/** A translator for a language; languages without own texts fall back to English. */
export function translator(locale: string): Translate {
  const texts = dictionaries[languageOf(locale)] ?? en
  return (key, values) => {
    const text = texts[key]
    return values ? text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)) : text
  }
}

/** The text of a state such as `confirmed`; unknown states read as they are written. */
export function statusText(t: Translate, status: string): string {
  const key = `status.${status}`
  return key in en ? t(key as MessageKey) : status.replaceAll('_', ' ')
}

/** What a marketplace calls the ones it is about. */
export function nounsOf(t: Translate, industry: Industry) {
  return { nouns: t(`noun.${industry}.many`), noun: t(`noun.${industry}.one`), Nouns: t(`noun.${industry}.title`) }
}
