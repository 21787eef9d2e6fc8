/** Sizes of a gate. */
export interface GateLimits {
  /** Things that can be had at once: connections. */
  readonly lanes: number
  /** How many of them one tenant may hold. */
  readonly perTenant: number
  /** How many requests of one tenant may wait. */
  readonly queuePerTenant: number
  /** How many may wait altogether. */
  readonly queue: number
  /** How long one waits before it is refused, in milliseconds. */
  readonly patienceMs: number
}

/** The gate is too busy: a queue is full, or the wait became too long. The client may come again in a second. */
export class Busy extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'Busy'
  }
}

/** A lane that was granted; `release` must be called once. */
export interface Grant {
  readonly lane: number
  release(): void
}

interface Waiter {
  readonly grant: (grant: Grant) => void
  readonly refuse: (error: Busy) => void
  readonly timer: NodeJS.Timeout
}

interface Tenant {
  readonly name: string
  readonly home: number
  /** Milliseconds of lanes used and finished, in the gate's virtual time. */
  served: number
  /** Start of every lane held, summed, so that running time is counted without a list. */
  startSum: number
  active: number
  readonly waiting: Waiter[]
}

/** Numbers of a gate for metrics. */
export interface GateState {
  readonly busy: number
  readonly waiting: number
  readonly tenants: number
}

/** FNV-1a, 32 bits: spreads tenants over lanes. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/**
 * Shares lanes among tenants, least served first: whoever has used the least time goes next, so that a quiet tenant waits for
 * about one slow query however many others flood. This is start-time fair queueing (Goyal, Vin, Cheng 1996) with time used as
 * the charge: a tenant that comes back starts at most one query before the one served last, so that it goes first but cannot
 * save up for a flood.
 * A tenant gets its own lane when that is free, because a database connection keeps the catalogue of schemas it has seen.
 */
export class Gate {
  readonly #limits: GateLimits
  readonly #free: boolean[]
  readonly #tenants = new Map<string, Tenant>()
  readonly #hungry = new Set<Tenant>()
  readonly #clock: () => number
  #busy = 0
  #waiting = 0
  /** Start tag of the tenant served last. */
  #virtual = 0
  /** Mean time that a lane is held, in milliseconds; what a query is charged before it has ended. */
  #typical = 1

  constructor(limits: GateLimits, clock: () => number = () => performance.now()) {
    this.#limits = limits
    this.#free = Array.from({ length: limits.lanes }, () => true)
    this.#clock = clock
  }

  get state(): GateState {
    return { busy: this.#busy, waiting: this.#waiting, tenants: this.#tenants.size }
  }

  /** Waits for a lane. Throws {@link Busy} when a queue is full or the wait is too long. */
  async acquire(name: string): Promise<Grant> {
    const tenant = this.#enter(name)
    if (this.#busy < this.#limits.lanes && tenant.active < this.#limits.perTenant && tenant.waiting.length === 0) return this.#take(tenant)
    if (tenant.waiting.length >= this.#limits.queuePerTenant) throw new Busy('this marketplace has too many requests waiting')
    if (this.#waiting >= this.#limits.queue) throw new Busy('too many requests are waiting')
    return new Promise<Grant>((grant, refuse) => {
      const waiter: Waiter = {
        grant,
        refuse,
        timer: setTimeout(() => {
          tenant.waiting.splice(tenant.waiting.indexOf(waiter), 1)
          this.#left(tenant)
          refuse(new Busy('the database is busy'))
        }, this.#limits.patienceMs),
      }
      tenant.waiting.push(waiter)
      this.#hungry.add(tenant)
      this.#waiting++
    })
  }

  #enter(name: string): Tenant {
    let tenant = this.#tenants.get(name)
    if (!tenant) {
      tenant = { name, home: hash(name) % this.#limits.lanes, served: -Infinity, startSum: 0, active: 0, waiting: [] }
      this.#tenants.set(name, tenant)
    }
    if (tenant.active === 0 && tenant.waiting.length === 0) tenant.served = Math.max(tenant.served, this.#virtual - this.#typical)
    return tenant
  }

  #take(tenant: Tenant): Grant {
    const lane = this.#free[tenant.home] ? tenant.home : this.#free.indexOf(true)
    const start = this.#clock()
    this.#virtual = Math.max(this.#virtual, this.#used(tenant, start))
    this.#free[lane] = false
    this.#busy++
    tenant.active++
    tenant.startSum += start
    let held = true
    return {
      lane,
      release: () => {
        if (!held) throw new Error('a lane was released twice')
        held = false
        const now = this.#clock()
        tenant.served += now - start
        this.#typical += (now - start - this.#typical) / 16
        tenant.active--
        tenant.startSum = tenant.active === 0 ? 0 : tenant.startSum - start
        this.#free[lane] = true
        this.#busy--
        this.#next()
        this.#forget(tenant)
      },
    }
  }

  /** Time of lanes that a tenant has used; a running one counts as what it has taken and a typical query more. */
  #used(tenant: Tenant, now: number): number {
    return tenant.served + (tenant.active === 0 ? 0 : tenant.active * (now + this.#typical) - tenant.startSum)
  }

  #left(tenant: Tenant): void {
    this.#waiting--
    if (tenant.waiting.length === 0) this.#hungry.delete(tenant)
    this.#forget(tenant)
  }

  /** Hands free lanes to the waiting tenants that have been served least; the queue's bound bounds this search. */
  #next(): void {
    while (this.#busy < this.#limits.lanes) {
      const now = this.#clock()
      let best: Tenant | null = null
      let least = Infinity
      for (const t of this.#hungry) {
        if (t.active >= this.#limits.perTenant) continue
        const used = this.#used(t, now)
        if (used < least) {
          least = used
          best = t
        }
      }
      const waiter = best?.waiting.shift()
      if (!best || !waiter) return
      clearTimeout(waiter.timer)
      const grant = this.#take(best)
      this.#left(best)
      waiter.grant(grant)
    }
  }

  #forget(tenant: Tenant): void {
    if (tenant.active > 0 || tenant.waiting.length > 0) return
    if (tenant.served <= this.#virtual || this.#tenants.size > 4096) this.#tenants.delete(tenant.name)
  }
}
