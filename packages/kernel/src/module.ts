import type { EventContract, OperationContract, RouteContract } from '@itellico/contracts/kit'
import type { Static, TSchema } from 'typebox'
import type { Ctx, TxCtx } from './context.ts'
import type { PersonalBinding } from './personal.ts'

type In<S> = S extends TSchema ? Static<S> : Record<string, never>

/** What a route's function gets: the checked input of the request. */
export interface RouteInput<C extends RouteContract> {
  readonly params: In<Exclude<C['params'], undefined>>
  readonly query: In<Exclude<C['query'], undefined>>
  readonly body: In<Exclude<C['body'], undefined>>
  /** Version from `If-Match`, when the client sent one. */
  readonly ifMatch: number | null
  /** The request's body as a stream, for uploads only. */
  readonly stream: NodeJS.ReadableStream | null
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** A file that a route answers with. */
export interface FileAnswer {
  readonly stream: NodeJS.ReadableStream
  readonly headers: Readonly<Record<string, string>>
}

/** A contract bound to the function that serves it. */
export interface RouteBinding {
  readonly contract: RouteContract
  readonly fn: (ctx: Ctx, input: RouteInput<RouteContract>) => Promise<unknown>
}

/** Binds a route's contract to its function. */
export function handle<C extends RouteContract>(contract: C, fn: (ctx: Ctx, input: RouteInput<C>) => Promise<Static<C['response']>>): RouteBinding {
  return { contract, fn: fn as unknown as RouteBinding['fn'] }
}

/** Binds a route that answers with a file. */
export function handleFile<C extends RouteContract>(contract: C, fn: (ctx: Ctx, input: RouteInput<C>) => Promise<FileAnswer>): RouteBinding {
  return { contract, fn: fn as unknown as RouteBinding['fn'] }
}

/** An event as it is stored. */
export interface StoredEvent<P = unknown> {
  readonly id: string
  readonly name: string
  readonly version: string
  readonly payload: P
  readonly stream: string
  readonly actorId: string | null
  readonly occurredAt: string
  readonly requestId: string
}

/** An event bound to a handler. Asynchronous ones run in a worker, in a transaction of their own, once. */
export interface HandlerBinding {
  readonly event: EventContract
  readonly name: string
  readonly mode: 'sync' | 'async'
  readonly fn: (tx: TxCtx, event: StoredEvent) => Promise<void>
}

/** Handles an event in a worker: retried with backoff, its database work is done exactly once. */
export function on<S extends TSchema>(event: EventContract<S>, name: string, fn: (tx: TxCtx, event: StoredEvent<Static<S>>) => Promise<void>): HandlerBinding {
  return { event, name, mode: 'async', fn: fn as HandlerBinding['fn'] }
}

/** Handles an event inside the transaction that emits it; a failure undoes the change itself. */
export function onSync<S extends TSchema>(
  event: EventContract<S>,
  name: string,
  fn: (tx: TxCtx, event: StoredEvent<Static<S>>) => Promise<void>,
): HandlerBinding {
  return { event, name, mode: 'sync', fn: fn as HandlerBinding['fn'] }
}

/** Queues, by the kind of work: pictures must not hold up mail. */
export type QueueName = 'default' | 'mail' | 'media' | 'admin'

/** Work in the background, declared as data. Input holds ids, never personal data. */
export interface JobContract<S extends TSchema = TSchema> {
  readonly name: string
  readonly input: S
  readonly queue: QueueName
  readonly attempts: number
}

/** Declares background work named `module.verb`. */
export function job<S extends TSchema>(name: string, input: S, options: { queue?: QueueName; attempts?: number } = {}): JobContract<S> {
  return { name, input, queue: options.queue ?? 'default', attempts: options.attempts ?? 6 }
}

/** A job bound to its function, which may run again after a crash and must then do nothing twice. */
export interface JobBinding {
  readonly job: JobContract
  readonly fn: (ctx: Ctx, input: unknown, run: JobRun) => Promise<void>
}

/** What a running job knows of itself. */
export interface JobRun {
  readonly attempt: number
  readonly lastAttempt: boolean
}

/** Binds a job to its function. */
export function work<S extends TSchema>(contract: JobContract<S>, fn: (ctx: Ctx, input: Static<S>, run: JobRun) => Promise<void>): JobBinding {
  return { job: contract, fn: fn as JobBinding['fn'] }
}

/** A job that runs by the clock: in every tenant, once for the platform, or in every realm (both). */
export interface ScheduleBinding {
  readonly name: string
  readonly everyMs: number
  readonly per: 'platform' | 'tenant' | 'realm'
  readonly fn: (ctx: Ctx) => Promise<void>
}

/** An operation bound to its answer. */
export interface OperationBinding {
  readonly operation: OperationContract
  readonly fn: (ctx: Ctx, input: unknown) => Promise<unknown>
}

/** Answers what other modules ask; runs in the asker's transaction when there is one. */
export function answer<I extends TSchema, O extends TSchema>(
  operation: OperationContract<I, O>,
  fn: (ctx: Ctx, input: Static<I>) => Promise<Static<O>>,
): OperationBinding {
  return { operation, fn: fn as OperationBinding['fn'] }
}

/** Everything a module binds; the only thing it exports. */
export interface ModuleManifest {
  readonly name: string
  /** Realms whose schema holds the module's tables. */
  readonly migrations?: readonly ('tenant' | 'control')[]
  readonly routes?: readonly RouteBinding[]
  readonly handlers?: readonly HandlerBinding[]
  readonly jobs?: readonly JobBinding[]
  readonly operations?: readonly OperationBinding[]
  readonly schedules?: readonly ScheduleBinding[]
  /** What the module keeps of persons: how it is collected and how it is erased. */
  readonly personal?: PersonalBinding
}

/** Declares a module. */
export function defineModule(manifest: ModuleManifest): ModuleManifest {
  return manifest
}
