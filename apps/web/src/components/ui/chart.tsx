'use client'

import { Area, AreaChart, Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { cn } from '@/lib/cn'

export interface Series<T> {
  readonly key: Extract<keyof T, string>
  readonly label: string
}

interface Props<T> {
  readonly data: readonly T[]
  readonly x: Extract<keyof T, string>
  readonly series: readonly Series<T>[]
  readonly kind?: 'bar' | 'area'
  readonly height?: number
  /** What the chart shows, in a sentence; the numbers themselves are in the table for assistive technology. */
  readonly summary: string
  readonly format?: (value: number) => string
  readonly className?: string
}

const colour = (index: number) => `var(--chart-${(index % 4) + 1})`
const tick = { fill: 'var(--ink-3)', fontSize: 11 }

/** Bars or areas over a row of names or days, drawn in the colours of the marketplace. */
export function Chart<T extends Record<string, string | number>>({
  data,
  x,
  series,
  kind = 'bar',
  height = 220,
  summary,
  format = String,
  className,
}: Props<T>) {
  const rows = [...data]
  const parts = [
    <CartesianGrid key="grid" vertical={false} stroke="var(--line)" />,
    <XAxis key="x" dataKey={x} tick={tick} tickLine={false} axisLine={{ stroke: 'var(--line-strong)' }} minTickGap={16} />,
    <YAxis key="y" tick={tick} tickLine={false} axisLine={false} width={40} tickFormatter={format} allowDecimals={false} />,
    <Tooltip
      key="tip"
      isAnimationActive={false}
      cursor={{ fill: 'var(--sunken)', stroke: 'var(--line-strong)' }}
      formatter={(value) => format(Number(value))}
      contentStyle={{ background: 'var(--raised)', border: '1px solid var(--line)', borderRadius: 'var(--radius-base)', color: 'var(--ink)', fontSize: 12 }}
    />,
  ]
  return (
    <figure className={cn('grid gap-2', className)}>
      <div aria-hidden style={{ height }}>
        <ResponsiveContainer width="100%" height="100%">
          {kind === 'bar' ? (
            <BarChart data={rows} accessibilityLayer={false} margin={{ top: 4, right: 0, bottom: 0, left: 0 }}>
              {parts}
              {series.map((s, i) => (
                <Bar key={s.key} dataKey={s.key} name={s.label} fill={colour(i)} isAnimationActive={false} maxBarSize={28} />
              ))}
            </BarChart>
          ) : (
            <AreaChart data={rows} accessibilityLayer={false} margin={{ top: 4, right: 0, bottom: 0, left: 0 }}>
              {parts}
              {series.map((s, i) => (
                <Area
                  key={s.key}
                  dataKey={s.key}
                  name={s.label}
                  stroke={colour(i)}
                  fill={colour(i)}
                  fillOpacity={0.14}
                  strokeWidth={2}
                  isAnimationActive={false}
                />
              ))}
            </AreaChart>
          )}
        </ResponsiveContainer>
      </div>
      <figcaption className="flex flex-wrap gap-4 text-xs text-ink-3">
        {series.map((s, i) => (
          <span key={s.key} className="inline-flex items-center gap-1.5">
            <span className="size-2.5" style={{ background: colour(i) }} />
            {s.label}
          </span>
        ))}
      </figcaption>
      <table className="sr-only">
        <caption>{summary}</caption>
        <thead>
          <tr>
            <th scope="col">{x}</th>
            {series.map((s) => (
              <th scope="col" key={s.key}>
                {s.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row[x])}>
              <th scope="row">{row[x]}</th>
              {series.map((s) => (
                <td key={s.key}>{format(Number(row[s.key]))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
