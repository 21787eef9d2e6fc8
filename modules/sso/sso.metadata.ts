import { X509Certificate } from 'node:crypto'
import { DOMParser } from '@xmldom/xmldom'

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata'
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#'
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const MOST_CERTIFICATES = 5

/** What is kept of a SAML provider. */
export interface SamlProvider {
  readonly issuer: string
  readonly ssoUrl: string
  readonly certificates: readonly string[]
}

const all = (from: Element | Document, namespace: string, name: string): Element[] => Array.from(from.getElementsByTagNameNS(namespace, name))

/** Reads the metadata of one SAML provider; null when it is none, or when one could not tell which. */
export function readMetadata(xml: string): SamlProvider | null {
  // metadata needs no entities, and what declares some wants to be more than it seems
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null
  const document = parseXml(xml)
  const providers = document ? all(document, METADATA, 'IDPSSODescriptor') : []
  const [provider] = providers
  if (!provider || providers.length > 1) return null
  const entity = provider.parentNode as Element
  const issuer = entity.localName === 'EntityDescriptor' ? (entity.getAttribute('entityID') ?? '') : ''
  const ssoUrl =
    all(provider, METADATA, 'SingleSignOnService')
      .find((e) => e.getAttribute('Binding') === REDIRECT)
      ?.getAttribute('Location') ?? ''
  const signing = all(provider, METADATA, 'KeyDescriptor').filter((e) => ['', 'signing'].includes(e.getAttribute('use') ?? ''))
  const certificates = signing.flatMap((e) => all(e, SIGNATURE, 'X509Certificate')).map((e) => (e.textContent ?? '').replace(/\s/g, ''))
  if (!issuer || issuer.length > 300 || !ssoUrl || certificates.length === 0 || certificates.length > MOST_CERTIFICATES) return null
  return certificates.every((c) => certificateEnds(c) !== null) ? { issuer, ssoUrl, certificates: [...new Set(certificates)] } : null
}

/** Reads XML that is well-formed; null when it is not. */
export function parseXml(xml: string): Document | null {
  let broken = false
  const note = (): void => void (broken = true)
  try {
    const document = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } }).parseFromString(xml, 'text/xml')
    return broken ? null : document
  } catch {
    return null
  }
}

/** When a certificate (base64 of its DER form) ends; null when it is none with an RSA or EC key. */
export function certificateEnds(certificate: string): Date | null {
  try {
    const read = new X509Certificate(Buffer.from(certificate, 'base64'))
    return ['rsa', 'ec'].includes(read.publicKey.asymmetricKeyType ?? '') ? new Date(read.validTo) : null
  } catch {
    return null
  }
}
