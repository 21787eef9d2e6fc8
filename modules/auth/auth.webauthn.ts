import { passkeyRefused, type NewPasskey, type PasskeyAnswer } from '@itellico/contracts/second-factors'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import * as factors from './auth.factors.repository.ts'
import { keepChallenge, takeChallenge, type Challenge } from './auth.tickets.ts'

const DEFAULT_PORT: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }
// Ed25519, ES256, RS256
const ALGORITHMS = [-8, -7, -257]

type PasskeyRow = NonNullable<Awaited<ReturnType<typeof factors.findPasskey>>>
interface Asked {
  readonly challengeId: string
  readonly options: Record<string, unknown>
}

/** The host that passkeys of a page belong to; a page that is not of this realm is refused. */
async function hostOf(ctx: Ctx, origin: string): Promise<string> {
  const url = URL.parse(origin)
  const ports = url && DEFAULT_PORT[url.protocol]
  const realm = ports && url.origin === origin ? await ctx.kernel.realms.byHost(url.hostname) : null
  if (!url || !ports || realm?.id !== ctx.realm.id || (url.port || ports) !== (ctx.kernel.config.PUBLIC_WEB_PORT ?? ports)) throw fail(passkeyRefused)
  return url.hostname
}

const transportsOf = (row: PasskeyRow): AuthenticatorTransport[] => row.transports as AuthenticatorTransport[]
const handleOf = (userId: string): Buffer => Buffer.from(userId.replaceAll('-', ''), 'hex')

/** Asks a browser to make a passkey for a person. */
export async function askToCreate(ctx: Ctx, user: { id: string; email: string; firstName: string; lastName: string }, origin: string): Promise<Asked> {
  const rpID = await hostOf(ctx, origin)
  const there = (await factors.listPasskeys(ctx.db, user.id)).filter((p) => p.rpId === rpID)
  const options = await generateRegistrationOptions({
    rpName: ctx.realm.name,
    rpID,
    userName: user.email,
    userDisplayName: `${user.firstName} ${user.lastName}`,
    userID: new Uint8Array(handleOf(user.id)),
    attestationType: 'none',
    excludeCredentials: there.map((p) => ({ id: p.credentialId, transports: transportsOf(p) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
  const challengeId = await keepChallenge(ctx, { challenge: options.challenge, origin, purpose: 'create', userId: user.id })
  return { challengeId, options: { ...options } }
}

/** Checks a new passkey and gives what is to be kept of it. */
export async function readCreated(ctx: Ctx, userId: string, challengeId: string, created: NewPasskey) {
  const asked = await takeChallenge(ctx, challengeId, 'create', userId)
  if (!asked) throw fail(passkeyRefused)
  const rpId = new URL(asked.origin).hostname
  const result = await verifyRegistrationResponse({
    response: created as unknown as RegistrationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: rpId,
    requireUserVerification: false,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch((err: unknown) => refuse(ctx, err))
  if (!result.verified) throw fail(passkeyRefused)
  const { credential, credentialBackedUp } = result.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    signCount: BigInt(credential.counter),
    rpId,
    transports: created.response.transports ?? [],
    synced: credentialBackedUp,
  }
}

/** Asks for a passkey: for one of this person's, or, without a person, for whichever the browser has. */
export async function askForPasskey(ctx: Ctx, userId: string | null, origin: string): Promise<Asked> {
  const rpID = await hostOf(ctx, origin)
  const theirs = userId ? (await factors.listPasskeys(ctx.db, userId)).filter((p) => p.rpId === rpID) : []
  const options = await generateAuthenticationOptions({
    rpID,
    userVerification: userId ? 'preferred' : 'required',
    ...(userId && { allowCredentials: theirs.map((p) => ({ id: p.credentialId, transports: transportsOf(p) })) }),
  })
  const challengeId = await keepChallenge(ctx, { challenge: options.challenge, origin, purpose: userId ? 'confirm' : 'sign-in', userId })
  return { challengeId, options: { ...options } }
}

/** Checks the answer of a passkey and gives whose it is. Without a person it must have checked who holds it, for it stands alone then. */
export async function checkPasskey(ctx: Ctx, userId: string | null, challengeId: string, answer: PasskeyAnswer): Promise<string> {
  const asked = await takeChallenge(ctx, challengeId, userId ? 'confirm' : 'sign-in', userId)
  const row = await factors.findPasskey(ctx.db, answer.id)
  if (!asked || !row || (userId !== null && row.userId !== userId)) throw fail(passkeyRefused)
  const handle = answer.response.userHandle
  if (handle && handle !== handleOf(row.userId).toString('base64url')) throw fail(passkeyRefused)
  const result = await verify(ctx, row, asked, answer, userId === null)
  await factors.touchPasskey(ctx.db, row.id, BigInt(result.newCounter), result.credentialBackedUp, ctx.now())
  return row.userId
}

async function verify(ctx: Ctx, row: PasskeyRow, asked: Challenge, answer: PasskeyAnswer, alone: boolean) {
  const result = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON,
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: row.rpId,
    requireUserVerification: alone,
    credential: {
      id: row.credentialId,
      publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64url')),
      counter: Number(row.signCount),
      transports: transportsOf(row),
    },
  }).catch((err: unknown) => refuse(ctx, err))
  if (!result.verified) throw fail(passkeyRefused)
  return result.authenticationInfo
}

/** Whatever is wrong with what a browser sends: the person learns that it was not accepted, the log why. */
function refuse(ctx: Ctx, err: unknown): never {
  ctx.log.info({ reason: err instanceof Error ? err.message : 'unknown' }, 'a passkey was not accepted')
  throw fail(passkeyRefused)
}
