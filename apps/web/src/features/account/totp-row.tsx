'use client'

import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { confirmTotp, removeTotp, startTotp } from '@itellico/contracts/second-factors'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Dialog } from '@/components/ui/dialog'
import { TotpSetUp } from '@/features/auth/totp-set-up'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { keys } from '@/lib/query-keys'
import { SecurityRow } from './security-row'
import type { SecurityPart } from './security-settings'
import { useSecurityChange } from './use-security'

/** The app for codes: set it up, change it, remove it. */
export function TotpRow({ security, onCodes }: SecurityPart) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [setUp, setSetUp] = useState<{ secret: string; uri: string } | null>(null)
  const [asking, setAsking] = useState(false)
  const start = useSecurityChange(() => api(startTotp), null, setSetUp)
  const remove = useSecurityChange(
    () => api(removeTotp),
    'sec.appRemoved',
    () => setAsking(false),
  )
  const confirm = async (code: string) => {
    const { backupCodes } = await api(confirmTotp, { body: { code } })
    setSetUp(null)
    toast.success(t('sec.appAdded'))
    onCodes(backupCodes)
    await client.invalidateQueries({ queryKey: keys.security() })
  }
  return (
    <SecurityRow title={t('sec.app')} text={t(security.totp ? 'sec.appOn' : 'sec.appOff')}>
      <Button variant="outline" size="sm" busy={start.isPending} onClick={() => start.mutate(undefined)}>
        {t(security.totp ? 'sec.appChange' : 'sec.appSetUp')}
      </Button>
      {security.totp && (
        <Button variant="outline" size="sm" onClick={() => setAsking(true)}>
          {t('sec.remove')}
        </Button>
      )}
      <Dialog open={setUp !== null} onOpenChange={(open) => !open && setSetUp(null)} title={t('sec.appSetUp')} closeLabel={t('common.cancel')}>
        {setUp && <TotpSetUp setUp={setUp} confirm={confirm} />}
      </Dialog>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('sec.removeAppTitle')}
        text={t('sec.removeText')}
        confirmLabel={t('sec.remove')}
        cancelLabel={t('common.cancel')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
      />
    </SecurityRow>
  )
}
