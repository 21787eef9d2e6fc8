import type { Label, TenantSlug } from './types.ts'

/** A demo tenant with its brand. */
export type DemoTenant = {
  slug: TenantSlug
  name: string
  tagline: Label
  about: Label
  industry: 'fashion_models' | 'child_talent' | 'pet_talent'
  locales: string[]
  currency: 'EUR' | 'GBP' | 'USD'
  timezone: string
  units: 'metric' | 'imperial'
  city: string
  country: string
  contactEmail: string
  /** Hue in OKLCH degrees, chroma at most 0.16, corner radius in pixels. */
  theme: { hue: number; chroma: number; radius: number }
}

/** The three tenants of the demo. */
export const tenants: readonly DemoTenant[] = [
  {
    slug: 'fashion',
    name: 'Linie Neun',
    tagline: { en: 'Faces with a point of view', de: 'Gesichter mit Haltung' },
    about: {
      en: 'Linie Neun is a model agency with offices above a former tram depot in Vienna’s ninth district. We keep a small board on purpose: every booker knows every face, every model knows their booker, and options are answered the same day. New faces start with a season of test shootings before they meet a client.',
      de: 'Linie Neun ist eine Modelagentur über einer ehemaligen Straßenbahnremise im neunten Wiener Bezirk. Unser Board bleibt absichtlich klein: Jede Bookerin kennt jedes Gesicht, jedes Model kennt seine Bookerin, und Optionen werden am selben Tag beantwortet. New Faces beginnen mit einer Saison Testshootings, bevor sie den ersten Kunden treffen.',
    },
    industry: 'fashion_models',
    locales: ['de-AT', 'en'],
    currency: 'EUR',
    timezone: 'Europe/Vienna',
    units: 'metric',
    city: 'Vienna',
    country: 'AT',
    contactEmail: 'hello@fashion.example',
    theme: { hue: 32, chroma: 0.15, radius: 2 },
  },
  {
    slug: 'kids',
    name: 'Thimble & Finch',
    tagline: { en: 'Young talent, carefully looked after' },
    about: {
      en: 'Thimble & Finch represents children and teenagers for photography, film and voice work across Britain. Licences, chaperones and school letters are our job, so that a shooting day feels like a good day out. No child is ever shown in public: clients see profiles only after we have checked who they are and what they are casting.',
    },
    industry: 'child_talent',
    locales: ['en-GB'],
    currency: 'GBP',
    timezone: 'Europe/London',
    units: 'metric',
    city: 'London',
    country: 'GB',
    contactEmail: 'hello@kids.example',
    theme: { hue: 195, chroma: 0.11, radius: 16 },
  },
  {
    slug: 'paws',
    name: 'Fetchwood',
    tagline: { en: 'Animals who know their marks' },
    about: {
      en: 'Fetchwood is a talent board for animals and the people who train them, founded in a converted feed store in Portland, Oregon. Every animal comes with its own handler, current vaccinations and an honest note on what it will and will not do. If a dog has had enough, the day is over: that rule is in every contract.',
    },
    industry: 'pet_talent',
    locales: ['en-US'],
    currency: 'USD',
    timezone: 'America/New_York',
    units: 'imperial',
    city: 'Portland',
    country: 'US',
    contactEmail: 'hello@paws.example',
    theme: { hue: 150, chroma: 0.1, radius: 8 },
  },
]
