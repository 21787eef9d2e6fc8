/** A value of a row: nested values only occur in JSON. */
export type Cell = string | number | boolean | null | readonly string[] | { readonly [key: string]: unknown }

const FORMULA = /^[=+\-@\t\r\n]/
const PROTECTED = /^'+[=+\-@\t\r\n]/

/**
 * Text of one CSV field (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe in front, and so does text
 * that already looks protected: taking one apostrophe away gives the original back. Numbers stay numbers.
 */
export function toCsvField(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const plain = typeof value === 'string' ? value : Array.isArray(value) ? value.join('; ') : JSON.stringify(value)
  const text = FORMULA.test(plain) || PROTECTED.test(plain) ? `'${plain}` : plain
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of a CSV file. */
export function toCsvLine(values: readonly Cell[]): string {
  return `${values.map(toCsvField).join(',')}\r\n`
}

/** Mark at the beginning of a file by which spreadsheets recognise UTF-8. */
export const BOM = '\uFEFF'

/** How far an export is, in percent. The number of rows is not known beforehand: the value grows ever slower and stays below 100. */
export function progressAfter(rows: number): number {
  return Math.min(95, Math.floor((rows / (rows + 1500)) * 100))
}

const LINK_SECONDS = 15 * 60

/** When a download link made now ends, in seconds since 1970: after 15 minutes, and never after the file itself. */
export function linkEnd(now: Date, expiresAt: Date): number {
  return Math.min(Math.floor(now.getTime() / 1000) + LINK_SECONDS, Math.floor(expiresAt.getTime() / 1000))
}

const KEEP_HOURS = 24

/** When the file of an export that is made now goes. */
export function fileEnd(now: Date): Date {
  return new Date(now.getTime() + KEEP_HOURS * 3_600_000)
}

/** Before when an export must have been asked for to count as lost when it is not done. */
export function lostBefore(now: Date): Date {
  return new Date(now.getTime() - KEEP_HOURS * 3_600_000)
}
