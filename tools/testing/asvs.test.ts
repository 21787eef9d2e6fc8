import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { repoRoot } from '../services/paths.ts'

const text = readFileSync(path.join(repoRoot, 'docs/security/asvs.md'), 'utf8')
const cited = [...text.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)` › (.+?)(?=; `| \|)/g)].map(([, file = '', title = '']) => [file, title] as const)
const named = [...text.matchAll(/`([\w-]+(?:\/[\w.-]+)+\.(?:ts|md))`/g)].map(([, file = '']) => file)

describe('the list of security requirements', () => {
  it('cites tests', () => expect(cited.length).toBeGreaterThan(40))
  it.each(cited)('%s › %s is there', (file, title) => {
    const source = readFileSync(path.join(repoRoot, file), 'utf8')
    expect(source).toContain(`'${title}'`)
  })
  it.each([...new Set(named)])('%s is there', (file) => {
    expect(existsSync(path.join(repoRoot, file))).toBe(true)
  })
  it('says of each line whether it holds', () => {
    const rows = text.split('\n').filter((line) => /^\| \d/.test(line))
    expect(rows.filter((row) => !['yes', 'partly', 'no', 'n/a'].includes(row.split(' | ')[2] ?? ''))).toEqual([])
  })
})
