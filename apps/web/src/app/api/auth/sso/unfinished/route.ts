import { takeUnfinished } from '@/lib/provider-sign-in'

/** What is left to prove after a sign-in at a provider. */
export async function POST(request: Request): Promise<Response> {
  return takeUnfinished(request)
}
