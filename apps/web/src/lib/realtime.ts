'use client'

import { useEffect, useRef } from 'react'
import { useRouter } from 'next/navigation'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { io, type Socket } from 'socket.io-client'
import type { Static } from 'typebox'
import { create } from 'zustand'
import { applicationMoved } from '@itellico/contracts/applications'
import { me as meContract, realtimeTicket } from '@itellico/contracts/auth'
import { bookingChanged } from '@itellico/contracts/bookings'
import { exportProgress } from '@itellico/contracts/exports'
import { isolationProgress } from '@itellico/contracts/isolation'
import type { RealtimeContract } from '@itellico/contracts/kit'
import { mediaProgress } from '@itellico/contracts/media'
import { conversationRead, messageCreated } from '@itellico/contracts/messaging'
import { notificationCreated } from '@itellico/contracts/notification'
import { provisioningProgress } from '@itellico/contracts/tenants'
import { api } from './api.client'
import { usePerson } from './me'
import { isSessionOver } from './problems'

const REFUSED_AGAIN_MS = 5_000

/** State of the live connection. */
export const useLive = create<{ socket: Socket | null; connected: boolean }>()(() => ({ socket: null, connected: false }))

/** Which kinds of queries a push makes stale. A push is a hint: the rows are the truth. */
const staleAfter: Record<string, readonly string[]> = {
  [applicationMoved.name]: ['applications', 'listings'],
  [bookingChanged.name]: ['bookings', 'calendar', 'bookouts'],
  [messageCreated.name]: ['messages', 'conversations'],
  [conversationRead.name]: ['conversations'],
  [notificationCreated.name]: ['notifications'],
  [mediaProgress.name]: ['media'],
  [exportProgress.name]: ['exports'],
  [isolationProgress.name]: ['isolation'],
  [provisioningProgress.name]: ['tenants'],
}
const kinds = [...new Set(Object.values(staleAfter).flat())]

function invalidate(client: QueryClient, list: readonly string[]) {
  for (const kind of list) void client.invalidateQueries({ queryKey: [kind] })
}

/** Opens the live connection for as long as the calling shell is shown: to `origin`, else to the API's port on this host. */
export function useLiveConnection(origin: string, port: string): void {
  const client = useQueryClient()
  const router = useRouter()
  const { me } = usePerson()
  const shown = useRef(me)
  useEffect(() => {
    shown.current = me
  }, [me])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const socket = io(origin || `${location.protocol}//${location.hostname}:${port}`, {
      path: '/socket.io',
      autoConnect: false,
      transports: ['websocket', 'polling'],
      reconnectionDelayMax: 10_000,
      // A ticket lives for seconds, so each attempt asks for its own.
      auth: (answer) => {
        api(realtimeTicket).then(
          ({ ticket }) => answer({ ticket }),
          // the guard of the page leads to the sign-in page
          (cause: unknown) => (isSessionOver(cause) ? router.refresh() : answer({})),
        )
      },
    })
    let lost = false
    socket.on('connect', () => {
      useLive.setState({ connected: true })
      // What was pushed while the connection was down is unknown: everything live is asked again.
      if (lost) invalidate(client, kinds)
      lost = false
      // Changes of rights are heard of from now on; one that came after the page was made and before this is seen by looking.
      api(meContract).then(
        (now) => JSON.stringify(now) !== JSON.stringify(shown.current) && router.refresh(),
        () => undefined,
      )
    })
    socket.on('disconnect', (reason) => {
      lost = true
      useLive.setState({ connected: false })
      if (reason !== 'io server disconnect') return
      // The server ends a connection when rights have changed; the library then leaves it to us to come back.
      router.refresh()
      socket.connect()
    })
    socket.on('connect_error', () => {
      // no ticket could be had, or it was refused: the library gives up in that case, too
      if (!socket.active) timer = setTimeout(() => socket.connect(), REFUSED_AGAIN_MS)
    })
    socket.onAny((name: string) => invalidate(client, staleAfter[name] ?? []))
    useLive.setState({ socket })
    // A moment later, so that a shell that is put away at once, as React does in development, has opened nothing.
    const opening = setTimeout(() => socket.connect())
    return () => {
      clearTimeout(opening)
      clearTimeout(timer)
      socket.close()
      useLive.setState({ socket: null, connected: false })
    }
  }, [client, router, origin, port])
}

/** Runs a function for each push of a kind, e.g. to show progress without asking again. */
export function useLiveEvent<C extends RealtimeContract>(contract: C, listener: (payload: Static<C['payload']>) => void): void {
  const socket = useLive((s) => s.socket)
  useEffect(() => {
    if (!socket) return
    socket.on(contract.name, listener)
    return () => {
      socket.off(contract.name, listener)
    }
  }, [socket, contract, listener])
}

/** Tells the other people in a conversation that one is writing. */
export function sendTyping(conversationId: string): void {
  useLive.getState().socket?.emit('typing', { conversationId })
}
