import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import { redeemTicket } from '@itellico/contracts/auth'
import { matches } from '@itellico/contracts/permissions'
import { openQueues } from '@itellico/kernel/queues'
import { systemContext, type Kernel } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import type { FastifyInstance } from 'fastify'

const BASE = '/queues'
const COOKIE = 'itellico_queues'
const MINUTES = 30

/** The queue dashboard: platform staff enter with a ticket and hold a signed cookie for half an hour. */
export async function registerQueues(app: FastifyInstance, kernel: Kernel): Promise<void> {
  const queues = openQueues(kernel, 'dashboard')
  app.addHook('onClose', () => queues.close())
  const signer = kernel.signer('queue-dashboard')
  const valid = (cookie: string | undefined): boolean => {
    const value = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(cookie ?? '')?.[1]
    const [until, signature] = (value ?? '').split('.')
    return !!until && !!signature && signer.verify(until, signature) && Number(until) > Date.now()
  }
  const adapter = new FastifyAdapter()
  adapter.setBasePath(BASE)
  createBullBoard({
    queues: queues.all().map((q) => new BullMQAdapter(q, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'itellico queues' } },
  })

  app.get<{ Querystring: { ticket?: string } }>(`${BASE}-enter`, { schema: { hide: true } }, async (request, reply) => {
    const entry = await ask(systemContext(kernel, kernel.realms.platform, request.id), redeemTicket, { ticket: String(request.query.ticket ?? '') })
    if (entry?.realmId !== 'platform' || !entry.principal.grants.some((g) => matches(g, 'platform.monitoring.read')))
      return reply.code(403).type('text/plain').send('Open the queue dashboard from the platform console.')
    const until = String(Date.now() + MINUTES * 60_000)
    return reply
      .header(
        'set-cookie',
        `${COOKIE}=${until}.${signer.sign(until)}; Path=${BASE}; HttpOnly; SameSite=Strict; Max-Age=${MINUTES * 60}${kernel.config.PUBLIC_SCHEME === 'https' ? '; Secure' : ''}`,
      )
      .redirect(BASE)
  })
  await app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (!valid(request.headers.cookie)) return reply.code(403).type('text/plain').send('Open the queue dashboard from the platform console.')
    })
    await scope.register(adapter.registerPlugin(), { prefix: BASE })
  })
}
