import type { Listing, ListingEdit, NewListing, RoleEdit } from '@itellico/contracts/listings'
import { amountText, moneyOf } from '@/features/bookings/money'
import { dayOf, instantAt, timeOf } from '@/features/bookings/zone'
import type { DayRange } from '@/components/ui/date-picker'

/** A role as the form holds it. */
export interface RoleValues {
  /** Id that the API knows it by; empty for a new one. */
  readonly roleId: string
  readonly name: string
  readonly description: string
  readonly quantity: string
  readonly fee: string
}

/** A casting as the form holds it. */
export interface CastingValues {
  readonly title: string
  readonly description: string
  readonly location: string
  readonly usage: string
  readonly days: DayRange | null
  readonly deadlineDay: string | null
  readonly deadlineTime: string
  readonly roles: RoleValues[]
}

const EVENING = '18:00'

/** Most roles that a casting can have. */
export const MOST_ROLES = 20
/** Most people that one role can look for. */
export const MOST_PEOPLE = 500

/** An empty role. */
export const newRole: RoleValues = { roleId: '', name: '', description: '', quantity: '1', fee: '' }

/** What the form starts with: a casting, or nothing. */
export function toValues(casting: Listing | null, locale: string, zone: string): CastingValues {
  if (!casting) return { title: '', description: '', location: '', usage: '', days: null, deadlineDay: null, deadlineTime: EVENING, roles: [newRole] }
  return {
    title: casting.title,
    description: casting.description,
    location: casting.location ?? '',
    usage: casting.usage ?? '',
    days: casting.startsOn ? { from: casting.startsOn, to: casting.endsOn ?? casting.startsOn } : null,
    deadlineDay: casting.deadline && dayOf(casting.deadline, zone),
    deadlineTime: casting.deadline ? timeOf(casting.deadline, zone) : EVENING,
    roles: casting.roles.map((r) => ({ roleId: r.id, name: r.name, description: r.description, quantity: String(r.quantity), fee: amountText(r.fee, locale) })),
  }
}

/** The moment until which one can apply, if the form has one. */
export function deadlineIn(values: Pick<CastingValues, 'deadlineDay' | 'deadlineTime'>, zone: string): string | null {
  return values.deadlineDay && instantAt(values.deadlineDay, values.deadlineTime || EVENING, zone)
}

function toRole(role: RoleValues, currency: string): RoleEdit {
  const fee = moneyOf(role.fee, currency)
  return {
    ...(role.roleId && { id: role.roleId }),
    name: role.name.trim(),
    description: role.description.trim(),
    quantity: Number(role.quantity),
    ...(fee && { fee }),
  }
}

function factsOf(values: CastingValues, zone: string) {
  return {
    title: values.title.trim(),
    description: values.description.trim(),
    location: values.location.trim() || null,
    usage: values.usage.trim() || null,
    startsOn: values.days?.from ?? null,
    endsOn: values.days?.to ?? null,
    deadline: deadlineIn(values, zone),
  }
}

/** The casting that the form stands for. */
export function toNewListing(values: CastingValues, zone: string, currency: string, publish: boolean): NewListing {
  return { ...factsOf(values, zone), roles: values.roles.map((r) => toRole(r, currency)), publish }
}

/** What the form changes in a casting; an unchanged closing date stays out, as an old one would be refused. */
export function toEdit(values: CastingValues, casting: Listing, zone: string, currency: string, locked: boolean): ListingEdit {
  const { deadline, ...facts } = factsOf(values, zone)
  const same = deadline === null ? casting.deadline === null : casting.deadline !== null && Date.parse(deadline) === minuteOf(casting.deadline)
  return { ...facts, ...(!same && { deadline }), ...(!locked && { roles: values.roles.map((r) => toRole(r, currency)) }) }
}

const MINUTE_MS = 60_000
const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / MINUTE_MS) * MINUTE_MS
