import { fillText, problemReasons, type FieldRule, type ProblemReason } from '@itellico/contracts/refusals'
import type { Problem } from '@itellico/contracts/kit'
import { formatInstant } from '../format.ts'
import { statusText, type Translate } from '../i18n/translate.ts'
import { languageOf } from '../locales.ts'
import { deProblems } from './de-problems.ts'
import { deReasons, deRules } from './de-refusals.ts'
import type { ProblemCode } from './problem-code.ts'

const INSTANTS = new Set(['from', 'to', 'until'])
const STATES = new Set(['status', 'next'])
const isGerman = (t: Translate) => languageOf(t.locale) === 'de'

/** What is wrong with a field, in the language of the page. */
export function refusalText({ rule, values, message }: NonNullable<Problem['errors']>[number], t: Translate): string {
  return isGerman(t) && rule && rule in deRules ? fillText(deRules[rule as FieldRule], values) : message
}

/** What a failure says, in the language of the page: its reason with the facts of the case, else its title. */
export function failureText({ code, title, detail, reason, facts }: Problem, t: Translate): string {
  const reasons = isGerman(t) ? deReasons : problemReasons
  if (reason && reason in reasons) return fillText(reasons[reason as ProblemReason], spoken(facts ?? {}, t))
  if (!isGerman(t)) return detail ?? title
  return code in deProblems ? deProblems[code as ProblemCode] : title
}

/** Facts as people read them: instants by the clock of this device, states by their names. */
function spoken(facts: NonNullable<Problem['facts']>, t: Translate): Record<string, string | number> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const say = (name: string, value: string | number) =>
    INSTANTS.has(name) ? formatInstant(String(value), t.locale, zone) : STATES.has(name) ? statusText(t, String(value)) : value
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, say(name, value)]))
}
