'use client'

import { useState } from 'react'
import { Search, X } from 'lucide-react'
import { Input } from '@/components/ui/input'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { useDelayed } from '@/lib/use-delayed'

const WAIT_MS = 250

/** A search text that takes effect when one stops typing; Esc empties it. */
export function SearchField({
  label,
  value,
  onValueChange,
  className,
}: {
  label: string
  value: string
  onValueChange: (text: string) => void
  className?: string
}) {
  const { t } = useI18n()
  const [typed, setTyped] = useState<string | null>(null)
  const delayed = useDelayed(WAIT_MS)
  const change = (text: string, wait?: number) => {
    setTyped(text)
    delayed(() => {
      onValueChange(text.trim())
      setTyped(null)
    }, wait)
  }
  const shown = typed ?? value
  return (
    <div className={cn('relative w-full sm:w-64', className)}>
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-ink-3" />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={shown}
        maxLength={100}
        className="px-8"
        onChange={(e) => change(e.target.value)}
        onKeyDown={(e) => e.key === 'Escape' && shown && change('', 0)}
      />
      {shown && (
        <button
          type="button"
          aria-label={t('common.clear')}
          className="absolute inset-y-0 right-1 my-auto grid size-7 place-items-center text-ink-3 hover:text-ink"
          onClick={() => change('', 0)}
        >
          <X className="size-3.5" />
        </button>
      )}
    </div>
  )
}
