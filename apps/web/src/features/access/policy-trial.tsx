'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { tryPolicy, type PolicyView } from '@itellico/contracts/access'
import { QueryError } from '@/components/shell/query-error'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { policyReasonText } from '@/lib/catalogue/admin-texts'
import { humanise } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { isMessageKey } from '@/lib/i18n/translate'

type Value = boolean | number | string | null
/** The part of JSON Schema that facts are declared with. */
interface FactSchema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly FactSchema[]
  readonly const?: string
}

const choicesOf = (schema: FactSchema): string[] => [...(schema.enum ?? schema.anyOf?.flatMap((s) => (s.const === undefined ? [] : [s.const])) ?? [])]
const isNullable = (schema: FactSchema) => schema.anyOf?.some((s) => s.type === 'null') ?? false
const startOf = (schema: FactSchema): Value => (schema.type === 'boolean' ? false : (choicesOf(schema)[0] ?? (isNullable(schema) ? null : 0)))

/** Facts to play with, and what the rule says of them. */
export function PolicyTrial({ policy }: { policy: PolicyView }) {
  const { t } = useI18n()
  const { properties = {} } = policy.facts as { properties?: Record<string, FactSchema> }
  const [facts, setFacts] = useState<Record<string, Value>>(() =>
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, startOf(schema)])),
  )
  const verdict = useQuery({
    queryKey: ['policies', policy.key, facts],
    queryFn: ({ signal }) => api(tryPolicy, { body: { key: policy.key, facts }, signal }),
    placeholderData: (before) => before,
  })
  const set = (name: string, value: Value) => setFacts((now) => ({ ...now, [name]: value }))
  const label = (name: string) => {
    const key = `acs.f.${name}`
    return isMessageKey(key) ? t(key) : humanise(name)
  }
  return (
    <div className="grid gap-4 border-l-2 border-line-strong pl-4">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {Object.entries(properties).map(([name, schema]) => {
          const choices = choicesOf(schema)
          if (schema.type === 'boolean')
            return <Checkbox key={name} checked={facts[name] === true} onCheckedChange={(on) => set(name, on)} label={label(name)} />
          return (
            <Field key={name} label={label(name)}>
              {choices.length > 0 ? (
                <Select
                  value={String(facts[name])}
                  onValueChange={(value) => set(name, value)}
                  options={choices.map((c) => ({ value: c, label: factText(c) }))}
                />
              ) : (
                <Input
                  type="number"
                  value={facts[name] === null ? '' : String(facts[name])}
                  onChange={(e) => set(name, e.target.value === '' ? (isNullable(schema) ? null : 0) : Number(e.target.value))}
                />
              )}
            </Field>
          )
        })}
      </div>
      {verdict.isError && <QueryError cause={verdict.error} retry={verdict.refetch} />}
      {verdict.data && (
        <p aria-live="polite" className="flex flex-wrap items-center gap-2">
          <Status status={verdict.data.allowed ? 'confirmed' : 'cancelled'} text={t(verdict.data.allowed ? 'acs.tryAllowed' : 'acs.tryRefused')} />
          {verdict.data.reason && <span className="text-ink-2">{policyReasonText(verdict.data.reason, t)}</span>}
        </p>
      )}
    </div>
  )
  function factText(choice: string) {
    const key = `acs.c.${choice}`
    return isMessageKey(key) ? t(key) : humanise(choice)
  }
}
