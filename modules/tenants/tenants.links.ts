import type { Ctx } from '@itellico/kernel/context'
import { apiUrl } from '@itellico/kernel/kernel'
import { storageKey } from '@itellico/kernel/storage'

const ARCHIVE = 'tenant-archive'
const SIGNUP = 'tenant-signup'

/** Where an archive's file lies: with the platform, because its tenant may be gone by then. */
export const archiveFile = (ctx: Ctx, operationId: string): string => storageKey(ctx.kernel.realms.platform.id, 'archives', `${operationId}.itellico`)

/** Link to an archive's file, good until a moment. */
export function archiveUrl(ctx: Ctx, operationId: string, until: Date): string {
  const text = `${operationId}.${Math.floor(until.getTime() / 1000)}`
  return apiUrl(ctx.kernel.config, ctx.kernel.realms.platform, `/public/archives/${text}.${ctx.kernel.signer(ARCHIVE).sign(text)}`)
}

/** The operation of a link that we signed and that has not ended. */
export function readArchiveLink(ctx: Ctx, token: string): string | null {
  const [id = '', until = '', signature = ''] = token.split('.')
  if (!ctx.kernel.signer(ARCHIVE).verify(`${id}.${until}`, signature)) return null
  return Number(until) * 1000 > ctx.now().getTime() ? id : null
}

/** What somebody who signed up asks with how far it is. */
export const signUpTicket = (ctx: Ctx, tenantId: string): string => `${tenantId}.${ctx.kernel.signer(SIGNUP).sign(tenantId)}`

/** The tenant of a ticket of ours. */
export function readTicket(ctx: Ctx, ticket: string): string | null {
  const [id = '', signature = ''] = ticket.split('.')
  return ctx.kernel.signer(SIGNUP).verify(id, signature) ? id : null
}
