'use client'

import { useMemo, type ReactNode } from 'react'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import type { Tenant } from '@itellico/contracts/tenants'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useI18n } from '@/lib/i18n/client'
import { INDUSTRIES, IndustryMark } from './industry-mark'
import { slugOf } from './slug'

const LOCALES = ['en', 'en-GB', 'en-US', 'de', 'de-AT', 'de-CH', 'fr', 'it', 'es', 'nl', 'pl']

/** What is asked of every new marketplace. */
export interface MarketValues {
  name: string
  slug: string
  industry: Tenant['industry']
  currency: string
  timezone: string
  locale: string
}

/** Values that a form for a new marketplace begins with. */
export const marketStart: MarketValues = { name: '', slug: '', industry: 'fashion', currency: 'EUR', timezone: 'Europe/Vienna', locale: 'en' }

/** Name, address, industry, language, currency and zone; the address follows the name until somebody writes it. `addressNote` says more of the address. */
export function MarketFields({ addressNote }: { addressNote?: (slug: string) => ReactNode }) {
  const { t, locale } = useI18n()
  const form = useFormContext<MarketValues>()
  const { errors, dirtyFields } = form.formState
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
  const pick = { empty: t('common.nothingFound'), clearLabel: t('common.clear'), openLabel: t('common.open') }
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('ten.name')} error={errors.name?.message}>
          <Input
            maxLength={80}
            autoFocus
            {...form.register('name', {
              validate: (text) => text.trim() !== '' || t('form.required'),
              onChange: (event: { target: { value: string } }) => {
                if (!dirtyFields.slug) form.setValue('slug', slugOf(event.target.value))
              },
            })}
          />
        </Field>
        <Field
          label={t('ten.slug')}
          hint={slug ? (addressNote?.(slug) ?? t('ten.willBe', { host: `${slug}.${location.hostname}` })) : t('ten.slugHint')}
          error={errors.slug?.message}
        >
          <Input
            className="font-mono"
            maxLength={40}
            spellCheck={false}
            autoCapitalize="none"
            {...form.register('slug', { pattern: { value: /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, message: t('ten.slugWrong') }, required: t('form.required') })}
          />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Controller
          control={form.control}
          name="industry"
          render={({ field }) => (
            <Field label={t('ten.industry')}>
              <Select
                value={field.value}
                onValueChange={field.onChange}
                options={INDUSTRIES.map((value) => ({ value, label: t(`ten.industry.${value}`), icon: <IndustryMark industry={value} /> }))}
              />
            </Field>
          )}
        />
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
    </>
  )
}
