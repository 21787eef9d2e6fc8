import * as contract from '@itellico/contracts/auth'
import { answer, defineModule, on } from '@itellico/kernel/module'
import { authenticate, redeemTicket, sessionAlive, standingOf } from './auth.authentication.ts'
import { changeIdentity, userWindow } from './auth.directory.ts'
import * as providers from './auth.providers.ts'
import { sendReset, sendVerification } from './auth.registration.ts'
import { personalOfAuth, setLeaving } from './auth.personal.ts'
import { remaining } from './auth.personal.repository.ts'
import { deleteOverdue } from './auth.factors.repository.ts'
import * as repository from './auth.repository.ts'
import { redeemLeaving } from './auth.signin.ts'
import { routes } from './auth.routes.ts'
import * as users from './auth.users.ts'

export const auth = defineModule({
  name: 'auth',
  migrations: ['tenant', 'control'],
  routes,
  handlers: [
    on(contract.emailVerificationRequested, 'auth.send-verification', (tx, event) => sendVerification(tx, event.payload.userId)),
    on(contract.passwordResetRequested, 'auth.send-reset', (tx, event) => sendReset(tx, event.payload.userId, event.payload.welcome)),
  ],
  operations: [
    answer(contract.authenticate, (ctx, { token }) => authenticate(ctx, token)),
    answer(contract.standingOf, (ctx, { userId }) => standingOf(ctx, userId)),
    answer(contract.redeemTicket, (ctx, { ticket }) => redeemTicket(ctx, ticket)),
    answer(contract.sessionAlive, (ctx, { sessionId }) => sessionAlive(ctx, sessionId)),
    answer(contract.ensureUser, (ctx, input) => users.ensureUser(ctx, input)),
    answer(contract.findUserByEmail, (ctx, { email }) => users.findUserByEmail(ctx, email)),
    answer(contract.rolesOf, (ctx, { userId }) => users.rolesOf(ctx, userId)),
    answer(contract.holdersOf, (ctx, { roles }) => users.holdersOf(ctx, roles)),
    answer(contract.bumpEpoch, async (ctx, i) => (await users.bumpEpoch(ctx, i.userIds, i.endSessions, i.reason), null)),
    answer(contract.userRecords, (ctx, filter) => users.userRecords(ctx, filter)),
    answer(contract.signInByProvider, (ctx, input) => providers.signInByProvider(ctx, input)),
    answer(contract.findLogin, (ctx, where) => providers.findLogin(ctx, where)),
    answer(contract.userWindow, (ctx, window) => userWindow(ctx, window)),
    answer(contract.changeIdentity, (ctx, next) => changeIdentity(ctx, next)),
    answer(contract.setLeaving, async (ctx, { userId, at }) => (await setLeaving(ctx, userId, at === null ? null : new Date(at)), null)),
    answer(contract.redeemLeaving, async (ctx, { ticket }) => ({ userId: await redeemLeaving(ctx, ticket) })),
    answer(contract.remainingUsers, (ctx, { after, limit }) => remaining(ctx.db, after, limit)),
    answer(contract.setUserAccess, async (ctx, { userId, ...change }) => ({ found: await users.setUserAccess(ctx, userId, change) })),
  ],
  personal: personalOfAuth,
  schedules: [
    {
      name: 'auth.delete-ended',
      everyMs: 3_600_000,
      per: 'realm',
      fn: async (ctx) => {
        await repository.deleteEnded(ctx.db, new Date(ctx.now().getTime() - 86_400_000))
        await deleteOverdue(ctx.db, ctx.now())
      },
    },
  ],
})
