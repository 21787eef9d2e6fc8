import { redeemTicket, sessionAlive, type Principal } from '@itellico/contracts/auth'
import { conversationPeers, typing } from '@itellico/contracts/messaging'
import { matches } from '@itellico/contracts/permissions'
import { createContext, systemContext, type Kernel } from '@itellico/kernel/kernel'
import { ask } from '@itellico/kernel/operations'
import { accountRoom, realtimeChannel, staffRoom, userRoom } from '@itellico/kernel/realtime'
import { connectQueueRedis } from '@itellico/kernel/redis'
import { isOwnOrigin } from './origins.ts'
import { createAdapter } from '@socket.io/redis-adapter'
import type { FastifyInstance } from 'fastify'
import { Server, type Socket } from 'socket.io'

const RECHECK_MS = 15_000

interface Visitor {
  readonly realmId: string
  readonly principal: Principal
}

/** Opens the live connection: a ticket from the API is the only way in, and rooms follow from who holds it. */
export function registerRealtime(app: FastifyInstance, kernel: Kernel): Server {
  const { config } = kernel
  const pub = connectQueueRedis(config.REDIS_URL, kernel.log, 'realtime-pub')
  const sub = connectQueueRedis(config.REDIS_URL, kernel.log, 'realtime-sub')
  const io = new Server(app.server, {
    serveClient: false,
    maxHttpBufferSize: 10_000,
    cors: {
      origin: (origin, done) => {
        // what is no browser has no origin
        if (!origin) return done(null, false)
        isOwnOrigin(kernel, origin).then(
          (own) => done(null, own),
          (err: unknown) => done(err as Error),
        )
      },
    },
    adapter: createAdapter(pub, sub, { key: realtimeChannel(config.REDIS_PREFIX) }),
  })

  io.use((socket, next) => {
    const { ticket } = socket.handshake.auth as { ticket?: unknown }
    if (typeof ticket !== 'string') return next(new Error('a ticket is needed'))
    visitorOf(kernel, ticket, socket.handshake.headers.host ?? '').then(
      (visitor) => {
        if (!visitor) return next(new Error('the ticket is not valid'))
        socket.data = visitor satisfies Visitor
        next()
      },
      () => next(new Error('the ticket could not be checked')),
    )
  })
  io.on('connection', (socket) => {
    const { realmId, principal } = socket.data as Visitor
    kernel.metrics.sockets.inc()
    void socket.join([userRoom(realmId, principal.userId), ...principal.accounts.map((a) => accountRoom(realmId, a.accountId))])
    if (realmId === 'platform' && principal.grants.some((g) => matches(g, 'platform.tenants.read'))) void socket.join(staffRoom())
    socket.on(
      'typing',
      (input: unknown) => void relayTyping(kernel, io, socket, input).catch((err: unknown) => kernel.log.warn({ err }, 'typing was not relayed')),
    )
    const timer = setInterval(() => void recheck(kernel, socket).catch(() => undefined), RECHECK_MS)
    socket.on('disconnect', () => {
      clearInterval(timer)
      kernel.metrics.sockets.dec()
    })
  })
  // the server's own close waits for requests; sockets would keep it waiting for ever
  app.addHook('preClose', async () => {
    io.local.disconnectSockets(true)
    io.engine.close()
    pub.disconnect()
    sub.disconnect()
  })
  return io
}

/** Who holds a ticket. It opens on the host of its own marketplace, or where the host names none. */
async function visitorOf(kernel: Kernel, ticket: string, host: string): Promise<Visitor | null> {
  const [visitor, byHost] = await Promise.all([ask(systemContext(kernel, kernel.realms.platform), redeemTicket, { ticket }), kernel.realms.byHost(host)])
  return byHost?.kind === 'tenant' && byHost.id !== visitor?.realmId ? null : visitor
}

/** Ends the connection of a session that is over. */
async function recheck(kernel: Kernel, socket: Socket): Promise<void> {
  const { realmId, principal } = socket.data as Visitor
  const realm = await kernel.realms.byId(realmId)
  if (!realm || !(await ask(systemContext(kernel, realm), sessionAlive, { sessionId: principal.sessionId }))) socket.disconnect(true)
}

async function relayTyping(kernel: Kernel, io: Server, socket: Socket, input: unknown): Promise<void> {
  const { realmId, principal } = socket.data as Visitor
  const conversationId = input && typeof input === 'object' && 'conversationId' in input ? input.conversationId : null
  if (typeof conversationId !== 'string' || !/^[0-9a-f-]{36}$/.test(conversationId)) return
  const realm = await kernel.realms.byId(realmId)
  if (!realm) return
  const ctx = createContext(kernel, realm, { kind: 'system' }, 'typing', null)
  const peers = await ask(ctx, conversationPeers, { conversationId, userId: principal.userId })
  if (peers?.length) io.to(peers.map((id) => userRoom(realmId, id))).emit(typing.name, { conversationId, userId: principal.userId, name: principal.name })
}
