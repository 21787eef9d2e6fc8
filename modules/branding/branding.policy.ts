/** Lightness of the brand's colour on light ground, as the web application has it: text on it keeps its contrast at every hue. */
const LIGHTNESS = 0.485

const channel = (linear: number): string => {
  const light = Math.min(1, Math.max(0, linear))
  const shown = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055
  return Math.round(shown * 255)
    .toString(16)
    .padStart(2, '0')
}

/** The brand's colour for mail programs, which know no OKLCH. */
export function brandColour({ hue, chroma }: { hue: number; chroma: number }): string {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (LIGHTNESS + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (LIGHTNESS - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (LIGHTNESS - 0.0894841775 * a - 1.291485548 * b) ** 3
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s
  return `#${channel(red)}${channel(green)}${channel(blue)}`
}

/** Whether an address is at one of some hosts, whatever alphabet and case it is written in. */
export function isAt(address: string, hosts: readonly string[], toAscii: (host: string) => string): boolean {
  return hosts.includes(toAscii(address.slice(address.lastIndexOf('@') + 1).toLowerCase()))
}
