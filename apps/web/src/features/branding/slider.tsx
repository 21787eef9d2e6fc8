'use client'

import { useId } from 'react'

interface Props {
  readonly label: string
  readonly value: number
  readonly text: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly track?: string
  readonly disabled?: boolean
  readonly onValueChange: (value: number) => void
}

/** A number on a scale; the track may show what the numbers look like. */
export function Slider({ label, value, text, min, max, step, track, disabled, onValueChange }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        <output htmlFor={id} className="tabular text-sm text-ink-2">
          {text}
        </output>
      </div>
      {track && <span aria-hidden className="h-2.5 rounded-full" style={{ background: track }} />}
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={text}
        onChange={(e) => onValueChange(Number(e.target.value))}
        className="h-6 w-full cursor-pointer accent-(--brand)"
      />
    </div>
  )
}
