'use client'

import { useEffect } from 'react'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { getConversation, listConversations, listMessages, markRead, type Conversation, type Message } from '@itellico/contracts/messaging'
import { api } from '@/lib/api.client'
import { usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'

/** Own conversations, the newest first, page after page. */
export function useConversations() {
  return useInfiniteQuery({
    queryKey: keys.conversations('list'),
    queryFn: ({ pageParam, signal }) => api(listConversations, { query: { limit: 30, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
}

/** One conversation: the one of the list while the server is asked. */
export function useConversation(id: string, known: Conversation | undefined) {
  return useQuery({
    queryKey: keys.conversations('one', id),
    queryFn: ({ signal }) => api(getConversation, { params: { id }, signal }),
    ...(known && { placeholderData: known }),
  })
}

/** Messages of a conversation; further pages are older ones. */
export function useMessages(id: string) {
  return useInfiniteQuery({
    queryKey: keys.messages(id),
    queryFn: ({ pageParam, signal }) => api(listMessages, { params: { id }, query: { limit: 40, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.page.nextCursor,
  })
}

/** Says that everything is read, whenever a message of somebody else arrives while the conversation is in view. */
export function useReadMark(conversation: Conversation | undefined, newest: Message | undefined): void {
  const client = useQueryClient()
  const { me } = usePerson()
  const id = conversation?.id
  const unread = (conversation?.unread ?? 0) > 0 || (newest !== undefined && newest.authorId !== me.id)
  const newestId = newest?.id
  useEffect(() => {
    if (!id || !newestId || !unread) return
    const mark = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', mark)
      api(markRead, { params: { id } }).then(
        () => client.invalidateQueries({ queryKey: ['conversations'] }),
        () => undefined,
      )
    }
    document.addEventListener('visibilitychange', mark)
    mark()
    return () => document.removeEventListener('visibilitychange', mark)
  }, [client, id, newestId, unread])
}
