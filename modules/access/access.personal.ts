import type { PersonalBinding } from '@itellico/kernel/personal'
import * as repository from './access.repository.ts'

/** Rules for single people name them, and their reasons speak of them. */
export const personalOfAccess: PersonalBinding = {
  tables: ['access_grant'],
  impersonal: ['custom_role'],
  collect: async (ctx, { userId }) => ({ accessRules: await repository.grantsOfUser(ctx.db, userId) }),
  erase: (ctx, { userId }) => repository.removeGrantsOf(ctx.db, userId),
}
