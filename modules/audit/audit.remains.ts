import type { Ctx } from '@itellico/kernel/context'
import { redactionsHash, remainsHash } from './audit.hash.ts'
import * as redactions from './audit.redaction.repository.ts'
import * as repository from './audit.repository.ts'

/** Tells whether an entry, from which a person was erased, is still as it was left, and whether the trail notes it. Each note is read once. */
export function redactionCheck(ctx: Ctx): (entry: repository.EntryRow, redaction: redactions.RedactionRow) => Promise<boolean> {
  const notes = new Map<string, Promise<boolean>>()
  const noted = async (id: string): Promise<boolean> => {
    const note = (await repository.byIds(ctx.db, [id])).get(id)
    // a note that is gone by its age has left its link
    if (!note) return (await redactions.linkOf(ctx.db, id)) !== null
    const digest = (note.data as Record<string, unknown> | null)?.['digest']
    return note.action === 'audit.redacted' && digest === redactionsHash(await redactions.notedIn(ctx.db, id))
  }
  return async (entry, redaction) => {
    if (remainsHash(entry) !== redaction.hash) return false
    const known = notes.get(redaction.notedIn) ?? noted(redaction.notedIn)
    notes.set(redaction.notedIn, known)
    return known
  }
}
