import { SSO_ACS, SSO_SECONDS, ssoRefused } from '@itellico/contracts/sso'
import type { Ctx } from '@itellico/kernel/context'
import { AppError, fail } from '@itellico/kernel/errors'
import type { RealmInfo } from '@itellico/kernel/realms'
import { SAML, ValidateInResponseTo, type CacheProvider, type Profile } from '@node-saml/node-saml'
import { parseXml } from './sso.metadata.ts'
import { useOnce, type Pending } from './sso.pending.ts'
import { address, domainOf, isMultiFactorClass, text, texts, type Claimed } from './sso.policy.ts'
import type { ConnectionRow, DomainRow } from './sso.repository.ts'

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'
const ADDRESS = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol'
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const OUTDATED = /Algorithm\s*=\s*["'][^"']*(?:#rsa-sha1|#dsa-sha1|#sha1|#hmac-[a-z0-9]+|#rsa-md5|#md5)["']/i
const SKEW_MS = 60_000
const EMAIL = ['email', 'mail', 'emailaddress', 'urn:oid:0.9.2342.19200300.100.1.3', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress']
const FIRST = ['givenName', 'firstName', 'first_name', 'urn:oid:2.5.4.42', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname']
const LAST = ['sn', 'surname', 'lastName', 'last_name', 'urn:oid:2.5.4.4', 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname']

/** Name of a marketplace towards SAML providers: its own alone, and the same whichever host is its main one. */
export const entityIdOf = (realm: RealmInfo): string => `urn:itellico:marketplace:${realm.id}`
const requestIdOf = (state: string): string => `_${state}`

// the request is kept beside the state, and was taken from there already; node-saml only has to know which one it is
function onlyRequest(id: string): CacheProvider {
  const value = new Date().toISOString()
  return {
    saveAsync: () => Promise.resolve({ value, createdAt: Date.now() }),
    getAsync: (key) => Promise.resolve(key === id ? value : null),
    removeAsync: (key) => Promise.resolve(key),
  }
}

function serviceOf(ctx: Ctx, connection: ConnectionRow, origin: string, state: string): SAML {
  const id = requestIdOf(state)
  return new SAML({
    issuer: entityIdOf(ctx.realm),
    audience: entityIdOf(ctx.realm),
    callbackUrl: origin + SSO_ACS,
    entryPoint: connection.ssoUrl ?? '',
    idpCert: connection.certificates,
    idpIssuer: connection.issuer,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    validateInResponseTo: ValidateInResponseTo.always,
    requestIdExpirationPeriodMs: SSO_SECONDS * 1000,
    cacheProvider: onlyRequest(id),
    generateUniqueId: () => id,
    acceptedClockSkewMs: SKEW_MS,
    maxAssertionAgeMs: SSO_SECONDS * 1000,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
  })
}

/** Address at the provider where somebody signs in. */
export async function samlUrl(ctx: Ctx, connection: ConnectionRow, origin: string, state: string): Promise<string> {
  return serviceOf(ctx, connection, origin, state).getAuthorizeUrlAsync(state, undefined, {})
}

type Node = Record<string, unknown> & { $?: Record<string, string>; _?: string }
const children = (node: Node | undefined, name: string): Node[] => (Array.isArray(node?.[name]) ? (node[name] as Node[]) : [])
const only = (node: Node | undefined, name: string): Node | undefined => (children(node, name).length === 1 ? children(node, name)[0] : undefined)
const wordsOf = (node: unknown): string => (typeof node === 'string' ? node : ((node as Node | undefined)?._ ?? ''))

/** Reads the answer of a SAML provider; everything that counts comes from the assertion whose signature was checked. */
export async function readResponse(
  ctx: Ctx,
  connection: ConnectionRow,
  domains: readonly DomainRow[],
  pending: Pending,
  { state, response }: { state: string; response: string },
): Promise<Claimed> {
  try {
    checkEnvelope(response, pending.origin + SSO_ACS)
    const { profile } = await serviceOf(ctx, connection, pending.origin, state).validatePostResponseAsync({ SAMLResponse: response })
    const assertion = profile?.getAssertion?.()['Assertion'] as Node | undefined
    if (!profile || !assertion) throw new Error('holds no assertion')
    checkAssertion(connection, assertion, requestIdOf(state), pending.origin + SSO_ACS)
    if (!(await useOnce(ctx, `${connection.issuer} ${assertion.$?.['ID'] ?? ''}`, 2 * SSO_SECONDS))) throw new Error('was used before')
    return claimedBy(connection, domains, profile, assertion)
  } catch (err) {
    if (err instanceof AppError) throw err
    ctx.log.info({ err, connection: connection.id }, 'an assertion was refused')
    throw fail(ssoRefused)
  }
}

/** Refuses what no honest provider sends: declarations of entities, outdated signatures, an answer for another address, a failure with an assertion in it. */
function checkEnvelope(response: string, acs: string): void {
  const xml = Buffer.from(response, 'base64').toString('utf8')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Error('declares entities')
  if (OUTDATED.test(xml)) throw new Error('is signed with an outdated method')
  const root = parseXml(xml)?.documentElement
  if (root?.localName !== 'Response' || root.namespaceURI !== PROTOCOL) throw new Error('is no response')
  const destination = root.getAttribute('Destination')
  if (destination && destination !== acs) throw new Error('was sent to another address')
  const status = Array.from(root.childNodes as unknown as Iterable<Element>).find((n) => n.localName === 'Status' && n.namespaceURI === PROTOCOL)
  const code = status?.getElementsByTagNameNS(PROTOCOL, 'StatusCode')[0]?.getAttribute('Value')
  if (code !== SUCCESS) throw new Error('is a failure')
}

/** What the library leaves to us: who speaks, and that it speaks of this very request to this very address (SAML profiles, 4.1.4.2 and 4.1.4.3). */
function checkAssertion(connection: ConnectionRow, assertion: Node, requestId: string, acs: string): void {
  if (wordsOf(only(assertion, 'Issuer')) !== connection.issuer) throw new Error('comes from another issuer')
  if (!assertion.$?.['ID']) throw new Error('has no id')
  const subject = only(assertion, 'Subject')
  const fits = children(subject, 'SubjectConfirmation').some((confirmation) => {
    const data = only(confirmation, 'SubjectConfirmationData')?.$
    const until = Date.parse(data?.['NotOnOrAfter'] ?? '')
    return (
      confirmation.$?.['Method'] === BEARER &&
      data?.['InResponseTo'] === requestId &&
      data['Recipient'] === acs &&
      data['NotBefore'] === undefined &&
      until > Date.now() - SKEW_MS
    )
  })
  if (!fits) throw new Error('was not made for this request and address')
  if (!only(assertion, 'Conditions')) throw new Error('has no conditions')
  if (children(assertion, 'AuthnStatement').length === 0) throw new Error('does not say that somebody signed in')
}

/** Whom an assertion is about. Only addresses of domains that the marketplace has proven for this provider count as confirmed. */
function claimedBy(connection: ConnectionRow, domains: readonly DomainRow[], profile: Profile, assertion: Node): Claimed {
  const subject = text(profile.nameID, 500)
  if (!subject || profile.nameIDFormat === TRANSIENT) throw new Error('does not say for long whom it is about')
  const attributes = (profile['attributes'] ?? {}) as Record<string, unknown>
  const first = (names: readonly string[], read: (value: unknown) => string | null = text): string | null =>
    names.map((name) => (Object.hasOwn(attributes, name) ? read(attributes[name]) : null)).find((v) => v !== null) ?? null
  const email = first(EMAIL, address) ?? (profile.nameIDFormat === ADDRESS ? address(subject) : null)
  const authenticated = only(only(assertion, 'AuthnStatement'), 'AuthnContext')
  return {
    issuer: connection.issuer,
    subject,
    email,
    emailVerified: email !== null && domains.some((d) => d.verifiedAt !== null && d.domain === domainOf(email)),
    firstName: first(FIRST),
    lastName: first(LAST),
    groups: Object.hasOwn(attributes, connection.groupsClaim) ? texts(attributes[connection.groupsClaim]) : [],
    secondFactor: isMultiFactorClass(wordsOf(only(authenticated, 'AuthnContextClassRef'))),
  }
}
