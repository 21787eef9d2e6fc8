'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { cancelBooking, confirmBooking, declineBooking, holdBooking, releaseBooking, withdrawRequest, type Booking } from '@itellico/contracts/bookings'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { conflictOf } from './conflict'
import { standingText } from './booking-words'

/** A step on a booking with what it needs to know. */
export type BookingStep =
  | { readonly name: 'hold'; readonly optionExpiresAt?: string; readonly acknowledgeBookout?: boolean }
  | { readonly name: 'confirm'; readonly overrideFirst?: boolean; readonly acknowledgeBookout?: boolean }
  | { readonly name: 'release' | 'decline'; readonly reason?: string }
  | { readonly name: 'cancel'; readonly reason: string }
  | { readonly name: 'withdraw' }

function run({ id, version }: Pick<Booking, 'id' | 'version'>, step: BookingStep): Promise<Booking> {
  const target = { params: { id }, ifMatch: version }
  switch (step.name) {
    case 'hold': {
      const { name: _, ...body } = step
      return api(holdBooking, { ...target, body })
    }
    case 'confirm': {
      const { name: _, ...body } = step
      return api(confirmBooking, { ...target, body })
    }
    case 'release':
    case 'decline':
      return api(step.name === 'release' ? releaseBooking : declineBooking, { ...target, body: step.reason ? { reason: step.reason } : {} })
    case 'cancel':
      return api(cancelBooking, { ...target, body: { reason: step.reason } })
    case 'withdraw':
      return api(withdrawRequest, target)
  }
}

/** Makes everything that shows options and bookings ask again. */
export function useBookingsChanged(): () => void {
  const client = useQueryClient()
  return () => {
    for (const kind of ['bookings', 'calendar', 'bookouts']) void client.invalidateQueries({ queryKey: [kind] })
  }
}

/** Takes steps on a booking. Conflicts stay in `error` for whoever asks on; everything else becomes a notice. */
export function useBookingStep(booking: Pick<Booking, 'id' | 'version' | 'profile'>) {
  const { t } = useI18n()
  const changed = useBookingsChanged()
  return useMutation({
    mutationFn: (step: BookingStep) => run(booking, step),
    onSuccess: (after) => {
      toast.success(t('book.changed', { name: booking.profile.displayName, state: standingText(t, after.status, after.rank) }))
      changed()
    },
    onError: (cause) => {
      if (conflictOf(cause)) return
      toastProblem(cause, t)
      changed()
    },
  })
}
