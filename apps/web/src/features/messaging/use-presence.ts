'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { conversationRead, messageCreated, typing } from '@itellico/contracts/messaging'
import { usePerson } from '@/lib/me'
import { sendTyping, useLiveEvent } from '@/lib/realtime'

const FADES_MS = 4_000
const TELL_EVERY_MS = 2_000

/** Names of those who are writing in a conversation right now. */
export function useWriters(conversationId: string): string[] {
  const [writers, setWriters] = useState<Readonly<Record<string, string>>>({})
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const drop = useCallback((userId: string) => {
    clearTimeout(timers.current.get(userId))
    setWriters(({ [userId]: _, ...rest }) => rest)
  }, [])
  useEffect(() => {
    const running = timers.current
    return () => running.forEach(clearTimeout)
  }, [])
  useLiveEvent(
    typing,
    useCallback(
      ({ conversationId: where, userId, name }) => {
        if (where !== conversationId) return
        clearTimeout(timers.current.get(userId))
        timers.current.set(
          userId,
          setTimeout(() => drop(userId), FADES_MS),
        )
        setWriters((now) => ({ ...now, [userId]: name }))
      },
      [conversationId, drop],
    ),
  )
  useLiveEvent(
    messageCreated,
    useCallback(({ conversationId: where, authorId }) => where === conversationId && drop(authorId), [conversationId, drop]),
  )
  return Object.values(writers)
}

/** Who has read up to now, as far as it was told while the page was open. */
export function useSeenBy(conversationId: string): { userId: string; at: string }[] {
  const { me } = usePerson()
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({})
  useLiveEvent(
    conversationRead,
    useCallback(
      ({ conversationId: where, userId }) => {
        if (where === conversationId && userId !== me.id) setSeen((now) => ({ ...now, [userId]: new Date().toISOString() }))
      },
      [conversationId, me.id],
    ),
  )
  return Object.entries(seen).map(([userId, at]) => ({ userId, at }))
}

/** Gives a function to call at each key stroke; the others hear of it every two seconds at most. */
export function useTellTyping(conversationId: string): () => void {
  const last = useRef(0)
  return useCallback(() => {
    if (Date.now() - last.current < TELL_EVERY_MS) return
    last.current = Date.now()
    sendTyping(conversationId)
  }, [conversationId])
}
