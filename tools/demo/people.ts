import { accounts } from './accounts.ts'
import { dayFrom } from './clock.ts'
import { guardianOf } from './kids/families.ts'
import { kidRows } from './kids/profiles.ts'
import { slugOf, words } from './text.ts'
import type { DemoMembership, DemoRole, DemoStaff, DemoUser, TenantSlug } from './types.ts'

/** The one password of every demo login. */
export const DEMO_PASSWORD = 'demo-Passw0rd!'

/** Staff of the platform itself, with logins in the control plane. */
export const platformStaff: readonly DemoStaff[] = [
  { email: 'operator@itellico.example', firstName: 'Vera', lastName: 'Lindqvist', role: 'super_admin' },
  { email: 'support@itellico.example', firstName: 'Jonathan', lastName: 'Reyes', role: 'platform_support' },
]

type Row = readonly [email: string, firstName: string, lastName: string, memberships: string, persona?: DemoUser['persona'], profiles?: string]

const LOCALE: Record<TenantSlug, string> = { fashion: 'de-AT', kids: 'en-GB', paws: 'en-US' }

// prettier-ignore
const FASHION: readonly Row[] = [
  ['admin@fashion.example', 'Nora', 'Falkenstein', 'tenant_admin account_owner@linie-neun', 'admin'],
  ['booker@fashion.example', 'Clemens', 'Adler', 'account_booker@linie-neun', 'booker'],
  ['client@fashion.example', 'Sybille', 'Kern', 'client_booker@haus-morgenrot account_owner@haus-morgenrot', 'client'],
  ['talent@fashion.example', 'Mira', 'Vasilescu', 'user@linie-neun', 'talent', 'mira-vasilescu'],
  ['judith.maier@fashion.example', 'Judith', 'Maier', 'account_booker@linie-neun'],
  ['scout@fashion.example', 'Pavel', 'Brezina', 'account_viewer@linie-neun'],
  ['finance@fashion.example', 'Agnes', 'Pollak', 'tenant_finance'],
  ['moderation@fashion.example', 'Felix', 'Oberhuber', 'tenant_moderator'],
  ['hanna.lehner@fashion.example', 'Hanna', 'Lehner', 'account_owner@donau-board account_booker@linie-neun'],
  ['jana.kovac@fashion.example', 'Jana', 'Kovač', 'account_owner@jana-kovac user@linie-neun', undefined, 'jana-kovac'],
  ['sommer@fashion.example', 'Katharina', 'Sommer', 'guardian@familie-sommer', undefined, 'emilia-s valentin-s'],
  ['ida.brandt@fashion.example', 'Ida', 'Brandt', 'account_owner@atelier-brandt'],
  ['puder@fashion.example', 'Lio', 'Marchetti', 'account_owner@pinsel-und-puder'],
  ['rosa@puder.example', 'Rosa', 'Teixeira', 'user@pinsel-und-puder'],
  ['malte@puder.example', 'Malte', 'Friis', 'user@pinsel-und-puder'],
  ['einkauf@feldundfaden.example', 'Georg', 'Haslinger', 'account_owner@feld-und-faden client_booker@feld-und-faden'],
  ['marie@feldundfaden.example', 'Marie', 'Zauner', 'client_booker@feld-und-faden'],
  ['praktikum@feldundfaden.example', 'Timo', 'Egger', 'client_booker@feld-und-faden:expired'],
  ['casting@studionord.example', 'Petra', 'Wimmer', 'account_owner@studio-nord client_booker@studio-nord'],
  ['anika@studionorth.example', 'Anika', 'Petersen', 'account_owner@studio-north client_booker@studio-north'],
  ['redaktion@kaltwasser.example', 'Oskar', 'Liebermann', 'account_owner@kaltwasser client_booker@kaltwasser'],
  ['marketing@lindgruen.example', 'Ulrike', 'Sattler', 'account_owner@optik-lindgruen client_booker@optik-lindgruen'],
  ['bild@almwerk.example', 'Martin', 'Gstrein', 'account_owner@almwerk client_booker@almwerk'],
  ['studio@miralo.example', 'Chiara', 'Lo Presti', 'account_owner@mira-lo client_booker@mira-lo'],
  ['alex@studio.example', 'Alex', 'Moreau', 'client_booker@studio-nord'],
  ['adaeze.okonjo@fashion.example', 'Adaeze', 'Okonjo', 'user@linie-neun', undefined, 'adaeze-okonjo'],
  ['elias.kronberger@fashion.example', 'Elias', 'Kronberger', 'user@linie-neun', undefined, 'elias-kronberger'],
  ['ottoline.fairweather@fashion.example', 'Ottoline', 'Fairweather', 'user@linie-neun', undefined, 'ottoline-fairweather'],
]

