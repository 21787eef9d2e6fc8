import { rolesBehind } from '@itellico/contracts/access'
import { recordAudit } from '@itellico/contracts/audit'
import type { AuditAction } from '@itellico/contracts/audit-actions'
import { invalidCredentials } from '@itellico/contracts/auth'
import { systemRoles } from '@itellico/contracts/permissions'
import { shippedRoles } from '@itellico/contracts/rights'
import { because, refused } from '@itellico/contracts/refusals'
import {
  codeWrong,
  factorNeeded,
  factorState,
  roleUnknown,
  type FactorMethod,
  type FactorPolicy,
  type NewPasskey,
  type Security,
} from '@itellico/contracts/second-factors'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { found, sessionOf, userOf } from '../actor.ts'
import { makeBackupCodes } from './auth.codes.ts'
import { knownTo, type Device } from './auth.devices.ts'
import * as factors from './auth.factors.repository.ts'
import { takeAttempt } from './auth.lockout.ts'
import { checkPassword } from './auth.password.ts'
import { keepPasskey, viewPasskey } from './auth.passkeys.ts'
import { methodsOf, mustHaveFactor, prove, type Proof } from './auth.proof.ts'
import * as repository from './auth.repository.ts'
import { acceptTotp, beginTotp } from './auth.totp.ts'
import { bumpEpoch } from './auth.users.ts'
import { askForPasskey, askToCreate } from './auth.webauthn.ts'

const self = async (ctx: Ctx) => found(await repository.findUser(ctx.db, { id: userOf(ctx).userId }))

/** How the signed-in person proves who they are. */
export async function security(ctx: Ctx): Promise<Security> {
  const { userId } = userOf(ctx)
  const [totp, passkeys, backupCodesLeft, devices, required] = await Promise.all([
    factors.findTotp(ctx.db, userId),
    factors.listPasskeys(ctx.db, userId),
    factors.countBackupCodes(ctx.db, userId),
    factors.listDevices(ctx.db, userId, ctx.now()),
    mustHaveFactor(ctx, userId),
  ])
  return {
    totp: Boolean(totp?.secret),
    passkeys: passkeys.map(viewPasskey),
    backupCodesLeft,
    devices: devices.map((d) => ({
      id: d.id,
      userAgent: d.userAgent,
      ip: d.ip,
      createdAt: d.createdAt.toISOString(),
      expiresAt: d.expiresAt.toISOString(),
    })),
    required,
  }
}

/** Begins to set up an app for codes. */
export async function startTotp(ctx: Ctx) {
  return beginTotp(ctx, await self(ctx))
}

/** Takes the app into use, with backup codes where there are none. */
export async function confirmTotp(ctx: Ctx, code: string): Promise<{ backupCodes: string[] }> {
  const { userId } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    await acceptTotp(tx, userId, code)
    return { backupCodes: await firstCodes(tx, userId) }
  })
}

/** Begins to make a passkey. */
export async function newPasskeyOptions(ctx: Ctx, origin: string) {
  return askToCreate(ctx, await self(ctx), origin)
}

/** Keeps a new passkey, with backup codes where there are none. */
export async function addPasskey(ctx: Ctx, input: { challengeId: string; name: string; created: NewPasskey }) {
  const { userId } = userOf(ctx)
  return inTx(ctx, async (tx) => ({ passkey: await keepPasskey(tx, userId, input), backupCodes: await firstCodes(tx, userId) }))
}

async function firstCodes(tx: TxCtx, userId: string): Promise<string[]> {
  return (await factors.countBackupCodes(tx.db, userId)) === 0 ? makeBackupCodes(tx, userId) : []
}

/** Removes the app for codes. */
export async function removeTotp(ctx: Ctx): Promise<void> {
  await removeFactor(ctx, 'auth.totp_removed', (tx, userId) => factors.deleteTotp(tx.db, userId))
}

/** Removes a passkey. */
export async function removePasskey(ctx: Ctx, id: string): Promise<void> {
  await removeFactor(ctx, 'auth.passkey_removed', (tx, userId) => factors.deletePasskey(tx.db, userId, id))
}

