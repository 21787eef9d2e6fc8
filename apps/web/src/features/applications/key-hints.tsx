'use client'

import { Keyboard } from 'lucide-react'
import { Toggle } from '@base-ui/react/toggle'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { verdicts } from './review-steps'

function Key({ children }: { children: string }) {
  return <kbd className="grid h-5 min-w-5 place-items-center rounded-xs border border-line-strong px-1 font-mono text-2xs text-ink-2">{children}</kbd>
}

/** Which keys there are, and the switch for them. Only where there is a keyboard. */
export function KeyHints({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useI18n()
  const hints: readonly (readonly [readonly string[], string])[] = [
    [['J', 'K'], t('rev.keyMove')],
    ...verdicts.map((v) => [[v.key.toUpperCase()], t(v.label)] as const),
    [['Enter'], t('rev.keyOpen')],
    [['Z'], t('rev.keyUndo')],
  ]
  return (
    <div className="hidden min-h-8 flex-wrap items-center gap-x-4 gap-y-1 pointer-fine:lg:flex">
      <Toggle
        pressed={on}
        onPressedChange={onChange}
        className="inline-flex h-7 items-center gap-1.5 rounded-sm border border-line-strong px-2 text-xs font-medium text-ink-3 transition-colors duration-150 hover:text-ink data-pressed:bg-ink data-pressed:text-canvas [&_svg]:size-3.5"
      >
        <Keyboard aria-hidden />
        {t(on ? 'rev.keysOn' : 'rev.keysOff')}
      </Toggle>
      <ul aria-label={t('rev.keys')} className={cn('flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3', !on && 'line-through')}>
        {hints.map(([names, text]) => (
          <li key={text} className="flex items-center gap-1.5">
            {names.map((name) => (
              <Key key={name}>{name}</Key>
            ))}
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}
