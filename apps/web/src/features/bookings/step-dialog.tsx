'use client'

import { useState } from 'react'
import type { Booking } from '@itellico/contracts/bookings'
import { Confirm } from '@/components/ui/confirm'
import { DatePicker, TimeInput } from '@/components/ui/date-picker'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import type { MessageKey } from '@/lib/i18n/translate'
import { conflictOf } from './conflict'
import { ConflictNotice } from './conflict-notice'
import { useBookingStep, type BookingStep } from './use-booking-actions'
import { dayOf, instantAt } from './zone'

export type StepName = BookingStep['name']

const words: Record<StepName, { title: MessageKey; text: MessageKey; act: MessageKey; danger?: boolean; reason?: 'optional' | 'required' }> = {
  hold: { title: 'book.holdTitle', text: 'book.holdText', act: 'book.hold' },
  confirm: { title: 'book.confirmTitle', text: 'book.confirmText', act: 'book.confirm' },
  release: { title: 'book.releaseTitle', text: 'book.releaseText', act: 'book.release', danger: true, reason: 'optional' },
  decline: { title: 'book.declineTitle', text: 'book.declineText', act: 'book.decline', danger: true, reason: 'optional' },
  cancel: { title: 'book.cancelTitle', text: 'book.cancelText', act: 'book.cancel', danger: true, reason: 'required' },
  withdraw: { title: 'book.withdrawTitle', text: 'book.withdrawText', act: 'book.withdraw', danger: true },
}

interface Props {
  readonly booking: Booking
  readonly name: StepName
  readonly onClose: () => void
  readonly onOpenBooking?: (id: string) => void
}

/** Asks before a step on a booking. When something stands in the way it says what, and offers to go on where that is allowed. */
export function StepDialog({ booking, name, onClose, onOpenBooking }: Props) {
  const { t } = useI18n()
  const [reason, setReason] = useState('')
  const [end, setEnd] = useState<{ day: string | null; time: string }>({ day: null, time: '18:00' })
  const [missing, setMissing] = useState(false)
  const [overrides, setOverrides] = useState<{ overrideFirst?: true; acknowledgeBookout?: true }>({})
  const step = useBookingStep(booking)
  const conflict = conflictOf(step.error)
  const { title, text, act, danger, reason: asks } = words[name]
  const blocked = conflict !== null && (conflict.kind === 'taken' || conflict.kind === 'held' || (conflict.kind === 'bookout' && !conflict.canAcknowledge))

  const send = (more: typeof overrides) => {
    const known = { ...overrides, ...more }
    setOverrides(known)
    const optional = reason.trim() ? { reason: reason.trim() } : {}
    const make = (): BookingStep => {
      if (name === 'confirm') return { name, ...known }
      if (name === 'hold')
        return {
          name,
          ...(known.acknowledgeBookout && { acknowledgeBookout: true }),
          ...(end.day && { optionExpiresAt: instantAt(end.day, end.time, booking.timezone) }),
        }
      if (name === 'cancel') return { name, reason: reason.trim() }
      return name === 'withdraw' ? { name } : { name, ...optional }
    }
    step.mutate(make(), { onSuccess: onClose })
  }
  const go = () => {
    if (blocked) return onClose()
    if (asks === 'required' && !reason.trim()) return setMissing(true)
    send(conflict?.kind === 'first' ? { overrideFirst: true } : conflict?.kind === 'bookout' ? { acknowledgeBookout: true } : {})
  }
  const label = blocked
    ? t('common.close')
    : conflict?.kind === 'first'
      ? t('book.confirmAnyway')
      : conflict?.kind === 'bookout'
        ? t('book.goOnAnyway')
        : t(act)
  return (
    <Confirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(title)}
      text={t(text, { name: booking.profile.displayName, client: booking.client.name })}
      confirmLabel={label}
      cancelLabel={t('common.back')}
      danger={danger ?? false}
      busy={step.isPending}
      onConfirm={go}
    >
      {conflict && <ConflictNotice conflict={conflict} timezone={booking.timezone} {...(onOpenBooking && { onOpen: onOpenBooking })} />}
      {name === 'hold' && !conflict && (
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 text-sm font-medium">{t('book.optionEnd')}</legend>
          <div className="grid grid-cols-[1fr_7rem] gap-2">
            <DatePicker
              label={t('book.optionEndDay')}
              placeholder={t('book.optionEndUsual')}
              value={end.day}
              max={dayOf(booking.startsAt, booking.timezone)}
              onValueChange={(day) => setEnd({ ...end, day })}
            />
            <TimeInput label={t('book.optionEndTime')} value={end.time} onValueChange={(time) => setEnd({ ...end, time })} />
          </div>
        </fieldset>
      )}
      {asks && (
        <Field
          label={t('book.reason')}
          {...(asks === 'optional' && { optional: t('common.optional') })}
          error={missing && !reason.trim() ? t('book.reasonNeeded') : undefined}
        >
          <Textarea rows={3} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
        </Field>
      )}
    </Confirm>
  )
}
