import { recordAudit } from '@itellico/contracts/audit'
import { codeWrong } from '@itellico/contracts/second-factors'
import type { Ctx, TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { generateSecret, generateURI, verifySync } from 'otplib'
import * as factors from './auth.factors.repository.ts'

const PERIOD = 30

/** The time step of a six-digit code, when it is right now or one step off; null when it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): bigint | null {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const result = verifySync({ secret, token, period: PERIOD, epoch: Math.floor(now.getTime() / 1000), epochTolerance: PERIOD })
  return result.valid && 'timeStep' in result ? BigInt(result.timeStep) : null
}

/** Makes the secret of a new app and keeps it until its first code comes. */
export async function beginTotp(ctx: Ctx, user: { id: string; email: string }): Promise<{ secret: string; uri: string }> {
  const secret = generateSecret()
  await factors.savePendingTotp(ctx.db, user.id, secret)
  return { secret, uri: generateURI({ issuer: ctx.realm.name, label: user.email, secret }) }
}

/** Takes a new app into use with its first code. */
export async function acceptTotp(tx: TxCtx, userId: string, code: string): Promise<void> {
  await factors.lockUser(tx.db, userId)
  const row = await factors.findTotp(tx.db, userId)
  const step = row?.pending ? stepOfCode(row.pending, code, tx.now()) : null
  if (!row?.pending || step === null) throw fail(codeWrong)
  await factors.confirmTotp(tx.db, userId, row.pending, step, tx.now())
  await ask(tx, recordAudit, { action: 'auth.totp_added', entity: 'user', entityId: userId })
}

/** Checks a code of the app; each time step works once, also for two calls at the same moment. */
export async function checkTotp(ctx: Ctx, userId: string, code: string): Promise<boolean> {
  const row = await factors.findTotp(ctx.db, userId)
  const step = row?.secret ? stepOfCode(row.secret, code, ctx.now()) : null
  return step !== null && factors.useTotpStep(ctx.db, userId, step)
}
