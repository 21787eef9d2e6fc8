'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { getSecurity, type Security } from '@itellico/contracts/second-factors'
import { QueryError } from '@/components/shell/query-error'
import { Dialog } from '@/components/ui/dialog'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { BackupCodes } from '@/features/auth/backup-codes'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { BackupCodesRow } from './backup-codes-row'
import { PasskeyRows } from './passkey-rows'
import { RememberedDevices } from './remembered-devices'
import { TotpRow } from './totp-row'

/** What every part of these settings gets: the state of things, and where new backup codes are shown. */
export interface SecurityPart {
  readonly security: Security
  readonly onCodes: (codes: readonly string[]) => void
}

/** The second step of the signed-in person: app, passkeys, backup codes and the devices that skip it. */
export function SecuritySettings() {
  const { t } = useI18n()
  const { me } = usePerson()
  const [codes, setCodes] = useState<readonly string[]>([])
  const security = useQuery({ queryKey: keys.security(), queryFn: ({ signal }) => api(getSecurity, { signal }) })
  if (security.isPending)
    return (
      <Loading label={t('common.loading')} className="grid gap-3">
        {[0, 1, 2].map((i) => (
          <Skeleton key={i} className="h-13" />
        ))}
      </Loading>
    )
  if (security.isError) return <QueryError cause={security.error} retry={security.refetch} />
  const part = { security: security.data, onCodes: setCodes }
  return (
    <>
      {security.data.required && <p className="mb-3 border-l-2 border-info bg-info-wash px-3 py-2 text-info">{t('sec.required')}</p>}
      <div className="border-t border-line-strong">
        <TotpRow {...part} />
        <PasskeyRows {...part} />
        <BackupCodesRow {...part} />
        <RememberedDevices devices={security.data.devices} />
      </div>
      <Dialog open={codes.length > 0} onOpenChange={(open) => !open && setCodes([])} title={t('codes.title')} closeLabel={t('common.close')} lasting>
        <BackupCodes codes={codes} email={me.email} doneLabel={t('codes.done')} onDone={() => setCodes([])} />
      </Dialog>
    </>
  )
}
