'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { Controller, useForm } from 'react-hook-form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createRosterProfile } from '@itellico/contracts/profiles'
import { PageHeader } from '@/components/shell/page-header'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useCountries } from '@/features/profile-form/base-fields'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemToForm } from '@/lib/problems'

interface Values {
  readonly displayName: string
  readonly dateOfBirth: string
  readonly city: string
  readonly country: string | null
}

/** Takes somebody into the roster with the little one knows at first; the rest follows in the profile. */
export function NewTalent() {
  const { t } = useI18n()
  const router = useRouter()
  const client = useQueryClient()
  const countries = useCountries()
  const [key] = useState(newIdempotencyKey)
  const form = useForm<Values>({ defaultValues: { displayName: '', dateOfBirth: '', city: '', country: null } })
  const { errors } = form.formState
  const create = useMutation({
    mutationFn: (v: Values) =>
      api(createRosterProfile, {
        idempotencyKey: key,
        body: {
          displayName: v.displayName.trim(),
          ...(v.dateOfBirth && { dateOfBirth: v.dateOfBirth }),
          ...(v.city.trim() && { city: v.city.trim() }),
          ...(v.country && { country: v.country }),
        },
      }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['profiles'] })
      router.push(`/desk/roster/${id}?tab=pictures`)
    },
    onError: (cause) => problemToForm(cause, form.setError, t),
  })
  return (
    <>
      <PageHeader
        title={t('roster.add')}
        lead={t('roster.addLead')}
        trail={<Breadcrumb label={t('book.trail')} items={[{ label: t('roster.title'), href: '/desk/roster' }, { label: t('roster.add') }]} />}
      />
      <form noValidate className="grid max-w-xl gap-4 sm:grid-cols-2" onSubmit={form.handleSubmit((v) => create.mutate(v))}>
        <Field label={t('pform.name')} error={errors.displayName?.message} className="sm:col-span-2">
          <Input autoFocus maxLength={120} {...form.register('displayName', { validate: (v) => Boolean(v.trim()) || t('form.required') })} />
        </Field>
        <Field
          label={t('pform.birth')}
          hint={t('pform.birthHint')}
          error={errors.dateOfBirth?.message}
          optional={t('common.optional')}
          className="sm:col-span-2"
        >
          <Input type="date" className="tabular" {...form.register('dateOfBirth')} />
        </Field>
        <Field label={t('pform.city')} optional={t('common.optional')} error={errors.city?.message}>
          <Input maxLength={80} {...form.register('city')} />
        </Field>
        <Controller
          control={form.control}
          name="country"
          render={({ field }) => (
            <Field label={t('pform.country')} optional={t('common.optional')} error={errors.country?.message}>
              <Combobox
                options={countries}
                value={field.value}
                onValueChange={field.onChange}
                placeholder={t('common.choose')}
                empty={t('common.nothingFound')}
                clearLabel={t('common.clear')}
                openLabel={t('pform.country')}
              />
            </Field>
          )}
        />
        {errors.root && (
          <p role="alert" className="text-sm font-medium text-bad sm:col-span-2">
            {errors.root.message}
          </p>
        )}
        <div className="sm:col-span-2">
          <Button type="submit" busy={create.isPending}>
            {t('roster.create')}
          </Button>
        </div>
      </form>
    </>
  )
}
