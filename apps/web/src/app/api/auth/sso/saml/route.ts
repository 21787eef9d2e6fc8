import { finishAtProvider } from '@/lib/provider-sign-in'
import { isSameOrigin, privateHeaders } from '@/lib/request-guard'

const MOST_BYTES = 500_000
const STATE = /^[\w-]{1,100}$/
const BASE64 = /^[A-Za-z0-9+/=\s]*$/

/**
 * Where SAML providers post their answers to. Browsers leave our cookies out of what other sites post, so that the answer is posted once
 * more, by a page of ours. What it says about where to go on is not looked at.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request)
  const state = form?.get('RelayState') ?? ''
  const samlResponse = form?.get('SAMLResponse') ?? ''
  if (!STATE.test(state) || !BASE64.test(samlResponse)) return finishAtProvider(request, { state: '' })
  if (isSameOrigin(request)) return finishAtProvider(request, { state, samlResponse })
  const page = `<!doctype html><meta charset="utf-8"><title>…</title><form method="post"><input type="hidden" name="RelayState" value="${state}"><input type="hidden" name="SAMLResponse" value="${samlResponse}"><noscript><button>→</button></noscript></form><script>document.forms[0].submit()</script>`
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', ...privateHeaders } })
}

async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (Number(request.headers.get('content-length') ?? MOST_BYTES + 1) > MOST_BYTES) return null
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers.get('content-type') ?? '')) return null
  return new URLSearchParams(await request.text())
}
