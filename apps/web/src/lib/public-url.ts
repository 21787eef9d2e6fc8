import { env } from './env'

/** Origin of a marketplace as browsers see it, by its main host. */
export function publicOrigin(host: string): string {
  return `${env.publicScheme}://${host}${env.publicWebPort ? `:${env.publicWebPort}` : ''}`
}
