import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that speaks as an enterprise server of GitHub does: OAuth 2 with PKCE, no discovery, no identity token. */
export interface TestGithub {
  readonly issuer: string
  user: object
  emails: unknown
  /** Signs somebody in and gives what their browser brings back. */
  visit(url: string): { code: string; state: string }
  close(): Promise<void>
}

/** Starts one that knows one client. */
export async function startGithub(client: { clientId: string; clientSecret: string }): Promise<TestGithub> {
  const challenges = new Map<string, string>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    const json = (status: number, body: unknown): unknown => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.url === '/login/oauth/access_token') {
        const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
        const challenge = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url')
        const right = form.get('client_secret') === client.clientSecret && challenges.get(form.get('code') ?? '') === challenge
        challenges.delete(form.get('code') ?? '')
        return right
          ? json(200, { access_token: 'gho_token', token_type: 'bearer', scope: 'read:user,user:email' })
          : json(200, { error: 'bad_verification_code' })
      }
      if (request.headers.authorization !== 'Bearer gho_token') return json(401, {})
      if (request.url === '/api/v3/user') return json(200, api.user)
      return request.url === '/api/v3/user/emails' ? json(200, api.emails) : json(404, {})
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const api: TestGithub = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    user: {},
    emails: [],
    visit(address) {
      const url = new URL(address)
      if (url.origin + url.pathname !== `${api.issuer}/login/oauth/authorize`) throw new Error(`not the page of GitHub: ${address}`)
      const code = `code-${challenges.size}-${url.searchParams.get('state')}`
      challenges.set(code, url.searchParams.get('code_challenge') ?? '')
      return { code, state: url.searchParams.get('state') ?? '' }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return api
}
