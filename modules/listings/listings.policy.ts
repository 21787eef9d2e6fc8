import type { ListingStatus, RoleEdit } from '@itellico/contracts/listings'
import { refused, type FieldProblem } from '@itellico/contracts/refusals'

const TRANSITIONS: Readonly<Record<ListingStatus, readonly ListingStatus[]>> = {
  draft: ['published', 'cancelled'],
  published: ['closed', 'filled', 'cancelled'],
  // a closed casting can be opened again with a later deadline
  closed: ['published', 'filled', 'cancelled'],
  filled: [],
  cancelled: [],
}

/** Whether a casting may go from one state to another. */
export function canMove(from: ListingStatus, to: ListingStatus): boolean {
  return TRANSITIONS[from].includes(to)
}

/** Whether the text of a casting may still change. */
export function canEdit(status: ListingStatus): boolean {
  return TRANSITIONS[status].length > 0
}

/** Whether a casting takes applications at a moment. */
export function isOpen(listing: { status: string; deadline: Date | null }, now: Date): boolean {
  return listing.status === 'published' && (listing.deadline === null || listing.deadline > now)
}

/** Whether everybody may read a casting that was published once: a link in an application goes on working when it closes. */
export function isPublic(listing: { status: string; publishedAt: Date | null }): boolean {
  return listing.publishedAt !== null && ['published', 'closed', 'filled'].includes(listing.status)
}

const FIRST = Date.UTC(2000, 0, 1)
const LAST = Date.UTC(2100, 0, 1)

/** What is wrong with the dates of a casting; a public one needs a deadline that is still to come, if it has one. */
export function checkDates(dates: { startsOn: Date | null; endsOn: Date | null; deadline: Date | null }, published: boolean, now: Date): FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const field of ['startsOn', 'endsOn', 'deadline'] as const) {
    const time = dates[field]?.getTime()
    if (time !== undefined && !(time >= FIRST && time < LAST)) problems.push(refused(field, 'years', { from: 2000, to: 2099 }))
  }
  if (dates.startsOn && dates.endsOn && dates.endsOn < dates.startsOn) problems.push(refused('endsOn', 'beforeStart'))
  if (published && dates.deadline && dates.deadline <= now) problems.push(refused('deadline', 'future'))
  return problems
}

/** A role as it is kept. */
export interface RoleData {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly quantity: number
  readonly feeMinor: bigint | null
  readonly currency: string | null
}

/** Roles as they will be kept: given ids stay, others are new. Null when an id is not among the roles there are, or comes twice. */
export function planRoles(edits: readonly RoleEdit[], existing: readonly { id: string }[], makeId: () => string): RoleData[] | null {
  const free = new Set(existing.map((r) => r.id))
  const roles: RoleData[] = []
  for (const edit of edits) {
    if (edit.id !== undefined && !free.delete(edit.id)) return null
    roles.push({
      id: edit.id ?? makeId(),
      name: edit.name.trim(),
      description: edit.description.trim(),
      quantity: edit.quantity,
      feeMinor: edit.fee ? BigInt(edit.fee.amountMinor) : null,
      currency: edit.fee?.currency ?? null,
    })
  }
  return roles
}

/** Whether two sets of roles say the same, in the same order. */
export function sameRoles(a: readonly RoleData[], b: readonly RoleData[]): boolean {
  const text = (roles: readonly RoleData[]): string =>
    JSON.stringify(roles.map((r) => [r.id, r.name, r.description, r.quantity, r.feeMinor === null ? null : String(r.feeMinor), r.currency]))
  return text(a) === text(b)
}
