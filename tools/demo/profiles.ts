import { fashionProfiles } from './fashion/profiles.ts'
import { kidsProfiles } from './kids/profiles.ts'
import { pawsProfiles } from './paws/profiles.ts'
import type { DemoProfile } from './types.ts'

/** Every demo profile of the three tenants, about sixty each; dates are relative to `now`. */
export function buildProfiles(now: Date): DemoProfile[] {
  return [...fashionProfiles(now), ...kidsProfiles(now), ...pawsProfiles(now)]
}
