import { passwordWeak } from '@itellico/contracts/auth'
import { refused } from '@itellico/contracts/refusals'
import { fail } from '@itellico/kernel/errors'
import { hash, verify } from '@node-rs/argon2'
import { passwordWeakness } from './auth.policy.ts'

// OWASP password storage cheat sheet: argon2id with 19 MiB, two passes, one lane
const OPTIONS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | null = null

/** Hashes a password for storage. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), OPTIONS)
}

/** Checks a password; for an unknown user (no hash) it takes the same time and says no. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('decoy for unknown addresses')
  const ok = await verify(stored ?? (await decoy), password.normalize('NFKC'))
  return ok && stored !== null
}

/** Refuses a password that is easy to guess. */
export function requireStrong(password: string, about: readonly string[]): void {
  const weakness = passwordWeakness(password, about)
  if (weakness) throw fail(passwordWeak, { errors: [refused('password', weakness)] })
}
