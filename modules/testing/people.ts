import { ensureUser } from '@itellico/contracts/auth'
import { login } from '@itellico/contracts/auth'
import type { FieldValues } from '@itellico/contracts/model-schema'
import { installFields } from '@itellico/contracts/profiles'
import type { SystemRoleKey } from '@itellico/contracts/permissions'
import type { Ctx } from '@itellico/kernel/context'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import * as authRepository from '../auth/auth.repository.ts'
import * as accountsRepository from '../accounts/accounts.repository.ts'
import * as profilesRepository from '../profiles/profiles.repository.ts'
import type { Caller } from './harness.ts'

export const PASSWORD = 'correct horse battery'

/** A person with a login, signed in. */
export interface TestUser {
  readonly id: string
  readonly email: string
  readonly token: string
  readonly refreshToken: string
  readonly caller: Caller
}

/** Makes people, accounts and talents of a realm. */
export interface People {
  user(options?: { roles?: SystemRoleKey[]; account?: { id: string; role: SystemRoleKey } }): Promise<TestUser>
  account(type?: 'agency' | 'client' | 'individual' | 'guardian', name?: string): Promise<{ id: string; name: string }>
  /** An account with one member who runs it, signed in and acting for it. */
  party(type: 'agency' | 'client' | 'guardian', role?: SystemRoleKey): Promise<TestUser & { accountId: string }>
  profile(
    accountId: string,
    options?: {
      displayName?: string
      status?: string
      managingUserId?: string
      isMinor?: boolean
      dateOfBirth?: Date
      visibility?: 'public' | 'members'
      values?: FieldValues
      city?: string
      bio?: string
    },
  ): Promise<{ id: string; slug: string; displayName: string }>
  readonly ctx: Ctx
}

let counter = 0

/** Makes the factory of a realm. */
export function createPeople(ctx: Ctx, callerOf: (host: string, token?: string, accountId?: string) => Caller): People {
  const people: People = {
    ctx,
    async user(options = {}) {
      const email = `person${++counter}-${newId().slice(-6)}@people.example`
      const { userId } = await ask(ctx, ensureUser, { email, firstName: 'Pat', lastName: `Person ${counter}`, password: PASSWORD, locale: 'en' })
      if (options.roles) await authRepository.replaceRoles(ctx.db, userId, options.roles, null)
      if (options.account) await accountsRepository.addMember(ctx.db, options.account.id, userId, options.account.role)
      const tokens = await callerOf(ctx.realm.host).ok(login, { body: { email, password: PASSWORD } })
      return {
        id: userId,
        email,
        token: tokens.accessToken,
        refreshToken: tokens.refreshToken,
        caller: callerOf(ctx.realm.host, tokens.accessToken, options.account?.id),
      }
    },
    async account(type = 'agency', name) {
      const id = newId()
      const shown = name ?? `Account ${++counter}`
      await accountsRepository.create(ctx.db, { id, slug: `account-${id.slice(-12)}`, name: shown, type, status: 'active', city: null, country: null })
      return { id, name: shown }
    },
    async party(type, role) {
      const account = await people.account(type)
      const lead = role ?? (type === 'client' ? 'client_owner' : type === 'guardian' ? 'guardian' : 'account_owner')
      return { ...(await people.user({ account: { id: account.id, role: lead } })), accountId: account.id }
    },
    async profile(accountId, options = {}) {
      const id = newId()
      const displayName = options.displayName ?? `Talent ${++counter}`
      const slug = `talent-${id.slice(-12)}`
      await ask(ctx, installFields, {
        definition: {
          sections: [
            {
              key: 'basics',
              label: { en: 'Basics' },
              fields: [
                { key: 'height', label: { en: 'Height' }, type: 'measurement', unit: 'cm', min: 50, max: 230, privacy: 'public', facet: true, highlight: true },
                {
                  key: 'hair',
                  label: { en: 'Hair', de: 'Haare' },
                  type: 'select',
                  options: [
                    { value: 'brown', label: { en: 'Brown', de: 'Braun' } },
                    { value: 'red', label: { en: 'Red', de: 'Rot' } },
                  ],
                  privacy: 'public',
                  facet: true,
                },
                {
                  key: 'skills',
                  label: { en: 'Skills' },
                  type: 'multiselect',
                  options: [
                    { value: 'dance', label: { en: 'Dance' } },
                    { value: 'ski', label: { en: 'Skiing' } },
                  ],
                  privacy: 'public',
                  facet: true,
                },
                { key: 'tattoos', label: { en: 'Tattoos' }, type: 'boolean', privacy: 'members', facet: true },
                { key: 'riding', label: { en: 'Riding' }, type: 'text', privacy: 'members' },
                { key: 'school', label: { en: 'School' }, type: 'text', privacy: 'members' },
                { key: 'phone', label: { en: 'Phone' }, type: 'text', privacy: 'private' },
              ],
            },
          ],
        },
      })
      await profilesRepository.insert(ctx.db, {
        id,
        slug,
        displayName,
        accountId,
        managingUserId: options.managingUserId ?? null,
        status: options.status ?? 'active',
        visibility: options.visibility ?? (options.isMinor ? 'members' : 'public'),
        isMinor: options.isMinor ?? false,
        dateOfBirth: options.dateOfBirth ?? null,
        city: options.city ?? null,
        country: null,
        values: options.values ?? {},
        schemaVersion: 1,
      })
      if (options.bio) await profilesRepository.update(ctx.db, id, 1, { bio: options.bio })
      return { id, slug, displayName }
    },
  }
  return people
}
