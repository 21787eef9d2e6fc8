import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './api-keys.repository.ts'

/** Keys speak for a person, and go with them. */
export const personalOfKeys: PersonalBinding = {
  tables: ['api_key'],
  collect: async ({ db }, { userId }) => ({
    apiKeys: (await repository.listOf(db, userId)).map(({ secretHash: _now, previousHash: _before, ...key }) => key),
  }),
  erase: ({ db }, { userId }) => repository.deleteOf(db, userId),
}