// prettier-ignore
const KIDS: readonly Row[] = [
  ['admin@kids.example', 'Harriet', 'Quill', 'tenant_admin account_owner@thimble-finch', 'admin'],
  ['booker@kids.example', 'Dev', 'Sandhu', 'account_booker@thimble-finch', 'booker'],
  ['client@kids.example', 'Imogen', 'Shaw', 'account_owner@button-and-bow client_booker@button-and-bow', 'client'],
  ['licensing@kids.example', 'Moira', 'Keogh', 'account_booker@thimble-finch tenant_moderator'],
  ['covers@paperkite.example', 'Lewis', 'Ashdown', 'account_owner@paper-kite client_booker@paper-kite'],
  ['casting@marrow.example', 'Rhiannon', 'Vale', 'account_owner@marrow-films client_booker@marrow-films'],
  ['brand@bramble.example', 'Tom', 'Whitby', 'account_owner@bramble-foods client_booker@bramble-foods'],
  ['office@studionorth.example', 'Zoe', 'Hartshorne', 'account_owner@studio-north client_booker@studio-north'],
]

// prettier-ignore
const PAWS: readonly Row[] = [
  ['admin@paws.example', 'Marcus', 'Delaney', 'tenant_admin account_owner@fetchwood', 'admin'],
  ['booker@paws.example', 'Ines', 'Calderón', 'account_booker@fetchwood', 'booker'],
  ['client@paws.example', 'Whitney', 'Sloan', 'account_owner@good-bowl client_booker@good-bowl', 'client'],
  ['talent@paws.example', 'Dana', 'Whitlock', 'account_owner@cedar-hill-animals', 'talent', 'biscuit pepper juniper hazel willow clementine truffle nova'],
  ['moderation@paws.example', 'Priscilla', 'Oduya', 'tenant_moderator'],
  ['renzo@paws.example', 'Renzo', 'Okada', 'account_owner@stoop-and-leash', undefined, 'mabel otto figaro marmalade sphinxie olive moxie'],
  ['marisol@paws.example', 'Marisol', 'Vega', 'account_owner@sunset-set-animals', undefined, 'waffles domino tilly taco duchess tango domingo snowcone'],
  ['cole@paws.example', 'Cole', 'Branigan', 'account_owner@front-range-k9', undefined, 'ranger bruno gus bear cimarron calypso atlas'],
  ['june@paws.example', 'June', 'Abernathy', 'account_owner@hollow-creek', undefined, 'clover luna sarge ruby rusty moses boots isolde nugget hank'],
  ['hollis@paws.example', 'Hollis', 'Tan', 'account_owner@desert-second-act', undefined, 'ghost maple scout patch cloud sunny silver'],
  ['keiko@paws.example', 'Keiko', 'Sato', 'account_owner@independent-sato', undefined, 'kumo figs pip mochi'],
  ['theo@paws.example', 'Theo', 'Boone', 'account_owner@independent-boone account_booker@fetchwood', undefined, 'dottie winnie pewter sable professor'],
  ['anais@paws.example', 'Anaïs', 'Lacroix', 'account_owner@independent-lacroix', undefined, 'bijou captain scarlett kiwi'],
  ['alex@studio.example', 'Alex', 'Moreau', 'account_booker@fetchwood'],
  ['casting@cedarhall.example', 'Bernard', 'Huxley', 'account_owner@cedar-hall client_booker@cedar-hall'],
  ['desk@studionorth.example', 'Greta', 'Sorensen', 'account_owner@studio-north client_booker@studio-north'],
  ['photo@porchlight.example', 'Camille', 'Reese', 'account_owner@porchlight client_booker@porchlight'],
  ['pictures@ferryandoak.example', 'Noel', 'Abrams', 'account_owner@ferry-and-oak client_booker@ferry-and-oak'],
]

function membership(text: string, now: Date): DemoMembership {
  const [grant, expired] = text.split(':')
  const [role, account] = grant!.split('@')
  return {
    role: role as DemoRole,
    ...(account ? { account } : {}),
    ...(expired ? { expiresAt: `${dayFrom(now, -21)}T22:00:00.000Z` } : {}),
  }
}

function toUser(tenant: TenantSlug, [email, firstName, lastName, memberships, persona, profiles]: Row, now: Date): DemoUser {
  return {
    tenant,
    email,
    firstName,
    lastName,
    locale: LOCALE[tenant],
    ...(persona ? { persona } : {}),
    memberships: words(memberships).map((text) => membership(text, now)),
    ...(profiles ? { profiles: words(profiles) } : {}),
  }
}

function guardians(): DemoUser[] {
  return accounts
    .filter((account) => account.tenant === 'kids' && account.type === 'guardian')
    .map(({ slug }): DemoUser => ({
      tenant: 'kids',
      ...guardianOf(slug),
      locale: 'en-GB',
      ...(slug === 'okafor-family' ? { persona: 'guardian' } : {}),
      memberships: [{ account: slug, role: 'guardian' }],
      profiles: kidRows.filter((row) => row[8] === slug).map((row) => slugOf(row[0])),
    }))
}

/** Every login of the three tenants. Minors have none; `alex@studio.example` is a client in fashion and a booker in paws. */
export function buildUsers(now: Date): DemoUser[] {
  return [
    ...FASHION.map((row) => toUser('fashion', row, now)),
    ...KIDS.map((row) => toUser('kids', row, now)),
    ...guardians(),
    ...PAWS.map((row) => toUser('paws', row, now)),
  ]
}
