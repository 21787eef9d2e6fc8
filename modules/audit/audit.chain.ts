import type * as contract from '@itellico/contracts/audit'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { systemContext } from '@itellico/kernel/kernel'
import { GENESIS, linkHash } from './audit.hash.ts'
import * as redactions from './audit.redaction.repository.ts'
import { redactionCheck } from './audit.remains.ts'
import * as repository from './audit.repository.ts'
import type { LinkRow } from './audit.repository.ts'

const BATCH = 500
const MINUTE = 60_000
/** How late an entry can appear after a younger one: longer than any transaction may last. */
const LATE_MS = 10 * MINUTE
/** An entry that is older than this and has no link was put there by somebody else, or the worker has stood still. */
const PATIENCE_MS = 60 * MINUTE
const YEAR_MS = 365 * 24 * 60 * MINUTE
const DAY_MS = 24 * 60 * MINUTE

const platform = (ctx: Ctx): Ctx => systemContext(ctx.kernel, ctx.kernel.realms.platform, ctx.requestId)

/** Smallest id that something made `ms` before an id can have: ids begin with their time in milliseconds (UUIDv7, RFC 9562). */
function idBefore(id: string, ms: number): string {
  const time = Math.max(0, Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - ms)
    .toString(16)
    .padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}

/**
 * Links all entries that have none yet, in the order of their ids, and notes the end of a tenant's chain at the platform, which no
 * access to the tenant's tables reaches. Gives how many were linked.
 */
export async function linkEntries(ctx: Ctx): Promise<number> {
  let linked = 0
  let last: LinkRow | null = null
  for (let more = true; more;) {
    const step = await inTx(ctx, async (tx) => {
      await lockInTx(tx, 'audit-chain')
      let end = await repository.lastLink(tx.db)
      const from = end && idBefore((await repository.newestLinked(tx.db)) ?? end.entryId, LATE_MS)
      const entries = await repository.unlinked(tx.db, from, BATCH)
      const links: LinkRow[] = []
      for (const entry of entries) {
        const [seq, linkedAt] = [(end?.seq ?? 0n) + 1n, tx.now()]
        end = { seq, entryId: entry.id, hash: linkHash(end?.hash ?? GENESIS, seq, linkedAt, entry), linkedAt }
        links.push(end)
      }
      await repository.addLinks(tx.db, links)
      return { end, count: links.length }
    })
    last = step.end
    linked += step.count
    more = step.count === BATCH
  }
  // each time, for a run that was cut off here has linked and noted nothing
  if (last && ctx.realm.kind === 'tenant') await repository.note(platform(ctx).db, ctx.realm.id, last, ctx.now())
  return linked
}

/** Removes entries that are older than the installation keeps them; their links stay, so that the rest can still be verified. */
export async function prune(ctx: Ctx): Promise<number> {
  const days = ctx.kernel.config.AUDIT_RETENTION_DAYS
  return days === 0 ? 0 : repository.prune(ctx.db, new Date(ctx.now().getTime() - days * DAY_MS))
}

/** Follows the chain from its start, or through its newest `links` only, and compares every link with its entry. */
export async function verify(asked: Ctx, links: number | null = null): Promise<contract.AuditVerification> {
  // never from a replica, which may not have what the platform has noted
  const ctx = systemContext(asked.kernel, asked.realm, asked.requestId)
  const end = await repository.lastLink(ctx.db)
  const from = links === null || !end || end.seq <= BigInt(links) ? 1n : end.seq - BigInt(links) + 1n
  const first = from === 1n ? null : await repository.linkAt(ctx.db, from - 1n)
  let before = from === 1n ? GENESIS : (first?.hash ?? null)
  const asLeft = redactionCheck(ctx)
  let checked = 0
  let redacted = 0
  let pruned = 0
  const answer = async (brokenAt: contract.AuditVerification['brokenAt']): Promise<contract.AuditVerification> => ({
    intact: brokenAt === null,
    checked,
    redacted,
    pruned,
    from: Number(from),
    head: end && { seq: Number(end.seq), hash: end.hash, at: end.linkedAt.toISOString() },
    waiting: await repository.countUnlinked(ctx.db, end && idBefore((await repository.newestLinked(ctx.db)) ?? end.entryId, LATE_MS)),
    brokenAt,
  })
  const broken = (seq: bigint, entryId: string | null, why: NonNullable<contract.AuditVerification['brokenAt']>['why']) =>
    answer({ seq: Number(seq), entryId, why })
  if (before === null) return broken(from - 1n, null, 'link_missing')
  const anchor = ctx.realm.kind === 'tenant' ? await repository.anchorOf(platform(ctx).db, ctx.realm.id) : null
  if (anchor) {
    const noted = await repository.linkAt(ctx.db, anchor.seq)
    if (noted?.hash !== anchor.hash) return broken(anchor.seq, noted?.entryId ?? null, noted ? 'rewritten' : 'link_missing')
  }
  let seq = from
  for (let more = true; more;) {
    const page = await repository.linksFrom(ctx.db, seq, BATCH)
    const ids = page.map((l) => l.entryId)
    const [entries, erased] = [await repository.byIds(ctx.db, ids), await redactions.ofEntries(ctx.db, ids)]
    for (const link of page) {
      if (link.seq !== seq) return broken(seq, null, 'link_missing')
      const entry = entries.get(link.entryId)
      if (entry) {
        const redaction = erased.get(entry.id)
        const whole = redaction ? await asLeft(entry, redaction) : linkHash(before, link.seq, link.linkedAt, entry) === link.hash
        if (!whole) return broken(seq, link.entryId, 'changed')
        if (redaction) redacted++
        checked++
      } else {
        // removed by age, from the start on; anything else is a hole
        if (checked > 0 || link.linkedAt.getTime() > ctx.now().getTime() - YEAR_MS) return broken(seq, link.entryId, 'entry_missing')
        pruned++
      }
      before = link.hash
      seq++
    }
    more = page.length === BATCH
  }
  const stranger = await repository.oldestUnlinked(ctx.db, new Date(ctx.now().getTime() - PATIENCE_MS))
  return stranger ? broken(seq, stranger, 'not_linked') : answer(null)
}
