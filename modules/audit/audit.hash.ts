import { sha256 } from '@itellico/kernel/crypto'
import type { EntryRow } from './audit.repository.ts'

/** What the first link is chained to. */
export const GENESIS = sha256('itellico audit trail')
const FORMAT = 1

/** JSON with its keys in order, so that the same value always reads the same. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, canonical(v)]),
  )
}

/** All that an entry says, unsealed, so that a hash over it outlives keys. */
const says = (e: EntryRow): unknown[] => [
  e.id,
  e.at.toISOString(),
  e.actorId,
  e.actorName,
  e.action,
  e.entity,
  e.entityId,
  e.summary,
  canonical(e.data),
  canonical(e.changes),
  e.ip,
  e.requestId,
  // entries from before there were keys hash as they always did
  ...(e.keyId === null ? [] : [e.keyId, e.keyName]),
]

/** Hash of a link: over the hash before it, its place in the chain and all that the entry says. */
export function linkHash(before: string, seq: bigint, linkedAt: Date, e: EntryRow): string {
  return sha256(JSON.stringify([FORMAT, before, seq.toString(), linkedAt.toISOString(), says(e)]))
}

/** Hash over what is left of an entry from which a person was erased. */
export function remainsHash(e: EntryRow): string {
  return sha256(JSON.stringify(['remains', FORMAT, says(e)]))
}

/** Hash over several redactions, which the trail itself notes. */
export function redactionsHash(rows: readonly { readonly entryId: string; readonly hash: string }[]): string {
  const sorted = rows.map((r) => [r.entryId, r.hash]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return sha256(JSON.stringify(sorted))
}
