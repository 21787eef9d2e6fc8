'use client'

import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { localText, type Definition } from '@itellico/contracts/model-schema'
import { useI18n } from '@/lib/i18n/client'
import { stepPlace, withMovedField, type Place } from './draft'

const samePlace = (a: Place | null, b: Place) => a?.section === b.section && a.index === b.index

/** Moving fields, with the mouse by dragging, with the keyboard by lifting; says aloud what happens. */
export function useMoving(draft: Definition, onChange: (next: Definition) => void) {
  const { t, locale } = useI18n()
  const [lifted, setLifted] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<Place | null>(null)
  const [over, setOver] = useState<Place | null>(null)
  const before = useRef<Definition | null>(null)
  // A row that changes its section is made anew and loses focus for a moment: that is no farewell.
  const travelling = useRef(false)

  const nameAt = (place: Place) => {
    const field = draft.sections[place.section]?.fields[place.index]
    return field ? localText(field.label, locale) : ''
  }
  const onHandleKey = (place: Place, key: string) => (event: KeyboardEvent) => {
    const name = nameAt(place)
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      const isLifting = lifted !== key
      before.current = isLifting ? draft : null
      setLifted(isLifting ? key : null)
      setSaid(t(isLifting ? 'fld.lifted' : 'fld.dropped', { name }))
      return
    }
    if (lifted !== key) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (before.current) onChange(before.current)
      setLifted(null)
      return
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const to = stepPlace(draft, place, event.key === 'ArrowUp' ? -1 : 1)
    if (!to) return
    travelling.current = true
    const next = withMovedField(draft, place, to)
    onChange(next)
    setSaid(t('fld.moved', { name, place: to.index + 1, count: next.sections[to.section]?.fields.length ?? 0 }))
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-handle="${key}"]`)?.focus()
      travelling.current = false
    })
  }
  const onDragOver = (place: Place) => (event: DragEvent) => {
    if (!dragged) return
    event.preventDefault()
    event.stopPropagation()
    if (!samePlace(over, place)) setOver(place)
  }
  const onDragEnd = () => {
    if (dragged && over && !samePlace(dragged, over)) {
      const down = dragged.section === over.section && over.index > dragged.index
      onChange(withMovedField(draft, dragged, down ? { ...over, index: over.index - 1 } : over))
    }
    setDragged(null)
    setOver(null)
  }
  return {
    lifted,
    said,
    over: dragged ? over : null,
    onHandleKey,
    onHandleBlur: () => !travelling.current && setLifted(null),
    onDragStart: setDragged,
    onDragOver,
    onDragEnd,
  }
}
