import { isSealed, type Keyring } from './keyrings.ts'

/** Which fields of a model are kept sealed, and by which relations other models are reached; generated from `/// @sealed` in the models. */
export interface SealedModel {
  readonly table: string
  /** Sealed fields that hold text, with their columns. */
  readonly text: Readonly<Record<string, string>>
  /** Sealed fields that hold JSON, with their columns. */
  readonly json: Readonly<Record<string, string>>
  readonly relations: Readonly<Record<string, string>>
  /** Columns that hold the blind index of a sealed text, with that text's column. */
  readonly index: Readonly<Record<string, string>>
}

/** All models that hold sealed fields or lead to some. */
export type SealedModels = Readonly<Record<string, SealedModel>>

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
/** Where a sealed value belongs: bound to it, so that it opens in no other field. */
export const placeOf = (model: string, field: string): string => `${model}.${field}`

const hasSealed = (shape: SealedModel | undefined): boolean => shape !== undefined && Object.keys({ ...shape.text, ...shape.json }).length > 0

/** Seals what a write brings. Fields with an empty value stay as they are. */
function sealRow(models: SealedModels, model: string, data: unknown, ring: Keyring): unknown {
  if (Array.isArray(data)) return data.map((d: unknown) => sealRow(models, model, d, ring))
  const shape = models[model]
  if (!shape || !isRow(data)) return data
  for (const [relation, target] of Object.entries(shape.relations)) {
    if (data[relation] !== undefined && hasSealed(models[target])) throw new Error(`write ${model}.${relation} on its own: nested writes are not sealed`)
  }
  const sealed: Row = { ...data }
  for (const field of Object.keys(shape.text)) {
    const value = isRow(data[field]) && 'set' in data[field] ? data[field]['set'] : data[field]
    if (typeof value === 'string' && value !== '') sealed[field] = ring.seal(value, placeOf(model, field))
  }
  for (const field of Object.keys(shape.json))
    if (data[field] !== undefined && data[field] !== null) sealed[field] = ring.seal(JSON.stringify(data[field]), placeOf(model, field))
  return sealed
}

/** Opens what a read found, in place. */
function openRow(models: SealedModels, model: string, found: unknown, ring: Keyring): void {
  if (Array.isArray(found)) {
    for (const row of found) openRow(models, model, row, ring)
    return
  }
  const shape = models[model]
  if (!shape || !isRow(found)) return
  for (const field of Object.keys(shape.text)) if (isSealed(found[field])) found[field] = ring.open(found[field], placeOf(model, field))
  for (const field of Object.keys(shape.json)) if (isSealed(found[field])) found[field] = JSON.parse(ring.open(found[field], placeOf(model, field)))
  for (const [relation, target] of Object.entries(shape.relations)) if (found[relation]) openRow(models, target, found[relation], ring)
}

/** A filter over a sealed field finds nothing, so it is a mistake: search by the index of the value. */
function refuseFilter(shape: SealedModel, model: string, where: unknown): void {
  if (Array.isArray(where)) return where.forEach((w) => refuseFilter(shape, model, w))
  if (!isRow(where)) return
  for (const [key, value] of Object.entries(where)) {
    if (key in shape.text || key in shape.json) throw new Error(`${model}.${key} is sealed and cannot be searched`)
    if (key === 'AND' || key === 'OR' || key === 'NOT') refuseFilter(shape, model, value)
  }
}

/** The part of a Prisma extension that seals and opens the declared fields of one realm's tables. */
export function sealingExtension(models: SealedModels, ring: () => Promise<Keyring>): object {
  const query: Record<string, object> = {}
  for (const [model, shape] of Object.entries(models)) {
    query[model.charAt(0).toLowerCase() + model.slice(1)] = {
      async $allOperations({ args, query: run }: { args: Row; query: (args: Row) => Promise<unknown> }): Promise<unknown> {
        const keys = await ring()
        refuseFilter(shape, model, args['where'])
        const sealed: Row = { ...args }
        for (const part of ['data', 'create', 'update']) if (args[part] !== undefined) sealed[part] = sealRow(models, model, args[part], keys)
        const found = await run(sealed)
        openRow(models, model, found, keys)
        return found
      },
    }
  }
  return { query }
}

/** A text as it is compared: Unicode-normalised, trimmed, lower case. Plus-addresses stay distinct. */
export function normalised(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** Opens the sealed columns of a row as it stands in a table. */
export function openColumns(models: SealedModels, table: string, row: Row, ring: Keyring): Row {
  const found = Object.entries(models).find(([, shape]) => shape.table === table)
  if (!found) return row
  const [model, shape] = found
  const opened: Row = { ...row }
  for (const [field, column] of Object.entries(shape.text)) if (isSealed(row[column])) opened[column] = ring.open(row[column], placeOf(model, field))
  for (const [field, column] of Object.entries(shape.json))
    if (isSealed(row[column])) opened[column] = JSON.parse(ring.open(row[column], placeOf(model, field)))
  return opened
}

/** Seals the columns of a row for a table, and makes its blind indexes anew: they belong to the keyring. */
export function sealColumns(models: SealedModels, table: string, row: Row, ring: Keyring): Row {
  const found = Object.entries(models).find(([, shape]) => shape.table === table)
  if (!found) return row
  const [model, shape] = found
  const sealed: Row = { ...row }
  for (const [index, column] of Object.entries(shape.index)) if (typeof row[column] === 'string') sealed[index] = ring.index(normalised(row[column]))
  for (const [field, column] of Object.entries(shape.text))
    if (typeof row[column] === 'string' && row[column] !== '') sealed[column] = ring.seal(row[column], placeOf(model, field))
  for (const [field, column] of Object.entries(shape.json))
    if (row[column] !== undefined && row[column] !== null) sealed[column] = ring.seal(JSON.stringify(row[column]), placeOf(model, field))
  return sealed
}
