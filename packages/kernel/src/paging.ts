import { cursorInvalid } from '@itellico/contracts/request'
import { fail } from './errors.ts'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Packs the sort values of the last item of a page into an opaque cursor. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Unpacks a cursor of `length` values; anything else is refused with 400. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length && values.every((v) => v === null || typeof v === 'string' || typeof v === 'number'))
      return values as (string | number | null)[]
  } catch {
    // falls through to the declared failure: an unreadable cursor is the caller's mistake
  }
  throw fail(cursorInvalid)
}

/** Cursor for lists sorted by newest id first: the id of the last item. */
export function decodeIdCursor(cursor: string | undefined): string | null {
  if (!cursor) return null
  const [id] = decodeCursor(cursor, 1)
  if (typeof id !== 'string' || !UUID.test(id)) throw fail(cursorInvalid)
  return id
}

/** Cursor for lists sorted by newest time first, then by id: both values of the last item. */
export function decodeTimeCursor(cursor: string | undefined): { at: Date; id: string } | null {
  if (!cursor) return null
  const [time, id] = decodeCursor(cursor, 2)
  const at = new Date(typeof time === 'string' ? time : NaN)
  // years that our lists cannot hold are no cursor of ours, and the database may not know them
  if (!(at.getTime() >= 0 && at.getUTCFullYear() < 10_000) || typeof id !== 'string' || !UUID.test(id)) throw fail(cursorInvalid)
  return { at, id }
}

/** Cursor for lists sorted by a text, then by id: both values of the last item. */
export function decodeTextCursor(cursor: string | undefined): { text: string; id: string } | null {
  if (!cursor) return null
  const [text, id] = decodeCursor(cursor, 2)
  if (typeof text !== 'string' || typeof id !== 'string' || !UUID.test(id)) throw fail(cursorInvalid)
  return { text, id }
}

/** Cuts one extra row off a list and gives the page envelope. */
export function toPage<T extends { id: string }, R>(
  rows: T[],
  limit: number,
  map: (row: T) => R,
): { items: R[]; page: { nextCursor: string | null; limit: number } } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items: items.map(map), page: { nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null, limit } }
}

/** Cuts one extra row off a list that is sorted by newest time first and gives the page envelope. */
export function toTimePage<T extends { id: string }>(
  rows: T[],
  limit: number,
  timeOf: (row: T) => Date,
): { items: T[]; page: { nextCursor: string | null; limit: number } } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, page: { nextCursor: rows.length > limit && last ? encodeCursor([timeOf(last).toISOString(), last.id]) : null, limit } }
}
