'use client'

import { Progress as BaseProgress } from '@base-ui/react/progress'
import { cn } from '@/lib/cn'

/** How far work has come, in percent; `null` while nobody knows. */
export function Progress({ value, label, showValue = true, className }: { value: number | null; label: string; showValue?: boolean; className?: string }) {
  return (
    <BaseProgress.Root value={value} className={cn('grid grid-cols-[1fr_auto] items-baseline gap-x-3 gap-y-1', className)}>
      <BaseProgress.Label className="truncate text-sm text-ink-2">{label}</BaseProgress.Label>
      {showValue && <BaseProgress.Value className="tabular text-xs text-ink-3" />}
      <BaseProgress.Track className="col-span-2 h-1 overflow-hidden rounded-full bg-sunken">
        <BaseProgress.Indicator className="bg-brand transition-[width] duration-200 ease-out data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  )
}
