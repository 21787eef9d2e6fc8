import type { IsolationReport } from '@itellico/contracts/isolation'

/** What is known of a signature: it holds, it does not, or this browser cannot tell. */
export type Verdict = 'valid' | 'invalid' | 'unknown'

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (c) => c.charCodeAt(0))
}

/** Reads a compact JWS over a report and verifies it here, in the browser, with the public key of the installation. */
export async function readReport(jws: string, key: JsonWebKey): Promise<{ report: IsolationReport; verdict: Verdict }> {
  const [head = '', body = '', signature = ''] = jws.split('.')
  const report = JSON.parse(new TextDecoder().decode(bytesOf(body))) as IsolationReport
  let imported: CryptoKey
  try {
    const { kty, crv, x } = key
    imported = await crypto.subtle.importKey('jwk', { kty, crv, x } as JsonWebKey, 'Ed25519', false, ['verify'])
  } catch {
    // no Ed25519 in this browser, or the page was not opened over a secure connection
    return { report, verdict: 'unknown' }
  }
  const holds = await crypto.subtle.verify('Ed25519', imported, bytesOf(signature), new TextEncoder().encode(`${head}.${body}`))
  return { report, verdict: holds ? 'valid' : 'invalid' }
}
