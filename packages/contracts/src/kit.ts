import { Type, type Static, type TObject, type TSchema } from 'typebox'
import type { Permission } from './permissions.ts'

/** Data scope of a route: whose rows it can reach (never a rank). */
export type Tier = 'public' | 'user' | 'account' | 'tenant' | 'platform'

/** Where a route can be called: on a marketplace's host, on the platform's own host, or on both. */
export type Realm = 'tenant' | 'platform' | 'both'

/** Name of a rate-limit class; the numbers live in the API's rate-limit table. */
export type RateClass = 'default' | 'signin' | 'login' | 'register' | 'mail' | 'upload' | 'refresh'

/** A failure that a caller can meet: stable code, HTTP status and human title. */
export interface ErrorContract {
  readonly code: string
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 503
  readonly title: string
}

/** Declares a failure once; services throw it, protocols format it. */
export function error<const E extends ErrorContract>(e: E): E {
  return e
}

/** One HTTP endpoint, declared as data. `permission: null` means that no sign-in is needed. */
export interface RouteContract<P extends TSchema = TSchema, Q extends TSchema = TSchema, B extends TSchema = TSchema, R extends TSchema = TSchema> {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/${Tier}/${string}` | `/${Tier}`
  readonly summary: string
  readonly permission: Permission | null
  readonly realm?: Realm
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly response: R
  readonly status?: 200 | 201 | 202 | 204
  readonly errors?: readonly ErrorContract[]
  readonly rate?: RateClass
  /** The route accepts `Idempotency-Key`; `required` refuses calls without one. */
  readonly idempotency?: 'optional' | 'required'
  /** The response carries a `version`, sent as ETag; updates honour `If-Match`. */
  readonly versioned?: boolean
  /** Only for somebody who has proven in the last ten minutes who they are. */
  readonly stepUp?: boolean
  /** Speaks SCIM (RFC 7644) under `/scim/v2`: its media type, its ETags, its form of failures. The path begins with `/tenant/scim`. */
  readonly protocol?: 'scim'
  /** The answer is a file stream, not JSON. */
  readonly file?: boolean
}

/** Declares an endpoint; keeps the literal types for the typed client and the server binding. */
export function route<P extends TSchema = TObject, Q extends TSchema = TObject, B extends TSchema = TObject, R extends TSchema = TSchema>(
  contract: RouteContract<P, Q, B, R>,
): RouteContract<P, Q, B, R> {
  return contract
}

/** A domain event: what happened, in the past tense, with a versioned payload. */
export interface EventContract<S extends TSchema = TSchema> {
  readonly name: string
  readonly version: string
  readonly payload: S
}

/** Declares an event named `domain.entity.action`. */
export function event<S extends TSchema>(name: string, version: string, payload: S): EventContract<S> {
  return { name, version, payload }
}

/** A question one module may ask another; answered in-process or over HTTP. */
export interface OperationContract<I extends TSchema = TSchema, O extends TSchema = TSchema> {
  readonly name: string
  readonly input: I
  readonly output: O
}

/** Declares a cross-module call named `module.verb`. */
export function operation<I extends TSchema, O extends TSchema>(name: string, input: I, output: O): OperationContract<I, O> {
  return { name, input, output }
}

/** A push to browsers: a hint that something changed, never the record of it. */
export interface RealtimeContract<S extends TSchema = TSchema> {
  readonly name: string
  readonly payload: S
}

/** Declares a push to browsers. */
export function realtime<S extends TSchema>(name: string, payload: S): RealtimeContract<S> {
  return { name, payload }
}

/** Where a route is served, its places unfilled. */
export function servedAt(contract: { path: string; protocol?: 'scim' }): string {
  return contract.protocol === 'scim' ? contract.path.replace('/tenant/scim', '/scim/v2') : `/api/v1${contract.path}`
}

/** The tier of a route, read from its path. */
export function tierOf(contract: { path: string }): Tier {
  return contract.path.split('/')[1] as Tier
}

/** The realm of a route: explicit, else platform for the platform tier and tenant for all others. */
export function realmOf(contract: { path: string; realm?: Realm }): Realm {
  return contract.realm ?? (tierOf(contract) === 'platform' ? 'platform' : 'tenant')
}

/** UUID in canonical text form. */
export const Id = Type.String({ format: 'uuid' })
/** Instant in UTC, ISO 8601. */
export const Instant = Type.String({ format: 'date-time' })
/** Calendar date `YYYY-MM-DD`, with no zone. */
export const DateOnly = Type.String({ format: 'date' })
/** IANA time zone name. */
export const TimeZone = Type.String({ minLength: 3, maxLength: 64, pattern: '^[A-Za-z0-9_+/-]+$' })
/** URL part that names a thing: lower case letters, digits, hyphens. */
export const Slug = Type.String({ pattern: '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$' })
/** E-mail address as typed. */
export const Email = Type.String({ format: 'email', maxLength: 254 })
/** Integer minor units and an ISO 4217 code. */
export const Money = Type.Object({ amountMinor: Type.Integer({ minimum: 0, maximum: 1_000_000_000_00 }), currency: Type.String({ pattern: '^[A-Z]{3}$' }) })
export type Money = Static<typeof Money>
/** Path parameters of a route about one thing. */
export const IdParams = Type.Object({ id: Id })
/** No content. */
export const Nothing = Type.Null()

/** A nullable value. */
export function Nullable<S extends TSchema>(schema: S) {
  return Type.Union([schema, Type.Null()])
}

/** One of the given strings. */
export function OneOf<const T extends readonly string[]>(...values: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })
}

/** A page of a list: items and the cursor of the next page. */
export function Page<S extends TSchema>(item: S) {
  return Type.Object({
    items: Type.Array(item),
    page: Type.Object({ nextCursor: Nullable(Type.String()), limit: Type.Integer(), total: Type.Optional(Type.Integer()) }),
  })
}

/** Query parameters that every list takes. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
}

/** RFC 9457 problem document, the body of every failure. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  requestId: Type.String(),
  reason: Type.Optional(Type.String({ description: 'Key of the sentence in `detail`' })),
  facts: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        field: Type.String(),
        rule: Type.Optional(Type.String({ description: 'Key of what `message` says' })),
        values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
        message: Type.String(),
      }),
    ),
  ),
  context: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
})
export type Problem = Static<typeof Problem>

/** Somebody else changed the thing after it was read; `context.version` says which version it is now. */
export const versionStale = error({ code: 'request.stale_version', status: 412, title: 'Somebody changed this meanwhile' })
