'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { createPersonExport, erasePerson } from '@itellico/contracts/privacy'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { api } from '@/lib/api.client'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { ArchiveList } from './archive-list'
import { usePrivacy } from './use-privacy'

/** All data of a person as an archive, and their erasure. */
export function PersonPrivacy({ userId, name }: { userId: string; name: string }) {
  const { t, locale } = useI18n()
  const { me } = usePerson()
  const client = useQueryClient()
  const privacy = usePrivacy(userId)
  const [asking, setAsking] = useState(false)
  const [email, setEmail] = useState('')
  const [reason, setReason] = useState('')
  const done = async (said: 'priv.personExportBegun' | 'priv.personErased') => {
    setAsking(false)
    toast.success(t(said))
    await client.invalidateQueries({ queryKey: keys.privacy() })
  }
  const onError = (cause: unknown) => toastProblem(cause, t)
  const ask = useMutation({ mutationFn: () => api(createPersonExport, { params: { id: userId } }), onSuccess: () => done('priv.personExportBegun'), onError })
  const erase = useMutation({
    mutationFn: () => api(erasePerson, { params: { id: userId }, body: { email: email.trim(), reason: reason.trim() } }),
    onSuccess: async () => {
      await done('priv.personErased')
      await client.invalidateQueries({ queryKey: keys.users() })
    },
    onError,
  })
  const erasure = privacy.data?.erasure
  return (
    <section className="grid gap-3">
      <h3 className="text-sm font-medium">{t('priv.person')}</h3>
      <p className="text-ink-2">{t('priv.personText')}</p>
      {privacy.isPending && (
        <Loading label={t('common.loading')}>
          <Skeleton className="h-13" />
        </Loading>
      )}
      {privacy.isError && <QueryError cause={privacy.error} retry={privacy.refetch} />}
      {erasure && (
        <p className="border-l-2 border-info bg-info-wash px-3 py-2 text-info">
          {erasure.status === 'waiting' ? t('priv.personLeaves', { time: formatInstant(erasure.dueAt, locale, me.timezone) }) : t('priv.personGoing')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="outline" busy={ask.isPending} onClick={() => ask.mutate()}>
          {t('priv.personExport')}
        </Button>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t('priv.personErase')}
        </Button>
      </div>
      {privacy.data && <ArchiveList exports={privacy.data.exports} zone={me.timezone} />}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('priv.personEraseTitle', { name })}
        text={t('priv.personEraseText')}
        confirmLabel={t('priv.personErase')}
        cancelLabel={t('common.cancel')}
        danger
        busy={erase.isPending}
        onConfirm={() => erase.mutate()}
      >
        <Field label={t('priv.personEmail')}>
          <Input type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <Field label={t('priv.personReason')}>
          <Input maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Confirm>
    </section>
  )
}
