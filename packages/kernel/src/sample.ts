interface Schema {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  format?: string
  pattern?: string
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '01890000-0000-7000-8000-000000000000',
  'date-time': '2031-01-01T10:00:00.000Z',
  date: '2031-01-01',
  email: 'somebody@people.example',
}
const WORDS = ['EUR', 'AT', 'en', 'some-slug', 'some_key', 'Europe/Vienna', 'someKey']

/** A smallest value that fits a schema, for calls whose body does not matter. */
export function sample(input: unknown): unknown {
  const s = input as Schema
  if (s.const !== undefined) return s.const
  if (s.enum) return s.enum[0]
  if (s.anyOf) return sample(s.anyOf[0])
  switch (s.type) {
    case 'object':
      return Object.fromEntries((s.required ?? []).map((key) => [key, sample(s.properties?.[key])]))
    case 'array':
      return Array.from({ length: s.minItems ?? 0 }, () => sample(s.items))
    case 'integer':
    case 'number':
      return s.minimum ?? 0
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      if (s.format) return FORMATS[s.format] ?? 'text'
      if (s.pattern) return WORDS.find((w) => new RegExp(s.pattern as string).test(w)) ?? 'text'
      return 'x'.repeat(Math.max(3, s.minLength ?? 0))
  }
}
