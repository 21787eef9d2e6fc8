import { raw, type Database } from '@itellico/kernel/db'
import { conditionOf, Conditions, type Filter, type ValuesColumn } from './search.query.ts'
import '../database.ts'

const TABLE = '"__tenant__"."search_document"'

/** A document of the index. */
export interface Document {
  readonly profileId: string
  readonly slug: string
  readonly displayName: string
  readonly accountId: string
  readonly managingUserId: string | null
  readonly city: string | null
  readonly country: string | null
  readonly categories: readonly string[]
  readonly visible: 'public' | 'members'
  readonly isMinor: boolean
  readonly values: Readonly<Record<string, unknown>>
  readonly memberValues: Readonly<Record<string, unknown>>
  readonly updatedAt: Date
  /** Texts by weight: names, then place and categories, then the rest; and the rest as members may find it. */
  readonly words: readonly [string, string, string, string]
}

/** Words by weight: name, place and categories, and the rest from a parameter. */
const textsOf = (rest: string): string =>
  [
    ['$10', 'A'],
    ['$11', 'B'],
    [rest, 'C'],
  ]
    .map(([text, weight]) => `setweight(to_tsvector('simple', ext.f_unaccent(${text})), '${weight}')`)
    .join(' || ')

/** Writes a document; an older state never overwrites a newer one. */
export async function upsert(db: Database, d: Document, now: Date): Promise<void> {
  await raw(db).$executeRawUnsafe(
    `insert into ${TABLE} as s (profile_id, slug, display_name, account_id, city, country, categories, visible, values, words, indexed_at, updated_at, is_minor, managing_user_id, member_values, member_words)
     values ($1::uuid, $2, $3, $4::uuid, $5, $6, $7::text[], $8, $9::jsonb, ${textsOf('$12')}, $14::timestamptz, $15::timestamptz, $16::boolean, $17::uuid, $18::jsonb, ${textsOf('$13')})
     on conflict (profile_id) do update set slug = excluded.slug, display_name = excluded.display_name, account_id = excluded.account_id, city = excluded.city, country = excluded.country, categories = excluded.categories,
       visible = excluded.visible, values = excluded.values, words = excluded.words, indexed_at = excluded.indexed_at, updated_at = excluded.updated_at,
       is_minor = excluded.is_minor, managing_user_id = excluded.managing_user_id, member_values = excluded.member_values, member_words = excluded.member_words
     where s.updated_at <= excluded.updated_at`,
    d.profileId,
    d.slug,
    d.displayName,
    d.accountId,
    d.city,
    d.country,
    [...d.categories],
    d.visible,
    JSON.stringify(d.values),
    ...d.words,
    now.toISOString(),
    d.updatedAt.toISOString(),
    d.isMinor,
    d.managingUserId,
    JSON.stringify(d.memberValues),
  )
}

export async function remove(db: Database, profileId: string): Promise<void> {
  await raw(db).$executeRawUnsafe(`delete from ${TABLE} where profile_id = $1::uuid`, profileId)
}

/** Profiles whose documents are from before minors were told apart, by id. */
export async function outdated(db: Database, after: string | null, take: number): Promise<string[]> {
  const rows = await db.searchDocument.findMany({
    where: { isMinor: null, ...(after && { profileId: { gt: after } }) },
    select: { profileId: true },
    orderBy: { profileId: 'asc' },
    take,
  })
  return rows.map((r) => r.profileId)
}

/** Who looks: everybody, or a member with what they may see of minors. */
export type Sight = 'public' | { readonly minors: boolean; readonly accountId: string | null; readonly userId: string | null }

const columnOf = (sight: Sight): ValuesColumn => (sight === 'public' ? 'values' : 'member_values')
const wordsOf = (sight: Sight): string => (sight === 'public' ? 'words' : 'member_words')

/** What a search asks for. */
export interface Search {
  readonly sight: Sight
  readonly words: string | null
  readonly name: string | null
  readonly filters: readonly Filter[]
  readonly categories: readonly string[]
  readonly cities: readonly string[]
}

function conditions(search: Search, without?: string): Conditions {
  const c = new Conditions()
  const { sight } = search
  if (sight === 'public') c.add(() => `visible = 'public'`)
  else if (sight.minors) c.add(() => 'is_minor is not null')
  // the same rule as for one profile: minors are open to their own house only
  else c.add((bind) => `(not is_minor or account_id = ${bind(sight.accountId)}::uuid or managing_user_id = ${bind(sight.userId)}::uuid)`)
  // words match by prefix; a name that is typed slightly wrong is found by likeness
  if (search.words)
    c.add(
      (bind) =>
        `(${wordsOf(sight)} @@ to_tsquery('simple', ${bind(search.words)}) or ext.f_unaccent(lower(display_name)) operator(ext.%) ${bind(search.name)})`,
    )
  if (search.categories.length && without !== 'category') c.add((bind) => `categories && ${bind([...search.categories])}::text[]`)
  if (search.cities.length && without !== 'city') c.add((bind) => `city = any(${bind([...search.cities])}::text[])`)
  for (const f of search.filters) if (f.field.key !== without) c.add((bind) => conditionOf(f, columnOf(sight), bind))
  return c
}

