'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { signUpProgress, signUpTenant } from '@itellico/contracts/tenant-life'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Progress } from '@/components/ui/progress'
import { AuthPage } from '@/features/auth/auth-page'
import { FormError } from '@/features/auth/form-error'
import { MarketFields, marketStart } from '@/features/console/market-fields'
import { stepText } from '@/features/console/use-console'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { AddressNote } from './address-note'
import { PlanChoice, type Offered } from './plan-choice'

const LOOK_AGAIN_MS = 1_000
const start = { ...marketStart, plan: 'starter' as Offered, firstName: '', lastName: '', email: '' }

/** Opens a marketplace: asks for what it needs, then shows how it is set up. */
export function SignUp() {
  const { t } = useI18n()
  const [begun, setBegun] = useState<{ ticket: string; name: string } | null>(null)
  if (begun) return <SettingUp {...begun} />
  return (
    <AuthPage title={t('up.title')} lead={t('up.lead')}>
      <SignUpForm onBegun={setBegun} />
      <p className="mt-6 text-sm text-ink-3">{t('up.have')}</p>
    </AuthPage>
  )
}

function SignUpForm({ onBegun }: { onBegun: (begun: { ticket: string; name: string }) => void }) {
  const { t } = useI18n()
  // made when first needed: the page itself is rendered for everybody
  const [key, setKey] = useState('')
  const form = useForm({ defaultValues: start })
  const { errors, isSubmitting } = form.formState
  const needed = (text: string) => text.trim() !== '' || t('form.required')
  const plan = useWatch({ control: form.control, name: 'plan' })
  const submit = form.handleSubmit(async (values) => {
    const idempotencyKey = key || newIdempotencyKey()
    setKey(idempotencyKey)
    try {
      const { ticket } = await api(signUpTenant, { body: values, idempotencyKey })
      onBegun({ ticket, name: values.name.trim() })
    } catch (cause) {
      setKey('')
      problemToForm(cause, form.setError, t)
      if (problemCode(cause) === 'tenants.slug_taken') form.setError('slug', { message: t('ten.slugTaken') }, { shouldFocus: true })
    }
  })
  return (
    <FormProvider {...form}>
      <form noValidate className="grid gap-5" onSubmit={(event) => void submit(event)}>
        <FormError message={errors.root?.message} />
        <MarketFields addressNote={(slug) => <AddressNote slug={slug} />} />
        <PlanChoice value={plan} onValueChange={(next) => form.setValue('plan', next)} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('register.firstName')} error={errors.firstName?.message}>
            <Input maxLength={80} autoComplete="given-name" {...form.register('firstName', { validate: needed })} />
          </Field>
          <Field label={t('register.lastName')} error={errors.lastName?.message}>
            <Input maxLength={80} autoComplete="family-name" {...form.register('lastName', { validate: needed })} />
          </Field>
        </div>
        <Field label={t('up.email')} hint={t('up.emailHint')} error={errors.email?.message}>
          <Input
            type="email"
            autoComplete="email"
            maxLength={254}
            {...form.register('email', { required: t('form.required'), pattern: { value: /^\S+@\S+\.\S+$/, message: t('form.email') } })}
          />
        </Field>
        <Button type="submit" size="lg" busy={isSubmitting}>
          {t('up.create')}
        </Button>
      </form>
    </FormProvider>
  )
}

/** How far the setting up is; at the end, the way in. */
function SettingUp({ ticket, name }: { ticket: string; name: string }) {
  const { t } = useI18n()
  const progress = useQuery({
    queryKey: ['signup', ticket],
    queryFn: ({ signal }) => api(signUpProgress, { params: { ticket }, signal }),
    refetchInterval: (query) => (query.state.data && query.state.data.status !== 'provisioning' ? false : LOOK_AGAIN_MS),
  })
  const { status = 'provisioning', progress: step, host = '', url = '' } = progress.data ?? {}
  if (status === 'failed') return <AuthPage title={t('up.stopped')} lead={t('up.stoppedText')} />
  if (status !== 'provisioning')
    return (
      <AuthPage title={t('up.ready', { name })} lead={t('up.readyText')}>
        <a href={url} className={buttonStyles({ size: 'lg' })}>
          {t('up.open', { host })}
        </a>
      </AuthPage>
    )
  return (
    <AuthPage title={t('ten.progress', { name })}>
      <div aria-live="polite">
        <Progress value={step && step.total > 1 ? Math.round((step.done / step.total) * 100) : null} label={step ? stepText(t, step) : t('common.loading')} />
      </div>
    </AuthPage>
  )
}
