import { useQuery } from '@tanstack/react-query'
import { categoryText, fieldsOf, localText } from '@itellico/contracts/model-schema'
import { getMemberSchema } from '@itellico/contracts/profiles'
import { useRoleText } from '@/features/access/use-access'
import { fieldText } from '@/features/profiles/field-value'
import { api } from '@/lib/api.client'
import { humanise } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { isMessageKey, statusText } from '@/lib/i18n/translate'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'

/** How the fields of an entry are called and how their values read. */
export interface TrailNames {
  readonly field: (key: string) => string
  /** Null for values that have no words of their own. */
  readonly value: (key: string, value: unknown) => string | null
}

/** Names for the changes of an entry; those of profiles come from the marketplace's own fields. */
export function useTrailNames(entity: string): TrailNames {
  const { t, locale } = useI18n()
  const { tenant } = usePerson()
  const roleText = useRoleText()
  const schema = useQuery({
    queryKey: keys.profiles('schema'),
    queryFn: ({ signal }) => api(getMemberSchema, { signal }),
    staleTime: 300_000,
    enabled: tenant !== null && entity === 'profile',
  })
  const definition = schema.data?.definition
  const own = (key: string) => (definition ? fieldsOf(definition).find((f) => f.key === key) : undefined)
  return {
    field: (key) => {
      const [field, text] = [own(key), `aud.f.${key}`]
      return field ? localText(field.label, locale) : isMessageKey(text) ? t(text) : humanise(key)
    },
    value: (key, value) => {
      if (key === 'status' && typeof value === 'string') return statusText(t, value)
      if (key === 'role' && typeof value === 'string') return roleText(value)
      if (!Array.isArray(value) && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
      if (key === 'roles' && Array.isArray(value)) return value.map((role) => roleText(String(role))).join(', ')
      if (key === 'categories' && definition && Array.isArray(value)) return value.map((v) => categoryText(definition, String(v), locale)).join(', ')
      const field = own(key)
      return field ? fieldText(field, value, { locale, units: tenant?.unitSystem ?? 'metric', t }) : null
    },
  }
}
