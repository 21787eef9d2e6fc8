'use client'

import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Me, Membership } from '@itellico/contracts/auth'
import type { Permission } from '@itellico/contracts/permissions'
import type { PublicTenant } from '@itellico/contracts/tenants'
import { setActiveAccount } from './api.client'
import { ACCOUNT_COOKIE } from './cookie-names'
import { mayDo, membershipIn } from './permissions'
import { remember } from './remember'

/** What workspace pages need to know of the marketplace. */
export type TenantFacts = Pick<PublicTenant, 'name' | 'currency' | 'timezone' | 'unitSystem' | 'industry' | 'locales'>

interface Person {
  readonly me: Me
  /** Account that the person acts for; calls of `api` carry it by themselves. */
  readonly accountId: string | null
  readonly account: Membership | undefined
  /** Null on the platform's own host. */
  readonly tenant: TenantFacts | null
}
const Context = createContext<Person | null>(null)

/** Gives client components of a signed-in shell the person and the account they act for. */
export function MeProvider({ me, accountId, tenant, children }: { me: Me; accountId: string | null; tenant: TenantFacts | null; children: ReactNode }) {
  // Before the first effect of any child, so that their first calls carry the account too.
  setActiveAccount(accountId)
  const value = useMemo(() => ({ me, accountId, account: membershipIn(me, accountId), tenant }), [me, accountId, tenant])
  return <Context value={value}>{children}</Context>
}

/** The signed-in person. Only inside a signed-in shell. */
export function usePerson(): Person {
  const person = use(Context)
  if (!person) throw new Error('usePerson needs a signed-in shell around it')
  return person
}

/** The marketplace of this page. Only inside a signed-in shell of a marketplace. */
export function useTenant(): TenantFacts {
  const { tenant } = usePerson()
  if (!tenant) throw new Error('useTenant needs the shell of a marketplace around it')
  return tenant
}

/** Whether the person may do a thing in the active account. For display only: the API decides. */
export function useCan(permission: Permission): boolean {
  const { me, accountId } = usePerson()
  return mayDo(me, permission, accountId)
}

/** Remembers the account to act for and loads the shell again, so that nothing of the other account stays on the page. */
export function actFor(accountId: string, home: string): void {
  remember(ACCOUNT_COOKIE, accountId)
  location.assign(home)
}
