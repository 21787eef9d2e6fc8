'use client'

import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { eraseOwnAccount } from '@itellico/contracts/privacy'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'

/** Begins the deletion of the own account, in clear words. */
export function DeleteAccount() {
  const { t } = useI18n()
  const [asking, setAsking] = useState(false)
  const [email, setEmail] = useState('')
  const leave = useMutation({
    mutationFn: () => api(eraseOwnAccount, { body: { email: email.trim() } }),
    // a full load: the session is over
    onSuccess: () => location.assign('/login'),
    onError: (cause) => toastProblem(cause, t),
  })
  return (
    <div className="grid gap-3">
      <h3 className="font-medium">{t('priv.delete')}</h3>
      <p className="text-ink-2">{t('priv.deleteText')}</p>
      <div>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {t('priv.deleteAsk')}
        </Button>
      </div>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('priv.deleteTitle')}
        text={t('priv.deleteConfirm')}
        confirmLabel={t('priv.deleteAsk')}
        cancelLabel={t('common.cancel')}
        danger
        busy={leave.isPending || leave.isSuccess}
        onConfirm={() => leave.mutate()}
      >
        <Field label={t('priv.email')}>
          <Input type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
      </Confirm>
    </div>
  )
}
