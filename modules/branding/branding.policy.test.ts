import { domainToASCII } from 'node:url'
import { expect, it } from 'vitest'
import { brandColour, isAt } from './branding.policy.ts'

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

it('white on the brand’s colour is readable at every hue and strength', () => {
  for (let hue = 0; hue <= 360; hue += 5)
    for (const chroma of [0, 0.05, 0.1, 0.16]) {
      const colour = brandColour({ hue, chroma })
      expect(colour).toMatch(/^#[0-9a-f]{6}$/)
      expect(1.05 / (luminance(colour) + 0.05), `${hue} ${chroma}`).toBeGreaterThan(4.5)
    }
})
it('without strength it is grey', () => {
  expect(new Set(brandColour({ hue: 20, chroma: 0 }).slice(1).match(/../g)).size).toBe(1)
})
it('an address is at a domain, not at one that ends like it', () => {
  const at = (address: string): boolean => isAt(address, ['agency.example', 'xn--mdel-5qa.example'], domainToASCII)
  expect(['hello@Agency.Example', 'hallo@mödel.example'].map(at)).toEqual([true, true])
  expect(['a@my-agency.example', 'a@sub.agency.example', 'a@agency.example.evil.test', '"a@agency.example"@evil.test'].map(at)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
