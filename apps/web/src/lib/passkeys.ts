'use client'

import {
  WebAuthnError,
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { NewPasskey, PasskeyAnswer } from '@itellico/contracts/second-factors'

/** What the API asks a passkey for. */
export interface Asked {
  readonly challengeId: string
  readonly options: Record<string, unknown>
}

/** Whether this browser can use passkeys at all. */
export const passkeysWork = browserSupportsWebAuthn
/** Whether it offers them while somebody types their address. */
export const passkeysFillIn = browserSupportsWebAuthnAutofill

/** Has the browser use a passkey. With `fillIn` it waits quietly until the person picks one from the suggestions. */
export async function answerPasskey({ challengeId, options }: Asked, fillIn = false): Promise<{ challengeId: string; passkey: PasskeyAnswer }> {
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  const passkey = (await startAuthentication({ optionsJSON, useBrowserAutofill: fillIn })) as unknown as PasskeyAnswer
  return { challengeId, passkey }
}

/** Has the browser make a passkey. */
export async function makePasskey({ challengeId, options }: Asked): Promise<{ challengeId: string; created: NewPasskey }> {
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
  return { challengeId, created: (await startRegistration({ optionsJSON })) as unknown as NewPasskey }
}

/** Whether a passkey was not used because the person or the page changed its mind: nothing to complain about. */
export function isCalledOff(cause: unknown): boolean {
  return (
    (cause instanceof WebAuthnError && cause.code === 'ERROR_CEREMONY_ABORTED') ||
    (cause instanceof Error && ['NotAllowedError', 'AbortError'].includes(cause.name))
  )
}

/** Whether what went wrong did so in the browser and not at the API. */
export function isPasskeyError(cause: unknown): boolean {
  return cause instanceof WebAuthnError || cause instanceof DOMException
}
