const PREFIX = '/api/v1'

/** Address on this host of a signed download that the API names by path or origin. */
export function downloadHref(url: string): string {
  const path = url.replace(/^https?:\/\/[^/]+/, '')
  return `/api/bff${path.startsWith(PREFIX) ? path.slice(PREFIX.length) : path}`
}

/** `12 kB` */
export function fileSize(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value)
}
