'use client'

import { useState } from 'react'
import type { Application } from '@itellico/contracts/applications'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { FormError } from '@/features/auth/form-error'
import { newIdempotencyKey } from '@/lib/api.client'
import { formatMoney } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'
import { RosterPicker, type Talent } from './roster-picker'
import { SubmitResults } from './submit-results'
import { usePublicCasting, useSubmit } from './use-submissions'

const MOST = 50

interface Props {
  readonly slug: string
  readonly roleId: string | null
  /** Applications of the active account, to see who is submitted already. */
  readonly submitted: readonly Application[]
  readonly onRole: (roleId: string) => void
  readonly onClose: () => void
}

/** Submits talents of the roster to a role of a casting, and says what became of each. */
export function SubmitDialog({ slug, roleId, submitted, onRole, onClose }: Props) {
  const { t, locale } = useI18n()
  const answer = usePublicCasting(slug)
  const [chosen, setChosen] = useState<ReadonlyMap<string, Talent>>(new Map())
  const [message, setMessage] = useState('')
  const [key, setKey] = useState(newIdempotencyKey)
  const [missing, setMissing] = useState(false)
  const submit = useSubmit()
  const casting = answer.data
  const role = casting?.roles.find((r) => r.id === roleId) ?? casting?.roles[0]
  const taken = new Set(submitted.filter((a) => a.role.id === role?.id && a.status !== 'withdrawn').map((a) => a.profile.id))
  const results = submit.data?.items
  const toggle = (talent: Talent) => {
    setMissing(false)
    setChosen((was) => {
      const next = new Map(was)
      if (!next.delete(talent.id)) next.set(talent.id, talent)
      return next
    })
  }
  const send = () => {
    const profileIds = [...chosen.keys()].filter((id) => !taken.has(id))
    if (profileIds.length === 0) return setMissing(true)
    if (!casting || !role) return
    submit.mutate(
      { listingId: casting.id, roleId: role.id, message: message.trim(), profileIds, idempotencyKey: key },
      { onSettled: () => setKey(newIdempotencyKey()) },
    )
  }
  const again = () => {
    submit.reset()
    setChosen(new Map())
  }
  const footer = results ? (
    <>
      <Button variant="outline" onClick={again}>
        {t('sub.again')}
      </Button>
      <DialogClose render={<Button />}>{t('sub.done')}</DialogClose>
    </>
  ) : (
    <>
      <p role="status" className="tabular mr-auto self-center text-sm text-ink-2">
        {missing ? (
          <span className="font-medium text-bad">{t('sub.choose')}</span>
        ) : chosen.size >= MOST ? (
          t('sub.most')
        ) : (
          chosen.size > 0 && t('sub.chosen', { count: chosen.size })
        )}
      </p>
      <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
      <Button busy={submit.isPending} disabled={!casting?.open} onClick={send}>
        {chosen.size > 0 ? t('sub.send', { count: chosen.size }) : t('sub.sendNone')}
      </Button>
    </>
  )
  const body = () => {
    if (answer.isPending)
      return (
        <Loading label={t('common.loading')} className="grid gap-4">
          <Skeleton className="h-control" />
          <Skeleton className="h-64" />
        </Loading>
      )
    if (answer.isError) return <QueryError cause={answer.error} retry={answer.refetch} />
    if (results) return <SubmitResults results={results} talents={chosen} />
    if (!casting?.open || !role) return <p className="py-4 text-ink-2">{t('sub.closed')}</p>
    return (
      <div className="grid gap-5">
        <FormError message={submit.isError ? problemText(submit.error, t) : undefined} />
        <Field label={t('sub.role')}>
          <Select
            value={role.id}
            onValueChange={onRole}
            options={casting.roles.map((r) => ({ value: r.id, label: [r.name, r.fee ? formatMoney(r.fee, locale) : t('castings.feeOpen')].join(' · ') }))}
          />
        </Field>
        <section className="grid gap-1.5">
          <h3 className="text-sm font-medium">{t('sub.talents')}</h3>
          <RosterPicker chosen={chosen} taken={taken} most={MOST} onToggle={toggle} />
        </section>
        <Field label={t('sub.message')} optional={t('common.optional')} hint={t('sub.messageHint')}>
          <Textarea rows={3} maxLength={2000} value={message} onChange={(e) => setMessage(e.target.value)} />
        </Field>
      </div>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={casting ? t('sub.dialogTitle', { casting: casting.title }) : t('sub.submit')}
      description={casting && t('sub.dialogText', { client: casting.clientName })}
      closeLabel={t('common.close')}
      className="sm:max-w-3xl"
      footer={footer}
    >
      {body()}
    </Dialog>
  )
}
