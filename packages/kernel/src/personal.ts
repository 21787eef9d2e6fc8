import type { Ctx } from './context.ts'

/** A person, and what belongs to them alone. */
export interface Person {
  readonly userId: string
  /** The address, and the names, as they stand now; already forgotten ones are not there. */
  readonly email: string | null
  readonly names: readonly string[]
  /** Profiles that are theirs. */
  readonly profileIds: readonly string[]
  /** Accounts that nobody else is in. */
  readonly accountIds: readonly string[]
}

/** A file of a person, by its path in the archive that they get and its key in the storage. */
export interface PersonalFile {
  readonly path: string
  readonly key: string
}

/** What a module keeps of persons. Every table of a tenant is named by exactly one module: as personal, or as holding nothing of anybody. */
export interface PersonalBinding {
  readonly tables?: readonly string[]
  /** Tables that name a person by id at most. */
  readonly impersonal?: readonly string[]
  /** First: needs names that others erase. Last: what the others are found by is gone afterwards. */
  readonly when?: 'first' | 'last'
  /** Everything of the person that the module keeps, by section, as plain JSON. */
  readonly collect?: (ctx: Ctx, person: Person) => Promise<Readonly<Record<string, unknown>>>
  readonly files?: (ctx: Ctx, person: Person) => Promise<readonly PersonalFile[]>
  /** Erases it or makes it nobody's. Runs again after a crash and over a restored backup: it must then do what is left to do. */
  readonly erase?: (ctx: Ctx, person: Person) => Promise<void>
}

/** What stands where a name was; the end of the id keeps several apart. */
export function pseudonym(word: string, id: string): string {
  return `${word} ${id.slice(-6)}`
}

/** The name of whoever was erased. */
export const ERASED_NAME = 'Erased person'
