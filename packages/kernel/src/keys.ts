const SAFE = /^[A-Za-z0-9_.@-]+$/

/** The only way to make a Redis key, room or lock that carries a realm's data: `tenant:<id>:<part>:…`. */
export function tenantKey(realmId: string, ...parts: readonly string[]): string {
  for (const part of [realmId, ...parts]) if (!SAFE.test(part)) throw new Error(`unsafe key part: ${JSON.stringify(part)}`)
  return ['tenant', realmId, ...parts].join(':')
}
