'use client'

import { useForm } from 'react-hook-form'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { updateBooking, type Booking } from '@itellico/contracts/bookings'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { problemToForm } from '@/lib/problems'
import { amountText, isAmount, moneyOf } from './money'
import { useBookingsChanged } from './use-booking-actions'

/** Changes what is written on a booking; its time and talent stay. */
export function BookingEdit({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const { t, locale } = useI18n()
  const { currency } = useTenant()
  const changed = useBookingsChanged()
  const form = useForm({
    defaultValues: { title: booking.title, location: booking.location ?? '', notes: booking.notes ?? '', fee: amountText(booking.fee, locale) },
  })
  const { errors } = form.formState
  const save = useMutation({
    mutationFn: (v: { title: string; location: string; notes: string; fee: string }) =>
      api(updateBooking, {
        params: { id: booking.id },
        ifMatch: booking.version,
        body: {
          title: v.title.trim(),
          location: v.location.trim() || null,
          notes: v.notes.trim() || null,
          fee: moneyOf(v.fee, booking.fee?.currency ?? currency) ?? null,
        },
      }),
    onSuccess: () => {
      toast.success(t('common.saved'))
      changed()
      onDone()
    },
    onError: (cause) => problemToForm(cause, form.setError, t),
  })
  return (
    <form noValidate className="grid gap-4 border-y border-line py-4" onSubmit={form.handleSubmit((v) => save.mutate(v))}>
      <Field label={t('book.title')} error={errors.title?.message}>
        <Input {...form.register('title', { required: t('form.required'), maxLength: 160 })} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('book.place')} error={errors.location?.message}>
          <Input {...form.register('location')} />
        </Field>
        <Field label={t('book.feeIn', { currency: booking.fee?.currency ?? currency })} error={errors.fee?.message}>
          <Input inputMode="decimal" className="tabular" {...form.register('fee', { validate: (v) => isAmount(v) || t('book.feeWrong') })} />
        </Field>
      </div>
      <Field label={t('book.notes')} error={errors.notes?.message}>
        <Textarea rows={4} maxLength={4000} {...form.register('notes')} />
      </Field>
      {errors.root && (
        <p role="alert" className="text-sm font-medium text-bad">
          {errors.root.message}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="outline" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" busy={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
