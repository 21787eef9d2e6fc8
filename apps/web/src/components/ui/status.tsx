import { cn } from '@/lib/cn'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral'

/** Tone and sign of every state of the product. Colour is never the only signal: a sign and a word come with it. */
export const statusLooks: Record<string, { tone: Tone; glyph: string }> = {
  draft: { tone: 'neutral', glyph: '✎' },
  pending: { tone: 'warn', glyph: '◔' },
  active: { tone: 'ok', glyph: '●' },
  hidden: { tone: 'neutral', glyph: '◌' },
  suspended: { tone: 'bad', glyph: '‖' },
  requested: { tone: 'info', glyph: '?' },
  held: { tone: 'warn', glyph: '◑' },
  confirmed: { tone: 'ok', glyph: '✓' },
  completed: { tone: 'neutral', glyph: '✓' },
  declined: { tone: 'bad', glyph: '✕' },
  released: { tone: 'neutral', glyph: '↩' },
  cancelled: { tone: 'bad', glyph: '✕' },
  expired: { tone: 'neutral', glyph: '◷' },
  published: { tone: 'ok', glyph: '●' },
  closed: { tone: 'neutral', glyph: '■' },
  filled: { tone: 'info', glyph: '✓' },
  submitted: { tone: 'info', glyph: '●' },
  viewed: { tone: 'neutral', glyph: '◉' },
  shortlisted: { tone: 'warn', glyph: '★' },
  offered: { tone: 'ok', glyph: '→' },
  rejected: { tone: 'bad', glyph: '✕' },
  withdrawn: { tone: 'neutral', glyph: '↩' },
  trial: { tone: 'info', glyph: '◔' },
  past_due: { tone: 'warn', glyph: '!' },
  archived: { tone: 'warn', glyph: '■' },
  purged: { tone: 'neutral', glyph: '✕' },
  done: { tone: 'ok', glyph: '✓' },
  aborted: { tone: 'neutral', glyph: '↩' },
  provisioning: { tone: 'info', glyph: '◔' },
  failed: { tone: 'bad', glyph: '!' },
  queued: { tone: 'neutral', glyph: '…' },
  running: { tone: 'info', glyph: '◔' },
  ready: { tone: 'ok', glyph: '✓' },
  processing: { tone: 'info', glyph: '◔' },
  upload_pending: { tone: 'neutral', glyph: '↑' },
  disabled: { tone: 'bad', glyph: '‖' },
  bookout: { tone: 'neutral', glyph: '—' },
}

export const toneStyles: Record<Tone, string> = {
  ok: 'bg-ok-wash text-ok',
  warn: 'bg-warn-wash text-warn',
  bad: 'bg-bad-wash text-bad',
  info: 'bg-info-wash text-info',
  neutral: 'bg-sunken text-ink-2',
}

/** A state as sign and word. `text` comes from `statusText(t, status)`, e.g. with a rank: "Option 2". */
export function Status({ status, text, className }: { status: string; text: string; className?: string }) {
  const look = statusLooks[status] ?? { tone: 'neutral' as const, glyph: '●' }
  return (
    <Badge tone={look.tone} glyph={look.glyph} className={className ?? ''}>
      {text}
    </Badge>
  )
}

/** A short word on a tint. */
export function Badge({ tone = 'neutral', glyph, className, children }: { tone?: Tone; glyph?: string; className?: string; children: React.ReactNode }) {
  return (
    <span className={cn('inline-flex h-5.5 items-center gap-1.5 whitespace-nowrap rounded-sm px-1.5 text-xs font-medium', toneStyles[tone], className)}>
      {glyph && (
        <span aria-hidden className="w-3 text-center text-2xs leading-none">
          {glyph}
        </span>
      )}
      {children}
    </span>
  )
}
