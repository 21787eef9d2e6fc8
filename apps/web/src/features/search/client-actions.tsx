'use client'

import { RequestOptionButton } from '@/features/bookings/request-option-button'
import { ShortlistButton } from '@/features/packages/shortlist-button'
import { useSession } from '@/components/shell/use-session'
import { membershipWith } from '@/lib/permissions'
import type { ActionTarget } from './action-target'

/** What clients can do with a talent where they see one on public pages: nothing for everybody else. */
export function ClientActions({ profile, size = 'icon' }: { profile: ActionTarget; size?: 'icon' | 'full' }) {
  const me = useSession()
  if (!me) return null
  const lists = membershipWith(me, 'account.shortlists.manage', 'client')
  const options = membershipWith(me, 'account.options.request', 'client')
  return (
    <>
      {lists && <ShortlistButton profile={profile} size={size} accountId={lists.accountId} />}
      {options && <RequestOptionButton profile={profile} size={size} accountId={options.accountId} />}
    </>
  )
}
