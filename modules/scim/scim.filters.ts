import { scimFilterInvalid, scimNames, type ScimListQuery, SCIM_MAX_PAGE, SCIM_PAGE } from '@itellico/contracts/scim'
import { fail } from '@itellico/kernel/errors'
import SCIMMY from 'scimmy'

/** A filter: whether something fits, and the one value that finds it at once, where it asks for one. */
export interface Filter {
  readonly fits: (resource: object) => boolean
  readonly exact: { readonly attribute: 'id' | 'userName' | 'externalId' | 'email'; readonly value: string } | null
}

const EXACT: Readonly<Record<string, NonNullable<Filter['exact']>['attribute']>> = {
  id: 'id',
  username: 'userName',
  externalid: 'externalId',
  'emails.value': 'email',
}
const PREFIXES = new RegExp(`(?:${[scimNames.user, scimNames.group].join('|')}):`, 'gi')

/** A value with all names and texts in small letters: addresses and names are compared that way (RFC 7643, section 2.1). */
function lower(value: unknown): unknown {
  if (typeof value === 'string') return value.toLowerCase()
  if (Array.isArray(value)) return value.map(lower)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k.toLowerCase(), lower(v)]))
}

const isComparison = (value: unknown): value is unknown[] => Array.isArray(value) && value.every((v) => v === null || typeof v !== 'object')

/** The comparisons of a parsed filter, by dotted attribute. */
function* comparisons(expression: object, path: readonly string[] = []): Generator<[string, unknown[]]> {
  for (const [name, value] of Object.entries(expression)) {
    const here = [...path, name.toLowerCase()]
    if (isComparison(value)) yield [here.join('.'), value]
    else if (Array.isArray(value))
      for (const part of value) yield* isComparison(part) ? [[here.join('.'), part] as [string, unknown[]]] : comparisons(part as object, here)
    else if (value !== null && typeof value === 'object') yield* comparisons(value, here)
  }
}

const isWhole = (comparison: readonly unknown[]): boolean => {
  const rest = comparison[0] === 'not' ? comparison.slice(1) : comparison
  return rest[0] === 'pr' || rest[0] === 'np' || rest.length >= 2
}

/** Reads a filter (RFC 7644, section 3.4.2.2); what is not understood is refused. */
export function readFilter(text: string): Filter {
  try {
    const parsed = new SCIMMY.Types.Filter(text.replace(PREFIXES, '').toLowerCase())
    const parts = [...parsed] as object[]
    const all = parts.flatMap((part) => [...comparisons(part)])
    if (all.length === 0 || !all.every(([, c]) => isWhole(c))) throw new Error('a comparison lacks its value')
    const only = parts.length === 1 ? all.find(([name, c]) => EXACT[name] && c[0] === 'eq' && c.length === 2 && typeof c[1] === 'string') : undefined
    return {
      fits: (resource) => guarded(() => parsed.match([lower(resource)]).length > 0),
      exact: only ? { attribute: EXACT[only[0]] as NonNullable<Filter['exact']>['attribute'], value: String(only[1][1]) } : null,
    }
  } catch (e) {
    throw fail(scimFilterInvalid, { detail: `The filter is not understood: ${(e as Error).message}`.slice(0, 300) })
  }
}

/** The library stumbles over attributes that do not exist. */
function guarded(look: () => boolean): boolean {
  try {
    return look()
  } catch {
    throw fail(scimFilterInvalid, { detail: 'The filter names an attribute that there is not.' })
  }
}

/** Where a page begins, from zero, and how long it is. */
export function pageOf(query: ScimListQuery): { skip: number; take: number } {
  const skip = Math.min(Math.max(0, (query.startIndex ?? 1) - 1), 1_000_000)
  return { skip, take: Math.min(Math.max(0, query.count ?? SCIM_PAGE), SCIM_MAX_PAGE) }
}
