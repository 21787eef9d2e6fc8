'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { reviewApplication, type Application } from '@itellico/contracts/applications'
import { call, type Transport } from '@itellico/contracts/client'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { usePerson } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import type { Verdict } from './review-steps'

/** How long a decision can be taken back before talent and agency learn of it. */
const UNDO_MS = 6_000
const TOAST = 'review'
const API_PREFIX = '/api/v1'

// A decision that waits is sent even when the page is being left: such a call outlives its page.
const lasting: Transport = (path, init) => fetch(`/api/bff${path.slice(API_PREFIX.length)}`, { ...init, credentials: 'same-origin', keepalive: true })

interface Waiting {
  readonly application: Application
  readonly to: Verdict
  readonly timer: ReturnType<typeof setTimeout>
}

/**
 * Decisions on applicants. Each shows at once but is sent some seconds later, because the API knows no way back: until then it can be undone.
 * `decided` holds what is not in the answers of the API yet.
 */
export function useDecisions() {
  const { t } = useI18n()
  const { accountId } = usePerson()
  const client = useQueryClient()
  const waiting = useRef(new Map<string, Waiting>())
  const [decided, setDecided] = useState<ReadonlyMap<string, Verdict>>(new Map())

  const mark = useCallback((id: string, to: Verdict | null) => {
    setDecided((was) => {
      const next = new Map(was)
      if (to) next.set(id, to)
      else next.delete(id)
      return next
    })
  }, [])

  const refresh = useCallback(
    () => Promise.all([client.invalidateQueries({ queryKey: ['applications'] }), client.invalidateQueries({ queryKey: ['listings'] })]),
    [client],
  )

  /** Sends a decision now; the application as it is known then, or null when it was refused. */
  const send = useCallback(
    async (application: Application, to: Verdict, note?: string): Promise<Application | null> => {
      const id = application.id
      clearTimeout(waiting.current.get(id)?.timer)
      waiting.current.delete(id)
      try {
        return await call(lasting, reviewApplication, {
          params: { id },
          body: { status: to, ...(note !== undefined && { note }) },
          ifMatch: application.version,
          ...(accountId && { accountId }),
        })
      } catch (cause) {
        toastProblem(cause, t)
        return null
      } finally {
        await refresh()
        if (!waiting.current.has(id)) mark(id, null)
      }
    },
    [accountId, mark, refresh, t],
  )

  const flush = useCallback(() => {
    for (const { application, to } of [...waiting.current.values()]) void send(application, to)
    toast.dismiss(TOAST)
  }, [send])

  const undo = useCallback(
    (id?: string) => {
      const last = id ?? [...waiting.current.keys()].at(-1)
      const entry = last === undefined ? undefined : waiting.current.get(last)
      if (!entry) {
        if (id) toast.error(t('rev.tooLate'))
        return null
      }
      clearTimeout(entry.timer)
      waiting.current.delete(entry.application.id)
      mark(entry.application.id, null)
      // A notice that is replaced keeps its button, so this is another one.
      toast.dismiss(TOAST)
      toast(t('rev.undone', { name: entry.application.profile.displayName }), { id: `${TOAST}-undone`, duration: 2_000 })
      return entry.application.id
    },
    [mark, t],
  )

  const decide = useCallback(
    (application: Application, to: Verdict) => {
      const id = application.id
      clearTimeout(waiting.current.get(id)?.timer)
      // Set anew, so that the latest decision is the last in the map.
      waiting.current.delete(id)
      waiting.current.set(id, { application, to, timer: setTimeout(() => void send(application, to), UNDO_MS) })
      mark(id, to)
      toast(`${application.profile.displayName}: ${statusText(t, to)}`, {
        id: TOAST,
        duration: UNDO_MS - 250,
        action: { label: t('rev.undo'), onClick: () => undo(id) },
      })
    },
    [mark, send, t, undo],
  )

  useEffect(() => {
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  return { decided, decide, undo, send, flush }
}
