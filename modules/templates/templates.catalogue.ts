import type { Industry } from '@itellico/contracts/tenants'
import type { Template } from '@itellico/contracts/templates'
import fashion100 from './definitions/fashion/1.0.0.json' with { type: 'json' }
import fashion110 from './definitions/fashion/1.1.0.json' with { type: 'json' }
import fitness100 from './definitions/fitness/1.0.0.json' with { type: 'json' }
import freelancers100 from './definitions/freelancers/1.0.0.json' with { type: 'json' }
import kids100 from './definitions/kids/1.0.0.json' with { type: 'json' }
import kids110 from './definitions/kids/1.1.0.json' with { type: 'json' }
import pets100 from './definitions/pets/1.0.0.json' with { type: 'json' }
import pets110 from './definitions/pets/1.1.0.json' with { type: 'json' }
import photographers100 from './definitions/photographers/1.0.0.json' with { type: 'json' }
import voices100 from './definitions/voice-actors/1.0.0.json' with { type: 'json' }

// The JSON is checked against the schema by a test: TypeScript reads its texts as plain strings.
const released = (...versions: unknown[]): readonly Template[] => versions as Template[]

/** Released versions of every template, oldest first. */
export const catalogue: Readonly<Record<Industry, readonly Template[]>> = {
  fashion: released(fashion100, fashion110),
  fitness: released(fitness100),
  kids: released(kids100, kids110),
  pets: released(pets100, pets110),
  freelancers: released(freelancers100),
  'voice-actors': released(voices100),
  photographers: released(photographers100),
}

/** A version of a template; the newest when none is named, null when there is no such version. */
export function templateOf(key: Industry, version?: string | null): Template | null {
  const versions = catalogue[key]
  return (version ? versions.find((t) => t.version === version) : versions.at(-1)) ?? null
}

/** Versions that came after one, oldest first. */
export function newerThan(key: Industry, version: string): readonly Template[] {
  const versions = catalogue[key]
  return versions.slice(versions.findIndex((t) => t.version === version) + 1)
}
