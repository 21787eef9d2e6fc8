'use client'

import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { FormProvider, useForm } from 'react-hook-form'
import { createTenant, type Tenant } from '@itellico/contracts/tenants'
import { Button } from '@/components/ui/button'
import { Field, FieldSet } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { FormError } from '@/features/auth/form-error'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { MarketFields, marketStart } from './market-fields'

const start = { ...marketStart, adminFirstName: '', adminLastName: '', adminEmail: '' }
const setStyles =
  'gap-4 [&>legend]:w-full [&>legend]:border-b [&>legend]:border-line-strong [&>legend]:pb-1 [&>legend]:font-display [&>legend]:text-lg [&>legend]:font-semibold'

/** Everything that the platform asks of a new tenant. */
export function NewTenantForm({ onCreated }: { onCreated: (tenant: Tenant) => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [key, setKey] = useState(newIdempotencyKey)
  const form = useForm({ defaultValues: start })
  const { errors, isSubmitting } = form.formState
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
  return (
    <FormProvider {...form}>
      <form noValidate className="grid max-w-3xl gap-10" onSubmit={(event) => void submit(event)}>
        <FormError message={errors.root?.message} />
        <FieldSet legend={t('ten.market')} className={setStyles}>
          <MarketFields />
        </FieldSet>
        <FieldSet legend={t('ten.admin')} className={setStyles}>
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
    </FormProvider>
  )
}
