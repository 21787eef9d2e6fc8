import { filterInvalid } from '@itellico/contracts/search'
import { fieldsOf, type Definition, type Field } from '@itellico/contracts/model-schema'
import { refused, type FieldRule } from '@itellico/contracts/refusals'
import { fail } from '@itellico/kernel/errors'

/** A narrowing of one field. */
export type Filter =
  | { readonly kind: 'choice'; readonly field: Field; readonly values: readonly string[] }
  | { readonly kind: 'range'; readonly field: Field; readonly from: number | null; readonly to: number | null }

/** Text as the word index is asked: words folded to letters and digits, each as a prefix; null when nothing is left. */
export function toWords(q: string | undefined): string | null {
  const words =
    (q ?? '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0
    ? null
    : words
        .slice(0, 12)
        .map((w) => `${w.slice(0, 60)}:*`)
        .join(' & ')
}

const KEY = /^attr\.([A-Za-z0-9_]+)(?:\[(gte|lte)\])?$/

/** Who searches. What members may see beyond the public is kept in columns of its own. */
export type Audience = 'public' | 'members'

/** The fields that can be found and counted by an audience. */
export function searchable(definition: Definition, by: Audience): Field[] {
  return fieldsOf(definition).filter((f) => !f.deprecated && (f.privacy === 'public' || (by === 'members' && f.privacy === 'members')))
}

/** Reads the filters by field from a query string; an unknown field or an impossible value is refused by name. */
export function readFilters(definition: Definition, query: Readonly<Record<string, unknown>>, by: Audience): Filter[] {
  const fields = new Map(searchable(definition, by).map((f) => [f.key, f]))
  const choices: Filter[] = []
  const ranges = new Map<string, { field: Field; from: number | null; to: number | null }>()
  const refuse = (name: string, rule: FieldRule): never => {
    const problem = refused(name, rule)
    throw fail(filterInvalid, { detail: `${name} ${problem.message}.`, errors: [problem] })
  }
  for (const [name, value] of Object.entries(query)) {
    if (['q', 'cursor', 'limit', 'sort', 'category', 'city', 'locale'].includes(name)) continue
    const match = KEY.exec(name)
    const field = match?.[1] ? fields.get(match[1]) : undefined
    if (!match || !field) {
      refuse(name, 'filter')
      continue
    }
    const text = String(value)
    if (match[2]) {
      const n = Number(text)
      if (text.trim() === '' || !Number.isFinite(n)) refuse(name, 'number')
      if (field.type !== 'number' && field.type !== 'measurement') refuse(name, 'filterOrder')
      const range = ranges.get(field.key) ?? { field, from: null, to: null }
      ranges.set(field.key, match[2] === 'gte' ? { ...range, from: n } : { ...range, to: n })
    } else if (field.type === 'select' || field.type === 'multiselect' || field.type === 'boolean') {
      choices.push({ kind: 'choice', field, values: text.split(',').filter(Boolean) })
    } else if (field.type === 'number' || field.type === 'measurement') {
      const n = Number(text)
      if (!Number.isFinite(n)) refuse(name, 'number')
      ranges.set(field.key, { field, from: n, to: n })
    } else refuse(name, 'filterKind')
  }
  return [...choices, ...[...ranges.values()].map((r): Filter => ({ kind: 'range', ...r }))]
}

/** SQL conditions with their values, numbered from `$1`. */
export class Conditions {
  readonly values: unknown[] = []
  private readonly parts: string[] = []
  add(sql: (bind: (value: unknown) => string) => string): void {
    this.parts.push(sql((value) => `$${this.values.push(value)}`))
  }
  get where(): string {
    return this.parts.length ? this.parts.join(' and ') : 'true'
  }
}

/** Name of the column that holds the values of a document. */
export type ValuesColumn = 'values' | 'member_values'

/** The condition of one filter on a search document. Field keys are checked against the definition, values are bound. */
export function conditionOf(filter: Filter, column: ValuesColumn, bind: (value: unknown) => string): string {
  const key = bind(filter.field.key)
  if (filter.kind === 'choice') {
    const values = bind([...filter.values])
    if (filter.field.type === 'multiselect') return `${column} -> ${key}::text ?| ${values}::text[]`
    return `${column} ->> ${key}::text = any(${values}::text[])`
  }
  const number = `case when jsonb_typeof(${column} -> ${key}::text) = 'number' then (${column} ->> ${key}::text)::numeric end`
  return [filter.from !== null ? `${number} >= ${bind(filter.from)}::numeric` : '', filter.to !== null ? `${number} <= ${bind(filter.to)}::numeric` : '']
    .filter(Boolean)
    .join(' and ')
}
