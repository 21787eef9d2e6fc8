import type { Kernel } from '@itellico/kernel/kernel'
import { SignJWT, jwtVerify } from 'jose'
import { signingKeys, verifyingKey } from '../signing.ts'
import { ACCESS_SECONDS } from './auth.policy.ts'

/** What an access token says. Rights are not in it: they are looked up. */
export interface AccessClaims {
  readonly userId: string
  readonly sessionId: string
  readonly realmId: string
  readonly epoch: number
}

/** Signs an access token of fifteen minutes (EdDSA) with the newest key. */
export async function signAccess(kernel: Kernel, claims: AccessClaims): Promise<string> {
  const { private: key, kid } = signingKeys(kernel)
  const now = Math.floor(kernel.clock().getTime() / 1000)
  return new SignJWT({ sid: claims.sessionId, tenant: claims.realmId, epoch: claims.epoch })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
    .setSubject(claims.userId)
    .setIssuer('itellico')
    .setIssuedAt(now)
    .setExpirationTime(now + ACCESS_SECONDS)
    .sign(key)
}

/** Reads an access token; null when signature, time or form is wrong. */
export async function readAccess(kernel: Kernel, token: string): Promise<AccessClaims | null> {
  try {
    const keyOf = ({ kid }: { kid?: string }) => {
      const key = verifyingKey(kernel, kid)
      if (!key) throw new Error('signed with none of our keys')
      return key
    }
    const { payload } = await jwtVerify(token, keyOf, {
      issuer: 'itellico',
      typ: 'at+jwt',
      algorithms: ['EdDSA'],
      currentDate: kernel.clock(),
    })
    const { sub, sid, tenant, epoch } = payload
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof tenant !== 'string' || typeof epoch !== 'number') return null
    return { userId: sub, sessionId: sid, realmId: tenant, epoch }
  } catch {
    return null
  }
}

/** An opaque token that only we can make for an id, so that the same one can be given again after a lost reply. */
export function opaqueToken(kernel: Kernel, purpose: string, realmId: string, id: string): string {
  return `${id}.${kernel.signer(purpose).sign(`${realmId}/${id}`)}`
}

/** Id in an opaque token, or null when it is not ours. */
export function openToken(kernel: Kernel, purpose: string, realmId: string, token: string): string | null {
  const [id, signature] = token.split('.')
  if (!id || !signature || !/^[0-9a-f-]{36}$/.test(id)) return null
  return kernel.signer(purpose).verify(`${realmId}/${id}`, signature) ? id : null
}
