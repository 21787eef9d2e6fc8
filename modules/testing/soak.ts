import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBooking, getBooking, listBookings } from '@itellico/contracts/bookings'
import { urlOf } from '@itellico/contracts/client'
import type { RouteContract } from '@itellico/contracts/kit'
import { getPublicListing, listPublicListings } from '@itellico/contracts/listings'
import { getPublicProfile, getRosterProfile, listRoster, updateRosterProfile } from '@itellico/contracts/profiles'
import { searchProfiles, suggestProfiles } from '@itellico/contracts/search'
import { inTx } from '@itellico/kernel/context'
import { raw } from '@itellico/kernel/db'
import { newId } from '@itellico/kernel/ids'
import type { TestApi } from './harness.ts'
import { plantTwin, TWIN_WORD, twinIds, type Twin, type TwinIds } from './twins.ts'

/** What a soak has seen. */
export interface SoakSummary {
  readonly seconds: number
  readonly tenants: number
  readonly clients: number
  /** Requests and transactions, by kind. */
  readonly done: Readonly<Record<string, number>>
  /** What went wrong on purpose, or because it was too much, by kind. */
  readonly errors: Readonly<Record<string, number>>
  readonly rows: number
  readonly leaks: readonly string[]
}

const CLIENTS = 50
const TENANTS = 8
/** Written by transactions that never commit: whoever reads it reads what is not there. */
const POISON = 'Rolledback'

/** Lets clients alternate between tenants in which everything has the same ids, with work that fails, times out, is cut off or rolled back in between. */
export async function runSoak(api: TestApi, seconds: number): Promise<SoakSummary> {
  const ids = twinIds()
  const twins: Twin[] = []
  for (let i = 0; i < TENANTS; i++) twins.push(await plantTwin(await api.tenant(), ids, api.caller))
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  const soak = new Soak((api.app.server.address() as AddressInfo).port, ids, twins)
  const begun = Date.now()
  const end = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (let turn = 0; Date.now() < end; turn++) await soak.turn(client, turn)
    }),
  )
  for (const twin of twins) await soak.audit(twin)
  soak.agent.destroy()
  return { seconds: Math.round((Date.now() - begun) / 1000), tenants: TENANTS, clients: CLIENTS, ...soak.seen }
}

type Read = readonly [contract: RouteContract, input: object]

