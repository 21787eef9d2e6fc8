'use client'

import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { endSession, listSessions, type Session } from '@itellico/contracts/auth'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Badge } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatAgo } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { deviceName } from './device-name'

/** Where somebody is signed in; each other device can be signed out. */
export function DeviceList() {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const [asked, setAsked] = useState<Session | null>(null)
  const sessions = useQuery({ queryKey: keys.sessions(), queryFn: ({ signal }) => api(listSessions, { signal }) })
  const end = useMutation({
    mutationFn: (id: string) => api(endSession, { params: { id } }),
    onSuccess: async () => {
      setAsked(null)
      toast.success(t('settings.deviceSignedOut'))
      await client.invalidateQueries({ queryKey: keys.sessions() })
    },
    onError: (cause) => toastProblem(cause, t),
  })
  if (sessions.isPending)
    return (
      <Loading label={t('common.loading')} className="grid gap-3">
        {[0, 1].map((i) => (
          <Skeleton key={i} className="h-13" />
        ))}
      </Loading>
    )
  if (sessions.isError) return <QueryError cause={sessions.error} retry={sessions.refetch} />
  return (
    <>
      <ul className="border-t border-line-strong">
        {sessions.data.items.map((session) => (
          <li key={session.id} className="flex items-center justify-between gap-4 border-b border-line py-3">
            <div className="grid min-w-0 gap-0.5">
              <p className="flex items-center gap-2 font-medium">
                {deviceName(session.userAgent)}
                {session.current && (
                  <Badge tone="ok" glyph="●">
                    {t('settings.thisDevice')}
                  </Badge>
                )}
              </p>
              <p className="tabular truncate text-sm text-ink-3">
                {session.ip} · {t('settings.lastSeen', { time: formatAgo(session.lastSeenAt, locale) })}
              </p>
            </div>
            {!session.current && (
              <Button variant="outline" size="sm" onClick={() => setAsked(session)}>
                {t('settings.signOutDevice')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('settings.confirmDevice')}
        text={t('settings.confirmDeviceText')}
        confirmLabel={t('settings.signOutDevice')}
        cancelLabel={t('common.cancel')}
        danger
        busy={end.isPending}
        onConfirm={() => asked && end.mutate(asked.id)}
      />
    </>
  )
}
