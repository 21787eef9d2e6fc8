'use client'

import { localText, type Definition, type FieldValues } from '@itellico/contracts/model-schema'
import { useI18n } from '@/lib/i18n/client'
import type { UnitSystem } from '@/lib/units'
import { factsOf } from './field-value'
import { useUnits } from './use-units'

interface Props {
  readonly schema: Definition
  readonly values: FieldValues
  readonly unitSystem: UnitSystem
}

/** Everything a profile tells, in the order of the marketplace's fields. */
export function ProfileFacts({ schema, values, unitSystem }: Props) {
  const { t, locale } = useI18n()
  const [units] = useUnits(unitSystem)
  const sections = schema.sections
    .map((section) => ({ key: section.key, label: localText(section.label, locale), facts: factsOf(section.fields, values, { locale, units, t }) }))
    .filter((section) => section.facts.length > 0)
  if (sections.length === 0) return <p className="text-base text-ink-3">{t('profile.noDetails')}</p>
  return (
    <div className="gap-x-10 sm:columns-2">
      {sections.map((section) => (
        <section key={section.key} className="mb-8 break-inside-avoid">
          <h3 className="mb-1 text-md font-semibold">{section.label}</h3>
          <dl className="border-t border-line-strong">
            {section.facts.map((fact) => (
              <div key={fact.key} className="flex justify-between gap-6 border-b border-line py-1.5">
                <dt className="shrink-0 text-base text-ink-3">{fact.label}</dt>
                <dd className="tabular min-w-0 text-right text-base break-words">
                  {fact.href ? (
                    <a href={fact.href} rel="nofollow noopener" target="_blank" className="link">
                      {fact.text}
                    </a>
                  ) : (
                    fact.text
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
