'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { linkInvalid, resetPassword } from '@itellico/contracts/auth'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Field } from '@/components/ui/field'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { AuthPage } from './auth-page'
import { FormError } from './form-error'
import { PasswordInput } from './password-input'

const MIN_PASSWORD = 10

/** Sets a new password with the token of the link. */
export function ResetForm() {
  const { t } = useI18n()
  const token = useSearchParams().get('token') ?? ''
  const [state, setState] = useState<'form' | 'done' | 'invalid'>(token ? 'form' : 'invalid')
  const form = useForm({ defaultValues: { password: '' } })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      await api(resetPassword, { body: { token, password } })
      setState('done')
    } catch (cause) {
      if (problemCode(cause) === linkInvalid.code) setState('invalid')
      else problemToForm(cause, form.setError, t)
    }
  })
  if (state === 'done')
    return (
      <AuthPage title={t('reset.done')} lead={t('reset.doneText')}>
        <p>
          <Link href="/login" className={buttonStyles({ size: 'lg' })}>
            {t('login.title')}
          </Link>
        </p>
      </AuthPage>
    )
  if (state === 'invalid')
    return (
      <AuthPage title={t('verify.failed')} lead={t('forgot.lead')}>
        <p>
          <Link href="/forgot-password" className={buttonStyles({ size: 'lg' })}>
            {t('forgot.submit')}
          </Link>
        </p>
      </AuthPage>
    )
  return (
    <AuthPage title={t('reset.title')}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        <FormError message={errors.root?.message} />
        <Field label={t('reset.password')} hint={t('register.passwordHint')} error={errors.password?.message}>
          <PasswordInput
            autoComplete="new-password"
            autoFocus
            {...form.register('password', { required: t('form.required'), minLength: { value: MIN_PASSWORD, message: t('form.passwordShort') } })}
          />
        </Field>
        <Button type="submit" size="lg" busy={isSubmitting}>
          {t('reset.submit')}
        </Button>
      </form>
    </AuthPage>
  )
}
