'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { register } from '@itellico/contracts/auth'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemToForm } from '@/lib/problems'
import { AuthPage } from './auth-page'
import { FormError } from './form-error'
import { PasswordInput } from './password-input'

const MIN_PASSWORD = 10
type Side = 'talent' | 'client'

interface Values {
  as: Side
  firstName: string
  lastName: string
  email: string
  password: string
  dateOfBirth: string
  companyName: string
}

/** Registers a talent or a client; the address is confirmed by a message. */
export function RegisterForm({ marketplace }: { marketplace: string }) {
  const { t, locale } = useI18n()
  const wanted = useSearchParams().get('as')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const form = useForm<Values>({
    defaultValues: { as: wanted === 'client' ? 'client' : 'talent', firstName: '', lastName: '', email: '', password: '', dateOfBirth: '', companyName: '' },
  })
  const { errors, isSubmitting } = form.formState
  const as = useWatch({ control: form.control, name: 'as' })
  const required = { required: t('form.required') }
  const submit = form.handleSubmit(async ({ dateOfBirth, companyName, ...values }) => {
    try {
      await api(register, {
        body: { ...values, locale, ...(as === 'talent' && dateOfBirth && { dateOfBirth }), ...(as === 'client' && companyName && { companyName }) },
      })
      setSentTo(values.email)
    } catch (cause) {
      problemToForm(cause, form.setError, t)
    }
  })
  if (sentTo)
    return (
      <AuthPage title={t('register.done')} lead={t('register.doneText', { email: sentTo })}>
        <Link href="/login" className={buttonStyles({ variant: 'outline', size: 'lg' })}>
          {t('login.title')}
        </Link>
      </AuthPage>
    )
  return (
    <AuthPage title={t('register.title', { name: marketplace })}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        <FormError message={errors.root?.message} />
        <Controller
          control={form.control}
          name="as"
          render={({ field }) => (
            <RadioGroup
              value={field.value}
              onValueChange={(value) => field.onChange(value)}
              aria-label={t('register.as')}
              className="grid grid-cols-2 border border-line-strong"
            >
              {(['talent', 'client'] as const).map((side) => (
                <label
                  key={side}
                  className="grid cursor-pointer gap-0.5 border-line-strong p-3 transition-colors duration-150 not-last:border-r has-data-checked:bg-brand-wash has-data-checked:text-brand-ink"
                >
                  <span className="flex items-center gap-2 text-md font-semibold">
                    <Radio.Root
                      value={side}
                      className="grid size-4 place-items-center rounded-full border border-line-strong bg-surface data-checked:border-brand"
                    >
                      <Radio.Indicator className="size-2 rounded-full bg-brand" />
                    </Radio.Root>
                    {t(side === 'talent' ? 'register.talent' : 'register.client')}
                  </span>
                  <span className="text-sm text-ink-2">{t(side === 'talent' ? 'register.talentText' : 'register.clientText')}</span>
                </label>
              ))}
            </RadioGroup>
          )}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('register.firstName')} error={errors.firstName?.message}>
            <Input autoComplete="given-name" maxLength={80} {...form.register('firstName', required)} />
          </Field>
          <Field label={t('register.lastName')} error={errors.lastName?.message}>
            <Input autoComplete="family-name" maxLength={80} {...form.register('lastName', required)} />
          </Field>
        </div>
        {as === 'client' && (
          <Field label={t('register.company')} optional={t('common.optional')} error={errors.companyName?.message}>
            <Input autoComplete="organization" maxLength={120} {...form.register('companyName')} />
          </Field>
        )}
        {as === 'talent' && (
          <Field label={t('register.birth')} hint={t('register.birthHint')} error={errors.dateOfBirth?.message}>
            <Input type="date" autoComplete="bday" min="1900-01-01" {...form.register('dateOfBirth', required)} />
          </Field>
        )}
        <Field label={t('login.email')} error={errors.email?.message}>
          <Input
            type="email"
            autoComplete="email"
            {...form.register('email', { ...required, pattern: { value: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, message: t('form.email') } })}
          />
        </Field>
        <Field label={t('login.password')} hint={t('register.passwordHint')} error={errors.password?.message}>
          <PasswordInput
            autoComplete="new-password"
            {...form.register('password', { ...required, minLength: { value: MIN_PASSWORD, message: t('form.passwordShort') } })}
          />
        </Field>
        <Button type="submit" size="lg" busy={isSubmitting} className="mt-2">
          {t('register.submit')}
        </Button>
        <p className="text-base text-ink-2">
          {t('register.have')}{' '}
          <Link href="/login" className="link font-medium text-ink">
            {t('login.title')}
          </Link>
        </p>
      </form>
    </AuthPage>
  )
}
