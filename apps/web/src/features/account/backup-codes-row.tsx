'use client'

import { useState } from 'react'
import { renewBackupCodes } from '@itellico/contracts/second-factors'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { SecurityRow } from './security-row'
import type { SecurityPart } from './security-settings'
import { useSecurityChange } from './use-security'

/** How many backup codes are left; new ones on request. */
export function BackupCodesRow({ security, onCodes }: SecurityPart) {
  const { t } = useI18n()
  const [asking, setAsking] = useState(false)
  const renew = useSecurityChange(
    () => api(renewBackupCodes),
    null,
    ({ backupCodes }) => {
      setAsking(false)
      onCodes(backupCodes)
    },
  )
  const has = security.totp || security.passkeys.length > 0
  return (
    <SecurityRow title={t('sec.codes')} text={has ? t('sec.codesLeft', { count: security.backupCodesLeft }) : t('sec.codesNone')}>
      {has && (
        <Button variant="outline" size="sm" onClick={() => setAsking(true)}>
          {t('sec.codesRenew')}
        </Button>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('sec.codesRenewTitle')}
        text={t('sec.codesRenewText')}
        confirmLabel={t('sec.codesRenew')}
        cancelLabel={t('common.cancel')}
        busy={renew.isPending}
        onConfirm={() => renew.mutate(undefined)}
      />
    </SecurityRow>
  )
}
