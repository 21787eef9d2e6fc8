'use client'

import { useId, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { toast } from 'sonner'
import { requestOption } from '@itellico/contracts/bookings'
import { getPublicTenant } from '@itellico/contracts/tenants'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import type { ActionTarget } from '@/features/search/action-target'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemText, problemToForm } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { isAmount, moneyOf } from './money'
import { PeriodFields, periodOf, type PeriodInput } from './period-fields'
import { useBookingsChanged } from './use-booking-actions'
import { useNow } from './use-now'
import { dayOf } from './zone'

interface Values {
  readonly period: PeriodInput | null
  readonly title: string
  readonly location: string
  readonly fee: string
  readonly notes: string
}

interface Props {
  readonly targets: readonly ActionTarget[]
  /** Account to ask for, where the page knows of no active one. */
  readonly accountId?: string
  readonly onClose: () => void
  readonly onSent?: () => void
}

/** Asks the agencies of one or several talents for an option on the same job. Works on public pages too. */
export function RequestDialog({ targets, accountId, onClose, onSent }: Props) {
  const { t } = useI18n()
  const formId = useId()
  const now = useNow()
  const changed = useBookingsChanged()
  const [idempotency] = useState(() => new Map<string, string>())
  const [left, setLeft] = useState(targets)
  const [failures, setFailures] = useState<readonly string[]>([])
  const tenant = useQuery({ queryKey: keys.tenants('public'), queryFn: ({ signal }) => api(getPublicTenant, { signal }), staleTime: 600_000 })
  const zone = tenant.data?.timezone ?? 'UTC'
  const currency = tenant.data?.currency ?? 'EUR'
  const form = useForm<Values>({ defaultValues: { period: null, title: '', location: '', fee: '', notes: '' } })
  const { errors } = form.formState
  const ask = useMutation({
    mutationFn: async (v: Values) => {
      const failed: { target: ActionTarget; cause: unknown }[] = []
      for (const target of left) {
        const fee = moneyOf(v.fee, currency)
        const body = {
          profileId: target.id,
          title: v.title.trim(),
          ...periodOf(v.period as PeriodInput, zone),
          ...(v.location.trim() && { location: v.location.trim() }),
          ...(v.notes.trim() && { notes: v.notes.trim() }),
          ...(fee && { fee }),
        }
        const wording = JSON.stringify(body)
        idempotency.set(wording, idempotency.get(wording) ?? newIdempotencyKey())
        await api(requestOption, { body, idempotencyKey: idempotency.get(wording) as string, ...(accountId && { accountId }) }).catch((cause: unknown) =>
          failed.push({ target, cause }),
        )
      }
      return failed
    },
    onSuccess: (failed) => {
      const done = left.length - failed.length
      if (done > 0) changed()
      if (failed.length === 0) {
        toast.success(targets.length === 1 ? t('ask.sent', { name: targets[0]?.displayName ?? '' }) : t('ask.sentMany', { count: targets.length }))
        onSent?.()
        return onClose()
      }
      if (targets.length === 1) return problemToForm(failed[0]?.cause, form.setError, t, { startsAt: 'period', endsAt: 'period', timezone: 'period' })
      setLeft(failed.map((f) => f.target))
      setFailures(failed.map((f) => t('ask.failed', { name: f.target.displayName, problem: problemText(f.cause, t) })))
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      closeLabel={t('common.close')}
      className="sm:max-w-lg"
      description={t('ask.lead')}
      title={targets.length === 1 ? `${t('ask.title')}: ${targets[0]?.displayName}` : t('ask.titleMany', { count: targets.length })}
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          <Button type="submit" form={formId} busy={ask.isPending} disabled={!tenant.data}>
            {failures.length > 0 ? t('ask.again') : t('ask.send')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="grid gap-4" onSubmit={form.handleSubmit((v) => ask.mutate(v))}>
        {targets.length > 1 && <p className="text-base text-ink-2">{left.map((x) => x.displayName).join(', ')}</p>}
        <Controller
          control={form.control}
          name="period"
          rules={{ required: t('form.required') }}
          render={({ field }) => (
            <PeriodFields
              value={field.value}
              onValueChange={field.onChange}
              zone={zone}
              {...(now !== null && { min: dayOf(now, zone) })}
              error={errors.period?.message}
            />
          )}
        />
        <Field label={t('book.title')} error={errors.title?.message}>
          <Input
            placeholder={t('board.titlePlaceholder')}
            {...form.register('title', { validate: (v) => Boolean(v.trim()) || t('form.required'), maxLength: 160 })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('book.place')} optional={t('common.optional')} error={errors.location?.message}>
            <Input maxLength={200} {...form.register('location')} />
          </Field>
          <Field label={t('book.feeIn', { currency })} optional={t('common.optional')} error={errors.fee?.message}>
            <Input inputMode="decimal" className="tabular" {...form.register('fee', { validate: (v) => isAmount(v) || t('book.feeWrong') })} />
          </Field>
        </div>
        <Field label={t('book.notes')} optional={t('common.optional')}>
          <Textarea rows={3} maxLength={4000} {...form.register('notes')} />
        </Field>
        {failures.length > 0 && (
          <div role="alert" className="grid gap-1 text-sm text-bad">
            <p className="font-medium">{t('ask.somePassed', { done: targets.length - left.length, count: targets.length })}</p>
            {failures.map((f) => (
              <p key={f}>{f}</p>
            ))}
          </div>
        )}
        {errors.root && (
          <p role="alert" className="text-sm font-medium text-bad">
            {errors.root.message}
          </p>
        )}
      </form>
    </Dialog>
  )
}
