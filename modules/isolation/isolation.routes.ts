import { randomUUID } from 'node:crypto'
import { realmOf, tierOf, type RouteContract } from '@itellico/contracts/kit'
import { tenantMismatch } from '@itellico/contracts/tenants'
import { sample } from '@itellico/kernel/sample'
import { askApi, pathOf, wordsOf, type Reply } from './isolation.caller.ts'
import { kindOf, linkRoutes } from './isolation.kinds.ts'
import { passed, failed, limited, type Plan, type Scene } from './isolation.scene.ts'

const hasPlace = (c: RouteContract): boolean => c.path.includes('{')

/** A value of the same form that names nothing. */
function unknownLike(value: string): string {
  if (/^[0-9a-f-]{36}$/.test(value)) return randomUUID()
  return `${value.slice(0, -4)}zzzz`
}

/** The visitor asks a route on the host of the own tenant of the visitor. */
async function asVisitor(scene: Scene, c: RouteContract, params: Record<string, string>, accountId: string | null): Promise<Reply> {
  return askApi(scene.config, {
    host: scene.visitor.ctx.realm.host,
    method: c.method,
    path: pathOf(c, params, c.query && sample(c.query)),
    headers: { authorization: `Bearer ${scene.visitor.token}`, ...(accountId && { 'x-account-id': accountId }) },
    ...(c.body && { body: sample(c.body) }),
  })
}

/** Every route about one thing, called with a thing of the tenant: the answer must be that of a thing that does not exist. */
export function routePlans(scene: Scene): Plan[] {
  const routes = scene.contracts.filter((c) => hasPlace(c) && !linkRoutes.includes(c.name))
  return routes.map((c) => ({
    group: 'routes',
    name: `${c.method} ${c.path}`,
    // what changes something is tried only when nothing could be read before
    changes: c.method !== 'GET',
    expected: 'the answer for an id that does not exist',
    async run() {
      const kind = kindOf(c.path)
      const real = kind && scene.samples.get(kind.name)
      if (!kind || !real) return { outcome: 'skipped', got: `the marketplace has no ${kind?.name ?? 'such thing'}` }
      const unknown = Object.fromEntries(Object.entries(real).map(([place, value]) => [place, unknownLike(value)]))
      const got = new Set<string>()
      for (const accountId of tierOf(c) === 'account' ? scene.visitor.accounts : [null]) {
        const theirs = await asVisitor(scene, c, { ...real, ...kind.fixed }, accountId)
        const nobodys = await asVisitor(scene, c, { ...unknown, ...kind.fixed }, accountId)
        if (limited(theirs, nobodys)) return { outcome: 'skipped', got: 'the limit of requests was reached' }
        got.add(wordsOf(theirs))
        if (theirs.status !== nobodys.status || theirs.text !== nobodys.text || theirs.status < 400 || theirs.status >= 500)
          return failed(`${wordsOf(theirs)}, and ${wordsOf(nobodys)} for an unknown one`)
      }
      return passed([...got].join(', '))
    },
  }))
}

/** Every route that needs a sign-in, called at the tenant with the visitor's token, whatever names the tenant. */
export function tokenPlans(scene: Scene): Plan[] {
  const { tenant, visitor, config } = scene
  const authorization = `Bearer ${visitor.token}`
  const tries: readonly (readonly [string, string, Record<string, string>])[] = [
    ['by host', tenant.host, {}],
    ['by header', config.PLATFORM_DOMAIN, { 'x-tenant-id': tenant.id }],
    ['against its own host', visitor.ctx.realm.host, { 'x-tenant-id': tenant.id }],
  ]
  const want = `${tenantMismatch.status} ${tenantMismatch.code}`
  return scene.contracts
    .filter((c) => c.permission !== null && realmOf(c) === 'tenant')
    .map((c) => ({
      group: 'tokens',
      name: `${c.method} ${c.path}`,
      expected: want,
      async run() {
        const params = Object.fromEntries([...c.path.matchAll(/\{(\w+)\}/g)].map(([, place]) => [place as string, randomUUID()]))
        for (const [how, host, headers] of tries) {
          const reply = await askApi(config, { host, method: c.method, path: pathOf(c, params), headers: { authorization, ...headers } })
          if (wordsOf(reply) !== want) return failed(`${wordsOf(reply)} ${how}`)
        }
        return passed(want)
      },
    }))
}

/** Every list, as the visitor sees it: nothing of the tenant is in it. */
export function listPlans(scene: Scene): Plan[] {
  return scene.contracts
    .filter((c) => c.method === 'GET' && !hasPlace(c) && !c.file)
    .map((c) => ({
      group: 'lists',
      name: `GET ${c.path}`,
      expected: 'nothing of this marketplace',
      async run() {
        let got = ''
        for (const accountId of tierOf(c) === 'account' ? scene.visitor.accounts : [null]) {
          const reply = await asVisitor(scene, c, {}, accountId)
          if (limited(reply)) return { outcome: 'skipped', got: 'the limit of requests was reached' }
          if (scene.holdsOurs(reply.text)) return failed('something of this marketplace')
          got = wordsOf(reply)
        }
        return passed(`${got}, nothing of this marketplace`)
      },
    }))
}
