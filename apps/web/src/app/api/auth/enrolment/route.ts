import { call, type CallInput } from '@itellico/contracts/client'
import { finishEnrolment } from '@itellico/contracts/second-factors'
import { openSession } from '@/lib/sign-in'

/** Finishes the first second factor of somebody and signs them in; the backup codes are in the answer, once. */
export async function POST(request: Request): Promise<Response> {
  return openSession(
    request,
    (transport, { remember: _, ...body }) =>
      call(transport, finishEnrolment, { body: body as unknown as NonNullable<CallInput<typeof finishEnrolment>['body']> }),
    ({ backupCodes }) => ({ backupCodes }),
  )
}
