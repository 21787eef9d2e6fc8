import { call, type CallInput } from '@itellico/contracts/client'
import { passkeySignIn } from '@itellico/contracts/second-factors'
import { openSession } from '@/lib/sign-in'

/** Signs in with a passkey alone. */
export async function POST(request: Request): Promise<Response> {
  return openSession(request, (transport, body) =>
    call(transport, passkeySignIn, { body: body as unknown as NonNullable<CallInput<typeof passkeySignIn>['body']> }),
  )
}
