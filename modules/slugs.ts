import { randomInt } from 'node:crypto'

/** A readable address part from a name; empty names give the fallback. */
export function slugify(name: string, fallback: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return slug || fallback
}

/** The slug itself or, when it is taken, with a number that hardly anybody has. */
export async function freeSlug(wanted: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  let slug = wanted
  while (await taken(slug)) slug = `${wanted}-${randomInt(1000, 1_000_000)}`
  return slug
}
