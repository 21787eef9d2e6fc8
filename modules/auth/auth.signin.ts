import { recordAudit } from '@itellico/contracts/audit'
import type { Tokens } from '@itellico/contracts/auth'
import {
  codeWrong,
  enrolmentRequired,
  passkeyRefused,
  secondFactorRequired,
  ticketInvalid,
  type FactorMethod,
  type NewPasskey,
  type PasskeyAnswer,
  type PendingSignIn,
} from '@itellico/contracts/second-factors'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { makeBackupCodes } from './auth.codes.ts'
import { knownTo, type Device } from './auth.devices.ts'
import { isRemembered, lockUser } from './auth.factors.repository.ts'
import { refuseForced } from './auth.forced.ts'
import { openSession, type SigningIn } from './auth.issue.ts'
import { keepPasskey } from './auth.passkeys.ts'
import { PENDING_SECONDS } from './auth.policy.ts'
import { methodsOf, mustHaveFactor, prove, type Proof } from './auth.proof.ts'
import * as repository from './auth.repository.ts'
import { keepPending, readTicket, takeTry, useTicket, type Pending } from './auth.tickets.ts'
import { acceptTotp, beginTotp } from './auth.totp.ts'
import { askForPasskey, askToCreate, checkPasskey } from './auth.webauthn.ts'

/** Goes on after a right password: to a full session only when nothing is left to prove, else to a ticket with which to prove it. */
export async function signIn(ctx: Ctx, user: SigningIn, input: { mfaCode?: string; remember?: boolean }, device: Device): Promise<Tokens> {
  const remember = input.remember ?? false
  const methods = await methodsOf(ctx, user.id)
  if (methods.length === 0) {
    if (!(await mustHaveFactor(ctx, user.id))) return openSession(ctx, user, { remember, verified: true }, device)
    throw fail(enrolmentRequired, { context: { ...(await pendingFor(ctx, user, remember, 'enrol', methods)) } })
  }
  const known = knownTo(user, device)
  if (known && (await isRemembered(ctx.db, user.id, known.id, ctx.now()))) return openSession(ctx, user, { remember, verified: false }, device)
  if (input.mfaCode === undefined) throw fail(secondFactorRequired, { context: { ...(await pendingFor(ctx, user, remember, 'confirm', methods)) } })
  await prove(ctx, user.id, { code: input.mfaCode }, device)
  return openSession(ctx, user, { remember, verified: true }, device)
}

async function pendingFor(ctx: Ctx, user: SigningIn, remember: boolean, purpose: Pending['purpose'], methods: FactorMethod[]): Promise<PendingSignIn> {
  const ticket = await keepPending(ctx, { userId: user.id, epoch: user.epoch, remember, purpose })
  return { ticket, expiresIn: PENDING_SECONDS, methods }
}

/** The person of a ticket, if they may still sign in. */
async function personOf(ctx: Ctx, ticket: string, purpose: Pending['purpose']) {
  const pending = await readTicket(ctx, ticket, purpose)
  const user = await repository.findUser(ctx.db, { id: pending.userId })
  if (user?.status !== 'active' || user.epoch !== pending.epoch) throw fail(ticketInvalid)
  return { user, remember: pending.remember }
}

/** The person of a ticket for a first second factor: once there is one, it has to be shown, and no other can be put beside it. */
async function newcomerOf(ctx: Ctx, ticket: string) {
  const person = await personOf(ctx, ticket, 'enrol')
  if ((await methodsOf(ctx, person.user.id)).length > 0) throw fail(ticketInvalid)
  return person
}

/** Who holds a ticket to call off their own erasure; it is used up. */
export async function redeemLeaving(ctx: Ctx, ticket: string): Promise<string> {
  const { user } = await personOf(ctx, ticket, 'keep')
  await useTicket(ctx, ticket)
  return user.id
}

/** Finishes a sign-in with a second factor. */
export async function finishSignIn(ctx: Ctx, input: Proof & { ticket: string; rememberDevice?: boolean }, device: Device): Promise<Tokens> {
  const { user, remember } = await personOf(ctx, input.ticket, 'confirm')
  await takeTry(ctx, input.ticket)
  await prove(ctx, user.id, input, device)
  await useTicket(ctx, input.ticket)
  return openSession(ctx, user, { remember, verified: true, rememberDevice: input.rememberDevice ?? false }, device)
}

/** Asks for a passkey: to sign in with it alone, or to finish the sign-in of a ticket. */
export async function passkeyOptions(ctx: Ctx, { origin, ticket }: { origin: string; ticket?: string }) {
  const person = ticket === undefined ? null : (await personOf(ctx, ticket, 'confirm')).user
  return askForPasskey(ctx, person?.id ?? null, origin)
}

/** Signs in with a passkey alone: it has checked who holds it, so that it is both factors. */
export async function signInByPasskey(ctx: Ctx, input: { challengeId: string; passkey: PasskeyAnswer; remember?: boolean }, device: Device): Promise<Tokens> {
  const userId = await checkPasskey(ctx, null, input.challengeId, input.passkey)
  const user = await repository.findUser(ctx.db, { id: userId })
  if (user?.status !== 'active' || !user.emailVerifiedAt) {
    await ask(ctx, recordAudit, { action: 'auth.login_failed', entity: 'user', entityId: userId })
    throw fail(passkeyRefused)
  }
  await refuseForced(ctx, user.email, user.id)
  return openSession(ctx, user, { remember: input.remember ?? false, verified: true }, device)
}

/** Begins to set up an app for somebody who cannot sign in without. */
export async function enrolTotp(ctx: Ctx, ticket: string) {
  return beginTotp(ctx, (await newcomerOf(ctx, ticket)).user)
}

/** Begins to make a passkey for somebody who cannot sign in without. */
export async function enrolPasskey(ctx: Ctx, { ticket, origin }: { ticket: string; origin: string }) {
  return askToCreate(ctx, (await newcomerOf(ctx, ticket)).user, origin)
}

/** Takes the first second factor of somebody into use and finishes their sign-in. */
export async function finishEnrolment(
  ctx: Ctx,
  input: { ticket: string; code?: string; passkey?: { challengeId: string; name: string; created: NewPasskey } },
  device: Device,
): Promise<Tokens & { backupCodes: string[] }> {
  const { user, remember } = await newcomerOf(ctx, input.ticket)
  await takeTry(ctx, input.ticket)
  const backupCodes = await inTx(ctx, async (tx) => {
    await lockUser(tx.db, user.id)
    await newcomerOf(tx, input.ticket)
    if (input.passkey) await keepPasskey(tx, user.id, input.passkey)
    else if (input.code !== undefined) await acceptTotp(tx, user.id, input.code)
    else throw fail(codeWrong)
    await useTicket(tx, input.ticket)
    return makeBackupCodes(tx, user.id)
  })
  return { ...(await openSession(ctx, user, { remember, verified: true }, device)), backupCodes }
}
