import { describe, expect, it } from 'vitest'
import { Busy, Gate, type GateLimits, type Grant } from './gate.ts'

const limits = (change: Partial<GateLimits> = {}): GateLimits => ({ lanes: 2, perTenant: 2, queuePerTenant: 100, queue: 1000, patienceMs: 60_000, ...change })

/** A gate under a clock of ours, with tenants that hold a lane for a while each time; tells who was served when. */
function world(l: GateLimits) {
  let now = 0
  const gate = new Gate(l, () => now)
  const ends: { at: number; grant: Grant }[] = []
  const served: { tenant: string; asked: number; got: number }[] = []
  const ask = (tenant: string, ms: number): void => {
    const asked = now
    void gate.acquire(tenant).then((grant) => {
      served.push({ tenant, asked, got: now })
      ends.push({ at: now + ms, grant })
    })
  }
  const settle = (): Promise<void> => new Promise((r) => setImmediate(r))
  return {
    gate,
    ask,
    served,
    /** Lets time pass: every lane is released when its work ends. */
    async until(t: number) {
      await settle()
      for (;;) {
        ends.sort((a, b) => a.at - b.at)
        const next = ends[0]
        if (!next || next.at > t) break
        ends.shift()
        now = next.at
        next.grant.release()
        await settle()
      }
      now = t
      await settle()
    },
  }
}

describe('the gate', () => {
  it('lets a quiet tenant wait for one slow query at most, however many others flood', async () => {
    const w = world(limits({ lanes: 10, perTenant: 8, queue: 10_000 }))
    for (let t = 0; t < 20; t++) for (let i = 0; i < 10; i++) w.ask(`noisy${t}`, 50)
    const waits: number[] = []
    for (let at = 100; at <= 900; at += 100) {
      await w.until(at)
      w.ask('quiet', 1)
    }
    await w.until(2000)
    for (const s of w.served) if (s.tenant === 'quiet') waits.push(s.got - s.asked)
    expect(waits).toHaveLength(9)
    expect(Math.max(...waits)).toBeLessThanOrEqual(50)
  })

  it('divides time evenly between two that always want more, whatever one query takes', async () => {
    const w = world(limits({ lanes: 1, perTenant: 1, queue: 10_000, queuePerTenant: 5000 }))
    for (let i = 0; i < 1000; i++) w.ask('short', 1)
    for (let i = 0; i < 1000; i++) w.ask('long', 20)
    await w.until(1000)
    const time = (tenant: string, ms: number): number => w.served.filter((s) => s.tenant === tenant).length * ms
    expect(Math.abs(time('short', 1) - time('long', 20))).toBeLessThanOrEqual(40)
  })

  it('does not let a tenant that has been quiet flood on credit', async () => {
    const w = world(limits({ lanes: 1, perTenant: 1, queue: 10_000, queuePerTenant: 5000 }))
    for (let at = 0; at < 1000; at += 10) {
      await w.until(at)
      w.ask('steady', 10)
    }
    await w.until(1000)
    for (let i = 0; i < 200; i++) w.ask('flood', 10)
    for (let i = 0; i < 20; i++) w.ask('steady', 10)
    const before = w.served.length
    await w.until(1400)
    const since = w.served.slice(before)
    expect(since.filter((s) => s.tenant === 'steady').length).toBeGreaterThanOrEqual(18)
  })

  it('never gives one tenant more than its share of lanes, nor a lane to two', async () => {
    const gate = new Gate(limits({ lanes: 10, perTenant: 4 }))
    const grants = await Promise.all(Array.from({ length: 4 }, () => gate.acquire('a')))
    expect(new Set(grants.map((g) => g.lane)).size).toBe(4)
    let fifth: Grant | null = null
    const waits = gate.acquire('a').then((g) => (fifth = g))
    const other = await gate.acquire('b')
    expect(grants.map((g) => g.lane)).not.toContain(other.lane)
    expect(fifth).toBeNull()
    grants[0]?.release()
    await waits
    expect(gate.state).toEqual({ busy: 5, waiting: 0, tenants: 2 })
  })

  it('gives a tenant the same lane as long as that is free', async () => {
    const gate = new Gate(limits({ lanes: 8 }))
    const lanes = new Set<number>()
    for (let i = 0; i < 20; i++) {
      const grant = await gate.acquire('a')
      lanes.add(grant.lane)
      grant.release()
    }
    expect(lanes.size).toBe(1)
  })

  it('refuses what is too much to wait for, per tenant and altogether', async () => {
    const gate = new Gate(limits({ lanes: 1, perTenant: 1, queuePerTenant: 1, queue: 2 }))
    const held = await gate.acquire('a')
    const waiting = [gate.acquire('a'), gate.acquire('b')]
    await expect(gate.acquire('a')).rejects.toThrow('this marketplace has too many requests waiting')
    await expect(gate.acquire('c')).rejects.toThrow('too many requests are waiting')
    held.release()
    await Promise.all(waiting.map(async (w) => (await w).release()))
    expect(gate.state).toEqual({ busy: 0, waiting: 0, tenants: expect.any(Number) as number })
  })

  it('refuses after its patience, and the lane then goes to the next', async () => {
    const gate = new Gate(limits({ lanes: 1, perTenant: 1, patienceMs: 5 }))
    const held = await gate.acquire('a')
    await expect(gate.acquire('b')).rejects.toThrow(Busy)
    const next = gate.acquire('c')
    held.release()
    expect((await next).lane).toBe(0)
  })

  it('forgets tenants that have gone', async () => {
    const gate = new Gate(limits())
    for (let i = 0; i < 20_000; i++) (await gate.acquire(`t${i}`)).release()
    expect(gate.state.tenants).toBeLessThanOrEqual(4097)
  })
})
