/** Every variable that the web application reads; values are read at run time, never baked into the build. */
export const env = {
  /** Base URL of the API as this server reaches it. */
  get apiUrl() {
    return (process.env.API_URL ?? 'http://127.0.0.1:3001').replace(/\/$/, '')
  },
  /** Redis that holds the sessions; without it people cannot sign in. */
  get redisUrl() {
    return process.env.REDIS_URL ?? ''
  },
  /** File with the keys by which this server proves itself to the API. */
  get serviceKeysFile() {
    return process.env.SERVICE_KEYS_FILE ?? ''
  },
  /** Host of the platform console; tenants live on its sub-domains. */
  get platformDomain() {
    return (process.env.PLATFORM_DOMAIN ?? 'localhost').toLowerCase()
  },
  /** Cookies only over TLS, with the `__Host-` prefix. */
  get cookieSecure() {
    return process.env.COOKIE_SECURE === '1'
  },
  /** `http` or `https`, as browsers see it. */
  get publicScheme() {
    return process.env.PUBLIC_SCHEME ?? (process.env.COOKIE_SECURE === '1' ? 'https' : 'http')
  },
  /** Port of this application as browsers see it; empty for the scheme's own. */
  get publicWebPort() {
    return process.env.PUBLIC_WEB_PORT ?? ''
  },
  /** Port on which browsers reach the API for the live connection. */
  get publicApiPort() {
    return process.env.PUBLIC_API_PORT ?? '3001'
  },
  /** Full origin of the live connection, when it is not `<page host>:<public API port>`. */
  get publicRealtimeUrl() {
    return process.env.PUBLIC_REALTIME_URL ?? ''
  },
  /** Origins that browsers may send uploads to, besides the API's; separated by spaces. */
  get uploadOrigins() {
    return process.env.PUBLIC_UPLOAD_ORIGINS ?? ''
  },
  /** How many proxies in front of this server may be believed about the address of a visitor. */
  get trustedProxies() {
    return Number(process.env.TRUST_PROXY ?? '0')
  },
  /** Whether the sign-in pages offer the people of the demo. */
  get demoLogins() {
    return process.env.DEMO_LOGINS === 'true'
  },
  /** Folder in which the demo's logins are written down. */
  get dataDir() {
    return process.env.DATA_DIR ?? ''
  },
  /** Development needs `eval` for React's error stacks. */
  get isDevelopment() {
    return process.env.NODE_ENV === 'development'
  },
}
