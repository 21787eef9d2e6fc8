'use client'

import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { sendMessage, type Message } from '@itellico/contracts/messaging'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import type { Pending } from './message-groups'

interface Outbox {
  readonly pending: readonly Pending[]
  readonly drafts: Readonly<Record<string, string>>
}

/** What was written and is not on the server yet; outlives the change from one conversation to another. */
export const useOutbox = create<Outbox>()(() => ({ pending: [], drafts: {} }))

/** Keeps what somebody has typed but not sent. */
export function setDraft(conversationId: string, text: string): void {
  useOutbox.setState(({ drafts }) => ({ drafts: { ...drafts, [conversationId]: text } }))
}

/** Takes a message that did not get through off the list. */
export function discard(clientKey: string): void {
  useOutbox.setState(({ pending }) => ({ pending: pending.filter((p) => p.clientKey !== clientKey) }))
}

export type MessagePages = InfiniteData<{ items: Message[]; page: { nextCursor: string | null; limit: number } }, string>

function insert(client: QueryClient, message: Message) {
  client.setQueryData<MessagePages>(keys.messages(message.conversationId), (data) => {
    const [first, ...rest] = data?.pages ?? []
    if (!data || !first || data.pages.some((p) => p.items.some((m) => m.id === message.id))) return data
    return { ...data, pages: [{ ...first, items: [message, ...first.items] }, ...rest] }
  })
}

/** Sends a message: it stands in the thread at once, and stays there with a way to try again when it fails. */
export function useSend() {
  const client = useQueryClient()
  const { t } = useI18n()
  const attempt = async (entry: Pending) => {
    const put = (problem: string | null) =>
      useOutbox.setState(({ pending }) => ({
        pending: pending.some((p) => p.clientKey === entry.clientKey)
          ? pending.map((p) => (p.clientKey === entry.clientKey ? { ...p, problem } : p))
          : [...pending, { ...entry, problem }],
      }))
    put(null)
    try {
      const message = await api(sendMessage, { params: { id: entry.conversationId }, body: { body: entry.body, clientKey: entry.clientKey } })
      insert(client, message)
      discard(entry.clientKey)
      void client.invalidateQueries({ queryKey: ['conversations'] })
    } catch (cause) {
      put(problemText(cause, t))
    }
  }
  return {
    send: (conversationId: string, body: string) =>
      void attempt({ clientKey: crypto.randomUUID(), conversationId, body, sentAt: new Date().toISOString(), problem: null }),
    retry: (entry: Pending) => void attempt(entry),
  }
}
