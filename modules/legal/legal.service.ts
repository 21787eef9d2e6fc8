import { isDeepStrictEqual } from 'node:util'
import { recordAudit } from '@itellico/contracts/audit'
import { versionStale } from '@itellico/contracts/kit'
import * as contract from '@itellico/contracts/legal'
import { because, refused } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { found } from '../actor.ts'
import { kindOf, readingLocale } from './legal.policy.ts'
import * as repository from './legal.repository.ts'

type Row = repository.LegalRow
const LOCK = 'legal-pages'

const draftOf = (row: Row): contract.LegalTexts => row.draft as contract.LegalTexts
const publishedOf = (row: Row): contract.LegalTexts | null => row.published as contract.LegalTexts | null
const rankOf = (kind: string): number => [...contract.legalKinds, 'free'].indexOf(kind)
const inOrder = (rows: Row[]): Row[] => rows.sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || (a.id < b.id ? -1 : 1))

function toPage(row: Row): contract.LegalPage {
  const published = publishedOf(row)
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind as contract.LegalPage['kind'],
    state: !published ? 'draft' : isDeepStrictEqual(published, row.draft) ? 'published' : 'changed',
    texts: draftOf(row),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  }
}

/** Changes pages one at a time, and tells of it. */
async function change(
  ctx: Ctx,
  id: string,
  action: 'changed' | 'published' | 'withdrawn' | 'deleted',
  work: (tx: TxCtx, row: Row) => Promise<unknown>,
): Promise<Row | null> {
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, LOCK)
    const before = found(await repository.find(tx.db, id))
    await work(tx, before)
    const after = await repository.find(tx.db, id)
    await emit(tx, contract.legalChanged, `legal-page:${id}`, { pageId: id, slug: before.slug, public: Boolean(after?.published) })
    await ask(tx, recordAudit, { action: `legal.${action}`, entity: 'legal-page', entityId: id, data: { page: before.slug } })
    return after
  })
}

/** All pages, drafts too, and which of the expected ones nobody can read yet. */
export async function list(ctx: Ctx): Promise<{ items: contract.LegalPage[]; missing: (typeof contract.legalKinds)[number][] }> {
  const rows = inOrder(await repository.list(ctx.db))
  return { items: rows.map(toPage), missing: contract.legalKinds.filter((k) => !rows.some((r) => r.kind === k && r.published)) }
}

/** One page with its draft. */
export async function get(ctx: Ctx, id: string): Promise<contract.LegalPage> {
  return toPage(found(await repository.find(ctx.db, id)))
}

/** Begins a page. */
export async function create(ctx: Ctx, input: { slug: string; texts: contract.LegalTexts }): Promise<contract.LegalPage> {
  const kind = kindOf(input.slug)
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, LOCK)
    const rows = await repository.list(tx.db)
    if (rows.some((r) => r.slug === input.slug)) throw fail(contract.legalSlugTaken, { errors: [refused('slug', 'taken')] })
    if (kind === 'free' && rows.filter((r) => r.kind === 'free').length >= contract.MAX_FREE_PAGES)
      throw fail(contract.legalLimit, because('legalRoom', { count: contract.MAX_FREE_PAGES }))
    const row = await repository.insert(tx.db, { id: newId(), slug: input.slug, kind, draft: input.texts })
    await ask(tx, recordAudit, { action: 'legal.created', entity: 'legal-page', entityId: row.id, data: { page: row.slug } })
    return toPage(row)
  })
}

/** Changes the draft. */
export async function update(ctx: Ctx, id: string, texts: contract.LegalTexts, ifMatch: number | null): Promise<contract.LegalPage> {
  const row = await change(ctx, id, 'changed', async (tx, before) => {
    if (ifMatch !== null && ifMatch !== before.version) throw fail(versionStale, { context: { version: before.version } })
    await repository.update(tx.db, id, { draft: texts })
  })
  return toPage(found(row))
}

/** Shows the draft to everybody; an `ifMatch` makes sure that it is the one that was looked at. */
export async function publish(ctx: Ctx, id: string, ifMatch: number | null): Promise<contract.LegalPage> {
  const row = await change(ctx, id, 'published', async (tx, before) => {
    if (ifMatch !== null && ifMatch !== before.version) throw fail(versionStale, { context: { version: before.version } })
    if (!readingLocale(draftOf(before), undefined, [])) throw fail(contract.legalEmpty)
    await repository.update(tx.db, id, { published: draftOf(before), publishedAt: tx.now() })
  })
  return toPage(found(row))
}

/** Shows a page to nobody any more. */
export async function withdraw(ctx: Ctx, id: string): Promise<contract.LegalPage> {
  const row = await change(ctx, id, 'withdrawn', (tx) => repository.withdraw(tx.db, id))
  return toPage(found(row))
}

/** Deletes a page. */
export async function remove(ctx: Ctx, id: string): Promise<void> {
  await change(ctx, id, 'deleted', (tx) => repository.remove(tx.db, id))
}

function reading(ctx: Ctx, row: Row, wanted: string | undefined) {
  const texts = publishedOf(row)
  const locale = texts && readingLocale(texts, wanted, ctx.realm.locales)
  const text = locale ? texts[locale] : undefined
  if (!locale || !text || !row.publishedAt) return null
  return { slug: row.slug, kind: row.kind as contract.LegalPage['kind'], locale, ...text, publishedAt: row.publishedAt.toISOString() }
}

/** Titles of the published pages in a language. */
export async function listPublic(ctx: Ctx, locale: string | undefined) {
  const texts = inOrder(await repository.list(ctx.db)).flatMap((row) => reading(ctx, row, locale) ?? [])
  return { items: texts.map(({ slug, kind, locale: language, title }) => ({ slug, kind, locale: language, title })) }
}

/** A published page in a language. */
export async function read(ctx: Ctx, slug: string, locale: string | undefined) {
  return found(reading(ctx, found(await repository.findBySlug(ctx.db, slug)), locale))
}
