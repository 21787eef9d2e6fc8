'use client'

import { fieldsOf, type Definition, type FieldValues } from '@itellico/contracts/model-schema'
import { DataStrip } from '@/components/ui/data-strip'
import { Segmented } from '@/components/ui/segmented'
import { useI18n } from '@/lib/i18n/client'
import type { UnitSystem } from '@/lib/units'
import { factsOf } from './field-value'
import { useUnits } from './use-units'

interface Props {
  readonly schema: Definition
  readonly values: FieldValues
  readonly unitSystem: UnitSystem
}

/** The line of a comp card: the measurements that bookers ask for first, in the viewer's units. */
export function CompStrip({ schema, values, unitSystem }: Props) {
  const { t, locale } = useI18n()
  const [units, setUnits] = useUnits(unitSystem)
  const fields = fieldsOf(schema)
  const facts = factsOf(
    fields.filter((f) => f.highlight),
    values,
    { locale, units, t },
  )
  const measured = fields.some((f) => f.unit === 'cm' || f.unit === 'kg')
  if (facts.length === 0) return null
  return (
    <div className="grid gap-2">
      <DataStrip items={facts.map((f) => ({ key: f.key, label: f.label, value: f.text }))} size="lg" />
      {measured && (
        <div className="flex justify-end">
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
        </div>
      )}
    </div>
  )
}
