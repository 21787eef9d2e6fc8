'use client'

import { useAppearance } from '@/lib/appearance'
import type { UnitSystem } from '@/lib/units'

/** The system in which this viewer reads measurements, and the way to change it. */
export function useUnits(ofTenant: UnitSystem): [UnitSystem, (units: UnitSystem) => void] {
  const units = useAppearance((s) => s.units)
  const set = useAppearance((s) => s.set)
  return [units === 'tenant' ? ofTenant : units, (next) => set({ units: next })]
}
