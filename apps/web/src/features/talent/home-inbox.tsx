'use client'

import Link from 'next/link'
import { ArrowRight } from 'lucide-react'
import { useConversations } from '@/features/messaging/use-conversations'
import { namesText, othersOf } from '@/features/messaging/people'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { useOwnApplications } from './use-talent'

function Line({ href, label, value, detail }: { href: string; label: string; value: number | null; detail: string }) {
  return (
    <li className="border-b border-line">
      <Link href={href} className="group grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center gap-3 py-3 hover:bg-sunken">
        <span className="tabular font-display text-2xl font-semibold">{value ?? '–'}</span>
        <span className="grid min-w-0">
          <span className="font-medium">{label}</span>
          <span className="truncate text-sm text-ink-3">{detail}</span>
        </span>
        <ArrowRight aria-hidden className="size-4 text-ink-3 transition-transform duration-150 group-hover:translate-x-0.5" />
      </Link>
    </li>
  )
}

/** Unread messages and applications that are not decided. */
export function HomeInbox() {
  const { t } = useI18n()
  const { me } = usePerson()
  const conversations = useConversations()
  const applications = useOwnApplications()
  const unread = conversations.data?.pages.flatMap((p) => p.items).filter((c) => c.unread > 0)
  const inPlay = applications.data?.pages.flatMap((p) => p.items).filter((a) => ['submitted', 'viewed', 'shortlisted', 'offered'].includes(a.status))
  const newest = unread?.[0]
  return (
    <ul className="border-t border-line-strong">
      <Line
        href={newest && unread?.length === 1 ? `/messages?c=${newest.id}` : '/messages'}
        label={t('me.unread')}
        value={unread ? unread.reduce((sum, c) => sum + c.unread, 0) : null}
        detail={newest ? `${namesText(othersOf(newest, me.id), t)}: ${newest.lastMessage?.body ?? newest.subject}` : t('me.noUnread')}
      />
      <Line href="/me/applications" label={t('me.inPlay')} value={inPlay?.length ?? null} detail={inPlay?.[0]?.listing.title ?? t('me.noApplications')} />
    </ul>
  )
}
