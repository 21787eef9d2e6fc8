/** On which side of a conversation somebody stands. */
export type Side = 'agency' | 'client' | 'talent'

/** Who takes part: one person, or whoever is a member of an account. */
export interface Party {
  readonly kind: 'account' | 'user'
  readonly id: string
  readonly side: Side
}

/** What a conversation is about and between whom. The same key is the same conversation. */
export interface Thread {
  readonly key: string
  readonly mine: Party
  readonly theirs: Party
}

/** The person who wants to write. */
export interface Writer {
  readonly userId: string
  readonly accountIds: readonly string[]
  readonly activeAccountId: string | null
}

/** `stranger` has nothing to do with the thing; `nobody` means that the other side does not exist. */
export type Verdict = Thread | 'stranger' | 'nobody'

const SIDES: readonly Side[] = ['agency', 'client', 'talent']

function isIn(party: Party | null, writer: Writer): boolean {
  return party !== null && (party.kind === 'user' ? party.id === writer.userId : writer.accountIds.includes(party.id))
}

/** The conversation about a booking between the writer's side and another one. */
export function planForBooking(
  booking: { readonly id: string; readonly agencyAccountId: string; readonly clientAccountId: string | null; readonly talentUserId: string | null },
  writer: Writer,
  other: Side,
): Verdict {
  const parties: Readonly<Record<Side, Party | null>> = {
    agency: { kind: 'account', id: booking.agencyAccountId, side: 'agency' },
    client: booking.clientAccountId ? { kind: 'account', id: booking.clientAccountId, side: 'client' } : null,
    talent: booking.talentUserId ? { kind: 'user', id: booking.talentUserId, side: 'talent' } : null,
  }
  const own = SIDES.filter((side) => isIn(parties[side], writer))
  if (own.length === 0) return 'stranger'
  const candidates = own.filter((side) => side !== other)
  // somebody on several sides writes for the account that is active
  const side = candidates.find((s) => parties[s]?.id === writer.activeAccountId) ?? candidates[0]
  const mine = side && parties[side]
  const theirs = parties[other]
  if (!mine || !theirs) return 'nobody'
  return { key: `booking:${booking.id}:${[mine.side, theirs.side].sort().join('-')}`, mine, theirs }
}

/** The conversation about a talent: with the agency for everybody who may see the profile, with the talent for the agency itself. */
export function planForProfile(
  profile: { readonly id: string; readonly accountId: string; readonly managingUserId: string | null },
  writer: Writer,
  maySee: boolean,
): Verdict {
  const agency: Party = { kind: 'account', id: profile.accountId, side: 'agency' }
  const talent: Party | null = profile.managingUserId ? { kind: 'user', id: profile.managingUserId, side: 'talent' } : null
  const inside = `profile:${profile.id}:talent`
  if (isIn(agency, writer)) return talent ? { key: inside, mine: agency, theirs: talent } : 'nobody'
  if (talent && isIn(talent, writer)) return { key: inside, mine: talent, theirs: agency }
  if (!maySee) return 'stranger'
  const mine: Party = writer.activeAccountId
    ? { kind: 'account', id: writer.activeAccountId, side: 'client' }
    : { kind: 'user', id: writer.userId, side: 'client' }
  return { key: `profile:${profile.id}:${mine.id}`, mine, theirs: agency }
}

const EXCERPT = 140

/** The beginning of a message in one line, for notices. */
export function excerptOf(body: string): string {
  const letters = [...body.replace(/\s+/gu, ' ').trim()]
  return letters.length <= EXCERPT
    ? letters.join('')
    : `${letters
        .slice(0, EXCERPT - 1)
        .join('')
        .trimEnd()}…`
}

/** When a message counts as sent: each one is later than the one before it, whatever the clocks of two servers say. */
export function sentAfter(previous: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), previous.getTime() + 1))
}
