'use client'

import { useId, useState } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { createBooking, type CalendarRow } from '@itellico/contracts/bookings'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { problemToForm } from '@/lib/problems'
import { standingText } from './booking-words'
import { ClientPicker } from './client-picker'
import { conflictOf } from './conflict'
import { ConflictNotice } from './conflict-notice'
import { isAmount } from './money'
import { OptionEndFields } from './option-end-fields'
import { PeriodFields, periodOf, usualHours } from './period-fields'
import { toBody, type PlaceValues } from './place-form'
import { PlacePreview } from './place-preview'
import { useBookingsChanged } from './use-booking-actions'
import type { Day } from './zone'

/** What is known when the dialog opens. */
export interface PlaceStart {
  readonly profileId: string | null
  readonly from: Day | null
  readonly to: Day | null
}

interface Props {
  readonly start: PlaceStart
  readonly rows: readonly CalendarRow[]
  readonly onClose: () => void
  readonly onOpenBooking: (id: string) => void
}

/** Places an option on a talent of the roster, or books them at once. */
export function PlaceDialog({ start, rows, onClose, onOpenBooking }: Props) {
  const { t } = useI18n()
  const { timezone, currency } = useTenant()
  const changed = useBookingsChanged()
  const formId = useId()
  // One key per wording: the same wish sent twice is one booking, a changed one is new.
  const [keys] = useState(() => new Map<string, string>())
  const form = useForm<PlaceValues>({
    defaultValues: {
      kind: 'option',
      profileId: start.profileId,
      period: start.from ? { from: start.from, to: start.to ?? start.from, ...usualHours } : null,
      client: null,
      title: '',
      location: '',
      fee: '',
      notes: '',
      endDay: null,
      endTime: '18:00',
    },
  })
  const { errors } = form.formState
  const [kind, profileId, period] = useWatch({ control: form.control, name: ['kind', 'profileId', 'period'] })
  const row = rows.find((r) => r.profile.id === profileId)
  const create = useMutation({
    mutationFn: ({ values, acknowledge }: { values: PlaceValues; acknowledge: boolean }) => {
      const body = toBody(values, timezone, currency, acknowledge)
      const text = JSON.stringify(body)
      keys.set(text, keys.get(text) ?? newIdempotencyKey())
      return api(createBooking, { body, idempotencyKey: keys.get(text) as string })
    },
    onSuccess: (b) => {
      toast.success(t('book.changed', { name: b.profile.displayName, state: standingText(t, b.status, b.rank) }), {
        action: { label: t('common.open'), onClick: () => onOpenBooking(b.id) },
      })
      changed()
      onClose()
    },
    onError: (cause) => {
      if (!conflictOf(cause))
        problemToForm(cause, form.setError, t, { startsAt: 'period', endsAt: 'period', timezone: 'period', optionExpiresAt: 'endDay', clientName: 'client' })
    },
  })
  const conflict = conflictOf(create.error)
  const send = (acknowledge: boolean) => form.handleSubmit((values) => create.mutate({ values, acknowledge }))()
  const asOption = () => {
    form.setValue('kind', 'option')
    create.reset()
  }
  const action =
    conflict?.kind === 'bookout' && conflict.canAcknowledge ? (
      <Button busy={create.isPending} onClick={() => void send(true)}>
        {t('book.goOnAnyway')}
      </Button>
    ) : conflict?.kind === 'held' ? (
      <Button onClick={asOption}>{t('board.asOption')}</Button>
    ) : (
      <Button type="submit" form={formId} busy={create.isPending}>
        {kind === 'option' ? t('board.place') : t('board.bookNow')}
      </Button>
    )
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      closeLabel={t('common.close')}
      className="sm:max-w-xl"
      title={
        row ? (
          <span className="flex items-center gap-3">
            <Avatar name={row.profile.displayName} cover={row.profile.cover} size="lg" className="h-16 w-12" />
            <span>{row.profile.displayName}</span>
          </span>
        ) : (
          t('board.place')
        )
      }
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          {action}
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault()
          void send(false)
        }}
      >
        <Controller
          control={form.control}
          name="kind"
          render={({ field }) => (
            <Segmented<PlaceValues['kind']>
              label={t('board.kind')}
              value={field.value}
              onValueChange={(v) => {
                field.onChange(v)
                create.reset()
              }}
              className="w-fit"
              options={[
                { value: 'option', label: t('board.option') },
                { value: 'booking', label: t('board.booking') },
              ]}
            />
          )}
        />
        {!start.profileId && (
          <Controller
            control={form.control}
            name="profileId"
            rules={{ required: t('form.required') }}
            render={({ field }) => (
              <Field label={t('board.talent')} error={errors.profileId?.message}>
                <Combobox
                  options={rows.map((r) => ({ value: r.profile.id, label: r.profile.displayName }))}
                  value={field.value}
                  onValueChange={field.onChange}
                  empty={t('common.nothingFound')}
                  clearLabel={t('common.clear')}
                  openLabel={t('board.talent')}
                  placeholder={t('common.choose')}
                />
              </Field>
            )}
          />
        )}
        <Controller
          control={form.control}
          name="period"
          rules={{ required: t('form.required') }}
          render={({ field }) => (
            <PeriodFields
              value={field.value}
              onValueChange={(v) => {
                field.onChange(v)
                create.reset()
              }}
              zone={timezone}
              error={errors.period?.message}
            />
          )}
        />
        {row && period && <PlacePreview entries={row.entries} kind={kind} zone={timezone} {...periodOf(period, timezone)} />}
        {conflict && (
          <ConflictNotice
            conflict={conflict}
            timezone={timezone}
            onOpen={(id) => {
              onClose()
              onOpenBooking(id)
            }}
          />
        )}
        <Field label={t('book.title')} error={errors.title?.message}>
          <Input
            placeholder={t('board.titlePlaceholder')}
            {...form.register('title', { validate: (v) => Boolean(v.trim()) || t('form.required'), maxLength: 160 })}
          />
        </Field>
        <Controller
          control={form.control}
          name="client"
          rules={{ required: t('form.required') }}
          render={({ field }) => (
            <Field label={t('book.client')} error={errors.client?.message}>
              <ClientPicker value={field.value} onValueChange={field.onChange} />
            </Field>
          )}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('book.place')} optional={t('common.optional')} error={errors.location?.message}>
            <Input {...form.register('location')} maxLength={200} />
          </Field>
          <Field label={t('book.feeIn', { currency })} optional={t('common.optional')} error={errors.fee?.message}>
            <Input inputMode="decimal" className="tabular" {...form.register('fee', { validate: (v) => isAmount(v) || t('book.feeWrong') })} />
          </Field>
        </div>
        {kind === 'option' && <OptionEndFields form={form} {...(period && { latest: period.from })} />}
        <Field label={t('book.notes')} optional={t('common.optional')}>
          <Textarea rows={3} maxLength={4000} {...form.register('notes')} />
        </Field>
        {errors.root && (
          <p role="alert" className="text-sm font-medium text-bad">
            {errors.root.message}
          </p>
        )}
      </form>
    </Dialog>
  )
}
