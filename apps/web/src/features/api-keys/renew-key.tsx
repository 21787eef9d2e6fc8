'use client'

import { useState, type FormEvent } from 'react'
import type { ApiKey, NewApiKey } from '@itellico/contracts/api-keys'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useI18n } from '@/lib/i18n/client'
import { useKeyActions } from './use-api-keys'

const OVERLAPS = ['0', '1', '3', '7']
const DAYS = ['30', '90', '180', '365']

/** A new secret for a key: for how long the old one works on, and the new one at all. */
export function RenewKey({ apiKey, onMade }: { apiKey: ApiKey; onMade: (made: NewApiKey) => void }) {
  const { t } = useI18n()
  const { renew } = useKeyActions('own')
  const [overlap, setOverlap] = useState('1')
  const [days, setDays] = useState('90')
  const inDays = (value: string) => ({ value, label: value === '0' ? t('key.renewNow') : t('key.days', { count: Number(value) }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    renew.mutate({ id: apiKey.id, overlapDays: Number(overlap), expiresInDays: Number(days) }, { onSuccess: onMade })
  }
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <Field label={t('key.renewOverlap')}>
        <Select value={overlap} onValueChange={setOverlap} options={OVERLAPS.map(inDays)} />
      </Field>
      <Field label={t('key.expires')}>
        <Select value={days} onValueChange={setDays} options={DAYS.map(inDays)} />
      </Field>
      <Button type="submit" className="justify-self-end" busy={renew.isPending}>
        {t('key.renew')}
      </Button>
    </form>
  )
}
