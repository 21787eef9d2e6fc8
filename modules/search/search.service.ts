import { profileMedia } from '@itellico/contracts/media'
import { categoryText, fieldsOf, localText, type Definition, type Field } from '@itellico/contracts/model-schema'
import { currentDefinition, profileDocument } from '@itellico/contracts/profiles'
import type { Facet, SearchHit, SearchResult } from '@itellico/contracts/search'
import type { Ctx, TxCtx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import { decodeCursor, encodeCursor } from '@itellico/kernel/paging'
import { readFilters, toWords } from './search.query.ts'
import * as repository from './search.repository.ts'

const MAX_OFFSET = 10_000

/** Brings the document of a profile up to date: written, or removed when it is not to be found any more. */
export async function index(tx: TxCtx, profileId: string): Promise<void> {
  const p = await ask(tx, profileDocument, { id: profileId })
  if (!p || p.visible === 'none') return repository.remove(tx.db, profileId)
  const open = fieldsOf(p.definition).filter((f) => f.privacy === 'public' && !f.deprecated)
  const values = Object.fromEntries(open.flatMap((f) => (p.values[f.key] === undefined || p.values[f.key] === null ? [] : [[f.key, p.values[f.key]]])))
  await repository.upsert(
    tx.db,
    {
      profileId,
      slug: p.slug,
      displayName: p.displayName,
      accountId: p.accountId,
      city: p.city,
      country: p.country,
      categories: p.categories,
      visible: p.visible,
      values,
      updatedAt: new Date(p.updatedAt),
      // O'Brien is looked for as obrien, too
      words: [
        `${p.displayName} ${p.displayName.replace(/['’‘-]/g, '')}`,
        [p.city, p.country, ...p.categories.flatMap((c) => wordsOfCategory(p.definition, c))].filter(Boolean).join(' '),
        [p.bio ?? '', ...open.map((f) => wordsOf(f, values[f.key]))].join(' '),
      ],
    },
    tx.now(),
  )
}

/** A category by its name in all languages. */
function wordsOfCategory(definition: Definition, value: string): string[] {
  return [value, ...Object.values(definition.categories?.find((o) => o.value === value)?.label ?? {})]
}

/** A value in all languages that the marketplace has words for. */
function wordsOf(field: Field, value: unknown): string {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((v) => {
    const option = field.options?.find((o) => o.value === v)
    return option ? Object.values(option.label) : typeof v === 'string' ? [v] : []
  })
  return texts.join(' ')
}

/** Typed text without characters that no text may hold, for comparing names. */
const plain = (q: string): string => q.replace(/\p{C}/gu, '').toLowerCase().slice(0, 100)

const listOf = (text: string | undefined): string[] =>
  text
    ? text
        .split(',')
        .map((s) => s.trim())
        .filter(Boolean)
        .slice(0, 20)
    : []

/** Searches published talents; facets count what each choice would leave. */
export async function search(
  ctx: Ctx,
  query: Readonly<Record<string, unknown>> & {
    q?: string
    category?: string
    city?: string
    sort?: 'relevance' | 'name' | 'newest'
    cursor?: string
    limit?: number
    locale?: string
  },
): Promise<SearchResult> {
  const { definition } = await ask(ctx, currentDefinition, {})
  const locale = query.locale ?? ctx.realm.locales[0] ?? 'en'
  const limit = query.limit ?? 24
  const offset = query.cursor ? Math.min(MAX_OFFSET, Math.max(0, Math.trunc(Number(decodeCursor(query.cursor, 1)[0])) || 0)) : 0
  const wanted: repository.Search = {
    words: toWords(query.q),
    name: plain(query.q ?? ''),
    filters: readFilters(definition, query),
    categories: listOf(query.category),
    cities: listOf(query.city),
  }
  const [{ hits, total }, facets] = await Promise.all([
    repository.find(ctx.db, wanted, query.sort ?? 'relevance', offset, limit),
    facetsOf(ctx, definition, wanted, locale),
  ])
  return {
    items: await toHits(ctx, hits, definition, locale),
    page: { nextCursor: offset + hits.length < total && offset + limit < MAX_OFFSET ? encodeCursor([offset + limit]) : null, limit, total },
    facets,
  }
}

async function toHits(ctx: Ctx, hits: readonly repository.Hit[], definition: Definition, locale: string): Promise<SearchHit[]> {
  const covers = new Map((await ask(ctx, profileMedia, { profileIds: hits.map((h) => h.id), publicOnly: true, coversOnly: true })).map((m) => [m.profileId, m]))
  const shown = fieldsOf(definition).filter((f) => f.highlight && f.privacy === 'public' && !f.deprecated)
  return hits.map((h) => ({
    id: h.id,
    slug: h.slug,
    displayName: h.display_name,
    city: h.city,
    country: h.country,
    categories: h.categories,
    cover: covers.get(h.id) ?? null,
    highlights: shown.flatMap((f) => {
      const value = h.values[f.key]
      if (value === undefined || value === null || value === '') return []
      const text = (Array.isArray(value) ? value : [value])
        .map((v) => localText(f.options?.find((o) => o.value === v)?.label ?? { en: String(v) }, locale))
        .join(', ')
      return [
        {
          key: f.key,
          label: localText(f.label, locale),
          value: f.type === 'measurement' && f.unit && ['cm', 'kg'].includes(f.unit) ? `${text} ${f.unit}` : text,
        },
      ]
    }),
  }))
}

async function facetsOf(ctx: Ctx, definition: Definition, wanted: repository.Search, locale: string): Promise<Facet[]> {
  const choice = (key: string, label: string, counts: Map<string, number>, labelOf: (v: string) => string, selected: readonly string[]): Facet => ({
    kind: 'choice',
    key,
    label,
    values: [...counts].map(([value, count]) => ({ value, label: labelOf(value), count, selected: selected.includes(value) })),
  })
  const fields = fieldsOf(definition).filter((f) => f.facet && f.privacy === 'public' && !f.deprecated)
  const own = fields.map(async (f): Promise<Facet | null> => {
    const active = wanted.filters.find((x) => x.field.key === f.key)
    const label = localText(f.label, locale)
    if (f.type === 'number' || f.type === 'measurement') {
      const b = await repository.bounds(ctx.db, wanted, f.key)
      return (
        b && {
          kind: 'range',
          key: f.key,
          label,
          unit: f.unit ?? null,
          ...b,
          from: active?.kind === 'range' ? active.from : null,
          to: active?.kind === 'range' ? active.to : null,
        }
      )
    }
    if (f.type !== 'select' && f.type !== 'multiselect' && f.type !== 'boolean') return null
    const counts = await repository.countChoices(ctx.db, wanted, f.key, f.type === 'multiselect' ? 'many' : 'one')
    return choice(
      f.key,
      label,
      counts,
      (v) =>
        localText(
          f.options?.find((o) => o.value === v)?.label ?? {
            en: v === 'true' ? 'Yes' : v === 'false' ? 'No' : v,
            de: v === 'true' ? 'Ja' : v === 'false' ? 'Nein' : v,
          },
          locale,
        ),
      active?.kind === 'choice' ? active.values : [],
    )
  })
  const [categories, cities, ...rest] = await Promise.all([
    repository.countChoices(ctx.db, wanted, 'category', 'many'),
    repository.countChoices(ctx.db, wanted, 'city', 'one'),
    ...own,
  ])
  const german = locale.startsWith('de')
  return [
    choice('category', german ? 'Kategorie' : 'Category', categories, (v) => categoryText(definition, v, locale), wanted.categories),
    choice('city', german ? 'Stadt' : 'City', cities, (v) => v, wanted.cities),
    ...rest.filter((f): f is Facet => f !== null),
  ].filter((f) => f.kind === 'range' || f.values.length > 0)
}

/** Names for somebody who types. */
export async function suggest(ctx: Ctx, q: string) {
  const words = toWords(q)
  if (!words) return { items: [] }
  const rows = await repository.suggest(ctx.db, words, plain(q), 8)
  return { items: rows.map((r) => ({ id: r.id, slug: r.slug, displayName: r.display_name, city: r.city })) }
}
