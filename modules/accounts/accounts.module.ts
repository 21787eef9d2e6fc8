import * as contract from '@itellico/contracts/accounts'
import { userRegistered } from '@itellico/contracts/auth'
import type { Ctx } from '@itellico/kernel/context'
import { newId } from '@itellico/kernel/ids'
import { answer, defineModule, handle, onSync } from '@itellico/kernel/module'
import { accountOf } from '../actor.ts'
import { freeSlug, slugify } from '../slugs.ts'
import * as invitations from './accounts.invitations.ts'
import { leadRole, setMembership } from './accounts.membership.ts'
import { personalOfAccounts } from './accounts.personal.ts'
import * as repository from './accounts.repository.ts'
import * as service from './accounts.service.ts'
import * as verification from './accounts.verification.ts'

/** Opens an account that a user runs. */
async function open(ctx: Ctx, input: { name: string; type: contract.Account['type']; userId: string }): Promise<string> {
  const slug = await freeSlug(slugify(input.name, 'account'), (s) => repository.slugTaken(ctx.db, s))
  const account = await repository.create(ctx.db, { id: newId(), slug, name: input.name, type: input.type, status: 'active', city: null, country: null })
  await repository.addMember(ctx.db, account.id, input.userId, leadRole(input.type))
  return account.id
}

export const accounts = defineModule({
  name: 'accounts',
  migrations: ['tenant'],
  personal: personalOfAccounts,
  routes: [
    handle(contract.getAccount, (ctx) => service.get(ctx, accountOf(ctx).accountId)),
    handle(contract.listMembers, (ctx) => service.listMembers(ctx, accountOf(ctx).accountId)),
    handle(contract.inviteMember, (ctx, { body }) => invitations.invite(ctx, body.email, body.role)),
    handle(contract.withdrawInvitation, async (ctx, { params }) => (await invitations.withdraw(ctx, params.id), null)),
    handle(contract.changeMemberRole, (ctx, { params, body }) => service.changeRole(ctx, params.id, body.role)),
    handle(contract.removeMember, async (ctx, { params }) => (await service.removeMember(ctx, params.id), null)),
    handle(contract.getInvitation, (ctx, { params }) => invitations.read(ctx, params.token)),
    handle(contract.acceptInvitation, (ctx, { params, body }) => invitations.accept(ctx, params.token, body)),
    handle(contract.accountPicker, async (ctx, { query }) => ({
      items: (await repository.clients(ctx.db, query.q)).map((a) => ({ id: a.id, name: a.name, city: a.city })),
    })),
    handle(contract.listAccounts, (ctx, { query }) => service.list(ctx, query)),
    handle(contract.createAccount, (ctx, { body }) => service.create(ctx, body)),
    handle(contract.getTenantAccount, (ctx, { params }) => service.getWithMembers(ctx, params.id)),
    handle(contract.setAccountStatus, (ctx, { params, body }) => service.setStatus(ctx, params.id, body.status)),
    handle(contract.setAccountVerification, (ctx, { params, body }) => verification.setVerified(ctx, params.id, body.verified)),
    handle(contract.listUsers, (ctx, { query }) => service.listUsers(ctx, query)),
    handle(contract.updateUser, (ctx, { params, body }) => service.updateUser(ctx, params.id, body)),
  ],
  handlers: [
    onSync(userRegistered, 'accounts.open-for-registered', async (tx, { payload }) => {
      const name = payload.companyName ?? `${payload.firstName} ${payload.lastName}`
      await open(tx, { name, type: payload.as === 'client' ? 'client' : 'individual', userId: payload.userId })
    }),
  ],
  operations: [
    answer(contract.membershipsOf, async (ctx, { userId }) =>
      (await repository.membershipsOf(ctx.db, [userId])).map((m) => ({
        accountId: m.accountId,
        accountName: m.account.name,
        accountSlug: m.account.slug,
        accountType: m.account.type,
        role: m.role,
      })),
    ),
    answer(contract.membersWithRole, (ctx, { roles }) => repository.membersWithRole(ctx.db, roles)),
    answer(contract.setMembership, async (ctx, input) => (await setMembership(ctx, input), null)),
    answer(contract.accountStanding, (ctx, { id }) => verification.standingOf(ctx, id)),
    answer(contract.openAccount, async (ctx, input) => ({ accountId: await open(ctx, input) })),
    answer(contract.suspendedAccountsOf, async (ctx, { userId }) =>
      (await repository.suspendedOf(ctx.db, userId)).map((a) => ({ accountId: a.id, accountName: a.name, accountType: a.type })),
    ),
    answer(contract.accountNames, async (ctx, { ids }) =>
      (await repository.byIds(ctx.db, ids)).map((a) => ({
        id: a.id,
        name: a.name,
        slug: a.slug,
        type: a.type,
        status: a.status as contract.Account['status'],
      })),
    ),
    answer(contract.accountRows, async (ctx, { after, limit }) =>
      (await repository.pageById(ctx.db, after, limit)).map((a) => ({
        id: a.id,
        name: a.name,
        slug: a.slug,
        type: a.type as contract.Account['type'],
        status: a.status as contract.Account['status'],
        city: a.city ?? '',
        country: a.country ?? '',
        website: a.website ?? '',
        memberCount: a._count.members,
        createdAt: a.createdAt.toISOString(),
      })),
    ),
    answer(contract.accountMemberIds, async (ctx, { accountIds }) =>
      (await repository.members(ctx.db, accountIds)).map((m) => ({ accountId: m.accountId, userId: m.userId, role: m.role })),
    ),
  ],
})
