'use client'

import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { createBookout } from '@itellico/contracts/bookings'
import type { Profile } from '@itellico/contracts/profiles'
import { Button } from '@/components/ui/button'
import { TimeInput } from '@/components/ui/date-picker'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { addDays, instantAt } from '@/features/bookings/zone'
import { useBookingsChanged } from '@/features/bookings/use-booking-actions'
import { FormError } from '@/features/auth/form-error'
import { api } from '@/lib/api.client'
import { formatDateRange, formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'
import type { Entry } from './month'
import type { Selection } from './month-grid'
import { rankText } from './talent-words'

interface Props {
  readonly selection: Selection
  readonly profiles: readonly Profile[]
  readonly profileId: string | null
  readonly entries: readonly Entry[]
  readonly zone: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks for hours and reason before time is blocked, and says what stands there already. */
export function BlockDialog({ selection, profiles, profileId, entries, zone, onClose, onDone }: Props) {
  const { t, locale } = useI18n()
  const changed = useBookingsChanged()
  const [who, setWho] = useState(profileId ?? profiles[0]?.id ?? '')
  const [kind, setKind] = useState<'days' | 'hours'>('days')
  const [start, setStart] = useState('09:00')
  const [end, setEnd] = useState('18:00')
  const [reason, setReason] = useState('')
  const startsAt = instantAt(selection.from, kind === 'days' ? '00:00' : start || '00:00', zone)
  const endsAt = kind === 'days' ? instantAt(addDays(selection.to, 1), '00:00', zone) : instantAt(selection.to, end || '00:00', zone)
  const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000
  // Days of other than 24 hours: the clocks change.
  const clockChanges = kind === 'days' && hours % 24 !== 0
  const overlap = entries.filter((e) => e.profileId === who && e.booking && e.first <= selection.to && e.last >= selection.from)
  const block = useMutation({
    mutationFn: () => api(createBookout, { params: { id: who }, body: { startsAt, endsAt, timezone: zone, ...(reason.trim() && { reason: reason.trim() }) } }),
    onSuccess: () => {
      toast.success(t('cal.blocked'))
      changed()
      onDone()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('cal.blockTitle')}
      description={formatDateRange(selection.from, selection.to, locale)}
      closeLabel={t('common.close')}
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          <Button busy={block.isPending} disabled={hours <= 0} onClick={() => block.mutate()}>
            {t('cal.block')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <FormError message={block.isError ? problemText(block.error, t) : undefined} />
        {profiles.length > 1 && (
          <Field label={t('cal.forWhom')}>
            <Select value={who} onValueChange={setWho} options={profiles.map((p) => ({ value: p.id, label: p.displayName }))} />
          </Field>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Segmented<'days' | 'hours'>
            label={t('cal.block')}
            value={kind}
            onValueChange={setKind}
            options={[
              { value: 'days', label: t('cal.wholeDays') },
              { value: 'hours', label: t('cal.hours') },
            ]}
          />
          {kind === 'hours' && (
            <div className="grid grid-cols-2 gap-2">
              <TimeInput label={t('common.from')} value={start} onValueChange={setStart} className="w-28" />
              <TimeInput label={t('common.to')} value={end} onValueChange={setEnd} className="w-28" />
            </div>
          )}
        </div>
        <p className="tabular text-sm text-ink-2">
          {t('cal.span', {
            start: formatInstant(startsAt, locale, zone),
            end: formatInstant(endsAt, locale, zone),
            hours: Math.max(0, Math.round(hours * 10) / 10),
          })}
          {clockChanges && ` ${t('cal.clock')}`}
        </p>
        <Field label={t('cal.reason')} hint={t('cal.reasonHint')} optional={t('common.optional')}>
          <Input maxLength={200} value={reason} placeholder={t('cal.reasonPlaceholder')} onChange={(e) => setReason(e.target.value)} />
        </Field>
        {overlap.length > 0 && (
          <p className="border-l-2 border-warn bg-warn-wash px-3 py-2 text-warn">
            {t('cal.overlap', { what: overlap.map((e) => e.booking && `${rankText(t, e.booking)}, ${e.booking.title}`).join('; ') })}
          </p>
        )}
        <p className="text-sm text-ink-3">{t('cal.blockText')}</p>
      </div>
    </Dialog>
  )
}