/** Removes a factor; with the last one go the codes and remembered devices that only make sense beside it. */
async function removeFactor(ctx: Ctx, action: AuditAction, remove: (tx: TxCtx, userId: string) => Promise<number>): Promise<void> {
  const { userId } = userOf(ctx)
  await inTx(ctx, async (tx) => {
    await factors.lockUser(tx.db, userId)
    found((await remove(tx, userId)) || null)
    if ((await methodsOf(tx, userId)).length === 0) {
      if (await mustHaveFactor(tx, userId)) throw fail(factorNeeded)
      await factors.deleteFactors(tx.db, userId)
    }
    await ask(tx, recordAudit, { action, entity: 'user', entityId: userId })
  })
}

/** Ten new backup codes in the place of the old ones. */
export async function renewBackupCodes(ctx: Ctx): Promise<{ backupCodes: string[] }> {
  const { userId } = userOf(ctx)
  if ((await methodsOf(ctx, userId)).length === 0) throw fail(factorState)
  return { backupCodes: await inTx(ctx, (tx) => makeBackupCodes(tx, userId)) }
}

/** Asks a remembered device for a second factor again. */
export async function forgetDevice(ctx: Ctx, id: string): Promise<void> {
  const { userId } = userOf(ctx)
  await inTx(ctx, async (tx) => {
    found((await factors.forgetDevices(tx.db, userId, id)) || null)
    await ask(tx, recordAudit, { action: 'auth.device_forgotten', entity: 'user', entityId: userId })
  })
}

/** How the person can confirm that it is them. */
export async function stepUpOptions(ctx: Ctx, origin: string) {
  const { userId } = userOf(ctx)
  const methods: (FactorMethod | 'password')[] = await methodsOf(ctx, userId)
  if (methods.length === 0) return { methods: ['password' as const], passkey: null }
  return { methods, passkey: methods.includes('passkey') ? await askForPasskey(ctx, userId, origin) : null }
}

/** Confirms that it is the person: with a second factor, and with the password only where there is none. */
export async function stepUp(ctx: Ctx, input: Proof & { password?: string }, device: Device): Promise<void> {
  const user = await self(ctx)
  if ((await methodsOf(ctx, user.id)).length > 0) await prove(ctx, user.id, input, device)
  else {
    if (input.password === undefined) throw fail(codeWrong)
    const attempt = await takeAttempt(ctx, { what: 'password', account: user.emailIndex, userId: user.id, deviceId: knownTo(user, device)?.id ?? null })
    if (!(await checkPassword(ctx, user, input.password)))
      throw fail(invalidCredentials, { ...because('passwordWrong'), errors: [refused('password', 'wrong')] })
    await attempt.succeeded()
  }
  await inTx(ctx, async (tx) => {
    await repository.verifySession(tx.db, sessionOf(ctx), tx.now())
    await ask(tx, recordAudit, { action: 'auth.stepped_up', entity: 'user', entityId: user.id })
  })
}

/** Roles that must have a second factor here. */
export async function factorPolicy(ctx: Ctx): Promise<FactorPolicy> {
  return { roles: await factors.policyRoles(ctx.db) }
}

/** Says which roles must have a second factor. */
export async function setFactorPolicy(ctx: Ctx, { roles }: FactorPolicy): Promise<FactorPolicy> {
  const shipped = systemRoles.filter((r) => (r.scope === 'platform') === (ctx.realm.kind === 'platform')).map((r) => r.key as string)
  const own = roles.filter((role) => !shipped.includes(role))
  const there = await ask(ctx, rolesBehind, { keys: own })
  if (own.some((role) => shippedRoles.has(role) || !there.includes(role))) throw fail(roleUnknown)
  const known = [...shipped, ...own]
  return inTx(ctx, async (tx) => {
    const before = await factors.policyRoles(tx.db)
    const next = known.filter((role) => roles.includes(role))
    await factors.savePolicy(tx.db, next)
    const changes = [{ field: 'roles', from: before, to: next }]
    await ask(tx, recordAudit, { action: 'auth.factor_policy_changed', entity: 'settings', entityId: null, changes })
    return { roles: next }
  })
}

/** Takes all second factors from somebody who has lost them; they sign in with the password and set up new ones. */
export async function resetFactors(ctx: Ctx, userId: string): Promise<void> {
  await inTx(ctx, async (tx) => {
    const user = found(await repository.findUser(tx.db, { id: userId }))
    await factors.deleteFactors(tx.db, userId)
    await bumpEpoch(tx, [userId], true, 'second factors taken away')
    await ask(tx, recordAudit, { action: 'auth.factors_reset', entity: 'user', entityId: userId, data: { name: `${user.firstName} ${user.lastName}` } })
  })
}
