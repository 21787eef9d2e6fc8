'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { mediaProgress } from '@itellico/contracts/media'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'
import { useLiveEvent } from '@/lib/realtime'
import { failureText } from './failure-text'
import { fileProblem, uploadPicture } from './upload-file'

const AT_ONCE = 3

/** A file on its way to becoming a picture. */
export interface Upload {
  readonly key: string
  readonly file: File
  readonly preview: string
  readonly phase: 'waiting' | 'sending' | 'processing' | 'failed'
  readonly percent: number
  readonly mediaId: string | null
  readonly error: string | null
}

/** Sends several files at once, a few at a time; each can be tried again or taken away. */
export function useUploads(profileId: string) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, AbortController>())
  const patch = useCallback((key: string, change: Partial<Upload>) => setUploads((all) => all.map((u) => (u.key === key ? { ...u, ...change } : u))), [])
  const drop = useCallback((matches: (u: Upload) => boolean) => {
    setUploads((all) => {
      for (const u of all) if (matches(u)) URL.revokeObjectURL(u.preview)
      return all.filter((u) => !matches(u))
    })
  }, [])

  const send = useCallback(
    async (upload: Upload) => {
      const abort = new AbortController()
      running.current.set(upload.key, abort)
      patch(upload.key, { phase: 'sending', percent: 0, error: null })
      try {
        await uploadPicture(
          profileId,
          upload.file,
          (percent) => patch(upload.key, { percent }),
          (mediaId) => patch(upload.key, { mediaId }),
          abort.signal,
        )
        patch(upload.key, { phase: 'processing', percent: 0 })
        void client.invalidateQueries({ queryKey: ['media'] })
      } catch (cause) {
        if (!abort.signal.aborted) patch(upload.key, { phase: 'failed', error: problemText(cause, t) })
      } finally {
        running.current.delete(upload.key)
      }
    },
    [client, patch, profileId, t],
  )

  useEffect(() => {
    const room = AT_ONCE - running.current.size
    for (const upload of uploads.filter((u) => u.phase === 'waiting').slice(0, Math.max(0, room))) void send(upload)
  }, [uploads, send])
  useEffect(() => {
    const all = running.current
    return () => {
      for (const abort of all.values()) abort.abort()
    }
  }, [])

  useLiveEvent(
    mediaProgress,
    useCallback(
      (p) => {
        if (p.status === 'ready') drop((u) => u.mediaId === p.mediaId)
        else
          setUploads((all) =>
            all.map((u) =>
              u.mediaId === p.mediaId
                ? { ...u, percent: p.percent, ...(p.status === 'failed' && { phase: 'failed' as const, error: failureText(t, p.step) }) }
                : u,
            ),
          )
      },
      [drop, t],
    ),
  )

  const add = (files: Iterable<File>) => {
    const added = [...files].map((file): Upload => {
      const problem = fileProblem(file)
      return {
        key: crypto.randomUUID(),
        file,
        preview: URL.createObjectURL(file),
        phase: problem ? 'failed' : 'waiting',
        percent: 0,
        mediaId: null,
        error: problem && t(`media.wrong.${problem}`),
      }
    })
    setUploads((all) => [...all, ...added])
  }
  const retry = (key: string) => patch(key, { phase: 'waiting', mediaId: null, error: null })
  const remove = (key: string) => {
    running.current.get(key)?.abort()
    drop((u) => u.key === key)
  }
  /** Pictures that became ready while no push arrived are no uploads any more. */
  const settle = useCallback((readyIds: ReadonlySet<string>) => drop((u) => u.mediaId !== null && readyIds.has(u.mediaId)), [drop])
  return { uploads, add, retry, remove, settle }
}
