import { Type, type Static } from 'typebox'
import { Email, Nothing, Nullable, OneOf, error, operation, route } from './kit.ts'

/** The logo on light ground, the one on dark ground (the light one stands in), and the sign for tabs and home screens. */
export const logoSlots = ['light', 'dark', 'icon'] as const
export const LogoSlot = OneOf(...logoSlots)
export type LogoSlot = Static<typeof LogoSlot>
/** `header` and `mail` of the logos, `touch` (180 px) and `tab` (48 px) of the icon. */
export const LogoVariant = OneOf('header', 'mail', 'touch', 'tab')
export type LogoVariant = Static<typeof LogoVariant>
export const MAX_LOGO_BYTES = 4 * 1024 * 1024
export const logoMimes = ['image/png', 'image/webp', 'image/jpeg'] as const

export const Logo = Type.Object({
  hash: Type.String({ description: 'Changes with the picture: goes into its address' }),
  width: Type.Integer(),
  height: Type.Integer(),
})
export type Logo = Static<typeof Logo>
export const Logos = Type.Object({ light: Nullable(Logo), dark: Nullable(Logo), icon: Nullable(Logo) })
export type Logos = Static<typeof Logos>

export const BrandSettings = Type.Object({
  logos: Logos,
  senderName: Nullable(Type.String()),
  replyTo: Nullable(Type.String()),
  senderAddress: Nullable(Type.String()),
  /** What messages come from when no own address is chosen. */
  platformAddress: Type.String(),
  /** Domains that an own address may be at. */
  senderDomains: Type.Array(Type.String()),
  version: Type.Integer(),
})
export type BrandSettings = Static<typeof BrandSettings>

export const logoUnusable = error({ code: 'branding.logo_unusable', status: 415, title: 'This picture cannot be used as a logo' })
export const logoTooLarge = error({ code: 'branding.logo_too_large', status: 413, title: 'The picture is too large' })
export const senderForeign = error({ code: 'branding.sender_foreign', status: 422, title: 'The sender must be at one of your proven domains' })

const Slot = Type.Object({ slot: LogoSlot })
export const getBranding = route({
  name: 'getBranding',
  method: 'GET',
  path: '/tenant/branding',
  permission: 'tenant.settings.read',
  summary: 'Logos and sender of messages',
  versioned: true,
  response: BrandSettings,
})
export const updateSender = route({
  name: 'updateSender',
  method: 'PATCH',
  path: '/tenant/branding',
  permission: 'tenant.settings.update',
  summary: 'Change under which name and address messages are sent, and where answers go',
  versioned: true,
  body: Type.Partial(
    Type.Object({
      senderName: Nullable(Type.String({ minLength: 1, maxLength: 80, pattern: '^[^\\r\\n<>"]+$' })),
      replyTo: Nullable(Email),
      senderAddress: Nullable(Email),
    }),
  ),
  response: BrandSettings,
  errors: [senderForeign],
})
export const uploadLogo = route({
  name: 'uploadLogo',
  method: 'PUT',
  path: '/tenant/branding/logo',
  permission: 'tenant.settings.update',
  rate: 'upload',
  summary: 'The bytes of a PNG, WebP or JPEG become a logo',
  query: Slot,
  response: BrandSettings,
  errors: [logoUnusable, logoTooLarge],
})
export const removeLogo = route({
  name: 'removeLogo',
  method: 'DELETE',
  path: '/tenant/branding/logo',
  permission: 'tenant.settings.update',
  status: 204,
  summary: 'Remove a logo',
  query: Slot,
  response: Nothing,
})
export const getLogo = route({
  name: 'getLogo',
  method: 'GET',
  path: '/public/branding/logo',
  permission: null,
  file: true,
  summary: 'A logo in one of its sizes',
  query: Type.Object({ slot: LogoSlot, variant: LogoVariant, v: Type.Optional(Type.String({ maxLength: 64 })) }),
  response: Type.Unsafe<Uint8Array>({}),
})

/** Logos of the own marketplace. */
export const brandLogos = operation('branding.logos', Type.Object({}), Logos)
/** How messages of the marketplace are signed; an own address only while its domain is active. */
export const mailIdentity = operation(
  'branding.mailIdentity',
  Type.Object({}),
  Type.Object({
    senderName: Nullable(Type.String()),
    senderAddress: Nullable(Type.String()),
    replyTo: Nullable(Type.String()),
    colour: Type.String({ description: 'Six hexadecimal digits with #' }),
    logo: Nullable(Type.Object({ url: Type.String(), width: Type.Integer(), height: Type.Integer() })),
  }),
)

/** Path of a logo on the marketplace's host. */
export function logoPath(slot: LogoSlot, variant: LogoVariant, logo: Logo): string {
  return `/brand/${slot}/${variant}?v=${logo.hash}`
}
