'use client'

import { useEffect, useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { toast } from 'sonner'
import { listIdentities, unlinkIdentity, type SsoIdentity } from '@itellico/contracts/sso'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { goToProvider, providerProblem } from '@/features/auth/provider-sign-in'
import { api } from '@/lib/api.client'
import { formatAgo } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { SecurityRow } from './security-row'

/** Identities elsewhere with which the person signs in: link, unlink. */
export function Identities() {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const [asked, setAsked] = useState<SsoIdentity | null>(null)
  const [going, setGoing] = useState<string | null>(null)
  useSaidAtReturn()
  const identities = useQuery({ queryKey: keys.identities(), queryFn: ({ signal }) => api(listIdentities, { signal }) })
  const unlink = useMutation({
    mutationFn: (id: string) => api(unlinkIdentity, { params: { id } }),
    onSuccess: async () => {
      toast.success(t('sso.unlinked'))
      await client.invalidateQueries({ queryKey: keys.identities() })
    },
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => setAsked(null),
  })
  if (identities.isPending)
    return (
      <Loading label={t('common.loading')}>
        <Skeleton className="h-13" />
      </Loading>
    )
  if (identities.isError) return <QueryError cause={identities.error} retry={identities.refetch} />
  const { items, offered } = identities.data
  if (items.length + offered.length === 0) return <p className="text-ink-3">{t('sso.identitiesNone')}</p>
  const link = (connectionId: string) => {
    setGoing(connectionId)
    goToProvider({ purpose: 'link', connectionId }).catch((cause: unknown) => {
      setGoing(null)
      toastProblem(cause, t)
    })
  }
  return (
    <div className="border-t border-line-strong">
      {items.map((identity) => (
        <SecurityRow
          key={identity.id}
          title={identity.name}
          text={[identity.email, formatAgo(identity.lastUsedAt ?? identity.createdAt, locale)].filter(Boolean).join(' · ')}
        >
          <Button variant="outline" size="sm" aria-label={t('sso.unlinkOf', { name: identity.name })} onClick={() => setAsked(identity)}>
            {t('sso.unlink')}
          </Button>
        </SecurityRow>
      ))}
      {offered.map(({ id, name }) => (
        <SecurityRow key={id} title={name} text={t('sso.notLinked')}>
          <Button variant="outline" size="sm" busy={going === id} aria-label={t('sso.linkOf', { name })} onClick={() => link(id)}>
            {t('sso.link')}
          </Button>
        </SecurityRow>
      ))}
      <Confirm
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('sso.unlinkTitle', { name: asked?.name ?? '' })}
        text={t('sso.unlinkText')}
        confirmLabel={t('sso.unlink')}
        cancelLabel={t('common.cancel')}
        danger
        busy={unlink.isPending}
        onConfirm={() => asked && unlink.mutate(asked.id)}
      />
    </div>
  )
}

/** Says how it went when somebody comes back from a provider, once. */
function useSaidAtReturn() {
  const { t } = useI18n()
  const router = useRouter()
  const path = usePathname()
  const back = useSearchParams().get('sso')
  useEffect(() => {
    if (back === null) return
    if (back === 'linked') toast.success(t('sso.linked'))
    else toast.error(providerProblem(back, t))
    router.replace(path)
  }, [back, path, router, t])
}
