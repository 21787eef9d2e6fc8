'use client'

import { useEffect, useRef, useState } from 'react'
import { KeyRound } from 'lucide-react'
import { passkeySignInOptions } from '@itellico/contracts/second-factors'
import { Button } from '@/components/ui/button'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { answerPasskey, isCalledOff, isPasskeyError, passkeysFillIn, passkeysWork } from '@/lib/passkeys'
import { problemText } from '@/lib/problems'
import { useHydrated } from '@/lib/use-hydrated'
import { leavingOf, postSignIn, type Leaving } from './sign-in'

interface Props {
  readonly remember: () => boolean
  readonly onDone: (home: string) => void
  readonly onLeaving: (leaving: Leaving) => void
  readonly onProblem: (message: string) => void
}

/** Signing in with a passkey alone: by this button, and from the suggestions of the address field where browsers can. */
export function PasskeySignIn({ remember, onDone, onLeaving, onProblem }: Props) {
  const { t } = useI18n()
  const hydrated = useHydrated()
  const [busy, setBusy] = useState(false)
  const signIn = async (fillIn: boolean) => {
    const answer = await answerPasskey(await api(passkeySignInOptions, { body: { origin: location.origin } }), fillIn)
    try {
      onDone((await postSignIn('passkey', { ...answer, remember: remember() })).home)
    } catch (cause) {
      const going = leavingOf(cause)
      if (!going) throw cause
      onLeaving(going)
    }
  }
  const latest = useRef(signIn)
  useEffect(() => {
    latest.current = signIn
  })
  useEffect(() => {
    // the suggestions are an offer: when they do not work there is the button
    passkeysFillIn()
      .then((can) => (can ? latest.current(true) : undefined))
      .catch(() => undefined)
  }, [])
  if (!hydrated || !passkeysWork()) return null
  const press = async () => {
    setBusy(true)
    try {
      await signIn(false)
    } catch (cause) {
      setBusy(false)
      if (!isCalledOff(cause)) onProblem(isPasskeyError(cause) ? t('second.passkeyFailed') : problemText(cause, t))
    }
  }
  return (
    <Button variant="outline" size="lg" busy={busy} onClick={() => void press()}>
      <KeyRound />
      {t('login.passkey')}
    </Button>
  )
}
