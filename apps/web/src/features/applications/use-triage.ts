'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { verdicts, type Verdict } from './review-steps'

const MEMORY = 'review-keys'

/** Whether single keys act on the review. They can be switched off, for people whose input devices send keys by chance. */
export function useKeysSwitch() {
  const [on, setOn] = useState(() => typeof localStorage === 'undefined' || localStorage.getItem(MEMORY) !== 'off')
  const set = (next: boolean) => {
    localStorage.setItem(MEMORY, next ? 'on' : 'off')
    setOn(next)
  }
  return [on, set] as const
}

interface Acts {
  /** Moves by a number of applicants, or by a row of the grid. */
  readonly move: (by: number, unit: 'one' | 'row') => void
  readonly decide: (to: Verdict) => void
  readonly open: () => void
  readonly undo: () => void
}

const moves: Record<string, readonly [number, 'one' | 'row']> = {
  j: [1, 'one'],
  k: [-1, 'one'],
  ArrowRight: [1, 'one'],
  ArrowLeft: [-1, 'one'],
  ArrowDown: [1, 'row'],
  ArrowUp: [-1, 'row'],
}

/** Keys of the review. They act while the focus is in the review, in its detail sheet, or nowhere; never while somebody types. */
export function useTriageKeys(on: boolean, sheetOpen: boolean, acts: Acts): void {
  const listen = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
    const target = event.target instanceof HTMLElement ? event.target : document.body
    if (target.closest('input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=alertdialog], [role=combobox]')) return
    const inGrid = target.closest('[data-triage]') !== null
    const inSheet = target.closest('[role=dialog]') !== null
    if (target !== document.body && !target.closest('[data-review]') && !(inSheet && sheetOpen)) return
    const arrow = event.key.startsWith('Arrow')
    if (!on && !(arrow && inGrid)) return
    const step = moves[event.key]
    // In the sheet the vertical arrows scroll, as everywhere.
    if (step && !(arrow && (inSheet ? step[1] === 'row' : !inGrid))) {
      event.preventDefault()
      acts.move(...step)
      return
    }
    const verdict = verdicts.find((v) => v.key === event.key.toLowerCase())
    if (verdict) acts.decide(verdict.to)
    else if (event.key === 'z' || event.key === 'u') acts.undo()
    else if (event.key === 'Enter' && !sheetOpen && (target === document.body || target.dataset['applicant'] !== undefined)) acts.open()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const handler = (event: KeyboardEvent) => listen(event)
    document.addEventListener('keydown', handler)
    return () => document.removeEventListener('keydown', handler)
  }, [])
}
