import { finishAtProvider } from '@/lib/provider-sign-in'

/** Where OpenID providers send people back to. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const [state, code, iss] = ['state', 'code', 'iss'].map((name) => query.get(name))
  return finishAtProvider(request, { state: state ?? '', ...(code && { code }), ...(iss && { iss }) })
}
