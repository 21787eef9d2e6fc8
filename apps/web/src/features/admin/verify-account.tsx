'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { setAccountVerification, type Account } from '@itellico/contracts/accounts'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Badge } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'

/** Says that the marketplace has checked who stands behind an account. */
export function VerifiedBadge() {
  const { t } = useI18n()
  return (
    <Badge tone="ok" glyph="✓">
      {t('acc.verified')}
    </Badge>
  )
}

/** Notes that an account has been checked; to take that back one is asked first. */
export function VerifyButton({ account }: { account: Pick<Account, 'id' | 'name' | 'verifiedAt'> }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const change = useMutation({
    mutationFn: (verified: boolean) => api(setAccountVerification, { params: { id: account.id }, body: { verified } }),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => {
      setAsking(false)
      void client.invalidateQueries({ queryKey: ['accounts'] })
    },
  })
  if (!account.verifiedAt)
    return (
      <Button busy={change.isPending} onClick={() => change.mutate(true)}>
        {t('acc.verify')}
      </Button>
    )
  return (
    <>
      <Button variant="outline" onClick={() => setAsking(true)}>
        {t('acc.unverify')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('acc.unverifyTitle', { name: account.name })}
        text={t('acc.unverifyText')}
        confirmLabel={t('acc.unverify')}
        cancelLabel={t('common.cancel')}
        danger
        busy={change.isPending}
        onConfirm={() => change.mutate(false)}
      />
    </>
  )
}
