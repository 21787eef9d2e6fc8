import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import { plainCode } from './auth.codes.ts'
import { stepOfCode } from './auth.totp.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const now = new Date('2026-03-01T10:00:07Z')
const step = Math.floor(now.getTime() / 30_000)
const codeAt = (offset: number): string => generateSync({ secret, epoch: (step + offset) * 30 })

describe('a code of the app', () => {
  it.each([[-1], [0], [1]])('is right %i steps off, at the beginning and at the end of a step', (offset) => {
    expect(stepOfCode(secret, codeAt(offset), now)).toBe(BigInt(step + offset))
    expect(stepOfCode(secret, codeAt(offset), new Date(step * 30_000))).toBe(BigInt(step + offset))
    expect(stepOfCode(secret, codeAt(offset), new Date(step * 30_000 + 29_999))).toBe(BigInt(step + offset))
  })
  it.each([[-2], [2]])('is wrong %i steps off', (offset) => {
    expect(stepOfCode(secret, codeAt(offset), now)).toBeNull()
  })
  it.each([[''], ['12345'], ['1234567'], ['abcdef'], ['１２３４５６']])('is never %s', (code) => {
    expect(stepOfCode(secret, code, now)).toBeNull()
  })
  it('may be typed with a blank', () => {
    expect(stepOfCode(secret, codeAt(0).replace(/^.../, '$& '), now)).toBe(BigInt(step))
  })
})

it('a backup code is read as it was meant', () => {
  expect(plainCode(' ABCD-efgh oIl1 ')).toBe('abcdefgh0111')
})
