'use client'

import { useEffect, useRef, useState } from 'react'
import { stepUp, stepUpOptions } from '@itellico/contracts/second-factors'
import { Dialog } from '@/components/ui/dialog'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { setStepUpAsker } from '@/lib/step-up'
import { ProofForm, type ProofMethod } from './proof-form'

const ask = () => api(stepUpOptions, { body: { origin: location.origin } })

/** Asks people to confirm that it is them when they do something sensitive; the shell holds it once. */
export function StepUpDialog() {
  const { t } = useI18n()
  const [methods, setMethods] = useState<readonly ProofMethod[] | null>(null)
  const answer = useRef<(confirmed: boolean) => void>(() => undefined)
  useEffect(
    () =>
      setStepUpAsker(async () => {
        setMethods((await ask()).methods)
        return new Promise((resolve) => (answer.current = resolve))
      }),
    [],
  )
  const close = (confirmed: boolean) => {
    setMethods(null)
    answer.current(confirmed)
  }
  return (
    <Dialog
      open={methods !== null}
      onOpenChange={(open) => !open && close(false)}
      title={t('step.title')}
      description={t('step.text')}
      closeLabel={t('common.cancel')}
    >
      {methods && (
        <ProofForm
          methods={methods}
          askPasskey={async () => {
            const { passkey } = await ask()
            if (!passkey) throw new Error('there is no passkey any more')
            return passkey
          }}
          prove={async (proof) => {
            await api(stepUp, { body: { ...proof } })
            close(true)
          }}
        />
      )}
    </Dialog>
  )
}
