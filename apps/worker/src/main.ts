import { createServer } from 'node:http'
import { loadConfig } from '@itellico/kernel/config'
import { openKernel } from '@itellico/kernel/kernel'
import { openQueues } from '@itellico/kernel/queues'
import { countUndispatched } from '@itellico/kernel/tasks'
import { clientFactory, sealed } from '@itellico/modules/database'
import { modulesUrl, registry } from '@itellico/modules/registry'
import { startConsumers } from './consume.ts'
import { startRelay } from './relay.ts'
import { startSchedules } from './schedules.ts'

const config = loadConfig()
const kernel = openKernel({ config, service: 'worker', registry, clientFactory, sealed, modulesUrl })
const queues = openQueues(kernel, 'relay')
const relay = startRelay(kernel, queues)
const consumers = startConsumers(kernel)
const schedules = await startSchedules(kernel)

const health = createServer((request, response) => {
  void (async () => {
    if (request.url === '/metrics') {
      const totals = await Promise.all(kernel.shards.all.map((s) => countUndispatched(s.pool)))
      kernel.metrics.tasksWaiting.set(totals.reduce((a, b) => a + b, 0))
      response.setHeader('content-type', kernel.metrics.registry.contentType).end(await kernel.metrics.registry.metrics())
    } else response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: kernel.redis.status === 'ready' ? 'ok' : 'degraded' }))
  })().catch(() => response.writeHead(503).end())
})
health.listen(config.WORKER_PORT, config.HOST)
kernel.log.info({ port: config.WORKER_PORT }, 'worker runs')

let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  kernel.log.info({ signal }, 'worker stops: finishes what is running')
  await relay.stop()
  await schedules.stop()
  await consumers.stop()
  await queues.close()
  health.close()
  await kernel.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
