import { createHash } from 'node:crypto'

/** A UUID (version 7) that is the same at every seeding: time from the row's own date, the rest from its name. */
export function idOf(at: Date | string, ...name: readonly string[]): string {
  const ms = new Date(at).getTime().toString(16).padStart(12, '0')
  const hash = createHash('sha256').update(name.join('/')).digest('hex')
  const variant = ((parseInt(hash.charAt(3), 16) & 0x3) | 0x8).toString(16)
  return `${ms.slice(0, 8)}-${ms.slice(8, 12)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}
