import { SOFT_SHARE } from '@itellico/contracts/usage'

/** Number from which on admins are warned; −1 when there is no limit. */
export function softOf(limit: number): number {
  return limit < 0 ? -1 : Math.floor(limit * SOFT_SHARE)
}

/** The highest threshold that a number has reached, in percent. */
export function reached(used: number, limit: number): 0 | 80 | 100 {
  if (limit < 0) return 0
  if (used >= limit) return 100
  return used >= softOf(limit) ? 80 : 0
}
