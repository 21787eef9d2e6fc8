'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useI18n } from '@/lib/i18n/client'
import type { MessageKey } from '@/lib/i18n/translate'
import { isCalledOff, isPasskeyError } from '@/lib/passkeys'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

/** A change of the own security settings, with what is said when it is done; failures show in the corner. */
export function useSecurityChange<V, R>(change: (value: V) => Promise<R>, said: MessageKey | null, onDone: (result: R) => void = () => undefined) {
  const { t } = useI18n()
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (result) => {
      if (said) toast.success(t(said))
      onDone(result)
      await client.invalidateQueries({ queryKey: keys.security() })
    },
    onError: (cause) => {
      if (isCalledOff(cause)) return
      if (isPasskeyError(cause)) toast.error(t('second.passkeyFailed'))
      else toastProblem(cause, t)
    },
  })
}
