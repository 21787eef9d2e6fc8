'use client'

import { useState, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { KeyRound } from 'lucide-react'
import type { PasskeyAnswer } from '@itellico/contracts/second-factors'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { answerPasskey, isCalledOff, isPasskeyError, type Asked } from '@/lib/passkeys'
import { problemText } from '@/lib/problems'
import { FormError } from './form-error'
import { PasswordInput } from './password-input'

/** A way to prove who one is. */
export type ProofMethod = 'password' | 'totp' | 'passkey' | 'backup'
/** What somebody shows. */
export interface Proof {
  readonly code?: string
  readonly password?: string
  readonly passkey?: { readonly challengeId: string; readonly passkey: PasskeyAnswer }
}

interface Props {
  readonly methods: readonly ProofMethod[]
  /** Takes the proof; rejects when it is not accepted. */
  readonly prove: (proof: Proof) => Promise<void>
  /** Gets a challenge for the passkey. */
  readonly askPasskey: () => Promise<Asked>
  readonly children?: ReactNode
}

const OTHER = { totp: 'second.useTotp', passkey: 'second.usePasskey', backup: 'second.useBackup', password: 'step.password' } as const
const TEXT = { totp: 'second.totpText', passkey: 'second.passkeyText', backup: 'second.backupText', password: null } as const

/** Asks for one proof of who somebody is; the other ways that they have are one click away. */
export function ProofForm({ methods, prove, askPasskey, children }: Props) {
  const { t } = useI18n()
  const [method, setMethod] = useState<ProofMethod>(methods[0] ?? 'totp')
  const form = useForm({ defaultValues: { value: '' } })
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState
  const text = TEXT[method]
  const submit = form.handleSubmit(async ({ value }) => {
    try {
      if (method === 'passkey') await prove({ passkey: await answerPasskey(await askPasskey()) })
      else await prove(method === 'password' ? { password: value } : { code: value.trim() })
    } catch (cause) {
      const called = isCalledOff(cause)
      const message = called || isPasskeyError(cause) ? t('second.passkeyFailed') : problemText(cause, t)
      form.setError(method === 'passkey' ? 'root' : 'value', { message }, { shouldFocus: true })
    }
  })
  const choose = (next: ProofMethod) => {
    form.reset()
    setMethod(next)
  }
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      {text && <p className="text-base text-pretty text-ink-2">{t(text)}</p>}
      <FormError message={errors.root?.message} />
      {method === 'password' && (
        <Field label={t('step.password')} error={errors.value?.message}>
          <PasswordInput autoComplete="current-password" autoFocus {...form.register('value', { required: t('form.required') })} />
        </Field>
      )}
      {(method === 'totp' || method === 'backup') && (
        <Field label={t(method === 'totp' ? 'second.code' : 'second.backupCode')} error={errors.value?.message}>
          <Input
            key={method}
            autoFocus
            autoComplete="one-time-code"
            inputMode={method === 'totp' ? 'numeric' : 'text'}
            maxLength={20}
            spellCheck={false}
            className="num text-lg tracking-widest"
            {...form.register('value', { required: t('form.required') })}
          />
        </Field>
      )}
      {children}
      <Button type="submit" size="lg" busy={isSubmitting || (isSubmitSuccessful && !errors.root && !errors.value)}>
        {method === 'passkey' && <KeyRound />}
        {t(method === 'passkey' ? 'second.usePasskey' : 'second.submit')}
      </Button>
      {methods.length > 1 && (
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          {methods
            .filter((m) => m !== method)
            .map((m) => (
              <button key={m} type="button" className="link text-sm text-ink-2" onClick={() => choose(m)}>
                {t(OTHER[m])}
              </button>
            ))}
        </p>
      )}
    </form>
  )
}
