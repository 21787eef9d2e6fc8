/** Liveness: the process answers. What it depends on is not asked. */
export async function GET(): Promise<Response> {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
