'use client'

import { useState } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { toast } from 'sonner'
import { createBookout, deleteBookout, listBookouts } from '@itellico/contracts/bookings'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { problemText, toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { whenText } from './booking-words'
import { PeriodFields, periodOf, type PeriodInput } from './period-fields'
import { useBookingsChanged } from './use-booking-actions'

/** Time that is blocked in the calendar of a profile, with the way to block more. For agencies and for talents themselves. */
export function Bookouts({ profileId }: { profileId: string }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  const changed = useBookingsChanged()
  const [period, setPeriod] = useState<PeriodInput | null>(null)
  const [reason, setReason] = useState('')
  const list = useQuery({ queryKey: keys.bookouts(profileId), queryFn: ({ signal }) => api(listBookouts, { params: { id: profileId }, signal }) })
  const add = useMutation({
    mutationFn: (p: PeriodInput) =>
      api(createBookout, { params: { id: profileId }, body: { ...periodOf(p, timezone), ...(reason.trim() && { reason: reason.trim() }) } }),
    onSuccess: () => {
      toast.success(t('bookout.added'))
      setPeriod(null)
      setReason('')
      changed()
    },
  })
  const free = useMutation({
    mutationFn: (id: string) => api(deleteBookout, { params: { id } }),
    onSuccess: () => {
      toast.success(t('bookout.freed'))
      changed()
    },
    onError: (cause) => toastProblem(cause, t),
  })
  return (
    <section className="grid content-start gap-4">
      <h2 className="text-lg font-semibold">{t('bookout.title')}</h2>
      <form
        className="grid gap-3 border-y border-line py-4"
        onSubmit={(e) => {
          e.preventDefault()
          if (period) add.mutate(period)
        }}
      >
        <PeriodFields
          value={period}
          onValueChange={(p) => setPeriod(p && !period ? { ...p, start: '00:00', end: '23:59' } : p)}
          zone={timezone}
          error={add.isError ? problemText(add.error, t) : undefined}
        />
        <Field label={t('bookout.reason')} optional={t('common.optional')}>
          <Input maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
        </Field>
        <Button type="submit" variant="outline" className="justify-self-start" disabled={!period} busy={add.isPending}>
          {t('bookout.add')}
        </Button>
      </form>
      {list.isPending ? (
        <Loading label={t('common.loading')} className="grid gap-2">
          {[0, 1].map((i) => (
            <Skeleton key={i} className="h-12" />
          ))}
        </Loading>
      ) : list.isError ? (
        <QueryError cause={list.error} retry={list.refetch} />
      ) : list.data.items.length === 0 ? (
        <p className="text-ink-2">
          <span className="font-medium text-ink">{t('bookout.none')}.</span> {t('bookout.noneText')}
        </p>
      ) : (
        <ul className="border-t border-line">
          {list.data.items.map((b) => (
            <li key={b.id} className="flex items-center gap-3 border-b border-line py-2">
              <span aria-hidden className="h-9 w-1.5 bg-[repeating-linear-gradient(135deg,var(--sunken)_0_3px,var(--line-strong)_3px_4px)]" />
              <span className="grid min-w-0 flex-1">
                <span className="tabular font-medium">{whenText(b, locale)}</span>
                {b.reason && <span className="truncate text-sm text-ink-3">{b.reason}</span>}
              </span>
              <Button
                variant="quiet"
                size="icon"
                aria-label={`${t('bookout.free')}: ${whenText(b, locale)}`}
                busy={free.isPending && free.variables === b.id}
                onClick={() => free.mutate(b.id)}
              >
                <Trash2 />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
