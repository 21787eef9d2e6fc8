import { domainToASCII } from 'node:url'
import { recordAudit } from '@itellico/contracts/audit'
import * as contract from '@itellico/contracts/branding'
import { activeDomains } from '@itellico/contracts/domains'
import { versionStale } from '@itellico/contracts/kit'
import { tenantTheme } from '@itellico/contracts/tenants'
import { refused } from '@itellico/contracts/refusals'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { webUrl } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import type { Static } from 'typebox'
import { logosOf } from './branding.logos.ts'
import { brandColour, isAt } from './branding.policy.ts'
import * as repository from './branding.repository.ts'

/** Logos and sender of the own marketplace. */
export async function get(ctx: Ctx): Promise<contract.BrandSettings> {
  const [row, logos, senderDomains] = await Promise.all([repository.find(ctx.db), logosOf(ctx), ask(ctx, activeDomains, {})])
  return {
    logos,
    senderName: row?.senderName ?? null,
    replyTo: row?.replyTo ?? null,
    senderAddress: row?.senderAddress ?? null,
    platformAddress: ctx.kernel.config.MAIL_FROM,
    senderDomains,
    version: row?.version ?? 0,
  }
}

/** Changes the sender of messages; an own address must be at an active domain. */
export async function updateSender(
  ctx: Ctx,
  change: { senderName?: string | null; replyTo?: string | null; senderAddress?: string | null },
  ifMatch: number | null,
): Promise<contract.BrandSettings> {
  if (change.senderAddress && !isAt(change.senderAddress, await ask(ctx, activeDomains, {}), domainToASCII))
    throw fail(contract.senderForeign, { errors: [refused('senderAddress', 'provenDomain')] })
  await inTx(ctx, async (tx) => {
    await lockInTx(tx, 'brand')
    const before = await repository.find(tx.db)
    const version = before?.version ?? 0
    if (ifMatch !== null && ifMatch !== version) throw fail(versionStale, { context: { version } })
    await repository.save(tx.db, change)
    await ask(tx, recordAudit, {
      action: 'branding.sender_changed',
      entity: 'tenant',
      entityId: tx.realm.id,
      changes: Object.entries(change).map(([field, to]) => ({ field, from: before?.[field as 'replyTo'] ?? null, to })),
    })
  })
  return get(ctx)
}

/** How messages of the marketplace are signed. */
export async function mailIdentity(ctx: Ctx): Promise<Static<typeof contract.mailIdentity.output>> {
  const [brand, theme] = await Promise.all([get(ctx), ask(ctx, tenantTheme, {})])
  const { light } = brand.logos
  // the picture is twice as dense as it is shown
  const scale = light && Math.min(1, 40 / light.height, 240 / light.width)
  return {
    senderName: brand.senderName,
    senderAddress: brand.senderAddress && isAt(brand.senderAddress, brand.senderDomains, domainToASCII) ? brand.senderAddress : null,
    replyTo: brand.replyTo,
    colour: brandColour(theme),
    logo:
      light && scale
        ? {
            url: webUrl(ctx.kernel.config, ctx.realm, contract.logoPath('light', 'mail', light)),
            width: Math.round(light.width * scale),
            height: Math.round(light.height * scale),
          }
        : null,
  }
}
