'use client'

import { useEffect, useState } from 'react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { Controller, useForm } from 'react-hook-form'
import { accessDisabled, emailUnverified } from '@itellico/contracts/auth'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { safeNext } from '@/lib/routes'
import { DemoLogins } from './demo-logins'
import { Enrolment } from './enrolment'
import { FormError } from './form-error'
import { KeepAccount } from './keep-account'
import { PasskeySignIn } from './passkey-sign-in'
import { PasswordInput } from './password-input'
import { ProviderButtons } from './provider-buttons'
import { leftToProve, providerProblem } from './provider-sign-in'
import { SecondStep } from './second-step'
import { leavingOf, postSignIn, unfinished, type Leaving, type Unfinished } from './sign-in'

interface Values {
  email: string
  password: string
  remember: boolean
}

/** Signs in and leads to where the person came from, else to their workspace. Providers of identities are offered by marketplaces only. */
export function LoginForm({ providers = false }: { providers?: boolean }) {
  const { t } = useI18n()
  const params = useSearchParams()
  const next = safeNext(params.get('next'))
  const form = useForm<Values>({ defaultValues: { email: '', password: '', remember: false } })
  const [waiting, setWaiting] = useState<Unfinished | null>(null)
  const back = params.get('sso')
  useEffect(() => {
    if (back === 'step') void leftToProve().then(setWaiting)
  }, [back])
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState
  // A full load: nothing that was fetched as a visitor stays.
  const enter = (home: string) => location.assign(next ?? home)
  const submit = form.handleSubmit(async (values) => {
    try {
      enter((await postSignIn('login', values)).home)
    } catch (cause) {
      const left = unfinished(cause)
      const going = leavingOf(cause)
      if (left) setWaiting(left)
      else if (going) setLeaving(going)
      else if (problemCode(cause) === emailUnverified.code) form.setError('root', { message: t('login.unverified') })
      else if (problemCode(cause) === accessDisabled.code) form.setError('root', { message: t('login.disabled') })
      else problemToForm(cause, form.setError, t)
    }
  })
  const { email, remember } = form.getValues()
  const stay = () => {
    form.reset()
    setWaiting(null)
    setLeaving(null)
  }
  if (leaving) return <KeepAccount leaving={leaving} onKept={stay} />
  if (waiting?.kind === 'enrol') return <Enrolment ticket={waiting.pending.ticket} email={email} remember={remember} onDone={enter} />
  if (waiting) return <SecondStep pending={waiting.pending} remember={remember} onDone={enter} onLeaving={setLeaving} onRestart={() => location.reload()} />
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      {params.has('ended') && !errors.root && <p className="border-l-2 border-info bg-info-wash px-3 py-2 text-info">{t('login.ended')}</p>}
      <FormError message={errors.root?.message ?? providerProblem(back, t)} />
      <Field label={t('login.email')} error={errors.email?.message}>
        <Input type="email" autoComplete="username webauthn" autoFocus {...form.register('email', { required: t('form.required') })} />
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
      <PasskeySignIn
        remember={() => form.getValues('remember')}
        onDone={enter}
        onLeaving={setLeaving}
        onProblem={(message) => form.setError('root', { message })}
      />
      {providers && <ProviderButtons next={next} remember={() => form.getValues('remember')} onProblem={(message) => form.setError('root', { message })} />}
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
