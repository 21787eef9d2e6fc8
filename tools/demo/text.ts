/** Turns a name into the slug used in addresses: ASCII, lower case, hyphens. */
export function slugOf(name: string): string {
  return name
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Splits a list written with spaces; an empty text gives an empty list. */
export function words(text: string): string[] {
  return text.split(' ').filter(Boolean)
}

/** Reads a `key` or `key:value` flag out of a list of flags. */
export function flag(flags: string, key: string): string | undefined {
  const found = words(flags).find((entry) => entry === key || entry.startsWith(`${key}:`))
  return found === undefined ? undefined : (found.split(':')[1] ?? '')
}
