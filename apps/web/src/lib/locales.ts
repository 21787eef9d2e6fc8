/** The language part of a tag: `de` of `de-AT`. */
export const languageOf = (tag: string) => tag.slice(0, 2).toLowerCase()

/** Picks the language of a page: the asked one, else the remembered one, else what the browser prefers, else the tenant's. */
export function chooseLocale(input: {
  readonly offered: readonly string[]
  readonly fallback: string
  readonly asked?: string | undefined
  readonly remembered?: string | undefined
  readonly accepted?: string | undefined
}): string {
  const find = (tag: string | undefined) =>
    tag ? (input.offered.find((o) => o === tag) ?? input.offered.find((o) => languageOf(o) === languageOf(tag))) : undefined
  const preferred = (input.accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';')
      const q = rest.map((r) => r.trim()).find((r) => r.startsWith('q='))
      return { tag, q: q ? Number(q.slice(2)) || 0 : 1 }
    })
    .filter((p) => /^[a-z]{2}/i.test(p.tag) && p.q > 0)
    .sort((a, b) => b.q - a.q)
    .map((p) => find(p.tag))
    .find(Boolean)
  return find(input.asked) ?? find(input.remembered) ?? preferred ?? find(input.fallback) ?? input.offered[0] ?? 'en'
}
