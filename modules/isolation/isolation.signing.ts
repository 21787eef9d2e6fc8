import type { IsolationReport } from '@itellico/contracts/isolation'
import type { Kernel } from '@itellico/kernel/kernel'
import { CompactSign, exportJWK } from 'jose'
import { signingKeys } from '../signing.ts'

/** Type in the header, so that a report is never taken for a token that gives access. */
const TYPE = 'isolation-report+jws'

/** Signs a report: a compact JWS (RFC 7515) with Ed25519 over it as JSON. */
export async function signReport(kernel: Kernel, report: IsolationReport): Promise<string> {
  const { private: key, kid } = signingKeys(kernel)
  return new CompactSign(Buffer.from(JSON.stringify(report))).setProtectedHeader({ alg: 'EdDSA', kid, typ: TYPE }).sign(key)
}

/** The public half as a JWK (RFC 8037), for whoever wants to verify a report. */
export async function publicKey(kernel: Kernel) {
  const { public: key, kid } = signingKeys(kernel)
  const { kty = '', crv = '', x = '' } = await exportJWK(key)
  return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }
}
