import { permissions } from '@itellico/contracts/permissions'
import { tierOf, type RouteContract } from '@itellico/contracts/kit'
import type { HandlerBinding, JobBinding, ModuleManifest, OperationBinding, RouteBinding, ScheduleBinding } from './module.ts'

/** Everything that the modules of this process bind, by name. */
export interface Registry {
  readonly modules: readonly ModuleManifest[]
  readonly routes: readonly RouteBinding[]
  readonly handlers: ReadonlyMap<string, HandlerBinding>
  readonly jobs: ReadonlyMap<string, JobBinding>
  readonly operations: ReadonlyMap<string, OperationBinding>
  readonly schedules: readonly ScheduleBinding[]
  /** Handlers of an event: first those inside the transaction, then those of workers. */
  handlersOf(event: string): { sync: readonly HandlerBinding[]; async: readonly HandlerBinding[] }
}

/** Puts the modules together and refuses to start when something is bound twice, not at all, or against the rules. */
export function buildRegistry(modules: readonly ModuleManifest[], declared: readonly RouteContract[]): Registry {
  const problems: string[] = []
  const unique = <T>(items: readonly T[], name: (t: T) => string, what: string): Map<string, T> => {
    const map = new Map<string, T>()
    for (const item of items) {
      if (map.has(name(item))) problems.push(`${what} ${name(item)} is bound twice`)
      map.set(name(item), item)
    }
    return map
  }
  const routes = modules.flatMap((m) => m.routes ?? [])
  const byRoute = unique(routes, (r) => `${r.contract.method} ${r.contract.path}`, 'route')
  unique(routes, (r) => r.contract.name, 'route name')
  for (const contract of declared) if (!byRoute.has(`${contract.method} ${contract.path}`)) problems.push(`route ${contract.name} is declared but not served`)
  for (const { contract } of routes) {
    if (contract.permission && !(contract.permission in permissions))
      problems.push(`route ${contract.name} asks for the unknown permission ${contract.permission}`)
    if (contract.permission && !contract.permission.startsWith(`${tierOf(contract)}.`))
      problems.push(`route ${contract.name} asks for a permission of another tier`)
    if (!contract.permission && tierOf(contract) !== 'public') problems.push(`route ${contract.name} needs a permission`)
  }
  const handlers = unique(
    modules.flatMap((m) => m.handlers ?? []),
    (h) => h.name,
    'handler',
  )
  const jobs = unique(
    modules.flatMap((m) => m.jobs ?? []),
    (j) => j.job.name,
    'job',
  )
  const operations = unique(
    modules.flatMap((m) => m.operations ?? []),
    (o) => o.operation.name,
    'operation',
  )
  const schedules = modules.flatMap((m) => m.schedules ?? [])
  unique(schedules, (s) => s.name, 'schedule')
  if (problems.length) throw new Error(`The modules do not fit together:\n  ${problems.join('\n  ')}`)

  const byEvent = new Map<string, { sync: HandlerBinding[]; async: HandlerBinding[] }>()
  for (const h of handlers.values()) {
    const entry = byEvent.get(h.event.name) ?? { sync: [], async: [] }
    entry[h.mode].push(h)
    byEvent.set(h.event.name, entry)
  }
  const none = { sync: [], async: [] }
  return { modules, routes, handlers, jobs, operations, schedules, handlersOf: (event) => byEvent.get(event) ?? none }
}

/** All route contracts that a contract file exports. */
export function routesIn(file: Readonly<Record<string, unknown>>): RouteContract[] {
  return Object.values(file).filter((v): v is RouteContract => typeof v === 'object' && v !== null && 'method' in v && 'path' in v && 'permission' in v)
}
