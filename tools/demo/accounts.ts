import { guardianOf } from './kids/families.ts'
import { kidRows } from './kids/profiles.ts'
import type { DemoAccount, TenantSlug } from './types.ts'

type Row = readonly [slug: string, name: string, type: DemoAccount['type'], sides: DemoAccount['sides'], city: string, country: string, about: string]

// prettier-ignore
const FASHION: readonly Row[] = [
  ['linie-neun', 'Linie Neun', 'agency', 'supply', 'Vienna', 'AT', 'The agency itself: women’s and men’s board, new faces, classic.'],
  ['donau-board', 'Donau Board', 'agency', 'supply', 'Linz', 'AT', 'Placement agency for Upper Austria, shares several faces with Linie Neun.'],
  ['jana-kovac', 'Jana Kovač', 'individual', 'supply', 'Graz', 'AT', 'Independent model, represented without exclusivity.'],
  ['familie-sommer', 'Familie Sommer', 'guardian', 'supply', 'Vienna', 'AT', 'Parents of two children who model a few days a year.'],
  ['pinsel-und-puder', 'Pinsel & Puder', 'vendor', 'both', 'Vienna', 'AT', 'Hair and make-up collective of three.'],
  ['atelier-brandt', 'Atelier Brandt', 'professional', 'both', 'Vienna', 'AT', 'Photography studio with daylight from the north, also books test models.'],
  ['haus-morgenrot', 'Haus Morgenrot', 'client', 'demand', 'Vienna', 'AT', 'Women’s wear label, two collections a year, shows in a disused swimming hall.'],
  ['feld-und-faden', 'Feld & Faden', 'client', 'demand', 'Salzburg', 'AT', 'Knitwear from Austrian wool; catalogue, e-commerce and one big campaign in autumn.'],
  ['studio-nord', 'Studio Nord', 'client', 'demand', 'Vienna', 'AT', 'Commercial production for food, banks and railways.'],
  ['studio-north', 'Studio North', 'client', 'demand', 'Hamburg', 'DE', 'Film production from Hamburg. Not related to Studio Nord.'],
  ['kaltwasser', 'Kaltwasser', 'client', 'demand', 'Vienna', 'AT', 'Quarterly magazine for fashion and architecture.'],
  ['optik-lindgruen', 'Optik Lindgrün', 'client', 'demand', 'Graz', 'AT', 'Eyewear maker with eleven shops.'],
  ['almwerk', 'Almwerk', 'client', 'demand', 'Innsbruck', 'AT', 'Outdoor clothing, tested above two thousand metres.'],
  ['mira-lo', 'Mira Lo Cosmetics', 'client', 'demand', 'Milan', 'IT', 'Skincare with a small line of colour.'],
]

// prettier-ignore
const KIDS: readonly Row[] = [
  ['thimble-finch', 'Thimble & Finch', 'agency', 'supply', 'London', 'GB', 'The agency itself: babies, children, teens.'],
  ['studio-north', 'Studio North', 'client', 'demand', 'Leeds', 'GB', 'Commercials and short films in the north of England.'],
  ['paper-kite', 'Paper Kite Books', 'client', 'demand', 'London', 'GB', 'Picture-book publisher, photographs its covers.'],
  ['button-and-bow', 'Button & Bow', 'client', 'demand', 'Manchester', 'GB', 'Children’s clothes, sizes 80 to 152.'],
  ['marrow-films', 'Marrow Films', 'client', 'demand', 'Bristol', 'GB', 'Drama for families, one series and one feature a year.'],
  ['bramble-foods', 'Bramble Foods', 'client', 'demand', 'Leicester', 'GB', 'Breakfast and yoghurt, produced in the Midlands.'],
]

// prettier-ignore
const PAWS: readonly Row[] = [
  ['fetchwood', 'Fetchwood', 'agency', 'supply', 'Portland, OR', 'US', 'The board’s own office: checks papers, schedules handlers.'],
  ['cedar-hill-animals', 'Cedar Hill Animals', 'agency', 'supply', 'Portland, OR', 'US', 'Dana Whitlock’s ranch: dogs, cats and rabbits trained without force.'],
  ['stoop-and-leash', 'Stoop & Leash', 'agency', 'supply', 'Brooklyn, NY', 'US', 'City animals, small sets, five boroughs.'],
  ['sunset-set-animals', 'Sunset Set Animals', 'agency', 'supply', 'Los Angeles, CA', 'US', 'Twenty years of sitcoms and commercials.'],
  ['front-range-k9', 'Front Range K9 & Horse', 'agency', 'supply', 'Denver, CO', 'US', 'Working dogs and film horses.'],
  ['hollow-creek', 'Hollow Creek Farm', 'agency', 'supply', 'Nashville, TN', 'US', 'Family farm with hounds, cats and two horses who read.'],
  ['desert-second-act', 'Desert Second Act', 'agency', 'supply', 'Tucson, AZ', 'US', 'Rescued animals, retrained for camera.'],
  ['independent-sato', 'Keiko Sato', 'individual', 'supply', 'Portland, OR', 'US', 'Owner of Kumo, Figs, Pip and Mochi.'],
  ['independent-boone', 'Theo Boone', 'individual', 'supply', 'Boston, MA', 'US', 'Handler of cats, corgis and one talking parrot.'],
  ['independent-lacroix', 'Anaïs Lacroix', 'individual', 'supply', 'Miami, FL', 'US', 'Free-flight bird trainer.'],
  ['cedar-hall', 'Cedar Hall Pictures', 'client', 'demand', 'Los Angeles, CA', 'US', 'Feature films. Not related to Cedar Hill.'],
  ['studio-north', 'Studio North', 'client', 'demand', 'Minneapolis, MN', 'US', 'Commercial production in the Twin Cities.'],
  ['good-bowl', 'Good Bowl Pet Food', 'client', 'demand', 'Chicago, IL', 'US', 'Dry food with short ingredient lists.'],
  ['porchlight', 'Porchlight Home', 'client', 'demand', 'Savannah, GA', 'US', 'Furniture catalog, shot in real houses.'],
  ['ferry-and-oak', 'Ferry & Oak', 'client', 'demand', 'New York, NY', 'US', 'Magazine for slow weekends.'],
]

/** Clients that their marketplace has not checked yet. */
const UNCHECKED = new Set(['fashion/almwerk', 'kids/bramble-foods', 'paws/porchlight'])

const toAccount = (tenant: TenantSlug, [slug, name, type, sides, city, country, about]: Row): DemoAccount => ({
  tenant,
  slug,
  name,
  type,
  sides,
  city,
  country,
  about,
  verified: type === 'agency' || type === 'guardian' || (type === 'client' && !UNCHECKED.has(`${tenant}/${slug}`)),
})

function families(): DemoAccount[] {
  const cities = new Map(kidRows.map((row) => [row[8], row[3]]))
  return [...cities].map(([slug, city]) =>
    toAccount('kids', [slug, `${guardianOf(slug).lastName} family`, 'guardian', 'supply', city, 'GB', 'Guardian account.']),
  )
}

/** Every account of the three tenants. Three tenants have a `studio-north`; none of them is the same company. */
export const accounts: readonly DemoAccount[] = [
  ...FASHION.map((row) => toAccount('fashion', row)),
  ...KIDS.map((row) => toAccount('kids', row)),
  ...families(),
  ...PAWS.map((row) => toAccount('paws', row)),
]
