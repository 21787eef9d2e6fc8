import { streamFile } from '@/lib/stream-file'

/** A logo of this host's tenant. */
export async function GET(request: Request, { params }: { params: Promise<{ slot: string; variant: string }> }): Promise<Response> {
  const { slot, variant } = await params
  const v = new URL(request.url).searchParams.get('v')
  return streamFile(request, `branding/logo?${new URLSearchParams({ slot, variant, ...(v && { v }) })}`)
}
