import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { TSchema } from 'typebox'

// the package is CommonJS: its function is the module itself or its default, by loader
const addFormats = (typeof formats === 'function' ? formats : (formats as unknown as { default: typeof formats }).default) as unknown as (a: Ajv) => void

/** Makes a validator; with `fromText` numbers and booleans may come as text, as in addresses. */
export function createValidator(fromText: boolean): Ajv {
  const validator = new Ajv({ allErrors: true, strict: false, coerceTypes: fromText, useDefaults: true, removeAdditional: false })
  addFormats(validator)
  return validator
}

const ajv = createValidator(false)
const compiled = new WeakMap<object, ValidateFunction>()

/** Lists what is wrong with a value; an empty list means that it fits the schema. */
export function problemsOf(schema: TSchema, value: unknown): string[] {
  let check = compiled.get(schema)
  if (!check) {
    check = ajv.compile(schema)
    compiled.set(schema, check)
  }
  if (check(value)) return []
  return (check.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message ?? 'is wrong'}`)
}