/** A found document. */
export interface Hit {
  readonly id: string
  readonly slug: string
  readonly display_name: string
  readonly city: string | null
  readonly country: string | null
  readonly categories: string[]
  readonly visible: 'public' | 'members'
  readonly is_minor: boolean | null
  readonly values: Record<string, unknown>
  readonly score: number
}

/** A page of hits from an offset, in a stable order, with the number of all. */
export async function find(
  db: Database,
  search: Search,
  sort: 'relevance' | 'name' | 'newest',
  offset: number,
  take: number,
): Promise<{ hits: Hit[]; total: number }> {
  const c = conditions(search)
  const score = search.words
    ? `ts_rank(${wordsOf(search.sight)}, to_tsquery('simple', $${c.values.push(search.words)})) + ext.similarity(ext.f_unaccent(lower(display_name)), $${c.values.push(search.name)})`
    : '0'
  const order = sort === 'newest' ? 'updated_at desc' : sort === 'name' || !search.words ? 'display_name' : 'score desc, display_name'
  const hits = await raw(db).$queryRawUnsafe<(Hit & { total: number })[]>(
    `select profile_id::text as id, slug, display_name, city, country, categories, visible, is_minor, ${columnOf(search.sight)} as values, (${score})::float8 as score, (count(*) over ())::int as total from ${TABLE} where ${c.where} order by ${order}, profile_id limit $${c.values.push(take)}::int offset $${c.values.push(offset)}::int`,
    ...c.values,
  )
  if (hits.length || offset === 0) return { hits, total: hits[0]?.total ?? 0 }
  const counted = conditions(search)
  const [row] = await raw(db).$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from ${TABLE} where ${counted.where}`, ...counted.values)
  return { hits, total: row?.n ?? 0 }
}

/** How often each choice of a field occurs among the hits of all other filters. */
export async function countChoices(db: Database, search: Search, key: string, kind: 'one' | 'many'): Promise<Map<string, number>> {
  const c = conditions(search, key)
  const k = `$${c.values.push(key)}::text`
  const column = columnOf(search.sight)
  const from =
    key === 'category'
      ? `${TABLE}, unnest(categories) as v`
      : kind === 'many'
        ? `${TABLE}, jsonb_array_elements_text(case when jsonb_typeof(${column} -> ${k}) = 'array' then ${column} -> ${k} else '[]' end) as v`
        : `${TABLE}, lateral (select ${key === 'city' ? 'city' : `${column} ->> ${k}`} as v) x`
  const rows = await raw(db).$queryRawUnsafe<{ v: string | null; n: number }[]>(
    `select v, count(*)::int as n from ${from} where ${c.where} and (${k} is not null) group by v order by n desc, v limit 60`,
    ...c.values,
  )
  return new Map(rows.flatMap((r) => (r.v === null ? [] : [[r.v, r.n]])))
}

/** Smallest and largest value of a field among the hits of all other filters. */
export async function bounds(db: Database, search: Search, key: string): Promise<{ min: number; max: number } | null> {
  const c = conditions(search, key)
  const k = `$${c.values.push(key)}::text`
  const column = columnOf(search.sight)
  const [row] = await raw(db).$queryRawUnsafe<{ min: number | null; max: number | null }[]>(
    `select min((${column} ->> ${k})::numeric)::float8 as min, max((${column} ->> ${k})::numeric)::float8 as max from ${TABLE} where ${c.where} and jsonb_typeof(${column} -> ${k}) = 'number'`,
    ...c.values,
  )
  return row?.min === null || row?.min === undefined || row.max === null ? null : { min: row.min, max: row.max }
}

/** Names that begin with or resemble what is typed. */
export async function suggest(
  db: Database,
  sight: Sight,
  words: string | null,
  name: string,
  take: number,
): Promise<{ id: string; slug: string; display_name: string; city: string | null }[]> {
  const c = conditions({ sight, words, name, filters: [], categories: [], cities: [] })
  return raw(db).$queryRawUnsafe(
    `select profile_id::text as id, slug, display_name, city from ${TABLE} where ${c.where} order by ext.similarity(ext.f_unaccent(lower(display_name)), $${c.values.push(name)}) desc, display_name limit $${c.values.push(take)}::int`,
    ...c.values,
  )
}
