import type { FieldValue, TenantSlug } from './types.ts'

/** One role of a casting. */
export type DemoCastingRole = {
  key: string
  title: string
  quantity: number
  /** Criteria as a sentence for people. */
  brief: string
  /** Machine-readable limits in canonical units; a pair is a range. */
  criteria: Record<string, FieldValue | readonly [number, number]>
  feeMinor: number
}

/** A casting of a client. */
export type DemoCasting = {
  tenant: TenantSlug
  slug: string
  title: string
  client: string
  description: string
  roles: DemoCastingRole[]
  usage: string
  location: string
  currency: string
  timezone: string
  /** ISO instants. */
  shootStart: string
  shootEnd: string
  deadline: string
  publishedAt?: string
  status: 'draft' | 'pending_review' | 'published' | 'paused' | 'closed' | 'filled' | 'completed' | 'cancelled'
  /** Seed and kind for `scene`. */
  scene: 'studio' | 'street' | 'set' | 'park'
}

/** An application or an agency's submission to a role. */
export type DemoApplication = {
  tenant: TenantSlug
  casting: string
  role: string
  profile: string
  /** E-mail of the person who sent it. */
  submittedBy: string
  source: 'direct' | 'agency'
  message: string
  status: 'draft' | 'awaiting_guardian' | 'submitted' | 'viewed' | 'shortlisted' | 'callback_scheduled' | 'offered' | 'accepted' | 'rejected' | 'withdrawn'
  createdAt: string
}

/** One bar of the chart board. */
export type DemoBooking = {
  tenant: TenantSlug
  /** Stable name within the tenant. */
  key: string
  profile: string
  kind: 'option' | 'booking' | 'bookout'
  /** Rank of an option, 1 to 3. */
  rank?: 1 | 2 | 3
  status: 'held' | 'requested' | 'confirmed' | 'completed' | 'cancelled' | 'released' | 'no_show' | 'awaiting_guardian'
  /** Missing for bookouts. */
  client?: string
  title: string
  location: string
  start: string
  end: string
  timezone: string
  feeMinor?: number
  currency: string
  /** When an option lapses. */
  expiresAt?: string
  /** E-mail of the booker. */
  createdBy: string
  createdAt: string
  note?: string
}

/** A conversation with its messages in order. */
export type DemoConversation = {
  tenant: TenantSlug
  key: string
  subject: string
  kind: 'direct' | 'booking' | 'application'
  /** Profile the conversation is about. */
  profile?: string
  participants: string[]
  messages: { from: string; body: string; at: string }[]
}

/** A client's saved set of profiles. */
export type DemoShortlist = {
  tenant: TenantSlug
  owner: string
  account: string
  name: string
  note: string
  profiles: string[]
  shared: boolean
}
