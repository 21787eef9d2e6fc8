'use client'

import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { resetFactors } from '@itellico/contracts/second-factors'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'

/** Helps somebody who has lost everything that their second step needs. */
export function ResetFactors({ userId, name }: { userId: string; name: string }) {
  const { t } = useI18n()
  const [asking, setAsking] = useState(false)
  const reset = useMutation({
    mutationFn: () => api(resetFactors, { params: { id: userId } }),
    onSuccess: () => {
      setAsking(false)
      toast.success(t('usr.factorsDone'))
    },
    onError: (cause) => toastProblem(cause, t),
  })
  return (
    <section className="grid gap-3">
      <h3 className="text-sm font-medium">{t('usr.factors')}</h3>
      <p className="text-ink-2">{t('usr.factorsText')}</p>
      <div>
        <Button variant="outline" onClick={() => setAsking(true)}>
          {t('usr.factorsReset')}
        </Button>
      </div>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('usr.factorsTitle', { name })}
        text={t('usr.factorsConfirm')}
        confirmLabel={t('usr.factorsReset')}
        cancelLabel={t('common.cancel')}
        danger
        busy={reset.isPending}
        onConfirm={() => reset.mutate()}
      />
    </section>
  )
}
