import type { PersonTraits } from './art/traits.ts'
import type { PetTraits } from './art/pet.ts'

/** The three demo tenants. */
export type TenantSlug = 'fashion' | 'kids' | 'paws'

/** A label in English and, where the tenant speaks it, German. */
export type Label = { en: string; de?: string }

/** A value of a profile field in canonical units. */
export type FieldValue = string | number | boolean | string[]

/** Profile states of the demo data. */
export type ProfileStatus = 'active' | 'draft' | 'pending' | 'hidden'

/** What the artwork of a profile shows. */
export type ProfileArt = { kind: 'person'; traits: PersonTraits } | { kind: 'pet'; traits: PetTraits }

/** One castable identity. */
export type DemoProfile = {
  tenant: TenantSlug
  /** Unique in the tenant. */
  slug: string
  displayName: string
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string
  bio: string
  /** Key of the profile schema the data follows. */
  schema: string
  data: Record<string, FieldValue>
  status: ProfileStatus
  isMinor: boolean
  /** Calendar date, YYYY-MM-DD. */
  dateOfBirth: string
  categories: string[]
  art: ProfileArt
  /** How many pictures to render with `pictureOf`. */
  pictures: number
  /** Slug of the account that owns the profile. */
  account: string
  /** Slug of the agency that represents it, where that is another account. */
  agency?: string
}

/** An account of a tenant. */
export type DemoAccount = {
  tenant: TenantSlug
  slug: string
  name: string
  type: 'agency' | 'client' | 'guardian' | 'individual' | 'professional' | 'vendor'
  sides: 'supply' | 'demand' | 'both'
  city: string
  country: string
  about: string
  /** The marketplace has checked who stands behind it. */
  verified: boolean
}

/** Roles a person can hold in the demo data. */
export type DemoRole =
  'tenant_admin' | 'tenant_moderator' | 'tenant_finance' | 'account_owner' | 'account_booker' | 'account_viewer' | 'client_booker' | 'guardian' | 'user'

/** A person with a login in one tenant; the same address in two tenants is two people. */
export type DemoUser = {
  tenant: TenantSlug
  email: string
  firstName: string
  lastName: string
  locale: string
  /** Names the persona in the walkthrough, if it is one. */
  persona?: 'admin' | 'booker' | 'client' | 'talent' | 'guardian'
  memberships: DemoMembership[]
  /** Slugs of the profiles this person manages. */
  profiles?: string[]
}

/** A role of a person, tenant-wide when there is no account. */
export type DemoMembership = {
  account?: string
  role: DemoRole
  /** ISO instant in the past for an expired role. */ expiresAt?: string
}

/** A member of the platform's own staff. */
export type DemoStaff = { email: string; firstName: string; lastName: string; role: 'super_admin' | 'platform_support' }
