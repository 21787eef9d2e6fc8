import * as contract from '@itellico/contracts/applications'
import type { TxCtx } from '@itellico/kernel/context'
import { emit } from '@itellico/kernel/events'
import { push } from '@itellico/kernel/realtime'

/** An application and who is concerned by it. */
export interface Told {
  readonly id: string
  readonly listingId: string
  readonly listingAccountId: string
  readonly profileId: string
  readonly submittedAccountId: string | null
}

/** Says that an application has come to a state: to other modules, and to the browsers of both sides. */
export async function announce(
  tx: TxCtx,
  application: Told,
  managingUserId: string | null,
  from: contract.ApplicationStatus | null,
  to: contract.ApplicationStatus,
): Promise<void> {
  const { id, listingId, listingAccountId, profileId, submittedAccountId } = application
  await emit(tx, contract.applicationChanged, `application:${id}`, { applicationId: id, listingId, listingAccountId, profileId, from, to })
  push(
    tx,
    { accounts: [listingAccountId, ...(submittedAccountId ? [submittedAccountId] : [])], users: managingUserId ? [managingUserId] : [] },
    contract.applicationMoved,
    { applicationId: id, listingId, status: to },
  )
}
