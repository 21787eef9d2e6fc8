import { SSO_CALLBACK, ssoRefused, ssoUnreachable } from '@itellico/contracts/sso'
import type { Ctx } from '@itellico/kernel/context'
import { AppError, fail } from '@itellico/kernel/errors'
import * as client from 'openid-client'
import { githubConfiguration, readGithub } from './sso.github.ts'
import type { Pending } from './sso.pending.ts'
import { address, isMultiFactor, text, texts, type Claimed } from './sso.policy.ts'
import type { ConnectionRow } from './sso.repository.ts'

const KEPT_MS = 5 * 60_000
const MOST_KEPT = 500
const kept = new Map<string, { at: number; config: Promise<client.Configuration> }>()

/** What is known of a provider, with its keys; asked again after five minutes and after every change of the connection. */
async function configurationOf(ctx: Ctx, connection: ConnectionRow): Promise<client.Configuration> {
  const key = `${ctx.realm.id}/${connection.id}/${connection.version}`
  const known = kept.get(key)
  if (known && Date.now() - known.at < KEPT_MS) return known.config
  const config = discover(ctx, connection)
  kept.delete(key)
  kept.set(key, { at: Date.now(), config })
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  config.catch(() => kept.delete(key))
  return config
}

async function discover(ctx: Ctx, { kind, issuer, clientId, clientSecret }: ConnectionRow): Promise<client.Configuration> {
  const { outbound } = ctx.kernel
  const id = clientId ?? ''
  const options = { [client.customFetch]: (url: string, init: client.CustomFetchOptions) => outbound.fetch(url, init) }
  const server =
    kind === 'github'
      ? githubConfiguration(issuer)
      : (
          await client.discovery(new URL(issuer), id, {}, client.None(), { ...options, ...(outbound.open && { execute: [client.allowInsecureRequests] }) })
        ).serverMetadata()
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const secret = clientSecret ?? ''
  const authentication = !secret ? client.None() : methods.includes('client_secret_basic') ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret)
  const config = new client.Configuration(server, id, {}, authentication)
  config[client.customFetch] = options[client.customFetch]
  if (outbound.open) client.allowInsecureRequests(config)
  // the token comes over TLS, which would do; with its signature checked a broken TLS is not enough to be somebody else
  if (kind !== 'github') client.enableNonRepudiationChecks(config)
  return config
}

const SILENT = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT'])
const isAnswer = (err: unknown): boolean =>
  (err instanceof client.ClientError && !SILENT.has(err.code ?? '')) ||
  err instanceof client.ResponseBodyError ||
  err instanceof client.AuthorizationResponseError ||
  err instanceof client.WWWAuthenticateChallengeError

/** Turns what went wrong at a provider into what people are told; the provider's own words are for the log only. */
async function atProvider<T>(ctx: Ctx, connection: ConnectionRow, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (err) {
    if (err instanceof AppError) throw err
    ctx.log.info({ err, connection: connection.id }, 'a provider did not answer as it should')
    throw fail(isAnswer(err) ? ssoRefused : ssoUnreachable)
  }
}

/** Address at the provider where somebody signs in. */
export async function authorizationUrl(ctx: Ctx, connection: ConnectionRow, pending: Omit<Pending, 'browser'>, state: string): Promise<string> {
  return atProvider(ctx, connection, async () => {
    const config = await configurationOf(ctx, connection)
    const github = connection.kind === 'github'
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: pending.origin + SSO_CALLBACK,
      scope: github ? 'read:user user:email' : 'openid email profile',
      state,
      ...(!github && { nonce: pending.nonce }),
      code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    })
    return url.href
  })
}

/** Exchanges the code that somebody brings for what the provider says of them. */
export async function readCode(
  ctx: Ctx,
  connection: ConnectionRow,
  pending: Pending,
  answer: { state: string; code: string; iss: string | undefined },
): Promise<Claimed> {
  return atProvider(ctx, connection, async () => {
    const config = await configurationOf(ctx, connection)
    const url = new URL(pending.origin + SSO_CALLBACK)
    url.search = new URLSearchParams({ code: answer.code, state: answer.state, ...(answer.iss !== undefined && { iss: answer.iss }) }).toString()
    const github = connection.kind === 'github'
    const tokens = await client.authorizationCodeGrant(config, url, {
      expectedState: answer.state,
      pkceCodeVerifier: pending.verifier,
      ...(!github && { expectedNonce: pending.nonce, idTokenExpected: true }),
    })
    if (github) return readGithub(config, connection.issuer, tokens.access_token)
    const told = tokens.claims()
    if (!told) throw fail(ssoRefused)
    const asks = told['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
    const more: Record<string, unknown> = asks ? { ...(await client.fetchUserInfo(config, tokens.access_token, told.sub)) } : {}
    return claimedBy(connection, told, more)
  })
}

/** Address and whether it is confirmed come from one source, never from two; methods of authentication from the signed token only. */
function claimedBy(connection: ConnectionRow, token: client.IDToken, more: Record<string, unknown>): Claimed {
  const person: Record<string, unknown> = token['email'] === undefined ? more : token
  const all: Record<string, unknown> = { ...more, ...token }
  // Microsoft leaves out email_verified, and says with this claim whether the directory owns the domain of the address
  const verified = person['email_verified'] === true || (connection.kind === 'microsoft' && token['xms_edov'] === true)
  return {
    issuer: token.iss,
    subject: token.sub,
    email: address(person['email']),
    emailVerified: verified,
    firstName: text(all['given_name']) ?? text(all['name']),
    lastName: text(all['family_name']),
    groups: texts(all[connection.groupsClaim]),
    secondFactor: isMultiFactor(token['amr'], token['acr']),
  }
}
