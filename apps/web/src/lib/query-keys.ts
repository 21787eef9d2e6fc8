/**
 * Keys of TanStack queries. The first part is the kind of thing; live pushes invalidate by it.
 * Add an account id where the answer depends on the active account: `keys.bookings(accountId, filters)`.
 */
export const keys = {
  session: () => ['session'] as const,
  notifications: (...rest: readonly unknown[]) => ['notifications', ...rest] as const,
  sessions: () => ['sessions'] as const,
  security: () => ['security'] as const,
  privacy: (...rest: readonly unknown[]) => ['privacy', ...rest] as const,
  factorPolicy: () => ['factor-policy'] as const,
  bookings: (...rest: readonly unknown[]) => ['bookings', ...rest] as const,
  calendar: (...rest: readonly unknown[]) => ['calendar', ...rest] as const,
  bookouts: (...rest: readonly unknown[]) => ['bookouts', ...rest] as const,
  profiles: (...rest: readonly unknown[]) => ['profiles', ...rest] as const,
  media: (...rest: readonly unknown[]) => ['media', ...rest] as const,
  listings: (...rest: readonly unknown[]) => ['listings', ...rest] as const,
  applications: (...rest: readonly unknown[]) => ['applications', ...rest] as const,
  shortlists: (...rest: readonly unknown[]) => ['shortlists', ...rest] as const,
  conversations: (...rest: readonly unknown[]) => ['conversations', ...rest] as const,
  messages: (conversationId: string) => ['messages', conversationId] as const,
  exports: (...rest: readonly unknown[]) => ['exports', ...rest] as const,
  isolation: (...rest: readonly unknown[]) => ['isolation', ...rest] as const,
  accounts: (...rest: readonly unknown[]) => ['accounts', ...rest] as const,
  users: (...rest: readonly unknown[]) => ['users', ...rest] as const,
  audit: (...rest: readonly unknown[]) => ['audit', ...rest] as const,
  domains: (...rest: readonly unknown[]) => ['domains', ...rest] as const,
  branding: () => ['branding'] as const,
  legal: (...rest: readonly unknown[]) => ['legal', ...rest] as const,
  tenants: (...rest: readonly unknown[]) => ['tenants', ...rest] as const,
  suggestions: (...rest: readonly unknown[]) => ['suggestions', ...rest] as const,
}
