/** Runs once when the server starts. */
export async function register(): Promise<void> {
  const { prepareHttp } = await import('./lib/server-http')
  prepareHttp()
}
