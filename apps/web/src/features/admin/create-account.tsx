'use client'

import { useMemo, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { toast } from 'sonner'
import { createAccount, type Account } from '@itellico/contracts/accounts'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { FormError } from '@/features/auth/form-error'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemToForm } from '@/lib/problems'
import { ACCOUNT_TYPES } from './accounts'
import { countryOptions } from './countries'

interface Values {
  name: string
  type: Account['type']
  ownerEmail: string
  city: string
  country: string | null
}

/** Creates an account and invites its owner. */
export function CreateAccount({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const [key, setKey] = useState(newIdempotencyKey)
  const form = useForm<Values>({ defaultValues: { name: '', type: 'agency', ownerEmail: '', city: '', country: null } })
  const { errors, isSubmitting } = form.formState
  const countries = useMemo(() => countryOptions(locale), [locale])
  const submit = form.handleSubmit(async ({ name, type, ownerEmail, city, country }) => {
    try {
      const account = await api(createAccount, {
        body: { name: name.trim(), type, ownerEmail: ownerEmail.trim(), ...(city.trim() && { city: city.trim() }), ...(country && { country }) },
        idempotencyKey: key,
      })
      toast.success(t('acc.created', { name: account.name }))
      void client.invalidateQueries({ queryKey: ['accounts'] })
      onCreated(account.id)
    } catch (cause) {
      setKey(newIdempotencyKey())
      problemToForm(cause, form.setError, t)
    }
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('acc.create')}
      closeLabel={t('common.close')}
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          <Button type="submit" form="create-account" busy={isSubmitting}>
            {t('acc.create')}
          </Button>
        </>
      }
    >
      <form id="create-account" noValidate className="grid gap-4" onSubmit={(event) => void submit(event)}>
        <FormError message={errors.root?.message} />
        <Field label={t('acc.name')} error={errors.name?.message}>
          <Input maxLength={120} autoFocus {...form.register('name', { validate: (v) => v.trim() !== '' || t('form.required') })} />
        </Field>
        <Controller
          control={form.control}
          name="type"
          render={({ field }) => (
            <Field label={t('acc.type')} error={errors.type?.message}>
              <Select value={field.value} onValueChange={field.onChange} options={ACCOUNT_TYPES.map((value) => ({ value, label: t(`acc.type.${value}`) }))} />
            </Field>
          )}
        />
        <Field label={t('acc.ownerEmail')} hint={t('acc.ownerHint')} error={errors.ownerEmail?.message}>
          <Input
            type="email"
            autoComplete="off"
            maxLength={254}
            {...form.register('ownerEmail', { required: t('form.required'), pattern: { value: /^\S+@\S+\.\S+$/, message: t('form.email') } })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('acc.city')} optional={t('common.optional')} error={errors.city?.message}>
            <Input maxLength={80} {...form.register('city')} />
          </Field>
          <Controller
            control={form.control}
            name="country"
            render={({ field }) => (
              <Field label={t('acc.country')} optional={t('common.optional')} error={errors.country?.message}>
                <Combobox
                  options={countries}
                  value={field.value}
                  onValueChange={field.onChange}
                  empty={t('common.nothingFound')}
                  clearLabel={t('common.clear')}
                  openLabel={t('common.open')}
                />
              </Field>
            )}
          />
        </div>
      </form>
    </Dialog>
  )
}
