/** Runs the soak on the servers of the environment and prints what it saw; ends with 1 when anything leaked. */
import { startApi } from '@itellico/modules/testing/harness'
import { runSoak } from '@itellico/modules/testing/soak'

const api = await startApi()
const { seconds, tenants, clients, done, errors, rows, leaks } = await runSoak(api, Number(process.argv[2]))
await api.close()

const total = Object.values(done).reduce((a, b) => a + b, 0)
console.log(
  `\n${clients} clients in ${tenants} marketplaces, ${seconds} s: ${total} requests and transactions (${Math.round(total / seconds)}/s), ${rows} rows looked at`,
)
for (const [title, list] of [
  ['done', done],
  ['errors', errors],
] as const)
  console.log(
    `  ${title}\n${Object.entries(list)
      .map(([kind, n]) => `    ${kind.padEnd(36)} ${String(n).padStart(8)}`)
      .join('\n')}`,
  )
for (const leak of leaks.slice(0, 20)) console.log(`  LEAK ${leak}`)
console.log(`${leaks.length} leaks`)
process.exit(leaks.length === 0 ? 0 : 1)
