import { profileMedia } from '@itellico/contracts/media'
import { fieldsOf, localText, type Definition, type Field } from '@itellico/contracts/model-schema'
import { currentDefinition, profileDocument, profileReader } from '@itellico/contracts/profiles'
import type { Facet, SearchHit, SearchQuery, SearchResult, TalentHit, TalentResult } from '@itellico/contracts/search'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import { decodeCursor, encodeCursor } from '@itellico/kernel/paging'
import { readFilters, searchable, toWords, type Audience } from './search.query.ts'
import * as repository from './search.repository.ts'

const MAX_OFFSET = 10_000
const BATCH = 100

/** Brings the document of a profile up to date: written, or removed when it is not to be found any more. */
export async function index(tx: TxCtx, profileId: string): Promise<void> {
  const p = await ask(tx, profileDocument, { id: profileId })
  if (!p || p.visible === 'none') return repository.remove(tx.db, profileId)
  const wordsIn = (values: Readonly<Record<string, unknown>>): string =>
    [p.bio ?? '', ...fieldsOf(p.definition).map((f) => wordsOf(f, values[f.key]))].join(' ')
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
      isMinor: p.isMinor,
      managingUserId: p.managingUserId,
      values: filled(p.publicValues),
      memberValues: filled(p.memberValues),
      updatedAt: new Date(p.updatedAt),
      // O'Brien is looked for as obrien, too
      words: [
        `${p.displayName} ${p.displayName.replace(/['’‘-]/g, '')}`,
        [p.city, p.country, ...p.categories].filter(Boolean).join(' '),
        wordsIn(p.publicValues),
        wordsIn(p.memberValues),
      ],
    },
    tx.now(),
  )
}

const filled = (values: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** Makes documents anew that are from before minors were told apart. */
export async function renew(ctx: Ctx): Promise<void> {
  for (let ids = await repository.outdated(ctx.db, null, BATCH); ids.length; ids = await repository.outdated(ctx.db, ids.at(-1) ?? null, BATCH))
    await inTx(ctx, async (tx) => {
      for (const id of ids) await index(tx, id)
    })
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

/** Searches public profiles; facets count what each choice would leave. */
export async function search(ctx: Ctx, query: SearchQuery): Promise<SearchResult> {
  const { hits, ...rest } = await find(ctx, query, 'public')
  return { items: hits.map(({ visibility: _visibility, isMinor: _isMinor, ...hit }) => hit), ...rest }
}

/** Searches everything published that a member may see. */
export async function searchForReader(ctx: Ctx, query: SearchQuery, scope: 'account' | 'tenant'): Promise<TalentResult> {
  const { access, ...sight } = await ask(ctx, profileReader, { scope })
  const { hits, ...rest } = await find(ctx, query, sight)
  return { items: hits, ...rest, minors: access }
}

async function find(ctx: Ctx, query: SearchQuery, sight: repository.Sight) {
  const { definition } = await ask(ctx, currentDefinition, {})
  const by: Audience = sight === 'public' ? 'public' : 'members'
  const locale = query.locale ?? ctx.realm.locales[0] ?? 'en'
  const limit = query.limit ?? 24
  const offset = query.cursor ? Math.min(MAX_OFFSET, Math.max(0, Math.trunc(Number(decodeCursor(query.cursor, 1)[0])) || 0)) : 0
  const wanted: repository.Search = {
    sight,
    words: toWords(query.q),
    name: plain(query.q ?? ''),
    filters: readFilters(definition, query, by),
    categories: listOf(query.category),
    cities: listOf(query.city),
  }
  const fields = searchable(definition, by)
  const [{ hits, total }, facets] = await Promise.all([
    repository.find(ctx.db, wanted, query.sort ?? 'relevance', offset, limit),
    facetsOf(ctx, definition, fields, wanted, locale),
  ])
  return {
    hits: await toHits(ctx, hits, fields, locale),
    page: { nextCursor: offset + hits.length < total && offset + limit < MAX_OFFSET ? encodeCursor([offset + limit]) : null, limit, total },
    facets,
  }
}

/** Cover pictures of hits: open addresses for public profiles, signed ones for the others. */
async function coversOf(ctx: Ctx, hits: readonly repository.Hit[]): Promise<Map<string, SearchHit['cover']>> {
  const of = async (open: boolean) => {
    const profileIds = hits.filter((h) => (h.visible === 'public') === open).map((h) => h.id)
    return profileIds.length ? ask(ctx, profileMedia, { profileIds, publicOnly: true, coversOnly: true, signed: !open }) : []
  }
  const [open, closed] = await Promise.all([of(true), of(false)])
  return new Map([...open, ...closed].map((m) => [m.profileId, m]))
}

async function toHits(ctx: Ctx, hits: readonly repository.Hit[], fields: readonly Field[], locale: string): Promise<TalentHit[]> {
  const covers = await coversOf(ctx, hits)
  const shown = fields.filter((f) => f.highlight)
  return hits.map((h) => ({
    id: h.id,
    slug: h.slug,
    displayName: h.display_name,
    city: h.city,
    country: h.country,
    categories: h.categories,
    visibility: h.visible,
    isMinor: h.is_minor ?? false,
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

async function facetsOf(ctx: Ctx, definition: Definition, fields: readonly Field[], wanted: repository.Search, locale: string): Promise<Facet[]> {
  const choice = (key: string, label: string, counts: Map<string, number>, labelOf: (v: string) => string, selected: readonly string[]): Facet => ({
    kind: 'choice',
    key,
    label,
    values: [...counts].map(([value, count]) => ({ value, label: labelOf(value), count, selected: selected.includes(value) })),
  })
  const own = fields
    .filter((f) => f.facet)
    .map(async (f): Promise<Facet | null> => {
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
    choice(
      'category',
      german ? 'Kategorie' : 'Category',
      categories,
      (v) => localText(definition.categories?.find((c) => c.value === v)?.label ?? { en: v }, locale),
      wanted.categories,
    ),
    choice('city', german ? 'Stadt' : 'City', cities, (v) => v, wanted.cities),
    ...rest.filter((f): f is Facet => f !== null),
  ].filter((f) => f.kind === 'range' || f.values.length > 0)
}

/** Names for somebody who types. */
export async function suggest(ctx: Ctx, q: string, sight: repository.Sight = 'public') {
  const words = toWords(q)
  if (!words) return { items: [] }
  const rows = await repository.suggest(ctx.db, sight, words, plain(q), 8)
  return { items: rows.map((r) => ({ id: r.id, slug: r.slug, displayName: r.display_name, city: r.city })) }
}

/** Names for a member who types. */
export async function suggestForReader(ctx: Ctx, q: string) {
  return suggest(ctx, q, await ask(ctx, profileReader, { scope: 'account' }))
}
