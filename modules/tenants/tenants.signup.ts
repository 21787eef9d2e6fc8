import { plans, type PlanKey } from '@itellico/contracts/plans'
import type * as contract from '@itellico/contracts/tenants'
import type { Ctx } from '@itellico/kernel/context'
import { webUrl } from '@itellico/kernel/kernel'
import { found } from '../actor.ts'
import { readTicket, signUpTicket } from './tenants.links.ts'
import * as repository from './tenants.repository.ts'
import { addressFree, create, type NewTenant } from './tenants.service.ts'

const DAY = 86_400_000

/** Plans for marketplaces. */
export function listPlans(): { items: { key: PlanKey; name: string; cents: number | null; trialDays: number; limits: (typeof plans)[PlanKey]['limits'] }[] } {
  return { items: (Object.entries(plans) as [PlanKey, (typeof plans)[PlanKey]][]).map(([key, p]) => ({ key, ...p })) }
}

/** Whether an address is free. */
export async function checkAddress(ctx: Ctx, slug: string): Promise<{ slug: string; host: string; free: boolean }> {
  return { slug, host: `${slug}.${ctx.kernel.config.PLATFORM_DOMAIN}`, free: await addressFree(ctx, slug) }
}

/** Opens a marketplace for somebody who signs up by themselves: in trial when the plan has one. */
export async function signUp(
  ctx: Ctx,
  input: Omit<NewTenant, 'adminEmail' | 'adminFirstName' | 'adminLastName'> & { plan: PlanKey; email: string; firstName: string; lastName: string },
): Promise<{ ticket: string; host: string }> {
  const { trialDays } = plans[input.plan]
  const tenant = await create(ctx, {
    ...input,
    adminEmail: input.email,
    adminFirstName: input.firstName,
    adminLastName: input.lastName,
    trialEndsAt: trialDays ? new Date(ctx.now().getTime() + trialDays * DAY) : null,
  })
  return { ticket: signUpTicket(ctx, tenant.id), host: tenant.host }
}

/** How far the setting up is, for whoever holds the ticket. */
export async function progress(
  ctx: Ctx,
  ticket: string,
): Promise<{ status: contract.Tenant['status']; host: string; url: string; progress: contract.Provisioning | null }> {
  const id = readTicket(ctx, ticket)
  const row = found(id ? await repository.find(ctx.db, id) : null)
  const host = `${row.slug}.${ctx.kernel.config.PLATFORM_DOMAIN}`
  return {
    status: row.status as contract.Tenant['status'],
    host,
    url: webUrl(ctx.kernel.config, { ...ctx.kernel.realms.platform, host }, '/login'),
    // why a try failed tells of the inside, and is for the platform's staff
    progress: row.provisioning ? { ...(row.provisioning as contract.Provisioning), error: null } : null,
  }
}
