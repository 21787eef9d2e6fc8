import { beginAtProvider } from '@/lib/provider-sign-in'

/** Begins a sign-in, a link or a test at a provider. */
export async function POST(request: Request): Promise<Response> {
  return beginAtProvider(request)
}
