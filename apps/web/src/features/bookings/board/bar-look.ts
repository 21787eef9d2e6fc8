import type { CalendarEntry } from '@itellico/contracts/bookings'

type Kind = CalendarEntry['kind']

/** Sign of each kind; options carry their rank instead. */
export const glyphOf = (entry: Pick<CalendarEntry, 'kind' | 'rank'>): string =>
  entry.kind === 'option' ? String(entry.rank ?? 1) : { booking: '✓', request: '?', bookout: '—' }[entry.kind]

/** Looks of bars: kinds differ by fill, edge and pattern, not by colour alone. */
export function barLook(entry: Pick<CalendarEntry, 'kind' | 'rank' | 'status'>): string {
  switch (entry.kind) {
    case 'booking':
      return entry.status === 'completed' ? 'bg-ok-wash text-ok border-transparent' : 'bg-ok text-canvas border-transparent'
    case 'option':
      return entry.rank === 1 || entry.rank === null ? 'bg-warn-wash text-warn border-warn' : 'bg-canvas text-warn border-warn border-dashed'
    case 'request':
      return 'bg-info-wash text-info border-info border-dotted'
    case 'bookout':
      return 'text-ink-2 border-transparent bg-[repeating-linear-gradient(135deg,var(--sunken)_0_5px,var(--line)_5px_6px)]'
  }
}

export const kinds: readonly Kind[] = ['request', 'option', 'booking', 'bookout']
