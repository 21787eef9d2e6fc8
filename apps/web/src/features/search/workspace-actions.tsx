'use client'

import { RequestOptionButton } from '@/features/bookings/request-option-button'
import { ShortlistButton } from '@/features/packages/shortlist-button'
import { useCan, usePerson } from '@/lib/me'
import type { ActionTarget } from './action-target'

/** What a client can do with a talent in their workspace, for the account they act for. */
export function WorkspaceActions({ profile, size = 'icon' }: { profile: ActionTarget; size?: 'icon' | 'full' }) {
  const { accountId, account } = usePerson()
  const mayList = useCan('account.shortlists.manage')
  const mayAsk = useCan('account.options.request')
  if (!accountId || account?.accountType !== 'client') return null
  return (
    <>
      {mayList && <ShortlistButton profile={profile} size={size} accountId={accountId} />}
      {mayAsk && <RequestOptionButton profile={profile} size={size} accountId={accountId} />}
    </>
  )
}
