'use client'

import { useMemo, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { createTenant, type Tenant } from '@itellico/contracts/tenants'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field, FieldSet } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { FormError } from '@/features/auth/form-error'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { slugOf } from './slug'

const LOCALES = ['en', 'en-GB', 'en-US', 'de', 'de-AT', 'de-CH', 'fr', 'it', 'es', 'nl', 'pl']
const start = {
  name: '',
  slug: '',
  industry: 'fashion' as Tenant['industry'],
  adminFirstName: '',
  adminLastName: '',
  adminEmail: '',
  currency: 'EUR',
  timezone: 'Europe/Vienna',
  locale: 'en',
}

/** Everything that the platform asks of a new tenant. The address follows the name until somebody writes it. */
export function NewTenantForm({ onCreated }: { onCreated: (tenant: Tenant) => void }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const [key, setKey] = useState(newIdempotencyKey)
  const form = useForm({ defaultValues: start })
  const { errors, isSubmitting, dirtyFields } = form.formState
  const slug = useWatch({ control: form.control, name: 'slug' })
  const lists = useMemo(() => {
    const languages = new Intl.DisplayNames([locale], { type: 'language' })
    const money = new Intl.DisplayNames([locale], { type: 'currency' })
    return {
      zones: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') })),
      currencies: Intl.supportedValuesOf('currency').map((value) => ({ value, label: value, hint: money.of(value) ?? '' })),
      languages: LOCALES.map((value) => ({ value, label: languages.of(value) ?? value })),
    }
  }, [locale])
  const needed = (text: string) => text.trim() !== '' || t('form.required')
  const submit = form.handleSubmit(async (values) => {
    try {
      const tenant = await api(createTenant, { body: values, idempotencyKey: key })
      void client.invalidateQueries({ queryKey: ['tenants'] })
      onCreated(tenant)
    } catch (cause) {
      setKey(newIdempotencyKey())
      problemToForm(cause, form.setError, t)
      if (problemCode(cause) === 'tenants.slug_taken') form.setError('slug', { message: t('ten.slugTaken') }, { shouldFocus: true })
    }
  })
  const pick = { empty: t('common.nothingFound'), clearLabel: t('common.clear'), openLabel: t('common.open') }
  return (
    <form noValidate className="grid max-w-3xl gap-10" onSubmit={(event) => void submit(event)}>
      <FormError message={errors.root?.message} />
      <FieldSet
        legend={t('ten.market')}
        className="gap-4 [&>legend]:w-full [&>legend]:border-b [&>legend]:border-line-strong [&>legend]:pb-1 [&>legend]:font-display [&>legend]:text-lg [&>legend]:font-semibold"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('ten.name')} error={errors.name?.message}>
            <Input
              maxLength={80}
              autoFocus
              {...form.register('name', {
                validate: needed,
                onChange: (event: { target: { value: string } }) => {
                  if (!dirtyFields.slug) form.setValue('slug', slugOf(event.target.value))
                },
              })}
            />
          </Field>
          <Field label={t('ten.slug')} hint={slug ? t('ten.willBe', { host: `${slug}.${location.hostname}` }) : t('ten.slugHint')} error={errors.slug?.message}>
            <Input
              className="font-mono"
              maxLength={40}
              spellCheck={false}
              autoCapitalize="none"
              {...form.register('slug', { pattern: { value: /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, message: t('ten.slugWrong') }, required: t('form.required') })}
            />
          </Field>
        </div>
        <Controller
          control={form.control}
          name="industry"
          render={({ field }) => (
            <div className="grid justify-items-start gap-1.5">
              <span className="text-sm font-medium">{t('ten.industry')}</span>
              <Segmented
                label={t('ten.industry')}
                value={field.value}
                onValueChange={field.onChange}
                options={(['fashion', 'kids', 'pets'] as const).map((value) => ({ value, label: t(`ten.industry.${value}`) }))}
              />
            </div>
          )}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <Controller
            control={form.control}
            name="locale"
            render={({ field }) => (
              <Field label={t('ten.locale')} error={errors.locale?.message}>
                <Select value={field.value} onValueChange={field.onChange} options={lists.languages} />
              </Field>
            )}
          />
          <Controller
            control={form.control}
            name="currency"
            render={({ field }) => (
              <Field label={t('ten.currency')} error={errors.currency?.message}>
                <Combobox options={lists.currencies} value={field.value} onValueChange={(v) => v && field.onChange(v)} {...pick} />
              </Field>
            )}
          />
          <Controller
            control={form.control}
            name="timezone"
            render={({ field }) => (
              <Field label={t('settings.timezone')} error={errors.timezone?.message}>
                <Combobox options={lists.zones} value={field.value} onValueChange={(v) => v && field.onChange(v)} {...pick} />
              </Field>
            )}
          />
        </div>
      </FieldSet>
      <FieldSet
        legend={t('ten.admin')}
        className="gap-4 [&>legend]:w-full [&>legend]:border-b [&>legend]:border-line-strong [&>legend]:pb-1 [&>legend]:font-display [&>legend]:text-lg [&>legend]:font-semibold"
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('register.firstName')} error={errors.adminFirstName?.message}>
            <Input maxLength={80} {...form.register('adminFirstName', { validate: needed })} />
          </Field>
          <Field label={t('register.lastName')} error={errors.adminLastName?.message}>
            <Input maxLength={80} {...form.register('adminLastName', { validate: needed })} />
          </Field>
        </div>
        <Field label={t('login.email')} hint={t('ten.adminHint')} error={errors.adminEmail?.message}>
          <Input
            type="email"
            autoComplete="off"
            maxLength={254}
            {...form.register('adminEmail', { required: t('form.required'), pattern: { value: /^\S+@\S+\.\S+$/, message: t('form.email') } })}
          />
        </Field>
      </FieldSet>
      <div>
        <Button type="submit" size="lg" busy={isSubmitting}>
          {t('ten.create')}
        </Button>
      </div>
    </form>
  )
}
