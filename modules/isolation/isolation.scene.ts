import { currentDefinition } from '@itellico/contracts/profiles'
import type { ProbeGroup } from '@itellico/contracts/isolation'
import type { RouteContract } from '@itellico/contracts/kit'
import { realmOf } from '@itellico/contracts/kit'
import type { Config } from '@itellico/kernel/config'
import type { Ctx } from '@itellico/kernel/context'
import { ask } from '@itellico/kernel/operations'
import type { RealmInfo } from '@itellico/kernel/realms'
import type { Reply } from './isolation.caller.ts'
import type { Visitor } from './isolation.visitor.ts'
import * as repository from './isolation.repository.ts'

/** How a probe ended. */
export interface Outcome {
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly got: string
}

/** A probe that is to be run. */
export interface Plan {
  readonly group: ProbeGroup
  readonly name: string
  readonly expected: string
  /** It would change something if isolation were broken. */
  readonly changes?: boolean
  run(): Promise<Outcome>
}

/** What the probes of one check work with. */
export interface Scene {
  readonly ctx: Ctx
  readonly config: Config
  readonly tenant: RealmInfo
  readonly visitor: Visitor
  /** Routes of marketplaces. */
  readonly contracts: readonly RouteContract[]
  /** Ids, slugs and hashes of the tenant, by kind. */
  readonly samples: ReadonlyMap<string, Record<string, string>>
  readonly words: readonly string[]
  /** Whether a text holds an id, a slug or a word of the tenant. */
  holdsOurs(text: string): boolean
}

const WORDS = 5
/** Shorter words are found by chance. */
const LEAST = 6

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** A probe that ended as it must. */
export const passed = (got: string): Outcome => ({ outcome: 'passed', got })
/** A probe that found a hole. */
export const failed = (got: string): Outcome => ({ outcome: 'failed', got })
/** Whether a reply says nothing because the visitor has asked too much. */
export const limited = (...replies: readonly Reply[]): boolean => replies.some((r) => r.status === 429)

/** Gathers what the probes of a tenant work with. */
export async function openScene(ctx: Ctx, visitor: Visitor): Promise<Scene> {
  const samples = await repository.sampleKinds(ctx.db)
  // words that the fields themselves hold, as "Brown" or a city in a list of choices, say nothing of anybody
  const definition = JSON.stringify((await ask(ctx, currentDefinition, {})).definition)
  const own = (text: string): boolean => text.length >= LEAST && !definition.includes(inJson(text))
  const words = (await repository.sampleWords(ctx.db, WORDS)).filter(own)
  const marks = [ctx.realm.id, ctx.realm.schema, ...[...samples.values()].flatMap((s) => Object.values(s)), ...words].filter(own)
  return {
    ctx,
    config: ctx.kernel.config,
    tenant: ctx.realm,
    visitor,
    contracts: ctx.kernel.registry.routes.map((r) => r.contract).filter((c) => realmOf(c) !== 'platform'),
    samples,
    words,
    holdsOurs: (text) => marks.some((mark) => text.includes(inJson(mark))),
  }
}
