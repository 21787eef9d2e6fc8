import type * as contract from '@itellico/contracts/privacy'
import type { Ctx } from '@itellico/kernel/context'
import { iso } from '../time.ts'
import { linkEnd } from './privacy.policy.ts'
import type { ErasureRow, ExportRow } from './privacy.repository.ts'

const PURPOSE = 'person-export'

const signedText = (ctx: Ctx, id: string, e: number): string => `${ctx.realm.id}/${id}/${e}`

/** The signed link of an archive, without the prefix of the API; `e` is when it ends, in seconds. */
function signedPath(ctx: Ctx, id: string, e: number): string {
  return `/public/privacy/exports/${id}/file?e=${e}&s=${ctx.kernel.signer(PURPOSE).sign(signedText(ctx, id, e))}`
}

/** Whether we signed a link. */
export function isSigned(ctx: Ctx, id: string, { e, s }: { e: number; s: string }): boolean {
  return ctx.kernel.signer(PURPOSE).verify(signedText(ctx, id, e), s)
}

/** Whether an archive can be downloaded now. */
export function isThere(ctx: Ctx, row: ExportRow): row is ExportRow & { expiresAt: Date } {
  return row.status === 'ready' && row.expiresAt !== null && row.expiresAt > ctx.now()
}

/** An export as whoever asked for it sees it; others see that there is one. */
export function toExport(ctx: Ctx, row: ExportRow, reader: string): contract.PersonExport {
  const there = isThere(ctx, row)
  return {
    id: row.id,
    status: row.status === 'ready' && !there ? 'expired' : (row.status as contract.PersonExport['status']),
    byteCount: row.byteCount === null ? null : Number(row.byteCount),
    downloadUrl: there && row.requestedBy === reader ? `/api/v1${signedPath(ctx, row.id, linkEnd(ctx.now(), row.expiresAt))}` : null,
    expiresAt: iso(row.expiresAt),
    createdAt: row.createdAt.toISOString(),
  }
}

export function toErasure(row: ErasureRow): contract.Erasure {
  return {
    id: row.id,
    status: row.status as contract.Erasure['status'],
    dueAt: row.dueAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    finishedAt: iso(row.finishedAt),
  }
}
