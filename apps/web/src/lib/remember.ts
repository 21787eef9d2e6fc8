'use client'

const ONE_YEAR = 31_536_000

/** Keeps a choice in a cookie that the server reads too. */
export function remember(cookie: string, value: string): void {
  document.cookie = `${cookie}=${value}; path=/; max-age=${ONE_YEAR}; samesite=lax`
}
