import { ssoRefused } from '@itellico/contracts/sso'
import { fail } from '@itellico/kernel/errors'
import { fetchProtectedResource, type Configuration, type ServerMetadata } from 'openid-client'
import { address, text, type Claimed } from './sso.policy.ts'

const GITHUB = 'https://github.com'

/** GitHub has no discovery: its addresses are known; those of an enterprise server lie below its own. */
export function githubConfiguration(issuer: string): ServerMetadata {
  return {
    issuer,
    authorization_endpoint: `${issuer}/login/oauth/authorize`,
    token_endpoint: `${issuer}/login/oauth/access_token`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  }
}

/** Who somebody is at GitHub. Of the addresses only the primary one counts, and only when GitHub has confirmed it. */
export async function readGithub(config: Configuration, issuer: string, accessToken: string): Promise<Claimed> {
  const api = issuer === GITHUB ? 'https://api.github.com' : `${issuer}/api/v3`
  const read = async (path: string): Promise<unknown> => {
    const headers = new Headers({ accept: 'application/vnd.github+json' })
    const answer = await fetchProtectedResource(config, accessToken, new URL(api + path), 'GET', undefined, headers)
    if (!answer.ok) throw fail(ssoRefused)
    return answer.json()
  }
  const user = (await read('/user')) as { id?: unknown; name?: unknown; login?: unknown }
  if (typeof user.id !== 'number' || !Number.isSafeInteger(user.id)) throw fail(ssoRefused)
  const emails = (await read('/user/emails')) as { email?: unknown; primary?: unknown; verified?: unknown }[]
  const primary = Array.isArray(emails) ? emails.find((e) => e.primary === true) : undefined
  return {
    issuer,
    subject: String(user.id),
    email: address(primary?.email),
    emailVerified: primary?.verified === true,
    firstName: text(user.name) ?? text(user.login),
    lastName: null,
    groups: [],
    secondFactor: false,
  }
}
