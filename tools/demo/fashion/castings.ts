import { role, type CastingSpec } from '../casting-kit.ts'

/** The castings of the fashion tenant. */
export const fashionCastings: readonly CastingSpec[] = [
  {
    slug: 'morgenrot-schwimmhalle',
    title: 'Show in the swimming hall',
    client: 'haus-morgenrot',
    status: 'published',
    scene: 'set',
    days: [24, 25, 9],
    published: -6,
    location: 'Jörgerbad annex, 1170 Vienna',
    usage: 'Show, livestream and press pictures, worldwide, 12 months; no advertising',
    description:
      'Winter show around the edge of an empty pool. Wet stone floor, flat shoes, slow tempo: we are looking for people who can take their time. Fittings two days before, rehearsal on the evening before the show, both paid.',
    roles: [
      role('walk_women', 'Walk, women', 10, 950, 'Sample size 34–36, from 176 cm, calm walk', {
        board: 'women',
        height: [176, 184],
        dress: [32, 36],
      }),
      role('walk_men', 'Walk, men', 4, 950, 'Suit 48, from 186 cm, no visible tattoos on neck or hands', {
        board: 'men',
        height: [186, 192],
        suit: [46, 50],
      }),
    ],
  },
  {
    slug: 'feld-faden-herbst',
    title: 'Autumn campaign, wool',
    client: 'feld-und-faden',
    status: 'published',
    scene: 'park',
    days: [31, 34, 14],
    published: -3,
    location: 'Hohe Tauern, Carinthia',
    usage: 'Print, online, out of home, AT/DE/CH, 24 months, buyout 120 % on top of the day fee',
    description:
      'Three generations walk home over a pasture in October light. Real sheep, real weather; we move by van and on foot. Looking for people who look related without looking alike.',
    roles: [
      role('grandmother', 'Grandmother', 1, 1400, '58 to 70, grey or white hair, good on uneven ground', {
        board: 'women',
        age: [58, 70],
      }),
      role('father', 'Father', 1, 1400, '40 to 50, beard welcome', { board: 'men', age: [40, 50] }),
      role('daughter', 'Daughter', 1, 1200, '18 to 24, freckles welcome', { board: 'women', age: [18, 24] }),
    ],
  },
  {
    slug: 'lindgruen-rahmen',
    title: 'Frames, close',
    client: 'optik-lindgruen',
    status: 'published',
    scene: 'studio',
    days: [12, 13, 4],
    published: -10,
    hours: ['08:30', '17:00'],
    location: 'Atelier Brandt, 1070 Vienna',
    usage: 'Shops and online, AT, 18 months, category exclusivity eyewear',
    description:
      'Twelve portraits, twelve frames, one light. Strong profiles and asymmetries wanted. Anyone who wears glasses every day has an advantage; contact lenses must be possible.',
    roles: [
      role('portrait', 'Portrait', 6, 800, 'All ages from 20, no current eyewear campaign', { age: [20, 70] }),
      role('hands', 'Hands', 1, 450, 'Well-kept hands, no rings', { category: 'parts' }),
    ],
  },
  {
    slug: 'almwerk-schlechtwetter',
    title: 'Bad weather, part two',
    client: 'almwerk',
    status: 'published',
    scene: 'park',
    days: [18, 20, 6],
    published: -5,
    location: 'Stubai Glacier, Tyrol',
    usage: 'Online, catalogue, trade fair, Europe, 12 months',
    description:
      'Rain, sleet, wind: the jackets are new, the weather is ordered. Sure footing above two thousand metres is a requirement, not a wish. Guide and hot soup are provided; weather day the day after.',
    roles: [
      role('alpinist', 'Alpinist', 2, 1300, 'Climbs or tours regularly', { skills: ['climbing', 'skiing'] }),
      role('runner', 'Trail runner', 1, 1100, 'Runs uphill repeatedly', { skills: ['running'] }),
    ],
  },
  {
    slug: 'kaltwasser-stiegenhaus',
    title: 'Staircases, editorial',
    client: 'kaltwasser',
    status: 'closed',
    scene: 'street',
    days: [5, 5, -2],
    published: -16,
    hours: ['07:00', '19:00'],
    location: 'Five staircases, 1010–1090 Vienna',
    usage: 'Editorial, one issue, online archive',
    description:
      'Fourteen pages, one model, five Viennese staircases. Early start for the light in the Fuchsthallergasse. Haute couture by graduates, so fitting on the day before.',
    roles: [
      role('lead', 'Lead', 1, 400, 'From 177 cm, experience with movement', { board: 'women', height: [177, 183] }),
    ],
  },
  {
    slug: 'nord-frueher-zug',
    title: 'Early train, commercial',
    client: 'studio-nord',
    status: 'filled',
    scene: 'set',
    days: [-3, -1, -20],
    published: -34,
    location: 'Depot Floridsdorf, 1210 Vienna',
    usage: 'TV and online, AT, 12 months, 350 % buyout',
    description:
      'Thirty seconds in the first train of the day: six passengers, one joke, no dialogue. Night shoot into the morning, rest hours are planned and respected.',
    roles: [
      role('conductor', 'Conductor', 1, 1600, '35 to 50, dignified', { board: 'men', age: [35, 50] }),
      role('passengers', 'Passengers', 5, 900, '20 to 65, faces with stories', { age: [20, 65] }),
    ],
  },
  {
    slug: 'mira-lo-haut',
    title: 'Skin, unretouched',
    client: 'mira-lo',
    status: 'published',
    scene: 'studio',
    days: [38, 39, 20],
    published: -1,
    location: 'Milan, Via Savona',
    usage: 'Online and point of sale, Europe, 12 months, exclusivity skincare 6 months',
    description:
      'Serum launch with a written promise: no retouching. Pores, freckles and scars are the subject. Travel and hotel for two nights are included.',
    roles: [role('face', 'Face', 4, 1800, 'Nine skin tones wanted, all ages', { category: 'beauty' })],
  },
  {
    slug: 'nord-bank-vertrauen',
    title: 'Bank: who do you trust?',
    client: 'studio-nord',
    status: 'paused',
    scene: 'street',
    days: [42, 43, 26],
    published: -8,
    location: 'Vienna, exact street follows',
    usage: 'Out of home and social media, AT, 12 months',
    description:
      'Portraits on the pavement, daylight, long lens. Paused until the client has approved the new line; applications already sent remain valid.',
    roles: [role('portrait', 'Portrait', 5, 1000, '25 to 65', { age: [25, 65] })],
  },
  {
    slug: 'morgenrot-lookbook',
    title: 'Lookbook, pre-collection',
    client: 'haus-morgenrot',
    status: 'completed',
    scene: 'studio',
    days: [-22, -21, -38],
    published: -52,
    location: 'Atelier Brandt, 1070 Vienna',
    usage: 'Lookbook, showroom, online shop, worldwide, 12 months',
    description:
      'Forty-two looks in two days with a steamer that does its job. Two models, both on both days, lunch at half past twelve.',
    roles: [
      role('women', 'Look, women', 2, 900, 'Sample size 34, 177 to 181 cm', { board: 'women', height: [177, 181] }),
    ],
  },
  {
    slug: 'north-leuchtturm',
    title: 'Lighthouse, short film',
    client: 'studio-north',
    status: 'draft',
    scene: 'set',
    days: [44, 45, 30],
    location: 'Westerhever, Germany',
    usage: 'Festival release, then online; details open',
    description:
      'A fashion film in one take, from the beach to the lamp. Budget is being confirmed, which is why this casting is not visible yet.',
    roles: [
      role('keeper', 'Keeper', 1, 1500, '50 plus, climbs 157 steps several times', { age: [50, 70] }),
      role('visitor', 'Visitor', 1, 1300, '20 to 30', { age: [20, 30] }),
    ],
  },
]
