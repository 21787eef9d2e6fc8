import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './sso.repository.ts'

/** Identities at providers are of one person; what a connection last showed in a test is of whoever tried it, and is not kept beyond the next one. */
export const personalOfSso: PersonalBinding = {
  tables: ['sso_identity'],
  impersonal: ['sso_connection', 'sso_domain'],
  collect: async ({ db }, { userId }) => ({
    identities: (await repository.listIdentities(db, userId)).map(({ email, createdAt, lastUsedAt }) => ({ email, createdAt, lastUsedAt })),
  }),
  erase: ({ db }, { userId }) => repository.removeIdentitiesOf(db, userId),
}
