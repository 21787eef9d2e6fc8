import { installTemplate } from '@itellico/contracts/templates'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { newId } from '@itellico/kernel/ids'
import { systemContext } from '@itellico/kernel/kernel'
import { provisionSchema } from '@itellico/kernel/migrate'
import { ask } from '@itellico/kernel/operations'
import { MAIN_SHARD, schemaOf } from '@itellico/kernel/realms'
import * as repository from './tenants.repository.ts'

const INDUSTRY = 'fashion'

/** Makes the hidden tenant that isolation checks come from, once per installation. Run again after a crash it goes on where it stopped. */
export async function ensureProbe(ctx: Ctx): Promise<string> {
  const { id, status } = await inTx(ctx, async (tx) => {
    await lockInTx(tx, 'tenant/probe')
    const known = await repository.findProbe(tx.db)
    if (known) return known
    const row = {
      id: newId(),
      // nobody guesses where it is
      slug: `probe-${newId().replaceAll('-', '').slice(-20)}`,
      name: 'Isolation probe',
      industry: INDUSTRY,
      status: 'provisioning',
      probe: true,
      shard: MAIN_SHARD,
      theme: { hue: 250, chroma: 0.05, radius: 6 },
      locales: ['en'],
      currency: 'EUR',
      timezone: 'UTC',
      settings: { bookoutPolicy: 'warn', optionHours: 72 },
    }
    await repository.insert(tx.db, row)
    return row
  })
  if (status === 'active') return id
  await provisionSchema(ctx.kernel.shards.adminUrl(MAIN_SHARD), id, ctx.kernel.registry.modules, ctx.kernel.modulesUrl)
  await repository.update(ctx.db, id, { schemaName: schemaOf(id) })
  ctx.kernel.realms.forget()
  const realm = await ctx.kernel.realms.byId(id)
  if (!realm) throw new Error('the probe tenant cannot be found')
  await ask(systemContext(ctx.kernel, realm, ctx.requestId), installTemplate, { key: INDUSTRY, version: null })
  await repository.update(ctx.db, id, { status: 'active' })
  ctx.kernel.realms.forget()
  return id
}
