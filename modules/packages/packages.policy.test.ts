import { describe, expect, it } from 'vitest'
import { hasRoom, LIMIT } from './packages.policy.ts'

describe('a shortlist', () => {
  it('holds up to its limit and no more', () => {
    expect(hasRoom(LIMIT - 1, 1)).toBe(true)
    expect(hasRoom(LIMIT, 1)).toBe(false)
    expect(hasRoom(0, LIMIT)).toBe(true)
  })
})
