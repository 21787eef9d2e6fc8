import { call, type CallInput } from '@itellico/contracts/client'
import { finishSignIn } from '@itellico/contracts/second-factors'
import { openSession } from '@/lib/sign-in'

/** Finishes a sign-in with the second factor. */
export async function POST(request: Request): Promise<Response> {
  // the API checks the body; how long the cookie lives is this server's business
  return openSession(request, (transport, { remember: _, ...body }) =>
    call(transport, finishSignIn, { body: body as unknown as NonNullable<CallInput<typeof finishSignIn>['body']> }),
  )
}
