'use client'

import { useEffect, useState } from 'react'

const PAUSE_MS = 250

/** Text of a search field: shows every key at once, reports what was typed after a short pause. */
export function useSearchText(known: string, report: (text: string | null) => void) {
  const [text, setText] = useState(known)
  const [last, setLast] = useState(known)
  // The address changed by other means, e.g. the back button.
  if (known !== last) {
    setLast(known)
    setText(known)
  }
  useEffect(() => {
    if (text === known) return
    const timer = setTimeout(() => report(text || null), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, known, report])
  return [text, setText] as const
}
