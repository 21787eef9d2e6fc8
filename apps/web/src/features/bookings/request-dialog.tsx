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
import { isFieldProblem, problemCode, problemText, problemToForm } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { isAmount, moneyOf } from './money'
import { PeriodFields, periodOf, type PeriodInput } from './period-fields'
import { RequestResults, type RequestResult } from './request-results'
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
  /** Called with the talents that the agencies have been asked for. */
  readonly onSent?: (ids: readonly string[]) => void
}

/** Asks the agencies of one or several talents for an option on the same job. Works on public pages too. */
export function RequestDialog({ targets: wanted, accountId, onClose, onSent }: Props) {
  const { t } = useI18n()
  const formId = useId()
  const now = useNow()
  const changed = useBookingsChanged()
  const [idempotency] = useState(() => new Map<string, string>())
  const [targets] = useState(wanted)
  const [results, setResults] = useState<ReadonlyMap<string, RequestResult>>(new Map())
  const tenant = useQuery({ queryKey: keys.tenants('public'), queryFn: ({ signal }) => api(getPublicTenant, { signal }), staleTime: 600_000 })
  const zone = tenant.data?.timezone ?? 'UTC'
  const currency = tenant.data?.currency ?? 'EUR'
  const form = useForm<Values>({ defaultValues: { period: null, title: '', location: '', fee: '', notes: '' } })
  const { errors } = form.formState
  const ask = useMutation({
    mutationFn: async (v: Values) => {
      const left = targets.filter((x) => results.get(x.id)?.state !== 'sent')
      const failed: { target: ActionTarget; cause: unknown }[] = []
      const tell = (target: ActionTarget, result: RequestResult) => setResults((now) => new Map(now).set(target.id, result))
      for (const target of left) {
        tell(target, { state: 'sending' })
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
        try {
          await api(requestOption, { body, idempotencyKey: idempotency.get(wording) as string, ...(accountId && { accountId }) })
          tell(target, { state: 'sent' })
        } catch (cause) {
          failed.push({ target, cause })
          tell(target, { state: 'failed', problem: problemCode(cause) === 'access.not_found' ? t('ask.gone') : problemText(cause, t) })
        }
      }
      return { failed, sent: left.filter((x) => !failed.some((f) => f.target === x)) }
    },
    onSuccess: ({ failed, sent }) => {
      if (sent.length > 0) {
        changed()
        onSent?.(sent.map((x) => x.id))
      }
      if (failed.length === 0) {
        toast.success(targets.length === 1 ? t('ask.sent', { name: targets[0]?.displayName ?? '' }) : t('ask.sentMany', { count: targets.length }))
        return onClose()
      }
      const [{ cause } = { cause: null }] = failed
      // what is wrong with the job itself is wrong for everybody
      if (targets.length === 1 || (sent.length === 0 && isFieldProblem(cause))) {
        setResults(new Map())
        problemToForm(cause, form.setError, t, { startsAt: 'period', endsAt: 'period', timezone: 'period' })
      }
    },
  })
  const partly = [...results.values()].some((r) => r.state === 'sent')
  const failing = [...results.values()].some((r) => r.state === 'failed')
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
          <DialogClose render={<Button variant="outline" />}>{t(partly ? 'common.close' : 'common.cancel')}</DialogClose>
          <Button type="submit" form={formId} busy={ask.isPending} disabled={!tenant.data}>
            {failing && !ask.isPending ? t('ask.again') : targets.length > 1 ? t('ask.titleMany', { count: targets.length }) : t('ask.send')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="grid gap-4" onSubmit={form.handleSubmit((v) => ask.mutate(v))}>
        {targets.length > 1 && <RequestResults targets={targets} results={results} />}
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
        {errors.root && (
          <p role="alert" className="text-sm font-medium text-bad">
            {errors.root.message}
          </p>
        )}
      </form>
    </Dialog>
  )
}
