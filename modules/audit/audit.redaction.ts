import { auditActions } from '@itellico/contracts/audit-actions'
import { fillText } from '@itellico/contracts/refusals'
import { inTx, type Ctx } from '@itellico/kernel/context'
import { newId } from '@itellico/kernel/ids'
import type { Person, PersonalBinding } from '@itellico/kernel/personal'
import { linkEntries } from './audit.chain.ts'
import { redactionsHash, remainsHash } from './audit.hash.ts'
import * as redactions from './audit.redaction.repository.ts'
import * as repository from './audit.repository.ts'

const BATCH = 500
/** A name that is shorter says nothing: it would be found everywhere. */
const SHORTEST = 4

/** Whether an entry is about a person: by what it is of, or because it says their address or name. */
function isAbout(person: Person): (entry: repository.EntryRow) => boolean {
  const things = new Set([person.userId, ...person.profileIds, ...person.accountIds])
  const marks = [person.email ?? '', ...person.names].filter((m) => m.length >= SHORTEST).map((m) => m.toLowerCase())
  return (e) => {
    if (e.summary === e.action) return false
    if (e.entityId !== null && things.has(e.entityId)) return true
    const text = JSON.stringify([e.summary, e.data, e.changes]).toLowerCase()
    return marks.some((m) => text.includes(m))
  }
}

/** Ids of all entries that are about a person. What an entry says is kept sealed, so all are read. */
async function entriesAbout(ctx: Ctx, person: Person): Promise<string[]> {
  const about = isAbout(person)
  const found: string[] = []
  for (let after: string | null = null; ;) {
    const rows = await redactions.entriesAfter(ctx.db, after, BATCH)
    found.push(...rows.filter(about).map((r) => r.id))
    if (rows.length < BATCH) return found
    after = rows.at(-1)?.id ?? null
  }
}

/**
 * Takes a person out of the trail. Their entries stay, in their places and with their links; an entry of its own notes, with a hash over
 * what is left of each, that and how many were redacted.
 */
async function redact(ctx: Ctx, person: Person): Promise<void> {
  await linkEntries(ctx)
  const about = await entriesAbout(ctx, person)
  for (let more = true; more;)
    more = await inTx(ctx, async (tx) => {
      const ids = await redactions.redact(tx.db, person.userId, about, BATCH)
      if (ids.length === 0) return false
      const left = await repository.byIds(tx.db, ids)
      const rows = [...left.values()].map((e) => ({ entryId: e.id, hash: remainsHash(e) }))
      const [notedIn, data] = [newId(), { count: rows.length, digest: redactionsHash(rows) }]
      const row = {
        id: notedIn,
        at: tx.now(),
        actorId: null,
        actorName: 'System',
        keyId: null,
        keyName: null,
        action: 'audit.redacted',
        entity: 'audit',
        entityId: null,
      }
      const summary = fillText(auditActions['audit.redacted'], data)
      await repository.insert(tx.db, { ...row, summary, data, changes: [], ip: null, requestId: tx.requestId })
      await redactions.insert(
        tx.db,
        rows.map((r) => ({ ...r, notedIn })),
      )
      return ids.length === BATCH
    })
}

/** What the trail says of a person and of what they did. */
export const personalOfAudit: PersonalBinding = {
  tables: ['audit_entry'],
  impersonal: ['audit_link', 'audit_redaction', 'audit_anchor'],
  when: 'first',
  collect: async (ctx, { userId }) => ({ trail: await redactions.entriesOf(ctx.db, userId) }),
  erase: redact,
}
