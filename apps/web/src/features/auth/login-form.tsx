'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { Controller, useForm } from 'react-hook-form'
import { accessDisabled, emailUnverified } from '@itellico/contracts/auth'
import { ApiProblem } from '@itellico/contracts/client'
import type { Problem } from '@itellico/contracts/kit'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { safeNext } from '@/lib/routes'
import { DemoLogins } from './demo-logins'
import { FormError } from './form-error'
import { PasswordInput } from './password-input'

interface Values {
  email: string
  password: string
  remember: boolean
}

async function signIn(values: Values): Promise<string> {
  const answer = await fetch('/api/auth/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: JSON.stringify(values),
  })
  const body = (await answer.json()) as { home: string } | Problem
  if ('home' in body) return body.home
  throw new ApiProblem(body)
}

/** Signs in and leads to where the person came from, else to their workspace. */
export function LoginForm() {
  const { t } = useI18n()
  const params = useSearchParams()
  const next = safeNext(params.get('next'))
  const form = useForm<Values>({ defaultValues: { email: '', password: '', remember: false } })
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState
  const submit = form.handleSubmit(async (values) => {
    try {
      const home = await signIn(values)
      // A full load: nothing that was fetched as a visitor stays.
      location.assign(next ?? home)
    } catch (cause) {
      if (problemCode(cause) === emailUnverified.code) form.setError('root', { message: t('login.unverified') })
      else if (problemCode(cause) === accessDisabled.code) form.setError('root', { message: t('login.disabled') })
      else problemToForm(cause, form.setError, t)
    }
  })
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      {params.has('ended') && !errors.root && <p className="border-l-2 border-info bg-info-wash px-3 py-2 text-info">{t('login.ended')}</p>}
      <FormError message={errors.root?.message} />
      <Field label={t('login.email')} error={errors.email?.message}>
        <Input type="email" autoComplete="username" autoFocus {...form.register('email', { required: t('form.required') })} />
      </Field>
      <Field label={t('login.password')} error={errors.password?.message}>
        <PasswordInput autoComplete="current-password" {...form.register('password', { required: t('form.required') })} />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Controller
          control={form.control}
          name="remember"
          render={({ field }) => <Checkbox label={t('login.remember')} checked={field.value} onCheckedChange={field.onChange} />}
        />
        <Link href="/forgot-password" className="link text-sm text-ink-2">
          {t('login.forgot')}
        </Link>
      </div>
      <Button type="submit" size="lg" busy={isSubmitting || (isSubmitSuccessful && !errors.root)} className="mt-2">
        {t('login.submit')}
      </Button>
      <DemoLogins
        onPick={({ email, password }) => {
          form.setValue('email', email)
          form.setValue('password', password)
          void submit()
        }}
      />
    </form>
  )
}
