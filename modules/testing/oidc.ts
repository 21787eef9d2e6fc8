import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'

/** Whoever is signed in at the provider, with the claims that it makes of them. */
export interface Person {
  readonly sub: string
  readonly amr?: string[]
  readonly [claim: string]: unknown
}

/** What the token endpoint answers with. */
export type TokenAnswer = Record<string, unknown> & { id_token?: string }

/** A conformant OpenID provider on this machine. */
export interface TestProvider {
  readonly issuer: string
  /** Who is signed in at the provider's; null: whoever comes calls it off. */
  person: Person | null
  /** Bends what the token endpoint answers. */
  bend: ((answer: TokenAnswer) => TokenAnswer | Promise<TokenAnswer>) | null
  /** Goes to an address of the provider as a browser does, until it leads back to the client; gives what it brings along. */
  visit(url: string): Promise<URL>
  close(): Promise<void>
}

export const CLIENT = { clientId: 'itellico', clientSecret: 'a-secret-of-the-client-that-is-long' }

const listening = (server: ReturnType<typeof createServer>): Promise<void> => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

/** Starts a provider that knows one client; `idTokenOnly` puts all claims into the token, else they are asked for. */
export async function startProvider(redirectUris: string[], { idTokenOnly = true }: { idTokenOnly?: boolean } = {}): Promise<TestProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const handler: { current: ((request: IncomingMessage, response: ServerResponse) => void) | null } = { current: null }
  const server = createServer((request, response) => handler.current?.(request, response))
  await listening(server)
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api: TestProvider = {
    issuer,
    person: null,
    bend: null,
    visit: (url) => follow(issuer, url),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const settings: Configuration = {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'real', alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['for tests'] },
    conformIdTokenClaims: !idTokenOnly,
    claims: { openid: ['sub', 'amr', 'acr', 'groups'], email: ['email', 'email_verified'], profile: ['name', 'given_name', 'family_name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => {
      const { amr: _amr, ...claims } = api.person ?? { sub }
      return { accountId: sub, claims: () => ({ ...claims, sub }) }
    },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client?.clientId ?? '', accountId: ctx.oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
  const provider = new Provider(issuer, settings)
  const serve = provider.callback()
  handler.current = (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      const { person } = api
      const result = person ? { login: { accountId: person.sub, ...(person.amr && { amr: person.amr }), remember: false } } : { error: 'access_denied' }
      void provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
      return
    }
    if (request.url === '/token' && api.bend) bendAnswer(response, api.bend)
    void serve(request, response)
  }
  return api
}

function bendAnswer(response: ServerResponse, bend: NonNullable<TestProvider['bend']>): void {
  const end = response.end.bind(response)
  response.end = ((body: string | Buffer) => {
    void Promise.resolve(bend(JSON.parse(String(body)) as TokenAnswer)).then((answer) => {
      const text = JSON.stringify(answer)
      response.setHeader('content-length', Buffer.byteLength(text))
      end(text)
    })
    return response
  }) as typeof response.end
}

async function follow(issuer: string, first: string): Promise<URL> {
  const jar = new Map<string, string>()
  let url = new URL(first)
  for (let steps = 0; steps < 12; steps++) {
    if (url.origin !== issuer) return url
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const to = answer.headers.get('location')
    if (!to) throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
    url = new URL(to, url)
  }
  throw new Error('the provider leads around in circles')
}
