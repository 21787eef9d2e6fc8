'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useForm } from 'react-hook-form'
import { forgotPassword } from '@itellico/contracts/auth'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemToForm } from '@/lib/problems'
import { AuthPage } from './auth-page'
import { FormError } from './form-error'

/** Asks for a link to set a new password. */
export function ForgotForm() {
  const { t } = useI18n()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const form = useForm({ defaultValues: { email: '' } })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (body) => {
    try {
      await api(forgotPassword, { body })
      setSentTo(body.email)
    } catch (cause) {
      problemToForm(cause, form.setError, t)
    }
  })
  const back = (
    <p>
      <Link href="/login" className="link text-base">
        {t('forgot.back')}
      </Link>
    </p>
  )
  if (sentTo)
    return (
      <AuthPage title={t('forgot.done')} lead={t('forgot.doneText', { email: sentTo })}>
        {back}
      </AuthPage>
    )
  return (
    <AuthPage title={t('forgot.title')} lead={t('forgot.lead')}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        <FormError message={errors.root?.message} />
        <Field label={t('login.email')} error={errors.email?.message}>
          <Input
            type="email"
            autoComplete="email"
            autoFocus
            {...form.register('email', { required: t('form.required'), pattern: { value: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, message: t('form.email') } })}
          />
        </Field>
        <Button type="submit" size="lg" busy={isSubmitting}>
          {t('forgot.submit')}
        </Button>
        {back}
      </form>
    </AuthPage>
  )
}
