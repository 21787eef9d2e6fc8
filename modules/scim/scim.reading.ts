import { Email } from '@itellico/contracts/kit'
import { scimValueInvalid, type ScimUserInput } from '@itellico/contracts/scim'
import { refused } from '@itellico/contracts/refusals'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { problemsOf } from '@itellico/kernel/validate'

/** What a directory wishes somebody to be. */
export interface UserWish {
  readonly userName: string
  readonly email: string
  readonly externalId: string | null
  readonly firstName: string
  readonly lastName: string
  readonly locale: string | null
  readonly active: boolean | null
}

const MAX_NAME = 80
const clean = (text: string | null | undefined): string => (text ?? '').trim().slice(0, MAX_NAME)

/** The address for messages and the sign-in: the primary one, else the one at work, else the user name. */
function emailOf(input: ScimUserInput): string {
  const isOn = (value: unknown): boolean => value === true || String(value).toLowerCase() === 'true'
  const list = (input.emails ?? []).filter((e) => e.value?.trim())
  const chosen = list.find((e) => isOn(e.primary)) ?? list.find((e) => e.type?.toLowerCase() === 'work') ?? list[0]
  const email = (chosen?.value ?? input.userName).trim()
  if (problemsOf(Email, email).length > 0)
    throw fail(scimValueInvalid, { detail: 'The user needs an e-mail address, as userName or among emails.', errors: [refused('emails', 'email')] })
  return email
}

/** Reads a user of a directory; what it does not say of the name comes from what is next to it. */
export function readUser(ctx: Ctx, input: ScimUserInput): UserWish {
  const email = emailOf(input)
  const userName = input.userName.trim()
  if (!userName) throw fail(scimValueInvalid, { detail: 'userName is empty.', errors: [refused('userName', 'required')] })
  const whole = clean(input.name?.formatted) || clean(input.displayName) || clean(userName.split('@')[0])
  const [first = '', ...rest] = whole.split(/\s+/)
  const given = clean(input.name?.givenName)
  const family = clean(input.name?.familyName)
  const language = input.preferredLanguage?.slice(0, 2).toLowerCase()
  return {
    userName,
    email,
    externalId: input.externalId?.trim() || null,
    firstName: given || (family ? '' : first) || first,
    lastName: family || (given ? '' : rest.join(' ')),
    locale: ctx.realm.locales.find((l) => l.slice(0, 2).toLowerCase() === language) ?? null,
    active: input.active === undefined ? null : String(input.active).toLowerCase() === 'true',
  }
}