class Soak {
  readonly agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  readonly seen = { done: {} as Record<string, number>, errors: {} as Record<string, number>, rows: 0, leaks: [] as string[] }
  readonly #port: number
  readonly #ids: TwinIds
  readonly #twins: readonly Twin[]
  readonly #reads: readonly Read[]
  constructor(port: number, ids: TwinIds, twins: readonly Twin[]) {
    this.#port = port
    this.#ids = ids
    this.#twins = twins
    this.#reads = [
      [getPublicProfile, { params: { slug: ids.slug } }],
      [getPublicListing, { params: { slug: ids.slug } }],
      [searchProfiles, { query: { q: TWIN_WORD } }],
      [suggestProfiles, { query: { q: TWIN_WORD } }],
      [listPublicListings, { query: { q: TWIN_WORD } }],
      [getRosterProfile, { params: { id: ids.profile } }],
      [getBooking, { params: { id: ids.booking } }],
      [listRoster, {}],
      [listBookings, {}],
    ]
  }

  /** One thing that a client does; each time in the next tenant. */
  async turn(client: number, turn: number): Promise<void> {
    const twin = this.#twins[(client + turn) % this.#twins.length] as Twin
    const read = this.#reads[(client * 7 + turn) % this.#reads.length] as Read
    switch ((client * 3 + turn) % 12) {
      case 0:
        return this.#ask('change', twin, updateRosterProfile, { params: { id: this.#ids.profile }, body: { city: `${twin.marker} ${turn}` } })
      case 1:
        return this.#ask('booking', twin, createBooking, { body: this.#booking(twin, client, turn) })
      case 2:
        return this.#ask('unknown id', twin, getRosterProfile, { params: { id: newId() } })
      case 3:
        return this.#ask('bad input', twin, updateRosterProfile, { params: { id: this.#ids.profile }, body: { city: 5 } })
      case 4:
        return this.#cut(twin, ...read, turn % 8)
      case 5:
        return this.#cut(twin, createBooking, { body: this.#booking(twin, client, turn) }, turn % 12)
      case 6:
        return this.#transaction('rolled back', twin, () => Promise.reject(new Error('on purpose')))
      case 7:
        return turn % 2
          ? this.#transaction('timed out', twin, async (sql) => {
              await sql(`select set_config('statement_timeout', '15', true)`)
              await sql('select pg_sleep(1)::text')
            })
          : this.#transaction('bad statement', twin, (sql) => sql('select * from "__tenant__"."nowhere"'))
      default:
        return this.#ask('read', twin, ...read)
    }
  }

  /** After everything: no row of a tenant holds a word of another, and nothing that was rolled back has stayed. */
  async audit(twin: Twin): Promise<void> {
    const { db } = twin.tenant.ctx
    const rows = [...(await db.profile.findMany()), ...(await db.booking.findMany()), ...(await db.listing.findMany()), ...(await db.account.findMany())]
    for (const row of rows)
      this.#check(
        'stored row',
        twin,
        JSON.stringify(row, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
        true,
      )
  }

  #booking(twin: Twin, client: number, turn: number): object {
    const day = new Date(Date.UTC(2027 + (turn % 3), client % 12, 1 + ((turn * 7) % 27), turn % 20))
    return {
      profileId: this.#ids.profile,
      kind: turn % 2 ? 'option' : 'booking',
      clientName: twin.marker,
      title: twin.marker,
      startsAt: day.toISOString(),
      endsAt: new Date(day.getTime() + 3_600_000).toISOString(),
      timezone: 'UTC',
    }
  }

  #count(list: Record<string, number>, kind: string): void {
    list[kind] = (list[kind] ?? 0) + 1
  }

  #check(what: string, twin: Twin, text: string, mine: boolean): void {
    this.seen.rows++
    const foreign = this.#twins.find((t) => t !== twin && text.includes(t.marker))
    if (foreign) this.seen.leaks.push(`${what}: ${foreign.tenant.id} in ${twin.tenant.id}`)
    if (mine && !text.includes(twin.marker)) this.seen.leaks.push(`${what}: a row of ${twin.tenant.id} without its marker`)
    if (text.includes(POISON)) this.seen.leaks.push(`${what}: work that was rolled back shows in ${twin.tenant.id}`)
  }

  #open(twin: Twin, contract: RouteContract, input: object) {
    const { body } = input as { body?: unknown }
    const text = body === undefined ? '' : JSON.stringify(body)
    const question = request({
      port: this.#port,
      agent: this.agent,
      method: contract.method,
      path: urlOf(contract, input),
      headers: {
        host: twin.tenant.host,
        ...(contract.permission && { authorization: `Bearer ${twin.token}`, 'x-account-id': this.#ids.agency }),
        ...(text && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      },
    })
    question.end(text)
    return question
  }

  async #ask(kind: string, twin: Twin, contract: RouteContract, input: object): Promise<void> {
    this.#count(this.seen.done, kind)
    const [answer] = (await once(this.#open(twin, contract, input), 'response')) as [IncomingMessage]
    const text = Buffer.concat(await answer.toArray()).toString('utf8')
    const status = answer.statusCode ?? 0
    if (status >= 400) {
      this.#count(this.seen.errors, `${status} ${(JSON.parse(text) as { code?: string }).code ?? ''}`)
      return this.#check(contract.name, twin, text, false)
    }
    const body = JSON.parse(text) as { items?: unknown[] }
    if (!body.items) return this.#check(contract.name, twin, text, true)
    if (body.items.length === 0) this.seen.leaks.push(`${contract.name}: ${twin.tenant.id} finds nothing of its own`)
    for (const row of body.items) this.#check(contract.name, twin, JSON.stringify(row), true)
    this.#check(contract.name, twin, text, true)
  }

  /** Goes away some milliseconds after having asked. */
  async #cut(twin: Twin, contract: RouteContract, input: object, afterMs: number): Promise<void> {
    this.#count(this.seen.done, 'cut off')
    const question = this.#open(twin, contract, input)
    const gone = new Promise<void>((resolve) => question.on('close', resolve))
    question.on('error', () => this.#count(this.seen.errors, 'cut off by the client'))
    question.on('response', (answer) => answer.on('error', () => undefined).resume())
    const timer = setTimeout(() => question.destroy(), afterMs)
    await gone
    clearTimeout(timer)
  }

  async #transaction(kind: string, twin: Twin, fail: (sql: (text: string) => Promise<unknown>) => Promise<unknown>): Promise<void> {
    this.#count(this.seen.done, kind)
    try {
      await inTx(twin.tenant.ctx, async (tx) => {
        const found = await tx.db.profile.findUniqueOrThrow({ where: { id: this.#ids.profile } })
        this.#check(kind, twin, JSON.stringify(found), true)
        await tx.db.profile.update({ where: { id: this.#ids.profile }, data: { city: `${POISON} ${twin.marker}` } })
        await fail((text) => raw(tx.db).$queryRawUnsafe(text))
      })
      this.seen.leaks.push(`${kind}: a transaction that had to fail was committed in ${twin.tenant.id}`)
    } catch {
      this.#count(this.seen.errors, kind)
    }
  }
}
