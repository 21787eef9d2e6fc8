import { login } from '@itellico/contracts/auth'
import { call } from '@itellico/contracts/client'
import { openSession } from '@/lib/sign-in'

/** Signs in with address and password, and with the second factor where a script brings it along. */
export async function POST(request: Request): Promise<Response> {
  return openSession(request, (transport, { email, password, mfaCode, remember }) =>
    call(transport, login, {
      body: {
        email: String(email ?? ''),
        password: String(password ?? ''),
        remember: remember === true,
        ...(typeof mfaCode === 'string' && { mfaCode }),
      },
    }),
  )
}
