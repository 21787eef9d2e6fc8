/** What one load did: requests per second and the times of single requests in milliseconds. */
export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly errors: number
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Runs work over and over by some clients at once for some seconds. */
export async function load(clients: number, seconds: number, work: (n: number) => Promise<unknown>): Promise<Measured> {
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  const begun = performance.now()
  let n = 0
  let errors = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const start = performance.now()
        try {
          await work(n++)
          times.push(performance.now() - start)
        } catch {
          errors++
        }
      }
    }),
  )
  const took = (performance.now() - begun) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / took, p50: at(times, 0.5), p99: at(times, 0.99), errors }
}

/** The middle of several measurements, by requests per second. */
export function median(all: readonly Measured[]): Measured {
  const sorted = [...all].sort((a, b) => a.perSecond - b.perSecond)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (!middle) throw new Error('nothing was measured')
  return middle
}

/**
 * Measures several ways of doing the same in turn, several rounds long, so that what disturbs the machine disturbs all of them.
 * The first round warms up what compiles while it runs, and is not counted.
 */
export async function sideBySide(rounds: number, ways: Readonly<Record<string, () => Promise<Measured>>>): Promise<Record<string, Measured>> {
  const seen: Record<string, Measured[]> = {}
  const names = Object.keys(ways)
  for (let round = 0; round <= rounds; round++)
    for (const name of round % 2 ? [...names].reverse() : names) {
      const measured = await (ways[name] as () => Promise<Measured>)()
      if (round > 0) (seen[name] ??= []).push(measured)
    }
  return Object.fromEntries(Object.entries(seen).map(([name, all]) => [name, median(all)]))
}
