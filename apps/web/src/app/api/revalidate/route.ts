import { timingSafeEqual } from 'node:crypto'
import { revalidateTag } from 'next/cache'
import { env } from '@/lib/env'

const MAX_TAGS = 50

/** For the API and the worker: makes public pages again after a change. Body `{ tags: ["tenant:<slug>:profiles"] }`. */
export async function POST(request: Request): Promise<Response> {
  if (!isService(request.headers.get('x-service-token') ?? '')) return new Response(null, { status: 404 })
  const body = (await request.json().catch(() => null)) as { tags?: unknown } | null
  const list = Array.isArray(body?.tags) ? body.tags.filter((tag): tag is string => typeof tag === 'string' && tag.startsWith('tenant:')) : []
  for (const tag of list.slice(0, MAX_TAGS)) revalidateTag(tag, { expire: 0 })
  return new Response(null, { status: 204 })
}

function isService(token: string): boolean {
  const given = Buffer.from(token)
  const wanted = Buffer.from(env.serviceToken)
  return wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted)
}
