'use client'

import { useMemo } from 'react'
import { useRouter } from 'next/navigation'
import { Controller, useForm } from 'react-hook-form'
import { toast } from 'sonner'
import { updateMe } from '@itellico/contracts/auth'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { FormError } from '@/features/auth/form-error'
import { api } from '@/lib/api.client'
import { LOCALE_COOKIE } from '@/lib/cookie-names'
import { useI18n } from '@/lib/i18n/client'
import { languageOf } from '@/lib/locales'
import { usePerson } from '@/lib/me'
import { problemToForm } from '@/lib/problems'
import { remember } from '@/lib/remember'

/** Name, language and time zone of the signed-in person. */
export function PersonForm() {
  const { t } = useI18n()
  const router = useRouter()
  const { me, tenant } = usePerson()
  const locales = tenant?.locales ?? ['en']
  const form = useForm({
    defaultValues: {
      firstName: me.firstName,
      lastName: me.lastName,
      locale: locales.find((l) => languageOf(l) === languageOf(me.locale)) ?? locales[0] ?? 'en',
      timezone: me.timezone,
    },
  })
  const { errors, isSubmitting, isDirty } = form.formState
  const zones = useMemo(
    () => [...new Set(['UTC', me.timezone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
    [me.timezone],
  )
  const languages = locales.map((tag) => ({ value: tag, label: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag }))
  const submit = form.handleSubmit(async (values) => {
    try {
      await api(updateMe, { body: values })
      remember(LOCALE_COOKIE, values.locale)
      form.reset(values)
      toast.success(t('common.saved'))
      router.refresh()
    } catch (cause) {
      problemToForm(cause, form.setError, t)
    }
  })
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <FormError message={errors.root?.message} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('register.firstName')} error={errors.firstName?.message}>
          <Input autoComplete="given-name" maxLength={80} {...form.register('firstName', { required: t('form.required') })} />
        </Field>
        <Field label={t('register.lastName')} error={errors.lastName?.message}>
          <Input autoComplete="family-name" maxLength={80} {...form.register('lastName', { required: t('form.required') })} />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Controller
          control={form.control}
          name="locale"
          render={({ field }) => (
            <Field label={t('language.label')} error={errors.locale?.message}>
              <Select options={languages} value={field.value} onValueChange={field.onChange} />
            </Field>
          )}
        />
        <Controller
          control={form.control}
          name="timezone"
          render={({ field }) => (
            <Field label={t('settings.timezone')} error={errors.timezone?.message}>
              <Combobox
                options={zones}
                value={field.value}
                onValueChange={(zone) => zone && field.onChange(zone)}
                empty={t('common.nothingFound')}
                clearLabel={t('common.clear')}
                openLabel={t('common.open')}
              />
            </Field>
          )}
        />
      </div>
      <div>
        <Button type="submit" busy={isSubmitting} disabled={!isDirty}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
