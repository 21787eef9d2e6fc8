'use client'

import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { addToShortlist, createShortlist, listShortlists, removeFromShortlist } from '@itellico/contracts/packages'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import type { ActionTarget } from '@/features/search/action-target'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemText, toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

/** The shortlists of an account with a tick for each that holds the talent, and a way to start one. */
export function ShortlistPicker({ profile, accountId }: { profile: ActionTarget; accountId: string }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const lists = useQuery({
    queryKey: keys.shortlists(accountId, 'for', profile.id),
    queryFn: ({ signal }) => api(listShortlists, { query: { profileId: profile.id }, accountId, signal }),
  })
  const refresh = () => void client.invalidateQueries({ queryKey: ['shortlists'] })
  const toggle = useMutation({
    mutationFn: async ({ id, on }: { id: string; on: boolean }) => {
      if (on) await api(addToShortlist, { params: { id }, body: { profileId: profile.id }, accountId })
      else await api(removeFromShortlist, { params: { id, profileId: profile.id }, accountId })
    },
    onSettled: refresh,
    onError: (cause) => toastProblem(cause, t),
  })
  const create = useMutation({
    mutationFn: () => api(createShortlist, { body: { name: name.trim(), profileIds: [profile.id] }, accountId }),
    onSuccess: () => {
      setName('')
      refresh()
    },
    onError: (cause) => toastProblem(cause, t),
  })
  const ticked = (id: string, contains: boolean) => (toggle.isPending && toggle.variables.id === id ? toggle.variables.on : contains)
  return (
    <div className="grid gap-3">
      <p className="text-base font-semibold">{t('lists.putOn', { name: profile.displayName })}</p>
      {lists.isPending ? (
        <div className="grid gap-2">
          <Skeleton className="h-6" />
          <Skeleton className="h-6" />
        </div>
      ) : lists.isError ? (
        <p role="alert" className="text-sm text-bad">
          {problemText(lists.error, t)}
        </p>
      ) : (
        <div className="max-h-56 overflow-y-auto">
          {lists.data.items.length === 0 && <p className="text-sm text-ink-2">{t('lists.noneYet')}</p>}
          {lists.data.items.map((l) => (
            <Checkbox
              key={l.id}
              label={l.name}
              count={l.itemCount}
              checked={ticked(l.id, l.contains)}
              onCheckedChange={(on) => toggle.mutate({ id: l.id, on })}
            />
          ))}
        </div>
      )}
      <form
        className="flex gap-2 border-t border-line pt-3"
        onSubmit={(e) => {
          e.preventDefault()
          if (name.trim()) create.mutate()
        }}
      >
        <Input value={name} onChange={(e) => setName(e.target.value)} maxLength={120} aria-label={t('lists.newName')} placeholder={t('lists.newName')} />
        <Button type="submit" variant="outline" disabled={!name.trim()} busy={create.isPending}>
          {t('lists.add')}
        </Button>
      </form>
    </div>
  )
}
