'use client'

import { useState } from 'react'
import { Search, X } from 'lucide-react'
import { useI18n } from '@/lib/i18n/client'
import { useDelayed } from '@/lib/use-delayed'

const WAIT_MS = 350

/** The field to search in: a line, not a box. What is typed is searched for after a short pause. */
export function SearchBox({ value, label, onSearch }: { value: string; label: string; onSearch: (text: string) => void }) {
  const { t } = useI18n()
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  const delayed = useDelayed(WAIT_MS)
  // The address changed by something else (Back, "clear all"): the field follows.
  if (seen !== value) {
    setSeen(value)
    if (text.trim() !== value) setText(value)
  }
  const search = (next: string, wait?: number) => {
    setText(next)
    delayed(() => onSearch(next.trim()), wait)
  }
  return (
    <form
      role="search"
      className="relative border-b-2 border-ink transition-colors duration-150 focus-within:border-brand"
      onSubmit={(event) => {
        event.preventDefault()
        search(text, 0)
      }}
    >
      <Search aria-hidden className="absolute top-1/2 left-0 size-5 -translate-y-1/2 text-ink-3" />
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={t('talent.search')}
        value={text}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => search(event.target.value)}
        className="h-13 w-full bg-transparent pr-10 pl-8 text-lg outline-hidden placeholder:text-ink-3"
      />
      {text && (
        <button
          type="button"
          aria-label={t('common.clear')}
          onClick={() => search('', 0)}
          className="absolute top-1/2 right-0 grid size-9 -translate-y-1/2 place-items-center text-ink-3 hover:text-ink"
        >
          <X className="size-4" />
        </button>
      )}
    </form>
  )
}
