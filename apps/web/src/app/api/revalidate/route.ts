import { revalidateTag } from 'next/cache'
import { isServiceToken } from '@/lib/service-token'

const MAX_TAGS = 50

/** For the worker: makes public pages again after a change. Body `{ tags: ["tenant:<slug>:profiles"] }`. */
export async function POST(request: Request): Promise<Response> {
  if (!(await isServiceToken(request.headers.get('x-service-token') ?? ''))) return new Response(null, { status: 404 })
  const body = (await request.json().catch(() => null)) as { tags?: unknown } | null
  const list = Array.isArray(body?.tags) ? body.tags.filter((tag): tag is string => typeof tag === 'string' && tag.startsWith('tenant:')) : []
  for (const tag of list.slice(0, MAX_TAGS)) revalidateTag(tag, { expire: 0 })
  return new Response(null, { status: 204 })
}
