import { passwordWeak } from '@itellico/contracts/auth'
import { refused } from '@itellico/contracts/refusals'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { hash, verify } from '@node-rs/argon2'
import { verify as verifyImported } from '@node-rs/bcrypt'
import { passwordWeakness } from './auth.policy.ts'
import * as repository from './auth.repository.ts'

// OWASP password storage cheat sheet: argon2id with 19 MiB, two passes, one lane
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | null = null

/** Hashes a password for storage. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS)
}

/** Checks a secret against a hash of ours; without one it takes the same time and says no. */
export async function checkSecret(stored: string | null, secret: string): Promise<boolean> {
  decoy ??= hashPassword('decoy for what is not there')
  const ok = await verify(stored ?? (await decoy), secret.normalize('NFKC'))
  return ok && stored !== null
}

const isImported = (stored: string | null): boolean => stored !== null && /^\$2[abxy]\$/.test(stored)

/**
 * Checks the password of a user, known or not. The work is the same for everybody: one hash of ours, and while the realm still holds
 * bcrypt hashes that came from elsewhere, one of those, too. A right password turns such a hash into one of ours.
 */
export async function checkPassword(ctx: Ctx, user: { id: string; passwordHash: string | null } | null, password: string): Promise<boolean> {
  const stored = user?.passwordHash ?? null
  const imported = isImported(stored) ? stored : await repository.anyImportedHash(ctx.db)
  const [ours, theirs] = await Promise.all([
    checkSecret(isImported(stored) ? null : stored, password),
    imported === null ? false : verifyImported(password, imported),
  ])
  if (!user || !isImported(stored)) return ours
  if (theirs) await repository.replaceHash(ctx.db, user.id, stored as string, await hashPassword(password))
  return theirs
}

/** Who and where a password is for: neither may be what it is made of. */
export interface PasswordOwner {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
}

/** Refuses a password that is easy to guess, and says why. */
export function requireStrong(ctx: Ctx, password: string, owner: PasswordOwner | null, field = 'password'): void {
  const about = owner ? [owner.email, ...owner.email.split('@'), owner.firstName, owner.lastName, `${owner.firstName}${owner.lastName}`] : []
  const place = [ctx.realm.name, ctx.realm.slug, ctx.realm.host, 'itellico']
  const weakness = passwordWeakness(password, { about, place })
  if (weakness) throw fail(passwordWeak, { errors: [refused(field, weakness)] })
}
