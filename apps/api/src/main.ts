import { loadConfig } from '@itellico/kernel/config'
import { openKernel } from '@itellico/kernel/kernel'
import { clientFactory, sealed } from '@itellico/modules/database'
import { modulesUrl, registry } from '@itellico/modules/registry'
import { buildApp } from './app.ts'
import { registerRealtime } from './realtime.ts'

const config = loadConfig()
const kernel = openKernel({ config, service: 'api', registry, clientFactory, sealed, modulesUrl })
const app = await buildApp(kernel)
registerRealtime(app, kernel)
await app.listen({ host: config.HOST, port: config.API_PORT })
kernel.log.info({ port: config.API_PORT }, 'api listens')

let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  kernel.log.info({ signal }, 'api stops: finishes what is in flight')
  // connections whose last answer has gone out would otherwise be kept alive and waited for
  const sweep = setInterval(() => app.server.closeIdleConnections(), 100)
  await app.close()
  clearInterval(sweep)
  await kernel.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop('SIGTERM'))
process.on('SIGINT', () => void stop('SIGINT'))
