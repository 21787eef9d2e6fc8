import { startApi } from '@itellico/modules/testing/harness'
import { runSoak } from '@itellico/modules/testing/soak'
import { expect, it } from 'vitest'

it('fifty clients in eight marketplaces with the same ids never see a row of another, for ten seconds', { timeout: 120_000 }, async () => {
  const api = await startApi()
  try {
    const { leaks, done, errors, rows } = await runSoak(api, 10)
    expect(leaks).toEqual([])
    expect(rows).toBeGreaterThan(100)
    for (const kind of ['read', 'change', 'booking', 'cut off', 'rolled back', 'timed out', 'bad statement']) expect(done[kind], kind).toBeGreaterThan(0)
    for (const kind of ['timed out', 'rolled back', 'bad statement']) expect(errors[kind], kind).toBe(done[kind])
    // bookings get in each other's way, and some get through
    expect(errors['422 bookings.period_invalid']).toBeUndefined()
    expect(Object.keys(errors).filter((k) => k.startsWith('500'))).toEqual([])
  } finally {
    await api.close()
  }
})
