import { env } from './env'

/** Origin of a marketplace as browsers see it. */
export function publicOrigin(slug: string): string {
  return `${env.publicScheme}://${slug}.${env.platformDomain}${env.publicWebPort ? `:${env.publicWebPort}` : ''}`
}
