import { describe, expect, it } from 'vitest'
import { fileEnd, linkEnd, progressAfter, toCsvField, toCsvLine } from './exports.policy.ts'

describe('a CSV field', () => {
  it('is quoted as RFC 4180 says', () => {
    expect(toCsvLine(['plain', 'a, b', 'say "hi"', 'two\nlines', ' edge', '', null])).toBe('plain,"a, b","say ""hi""","two\nlines"," edge",,\r\n')
  })
  it('keeps numbers as numbers, negative ones too', () => {
    expect(toCsvLine([-12.5, 0, 1_000_000_000_000, true, false])).toBe('-12.5,0,1000000000000,true,false\r\n')
  })
  it('is never taken for a formula', () => {
    expect(toCsvField("=cmd|' /C calc'!A0")).toBe("'=cmd|' /C calc'!A0")
    expect(toCsvField('@SUM(1)')).toBe("'@SUM(1)")
    expect(toCsvField('-1+1')).toBe("'-1+1")
    expect(toCsvField('\t=1')).toBe("'\t=1")
    expect(toCsvField('\r=1')).toBe('"\'\r=1"')
    expect(toCsvField('=HYPERLINK("http://x","y")')).toBe('"\'=HYPERLINK(""http://x"",""y"")"')
  })
  it('keeps the plus of a phone number', () => {
    expect(toCsvField('+49 170 123')).toBe("'+49 170 123")
  })
  it('gives the original back when one apostrophe is taken away', () => {
    const back = (field: string): string => (/^'+[=+\-@\t\r\n]/.test(field) ? field.slice(1) : field)
    for (const text of ['=1', "'=1", "''=1", '+49', "O'Brien", "'quoted'", 'plain']) expect(back(toCsvField(text))).toBe(text)
  })
  it('joins lists and leaves commas in them quoted', () => {
    expect(toCsvField(['fashion', 'fine, art'])).toBe('"fashion; fine, art"')
    expect(toCsvField(['=1', 'x'])).toBe("'=1; x")
    expect(toCsvField([])).toBe('')
  })
})

describe('times', () => {
  const now = new Date('2026-05-01T12:00:00.500Z')

  it('give a file a day and a link fifteen minutes, but never more than the file has', () => {
    expect(fileEnd(now).toISOString()).toBe('2026-05-02T12:00:00.500Z')
    expect(linkEnd(now, fileEnd(now)) * 1000).toBe(Date.parse('2026-05-01T12:15:00Z'))
    expect(linkEnd(now, new Date('2026-05-01T12:03:00Z')) * 1000).toBe(Date.parse('2026-05-01T12:03:00Z'))
  })
})

describe('progress', () => {
  it('starts at nothing, grows and never says that it is done', () => {
    const values = [0, 500, 5000, 50_000, 5_000_000].map(progressAfter)
    expect(values[0]).toBe(0)
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(Math.max(...values)).toBeLessThan(100)
  })
})
