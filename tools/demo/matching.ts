import type { DemoCastingRole } from './activity-types.ts'
import type { DemoProfile } from './types.ts'

/** The age in whole years at the reference day. */
export function ageOf(profile: DemoProfile, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(profile.dateOfBirth)) / (365.25 * 86_400_000))
}

/** Tells whether a profile fits the criteria of a casting role. */
export function fits(profile: DemoProfile, role: DemoCastingRole, now: Date): boolean {
  return Object.entries(role.criteria).every(([key, wanted]) => {
    if (key === 'board') return profile.schema === `model_${String(wanted)}`
    if (key === 'category') return profile.categories.includes(String(wanted))
    const actual = key === 'age' ? ageOf(profile, now) : profile.data[key]
    if (actual === undefined) return false
    if (Array.isArray(wanted) && typeof wanted[0] === 'number') return Number(actual) >= wanted[0] && Number(actual) <= Number(wanted[1])
    if (Array.isArray(wanted)) return Array.isArray(actual) && wanted.some((w) => actual.includes(String(w)))
    return actual === wanted
  })
}
