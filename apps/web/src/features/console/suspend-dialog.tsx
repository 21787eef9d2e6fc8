'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { suspendTenant, type Tenant } from '@itellico/contracts/tenants'
import { Confirm } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'

const SHORTEST = 3

/** Asks why a tenant is suspended, then suspends it. */
export function SuspendDialog({ tenant, onClose }: { tenant: Tenant; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < SHORTEST
  const suspend = useMutation({
    mutationFn: () => api(suspendTenant, { params: { id: tenant.id }, body: { reason: reason.trim() } }),
    onSuccess: () => {
      toast.success(t('ten.suspended', { name: tenant.name }))
      onClose()
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['tenants'] }), client.invalidateQueries({ queryKey: ['audit'] })]),
  })
  return (
    <Confirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('ten.suspendTitle', { name: tenant.name })}
      text={t('ten.suspendText')}
      confirmLabel={t('ten.suspend')}
      cancelLabel={t('common.cancel')}
      danger
      busy={suspend.isPending}
      onConfirm={() => {
        setTried(true)
        if (!short) suspend.mutate()
      }}
    >
      <Field
        label={t('ten.reason')}
        hint={t('ten.reasonHint')}
        error={tried && short ? t('ten.reasonHint') : suspend.isError ? problemText(suspend.error, t) : undefined}
      >
        <Textarea rows={3} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
      </Field>
    </Confirm>
  )
}
