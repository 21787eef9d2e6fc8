'use client'

import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keepAccount } from '@itellico/contracts/privacy'
import { Button } from '@/components/ui/button'
import { api } from '@/lib/api.client'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'
import { FormError } from './form-error'
import type { Leaving } from './sign-in'

/** Somebody has signed in whose account is about to be deleted: they can stay. */
export function KeepAccount({ leaving, onKept }: { leaving: Leaving; onKept: () => void }) {
  const { t, locale } = useI18n()
  const [problem, setProblem] = useState<string>()
  const keep = useMutation({
    mutationFn: () => api(keepAccount, { body: { ticket: leaving.ticket } }),
    onSuccess: () => {
      toast.success(t('priv.kept'))
      onKept()
    },
    onError: (cause) => setProblem(problemText(cause, t)),
  })
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <section aria-labelledby="keep-account" className="grid gap-4">
      <h2 id="keep-account" className="text-xl font-semibold">
        {t('priv.keepTitle')}
      </h2>
      <p className="text-ink-2">{t('priv.keepText', { time: formatInstant(leaving.erasedAt, locale, zone) })}</p>
      <FormError message={problem} />
      <Button size="lg" busy={keep.isPending} onClick={() => keep.mutate()}>
        {t('priv.keep')}
      </Button>
    </section>
  )
}
