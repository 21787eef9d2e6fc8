'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { createOwnExport } from '@itellico/contracts/privacy'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { ArchiveList } from './archive-list'
import { DeleteAccount } from './delete-account'
import { usePrivacy } from './use-privacy'

/** All own data as an archive, and the way out. */
export function PrivacySettings() {
  const { t } = useI18n()
  const { me } = usePerson()
  const client = useQueryClient()
  const privacy = usePrivacy(null)
  const ask = useMutation({
    mutationFn: () => api(createOwnExport),
    onSuccess: async () => {
      toast.success(t('priv.exportBegun'))
      await client.invalidateQueries({ queryKey: keys.privacy() })
    },
    onError: (cause) => toastProblem(cause, t),
  })
  if (privacy.isPending)
    return (
      <Loading label={t('common.loading')} className="grid gap-3">
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </Loading>
    )
  if (privacy.isError) return <QueryError cause={privacy.error} retry={privacy.refetch} />
  return (
    <div className="grid gap-8">
      <div className="grid gap-3">
        <h3 className="font-medium">{t('priv.export')}</h3>
        <p className="text-ink-2">{t('priv.exportText')}</p>
        <div>
          <Button variant="outline" busy={ask.isPending} onClick={() => ask.mutate()}>
            {t('priv.exportAsk')}
          </Button>
        </div>
        <ArchiveList exports={privacy.data.exports} zone={me.timezone} />
      </div>
      <DeleteAccount />
    </div>
  )
}
