'use client'

import { useMemo } from 'react'
import { Controller, type Control, type FieldErrors, type UseFormRegister } from 'react-hook-form'
import type { FieldOption } from '@itellico/contracts/model-schema'
import type { Visibility } from '@itellico/contracts/profiles'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/i18n/client'
import { CategoriesField } from './categories-field'
import type { ProfileFormValues } from './form-values'

const CODES =
  'AD AE AL AM AR AT AU AZ BA BE BG BR BY CA CH CL CN CO CY CZ DE DK DZ EC EE EG ES FI FR GB GE GH GR HK HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KR KZ LB LI LT LU LV MA MC MD ME MK MT MX MY NG NL NO NZ PE PH PK PL PT QA RO RS RU RW SA SE SG SI SK SN TH TN TR TT TW TZ UA UG US UY VE VN ZA'.split(
    ' ',
  )

/** Countries by name in the language of the page. */
export function useCountries() {
  const { locale } = useI18n()
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' })
    return CODES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => a.label.localeCompare(b.label, locale))
  }, [locale])
}

/** What every profile has, whatever the marketplace is about. */
export function BaseFields({
  control,
  register,
  errors,
  isMinor,
  categories,
}: {
  control: Control<ProfileFormValues>
  register: UseFormRegister<ProfileFormValues>
  errors: FieldErrors<ProfileFormValues>
  isMinor: boolean
  categories: readonly FieldOption[]
}) {
  const { t } = useI18n()
  const countries = useCountries()
  return (
    <section id="section-base" className="grid scroll-mt-20 gap-4">
      <h2 className="border-b border-line-strong pb-1 text-lg font-semibold">{t('pform.base')}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('pform.name')} error={errors.displayName?.message} className="sm:col-span-2">
          <Input maxLength={120} {...register('displayName', { validate: (v) => Boolean(v.trim()) || t('form.required') })} />
        </Field>
        <Field label={t('pform.city')} error={errors.city?.message}>
          <Input maxLength={80} {...register('city')} />
        </Field>
        <Controller
          control={control}
          name="country"
          render={({ field }) => (
            <Field label={t('pform.country')} error={errors.country?.message}>
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
        {categories.length > 0 ? (
          <CategoriesField control={control} categories={categories} />
        ) : (
          <Field label={t('pform.categories')} hint={t('pform.categoriesHint')} error={errors.categories?.message} className="sm:col-span-2">
            <Input {...register('categories')} />
          </Field>
        )}
        <Field label={t('pform.bio')} hint={t('pform.bioHint')} error={errors.bio?.message} className="sm:col-span-2">
          <Textarea rows={5} maxLength={3000} {...register('bio')} />
        </Field>
        {isMinor ? (
          <p className="text-base text-ink-2 sm:col-span-2">{t('pform.visibilityMinor')}</p>
        ) : (
          <Controller
            control={control}
            name="visibility"
            render={({ field }) => (
              <div className="grid justify-items-start gap-1.5 sm:col-span-2">
                <span className="text-sm font-medium">{t('pform.visibility')}</span>
                <Segmented<Visibility>
                  label={t('pform.visibility')}
                  value={field.value}
                  onValueChange={field.onChange}
                  options={[
                    { value: 'public', label: t('pform.visibility.public') },
                    { value: 'members', label: t('pform.visibility.members') },
                  ]}
                />
                <p className="text-sm text-ink-3">{t('pform.visibilityHint')}</p>
              </div>
            )}
          />
        )}
      </div>
    </section>
  )
}
