import { webcrypto } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import samlp from 'samlp'

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 }
const DAY = 86_400_000

/** A key with a certificate of its own. */
export interface Keys {
  readonly key: string
  readonly cert: string
}

/** Makes a key with a certificate that it signs itself. */
export async function makeKeys(): Promise<Keys> {
  x509.cryptoProvider.set(webcrypto as never)
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '01',
    name: 'CN=Identity provider of tests',
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 365 * DAY),
    signingAlgorithm: ALGORITHM,
    keys,
  } as never)
  return { key: x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'), cert: certificate.toString('pem') }
}

/** Whoever is signed in at the provider. */
export interface SamlPerson {
  readonly id: string
  readonly idFormat?: string
  readonly claims: Readonly<Record<string, string | string[] | undefined>>
}

type Options = Parameters<typeof samlp.getSamlResponse>[0]
/** What can be different from what the request asks for. */
export type Over = Partial<Options> & { readonly signAssertion?: boolean; readonly samlStatusCode?: string }

/** What a browser is told to post back. */
export interface Posted {
  readonly acs: string
  readonly state: string
  readonly samlResponse: string
}

/** A SAML provider on this machine. */
export interface SamlProvider {
  readonly issuer: string
  readonly metadataUrl: string
  readonly keys: Keys
  person: SamlPerson
  over: Over
  /** Goes to an address of the provider as a browser does and gives what it is told to post. */
  visit(url: string): Promise<Posted>
  close(): Promise<void>
}

function mapperOf(person: SamlPerson): Options['profileMapper'] {
  const mapper = () => ({
    metadata: [],
    getClaims: () => person.claims,
    getNameIdentifier: () => ({ nameIdentifier: person.id, nameIdentifierFormat: person.idFormat ?? 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent' }),
  })
  return Object.assign(mapper, { prototype: { metadata: [], getClaims: () => ({}), getNameIdentifier: () => ({}) } }) as unknown as Options['profileMapper']
}

/** Starts a provider with a page that posts its answer by itself. */
export async function startSamlProvider(): Promise<SamlProvider> {
  const keys = await makeKeys()
  const handler: { current: ((request: IncomingMessage, response: ServerResponse) => void) | null } = { current: null }
  const server = createServer((request, response) => handler.current?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api: SamlProvider = {
    issuer: 'urn:test:identity-provider',
    metadataUrl: `${base}/metadata`,
    keys,
    person: { id: 'nobody', claims: {} },
    over: {},
    async visit(url) {
      const answer = await fetch(url)
      const html = await answer.text()
      if (!answer.ok) throw new Error(`the provider answered ${answer.status}: ${html.slice(0, 300)}`)
      const field = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
      return { acs: /action="([^"]*)"/.exec(html)?.[1] ?? '', state: field('RelayState'), samlResponse: field('SAMLResponse') }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  const metadata = samlp.metadata({ issuer: api.issuer, cert: keys.cert, redirectEndpointPath: '/sso', postEndpointPath: '/sso' })
  handler.current = (request, response) => {
    const url = new URL(request.url ?? '/', base)
    const asked = Object.assign(request, { query: Object.fromEntries(url.searchParams), body: {}, protocol: 'http', originalUrl: request.url })
    if (url.pathname === '/metadata') {
      const shim = { set: (name: string, value: string) => response.setHeader(name, value), send: (body: string) => response.end(body) }
      void metadata(asked as never, shim as never, () => undefined)
      return
    }
    samlp.parseRequest(asked as never, (problem: Error | null, data) => {
      if (problem) return response.writeHead(400).end(problem.message)
      const acs = data.assertionConsumerServiceURL ?? ''
      const options = {
        issuer: api.issuer,
        ...keys,
        audience: data.issuer,
        recipient: acs,
        destination: acs,
        inResponseTo: data.id,
        lifetimeInSeconds: 300,
        signatureAlgorithm: 'rsa-sha256',
        digestAlgorithm: 'sha256',
        profileMapper: mapperOf(api.person),
        getPostURL: () => undefined,
        ...api.over,
      } as Options
      samlp.getSamlResponse(options, {}, (failure: Error | null, xml) => {
        if (failure) return response.writeHead(500).end(failure.message)
        const token = Buffer.from(xml).toString('base64')
        response.setHeader('content-type', 'text/html')
        return response.end(
          `<!doctype html><form method="post" action="${acs}"><input type="hidden" name="RelayState" value="${url.searchParams.get('RelayState') ?? ''}">` +
            `<input type="hidden" name="SAMLResponse" value="${token}"></form><script>document.forms[0].submit()</script>`,
        )
      })
    })
  }
  return api
}
