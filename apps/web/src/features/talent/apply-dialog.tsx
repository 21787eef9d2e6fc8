'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { apply } from '@itellico/contracts/applications'
import { getPublicListing } from '@itellico/contracts/listings'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { FormError } from '@/features/auth/form-error'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { useOwnProfiles } from './use-talent'

/** Applies for a role of a casting with one of the own profiles. */
export function ApplyDialog({ slug, roleId, onClose }: { slug: string; roleId: string; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [key] = useState(newIdempotencyKey)
  const [chosen, setChosen] = useState<string | null>(null)
  const [message, setMessage] = useState('')
  const listing = useQuery({ queryKey: keys.listings('public', slug), queryFn: ({ signal }) => api(getPublicListing, { params: { slug }, signal }) })
  const profiles = useOwnProfiles()
  const ready = profiles.data?.items.filter((p) => p.status === 'active') ?? []
  const profileId = chosen ?? ready[0]?.id ?? null
  const role = listing.data?.roles.find((r) => r.id === roleId)
  const send = useMutation({
    mutationFn: () => api(apply, { body: { listingId: listing.data?.id ?? '', roleId, profileId: profileId ?? '', message }, idempotencyKey: key }),
    onSuccess: () => {
      toast.success(t('apps.applied'))
      void client.invalidateQueries({ queryKey: ['applications'] })
      onClose()
    },
  })
  const open = listing.data?.open === true && role !== undefined
  const noneReady = profiles.isSuccess && ready.length === 0
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={role ? t('apps.apply', { role: role.name }) : t('apps.title')}
      description={listing.data && t('apps.applyTo', { casting: listing.data.title, client: listing.data.clientName })}
      closeLabel={t('common.close')}
      footer={
        <>
          <DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose>
          {noneReady ? (
            <Link href="/me/profile" className={buttonStyles()}>
              {t('apps.toProfile')}
            </Link>
          ) : (
            <Button busy={send.isPending} disabled={!open || !profileId} onClick={() => send.mutate()}>
              {t('apps.send')}
            </Button>
          )}
        </>
      }
    >
      {listing.isPending || profiles.isPending ? (
        <Loading label={t('common.loading')} className="grid gap-4">
          <Skeleton className="h-14" />
          <Skeleton className="h-32" />
        </Loading>
      ) : listing.isError ? (
        <QueryError cause={listing.error} retry={listing.refetch} />
      ) : !open ? (
        <p className="text-ink-2">{t('apps.closed')}</p>
      ) : noneReady ? (
        <p className="text-ink-2">{t('apps.noneReady')}</p>
      ) : (
        <div className="grid gap-4">
          <FormError message={send.isError ? problemText(send.error, t) : undefined} />
          {(profiles.data?.items.length ?? 0) > 1 && (
            <Field label={t('me.chooseProfile')}>
              <Select
                value={profileId}
                onValueChange={setChosen}
                options={(profiles.data?.items ?? []).map((p) => ({
                  value: p.id,
                  label: p.status === 'active' ? p.displayName : t('apps.notReady', { name: p.displayName }),
                  disabled: p.status !== 'active',
                }))}
              />
            </Field>
          )}
          <Field label={t('apps.message')} hint={t('apps.messageHint')} optional={t('common.optional')}>
            <Textarea rows={5} maxLength={2000} value={message} onChange={(e) => setMessage(e.target.value)} />
          </Field>
        </div>
      )}
    </Dialog>
  )
}
