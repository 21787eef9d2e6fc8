import type { Ctx } from '@itellico/kernel/context'
import { DEVICE_HEADER, knownDevices, type KnownDevice } from '@itellico/kernel/devices'

/** What a sign-in comes from. */
export interface Device {
  readonly userAgent: string
  readonly ip: string
  /** People who have signed in on it before. */
  readonly known: readonly KnownDevice[]
}

/** The device of a request. */
export function deviceOf(ctx: Ctx, headers: Readonly<Record<string, string | undefined>>): Device {
  return { userAgent: headers['user-agent'] ?? '', ip: ctx.ip ?? '', known: knownDevices(ctx.kernel, ctx.realm.id, headers[DEVICE_HEADER]) }
}

/** The device, if this person has signed in on it before. */
export function knownTo(user: { readonly id: string } | null, device: Device): KnownDevice | null {
  return device.known.find((d) => d.userId === user?.id) ?? null
}
