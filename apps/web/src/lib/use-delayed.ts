'use client'

import { useCallback, useEffect, useRef } from 'react'

/**
 * Does something after a pause; a newer wish replaces the one that waits. A click anywhere does it at once, before what
 * the click itself starts: a change of the address that came later would call off the navigation of a clicked link.
 */
export function useDelayed(pauseMs: number) {
  const waiting = useRef<{ readonly run: () => void; readonly timer: ReturnType<typeof setTimeout> }>(undefined)
  const now = useCallback(() => {
    const wish = waiting.current
    if (!wish) return
    clearTimeout(wish.timer)
    waiting.current = undefined
    wish.run()
  }, [])
  useEffect(() => {
    document.addEventListener('click', now, true)
    return () => {
      document.removeEventListener('click', now, true)
      clearTimeout(waiting.current?.timer)
    }
  }, [now])
  return useCallback(
    (run: () => void, wait = pauseMs) => {
      clearTimeout(waiting.current?.timer)
      waiting.current = { run, timer: setTimeout(now, wait) }
    },
    [now, pauseMs],
  )
}
