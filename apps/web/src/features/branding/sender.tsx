'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { updateSender, type BrandSettings } from '@itellico/contracts/branding'
import { ApiProblem } from '@itellico/contracts/client'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { FormError } from '@/features/auth/form-error'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { problemText } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

const FIELDS = ['senderName', 'replyTo', 'senderAddress'] as const
type Draft = Record<(typeof FIELDS)[number], string>

/** Under which name and address messages are sent, and where answers go. */
export function Sender({ brand, market }: { brand: BrandSettings; market: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const may = useCan('tenant.settings.update')
  const before: Draft = { senderName: brand.senderName ?? '', replyTo: brand.replyTo ?? '', senderAddress: brand.senderAddress ?? '' }
  const [draft, setDraft] = useState(before)
  const changed = FIELDS.filter((f) => draft[f].trim() !== before[f])
  const save = useMutation({
    mutationFn: () => api(updateSender, { body: Object.fromEntries(changed.map((f) => [f, draft[f].trim() || null])), ifMatch: brand.version }),
    onSuccess: (after) => {
      client.setQueryData(keys.branding(), after)
      toast.success(t('brand.senderSaved'))
    },
  })
  const errors = save.error instanceof ApiProblem ? (save.error.problem.errors ?? []) : []
  const wrong = (field: keyof Draft) => errors.find((e) => e.field.replace(/^(body)?[./]/, '') === field)?.message
  const input = (field: keyof Draft, type: 'text' | 'email') => (
    <Input type={type} maxLength={field === 'senderName' ? 80 : 254} value={draft[field]} onChange={(e) => setDraft({ ...draft, [field]: e.target.value })} />
  )
  const domains = brand.senderDomains.join(', ')
  return (
    <form
      noValidate
      aria-labelledby="sender"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2 id="sender" className="border-b border-line-strong pb-1 font-display text-lg font-semibold">
        {t('brand.sender')}
      </h2>
      {save.isError && errors.length === 0 && <FormError message={problemText(save.error, t)} />}
      <fieldset disabled={!may} className="grid gap-4">
        <Field label={t('brand.senderName')} hint={t('brand.senderNameHint', { name: market })} error={wrong('senderName')}>
          {input('senderName', 'text')}
        </Field>
        <Field label={t('brand.replyTo')} hint={t('brand.replyToHint')} error={wrong('replyTo')}>
          {input('replyTo', 'email')}
        </Field>
        <Field
          label={t('brand.senderAddress')}
          hint={t(domains ? 'brand.senderAddressHint' : 'brand.senderAddressNone', { address: brand.platformAddress, domains })}
          error={wrong('senderAddress')}
        >
          {input('senderAddress', 'email')}
        </Field>
      </fieldset>
      {may && (
        <Button type="submit" className="justify-self-start" busy={save.isPending} disabled={changed.length === 0}>
          {t('brand.senderSave')}
        </Button>
      )}
    </form>
  )
}
