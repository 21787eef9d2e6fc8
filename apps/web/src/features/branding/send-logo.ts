import { ApiProblem } from '@itellico/contracts/client'
import { uploadLogo, MAX_LOGO_BYTES, logoTooLarge, type LogoSlot } from '@itellico/contracts/branding'
import type { Problem } from '@itellico/contracts/kit'

const local = { type: 'about:blank', requestId: '' }

/** Sends the bytes of a picture as a logo. Rejects with `ApiProblem`. */
export async function sendLogo(slot: LogoSlot, picture: File): Promise<void> {
  if (picture.size > MAX_LOGO_BYTES) throw new ApiProblem({ ...local, ...logoTooLarge })
  const answer = await fetch(`/api/bff${uploadLogo.path}?slot=${slot}`, {
    method: uploadLogo.method,
    headers: { 'content-type': picture.type || 'image/png' },
    body: picture,
    credentials: 'same-origin',
  })
  if (answer.ok) return
  const problem = (await answer.json().catch(() => null)) as Problem | null
  throw new ApiProblem(problem ?? { ...local, status: 500, code: 'client.unexpected_answer', title: '' })
}
