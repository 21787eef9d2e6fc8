import { accountNames } from '@itellico/contracts/accounts'
import { refused } from '@itellico/contracts/refusals'
import { ssoInvalid, ssoUnreachable, type RoleRule, type SsoKind } from '@itellico/contracts/sso'
import type { Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { ask } from '@itellico/kernel/operations'
import { checkAddress } from '@itellico/kernel/outbound'
import { readMetadata } from './sso.metadata.ts'
import { ruleFits } from './sso.policy.ts'
import type { ConnectionRow } from './sso.repository.ts'

/** What an admin types about a provider. */
export interface Typed {
  readonly issuer?: string
  readonly clientId?: string
  readonly clientSecret?: string
  readonly metadata?: string
}

type Provider = Pick<ConnectionRow, 'issuer' | 'clientId' | 'clientSecret' | 'ssoUrl' | 'certificates'>

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const invalid = (field: string, rule: 'required' | 'invalid' | 'url') => fail(ssoInvalid, { errors: [refused(field, rule)] })

/** What is kept of a provider, from what was typed and what is there already. */
export async function providerOf(ctx: Ctx, kind: SsoKind, typed: Typed, before: ConnectionRow | null): Promise<Partial<Provider> & Pick<Provider, 'issuer'>> {
  if (kind === 'saml') return samlOf(ctx, typed, before)
  const clientId = (typed.clientId ?? before?.clientId ?? '').trim()
  if (clientId === '') throw invalid('clientId', 'required')
  // a secret goes only to the provider that it was typed for
  const issuer = typed.issuer === undefined && before ? before.issuer : issuerOf(ctx, kind, typed.issuer?.trim() ?? '')
  const secret = typed.clientSecret ?? (issuer === before?.issuer ? before.clientSecret : null) ?? ''
  if (kind !== 'oidc' && secret === '') throw invalid('clientSecret', 'required')
  return { issuer, clientId, clientSecret: secret === '' ? null : secret }
}

function issuerOf(ctx: Ctx, kind: SsoKind, typed: string): string {
  if (kind === 'google') return 'https://accounts.google.com'
  if (kind === 'github' && typed === '') return 'https://github.com'
  if (kind === 'microsoft') {
    // one directory: with "common" everybody who has any directory could say who they are
    if (!GUID.test(typed.toLowerCase())) throw invalid('issuer', typed === '' ? 'required' : 'invalid')
    return `https://login.microsoftonline.com/${typed.toLowerCase()}/v2.0`
  }
  if (typed === '') throw invalid('issuer', 'required')
  requireAddress(ctx, 'issuer', typed)
  return kind === 'github' ? typed.replace(/\/$/, '') : typed.replace(/\/\.well-known\/openid-configuration$/, '')
}

function requireAddress(ctx: Ctx, field: string, address: string): void {
  try {
    const { search, hash } = new URL(address)
    if (hash || (search && field === 'issuer')) throw new Error('has parts that it cannot have')
    checkAddress(address, ctx.kernel.outbound.open)
  } catch {
    throw invalid(field, 'url')
  }
}

async function samlOf(ctx: Ctx, { metadata }: Typed, before: ConnectionRow | null): Promise<Partial<Provider> & Pick<Provider, 'issuer'>> {
  if (metadata === undefined && before) return { issuer: before.issuer }
  const given = metadata?.trim() ?? ''
  if (given === '') throw invalid('metadata', 'required')
  const provider = readMetadata(/^https?:\/\/\S+$/i.test(given) ? await fetchMetadata(ctx, given) : given)
  if (!provider) throw invalid('metadata', 'invalid')
  requireAddress(ctx, 'metadata', provider.ssoUrl)
  return { issuer: provider.issuer, ssoUrl: provider.ssoUrl, certificates: [...provider.certificates] }
}

async function fetchMetadata(ctx: Ctx, url: string): Promise<string> {
  requireAddress(ctx, 'metadata', url)
  try {
    const answer = await ctx.kernel.outbound.fetch(url)
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    return await answer.text()
  } catch (err) {
    ctx.log.info({ err }, 'the metadata of a provider cannot be read')
    throw fail(ssoUnreachable)
  }
}

/** Refuses rules whose role is not one of the marketplace or does not fit the account that they name. */
export async function requireRules(ctx: Ctx, rules: readonly RoleRule[]): Promise<void> {
  const ids = [...new Set(rules.flatMap((r) => r.accountId ?? []))]
  const types = new Map((await ask(ctx, accountNames, { ids })).map((a) => [a.id, a.type]))
  if (!rules.every((rule) => ruleFits(rule, types.get(rule.accountId ?? '')))) throw invalid('rules', 'invalid')
}
