'use client'

import { useState } from 'react'
import { useDelayed } from '@/lib/use-delayed'

const PAUSE_MS = 250

/** Text of a search field: shows every key at once, reports what was typed after a short pause. */
export function useSearchText(known: string, report: (text: string | null) => void) {
  const [text, setText] = useState(known)
  const [last, setLast] = useState(known)
  const delayed = useDelayed(PAUSE_MS)
  // The address changed by other means, e.g. the back button.
  if (known !== last) {
    setLast(known)
    setText(known)
  }
  const type = (next: string) => {
    setText(next)
    delayed(() => next !== known && report(next || null))
  }
  return [text, type] as const
}
