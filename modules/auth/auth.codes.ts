import { randomInt } from 'node:crypto'
import { recordAudit } from '@itellico/contracts/audit'
import type { Ctx, TxCtx } from '@itellico/kernel/context'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import * as factors from './auth.factors.repository.ts'
import { checkSecret, hashPassword } from './auth.password.ts'

// letters and digits that nobody takes for another (Crockford's base 32)
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const COUNT = 10
const LOOKUP = 4
const LENGTH = 12

/** A backup code as it is compared: without hyphens and with what is easily misread set right. */
export function plainCode(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
}

/** Gives a person ten new backup codes; they are kept as hashes, so this is the only time they can be seen. */
export async function makeBackupCodes(tx: TxCtx, userId: string): Promise<string[]> {
  const codes = new Map<string, string>()
  while (codes.size < COUNT) {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
    codes.set(code.slice(0, LOOKUP), code)
  }
  const rows = await Promise.all([...codes].map(async ([lookup, code]) => ({ id: newId(), lookup, codeHash: await hashPassword(code.slice(LOOKUP)) })))
  await factors.replaceBackupCodes(tx.db, userId, rows)
  await ask(tx, recordAudit, { action: 'auth.backup_codes_made', entity: 'user', entityId: userId })
  return [...codes.values()].map((code) => code.replace(/(.{4})(?=.)/g, '$1-'))
}

/** Checks a backup code and uses it up. */
export async function checkBackupCode(ctx: Ctx, userId: string, given: string): Promise<boolean> {
  const code = plainCode(given)
  const row = code.length === LENGTH ? await factors.findBackupCode(ctx.db, userId, code.slice(0, LOOKUP)) : null
  const right = await checkSecret(row?.codeHash ?? null, code.slice(LOOKUP))
  if (!row || !right || !(await factors.useBackupCode(ctx.db, row.id, ctx.now()))) return false
  const left = await factors.countBackupCodes(ctx.db, userId)
  await ask(ctx, recordAudit, { action: 'auth.backup_code_used', entity: 'user', entityId: userId, data: { left } })
  return true
}
