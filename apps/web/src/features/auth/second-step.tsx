'use client'

import { useState } from 'react'
import { passkeySignInOptions, type PendingSignIn } from '@itellico/contracts/second-factors'
import { Checkbox } from '@/components/ui/checkbox'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { ProofForm } from './proof-form'
import { leavingOf, postSignIn, type Leaving } from './sign-in'

interface Props {
  readonly pending: PendingSignIn
  readonly remember: boolean
  readonly onDone: (home: string) => void
  readonly onLeaving: (leaving: Leaving) => void
  readonly onRestart: () => void
}

/** The second step of a sign-in: a code, a passkey or a backup code. */
export function SecondStep({ pending, remember, onDone, onLeaving, onRestart }: Props) {
  const { t } = useI18n()
  const [rememberDevice, setRememberDevice] = useState(false)
  const { ticket, methods } = pending
  return (
    <section aria-labelledby="second-step" className="grid gap-3">
      <h2 id="second-step" className="text-xl font-semibold">
        {t('second.title')}
      </h2>
      <ProofForm
        methods={methods}
        askPasskey={() => api(passkeySignInOptions, { body: { origin: location.origin, ticket } })}
        prove={async ({ code, passkey }) => {
          try {
            onDone((await postSignIn('mfa', { ticket, rememberDevice, remember, ...(code !== undefined && { code }), ...(passkey && { passkey }) })).home)
          } catch (cause) {
            const going = leavingOf(cause)
            if (!going) throw cause
            onLeaving(going)
          }
        }}
      >
        <Checkbox label={t('second.rememberDevice')} checked={rememberDevice} onCheckedChange={setRememberDevice} />
      </ProofForm>
      <p>
        <button type="button" className="link text-sm text-ink-3" onClick={onRestart}>
          {t('second.restart')}
        </button>
      </p>
    </section>
  )
}
