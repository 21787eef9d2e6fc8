'use client'

import { Controller } from 'react-hook-form'
import { localText, type Definition } from '@itellico/contracts/model-schema'
import type { Profile } from '@itellico/contracts/profiles'
import { Badge } from '@/components/ui/status'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { useUnits } from '@/features/profiles/use-units'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import type { UnitSystem } from '@/lib/units'
import { BaseFields } from './base-fields'
import { FieldControl } from './field-control'
import { missingFields, valueProblem } from './form-values'
import { SaveBar } from './save-bar'
import { useProfileForm, type ProfileStore } from './use-profile-form'

interface Props {
  readonly profile: Profile
  readonly definition: Definition
  readonly unitSystem: UnitSystem
  readonly store: ProfileStore
  readonly readOnly?: boolean
}

/** Everything a marketplace wants to know of a profile, made from its own schema. */
export function ProfileForm({ profile, definition, unitSystem, store, readOnly = false }: Props) {
  const { t, locale } = useI18n()
  const [units, setUnits] = useUnits(unitSystem)
  const { form, errors, problem, dirty, stale, values, busy, submit, keepMine, discard, reload } = useProfileForm(profile, store)
  const missing = new Set(missingFields(definition, values ?? {}).map((f) => f.key))
  const sections = definition.sections.map((s) => ({ ...s, fields: s.fields.filter((f) => !f.deprecated) })).filter((s) => s.fields.length > 0)
  const measured = sections.some((s) => s.fields.some((f) => f.unit === 'cm' || f.unit === 'kg'))
  const wide = new Set(['longtext', 'multiselect'])
  return (
    <form noValidate onSubmit={submit} className="grid gap-x-10 gap-y-6 xl:grid-cols-[12rem_minmax(0,46rem)]">
      <nav aria-label={t('pform.sections')} className="hidden xl:block">
        <ul className="sticky top-20 grid gap-1 border-l border-line">
          {[
            { key: 'base', label: t('pform.base'), open: 0 },
            ...sections.map((s) => ({ key: s.key, label: localText(s.label, locale), open: s.fields.filter((f) => missing.has(f.key)).length })),
          ].map((s) => (
            <li key={s.key}>
              <a href={`#section-${s.key}`} className="flex min-h-7 items-center justify-between gap-2 pl-3 text-base text-ink-2 hover:text-ink">
                {s.label}
                {s.open > 0 && <span className="tabular text-xs text-warn">{t('pform.missing', { count: s.open })}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <fieldset disabled={readOnly} className="grid min-w-0 gap-10">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-base text-ink-2">{missing.size > 0 ? t('pform.missingAll', { count: missing.size }) : t('pform.complete')}</p>
          {measured && (
            <Segmented<UnitSystem>
              label={t('profile.units')}
              value={units}
              onValueChange={setUnits}
              className="h-8"
              options={[
                { value: 'metric', label: t('profile.metric') },
                { value: 'imperial', label: t('profile.imperial') },
              ]}
            />
          )}
        </div>
        <BaseFields definition={definition} control={form.control} register={form.register} errors={errors} isMinor={profile.isMinor} />
        {sections.map((section) => (
          <section key={section.key} id={`section-${section.key}`} className="grid scroll-mt-20 gap-4">
            <h2 className="border-b border-line-strong pb-1 text-lg font-semibold">{localText(section.label, locale)}</h2>
            <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
              {section.fields.map((field) => (
                <Controller
                  key={`${field.key}${units}`}
                  control={form.control}
                  name={`values.${field.key}`}
                  rules={{ validate: (v) => valueProblem(field, v as string, { definition, values: form.getValues('values'), system: units }, t) ?? true }}
                  render={({ field: bound, fieldState }) => (
                    <Field
                      className={cn(wide.has(field.type) && 'sm:col-span-2')}
                      error={fieldState.error?.message}
                      label={
                        <span className="inline-flex items-center gap-1.5">
                          {localText(field.label, locale)}
                          {field.required && (
                            <span className={missing.has(field.key) ? 'text-warn' : 'text-ink-3'} title={t('pform.required')}>
                              *<span className="sr-only">{t('pform.required')}</span>
                            </span>
                          )}
                        </span>
                      }
                      {...(field.privacy !== 'public' && { optional: field.privacy === 'private' ? t('pform.private') : t('pform.members') })}
                    >
                      <FieldControl field={field} value={bound.value} system={units} values={values ?? {}} onChange={bound.onChange} onBlur={bound.onBlur} />
                    </Field>
                  )}
                />
              ))}
            </div>
          </section>
        ))}
        {readOnly ? (
          <Badge>{t('pform.readOnly')}</Badge>
        ) : (
          <SaveBar dirty={dirty} stale={stale} busy={busy} error={problem} onDiscard={discard} onReload={reload} onKeep={keepMine} />
        )}
      </fieldset>
    </form>
  )
}
