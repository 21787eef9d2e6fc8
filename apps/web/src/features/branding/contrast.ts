/** Linear light of sRGB for a colour in OKLCH, cut to what screens can show. */
function linearRgb(lightness: number, chroma: number, hue: number): readonly [number, number, number] {
  const angle = (hue * Math.PI) / 180
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const cut = (value: number) => Math.min(1, Math.max(0, value))
  return [
    cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    cut(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const luminance = (rgb: readonly [number, number, number]) => 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]

/** Contrast of the text on main buttons in light mode, by the formula of WCAG 2; the values are those of tokens.css. */
export function buttonContrast(hue: number, chroma: number): number {
  const text = luminance(linearRgb(0.99, 0, 0))
  const ground = luminance(linearRgb(0.485, chroma, hue))
  return (text + 0.05) / (ground + 0.05)
}
