/** A colour in OKLab: lightness 0..1 and the two opponent axes. */
type Lab = [number, number, number]

const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const toGamma = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055)

function toLab(hex: string): Lab {
  const n = Number.parseInt(hex.slice(1), 16)
  const r = toLinear(((n >> 16) & 255) / 255)
  const g = toLinear(((n >> 8) & 255) / 255)
  const b = toLinear((n & 255) / 255)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromLab([L, a, b]: Lab): string {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((v) => Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, v)))) * 255))
  return '#' + channels.map((v) => v.toString(16).padStart(2, '0')).join('')
}

/** Mixes two hex colours in OKLab; 0 gives the first, 1 the second. */
export function mix(from: string, to: string, amount: number): string {
  const a = toLab(from)
  const b = toLab(to)
  return fromLab([a[0] + (b[0] - a[0]) * amount, a[1] + (b[1] - a[1]) * amount, a[2] + (b[2] - a[2]) * amount])
}

/** Makes a hex colour lighter (positive) or darker (negative) by a step of OKLab lightness. */
export function tone(hex: string, step: number): string {
  const [L, a, b] = toLab(hex)
  return fromLab([Math.min(1, Math.max(0, L + step)), a, b])
}

/** The OKLab lightness of a hex colour, 0 for black to 1 for white. */
export function lightness(hex: string): number {
  return toLab(hex)[0]
}

/** Converts an OKLCH colour (hue in degrees) to hex. */
export function oklch(L: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180
  return fromLab([L, chroma * Math.cos(angle), chroma * Math.sin(angle)])
}
