import { streamFile } from '@/lib/stream-file'

/** A picture of this host's tenant. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; variant: string }> }): Promise<Response> {
  const { id, variant } = await params
  return streamFile(request, `media/${encodeURIComponent(id)}/${encodeURIComponent(variant)}${new URL(request.url).search}`)
}
