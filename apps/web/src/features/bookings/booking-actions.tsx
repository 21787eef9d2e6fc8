'use client'

import { useState } from 'react'
import { MessageSquare, Pencil } from 'lucide-react'
import type { Booking } from '@itellico/contracts/bookings'
import type { Permission } from '@itellico/contracts/permissions'
import { Button } from '@/components/ui/button'
import { useI18n } from '@/lib/i18n/client'
import type { MessageKey } from '@/lib/i18n/translate'
import { usePerson } from '@/lib/me'
import { mayDo } from '@/lib/permissions'
import { MessageDialog } from './message-dialog'
import { StepDialog, type StepName } from './step-dialog'

/** Which end of a booking somebody stands at. */
export type Side = 'agency' | 'client'

interface Action {
  readonly name: StepName
  readonly label: MessageKey
  readonly needs: Permission
  readonly variant: 'primary' | 'outline' | 'quiet'
}
const agencyActions: Partial<Record<Booking['status'], readonly Action[]>> = {
  requested: [
    { name: 'hold', label: 'book.hold', needs: 'account.bookings.create', variant: 'primary' },
    { name: 'confirm', label: 'book.confirm', needs: 'account.bookings.confirm', variant: 'outline' },
    { name: 'decline', label: 'book.decline', needs: 'account.bookings.release', variant: 'quiet' },
  ],
  held: [
    { name: 'confirm', label: 'book.confirm', needs: 'account.bookings.confirm', variant: 'primary' },
    { name: 'release', label: 'book.release', needs: 'account.bookings.release', variant: 'outline' },
  ],
  confirmed: [{ name: 'cancel', label: 'book.cancel', needs: 'account.bookings.cancel', variant: 'outline' }],
}
const clientActions: Partial<Record<Booking['status'], readonly Action[]>> = {
  requested: [{ name: 'withdraw', label: 'book.withdraw', needs: 'account.options.request', variant: 'outline' }],
  held: [{ name: 'withdraw', label: 'book.releaseOwn', needs: 'account.options.request', variant: 'outline' }],
}

interface Props {
  readonly booking: Booking
  readonly side: Side
  readonly onEdit?: () => void
  readonly onOpenBooking?: (id: string) => void
}

/** Everything one may do with a booking in the state it is in. */
export function BookingActions({ booking, side, onEdit, onOpenBooking }: Props) {
  const { t } = useI18n()
  const { me, accountId } = usePerson()
  const [step, setStep] = useState<StepName | null>(null)
  const [messageTo, setMessageTo] = useState<'client' | 'talent' | 'agency' | null>(null)
  const steps = ((side === 'agency' ? agencyActions : clientActions)[booking.status] ?? []).filter((a) => mayDo(me, a.needs, accountId))
  const receivers = side === 'client' ? (['agency'] as const) : booking.client.id ? (['client', 'talent'] as const) : (['talent'] as const)
  const names = { client: booking.client.name, talent: booking.profile.displayName, agency: booking.agency.name }
  const mayEdit = side === 'agency' && onEdit && mayDo(me, 'account.bookings.create', accountId)
  return (
    <div className="flex flex-wrap gap-2">
      {steps.map((a) => (
        <Button key={a.name} variant={a.variant} onClick={() => setStep(a.name)}>
          {t(a.label)}
        </Button>
      ))}
      {mayEdit && (
        <Button variant="outline" onClick={onEdit}>
          <Pencil />
          {t('common.edit')}
        </Button>
      )}
      {receivers.map((to) => (
        <Button key={to} variant="quiet" onClick={() => setMessageTo(to)}>
          <MessageSquare />
          {t('book.messageName', { name: names[to] })}
        </Button>
      ))}
      {step && <StepDialog booking={booking} name={step} onClose={() => setStep(null)} {...(onOpenBooking && { onOpenBooking })} />}
      {messageTo && <MessageDialog about={{ bookingId: booking.id, with: messageTo }} to={names[messageTo]} onClose={() => setMessageTo(null)} />}
    </div>
  )
}
