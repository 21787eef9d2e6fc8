import { recordAudit } from '@itellico/contracts/audit'
import { rolesBehind } from '@itellico/contracts/access'
import { membershipsOf } from '@itellico/contracts/accounts'
import { codeWrong, passkeyRefused, type FactorMethod, type PasskeyAnswer } from '@itellico/contracts/second-factors'
import type { Ctx } from '@itellico/kernel/context'
import { AppError, fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { checkBackupCode } from './auth.codes.ts'
import { knownTo, type Device } from './auth.devices.ts'
import * as factors from './auth.factors.repository.ts'
import { takeAttempt } from './auth.lockout.ts'
import { needsFactor } from './auth.policy.ts'
import * as repository from './auth.repository.ts'
import { checkTotp } from './auth.totp.ts'
import { checkPasskey } from './auth.webauthn.ts'

/** What somebody shows as a second factor. */
export interface Proof {
  readonly code?: string
  readonly passkey?: { readonly challengeId: string; readonly passkey: PasskeyAnswer }
}

/** With what a person can prove a second time who they are; empty when there is no second factor. */
export async function methodsOf(ctx: Ctx, userId: string): Promise<FactorMethod[]> {
  const [totp, passkeys, codes] = await Promise.all([
    factors.findTotp(ctx.db, userId),
    factors.listPasskeys(ctx.db, userId),
    factors.countBackupCodes(ctx.db, userId),
  ])
  const own: FactorMethod[] = [...(totp?.secret ? (['totp'] as const) : []), ...(passkeys.length > 0 ? (['passkey'] as const) : [])]
  return own.length > 0 && codes > 0 ? [...own, 'backup'] : own
}

/** Whether a role of a person must have a second factor here. */
export async function mustHaveFactor(ctx: Ctx, userId: string): Promise<boolean> {
  const wanted = await factors.policyRoles(ctx.db)
  if (wanted.length === 0) return false
  const [roles, memberships] = await Promise.all([
    repository.liveRoles(ctx.db, [userId], ctx.now()),
    ctx.realm.kind === 'platform' ? [] : ask(ctx, membershipsOf, { userId }),
  ])
  const held = ['user', ...roles.map((r) => r.role), ...memberships.map((m) => m.role)]
  return needsFactor(wanted, [...held, ...(await ask(ctx, rolesBehind, { keys: held }))])
}

/** Checks a second factor: a code of the app or a backup code, by its form, or a passkey. What is wrong is on the trail. */
export async function prove(ctx: Ctx, userId: string, { code, passkey }: Proof, device: Device): Promise<void> {
  try {
    if (passkey) {
      await checkPasskey(ctx, userId, passkey.challengeId, passkey.passkey)
      return
    }
    if (code === undefined) throw fail(codeWrong)
    const attempt = await takeAttempt(ctx, { what: 'code', account: userId, userId, deviceId: knownTo({ id: userId }, device)?.id ?? null })
    const right = /^[\d\s]{6,7}$/.test(code.trim()) ? await checkTotp(ctx, userId, code) : await checkBackupCode(ctx, userId, code)
    if (!right) throw fail(codeWrong)
    await attempt.succeeded()
  } catch (e) {
    if (e instanceof AppError && (e.contract === codeWrong || e.contract === passkeyRefused))
      await ask(ctx, recordAudit, { action: 'auth.code_failed', entity: 'user', entityId: userId })
    throw e
  }
}
