import { role, type CastingSpec } from '../casting-kit.ts'

/** The castings of the pet tenant. */
export const pawsCastings: readonly CastingSpec[] = [
  {
    slug: 'good-bowl-kitchen',
    title: 'Kitchen floor, 6 a.m.',
    client: 'good-bowl',
    status: 'published',
    scene: 'set',
    days: [21, 22, 9],
    published: -7,
    hours: ['06:00', '14:00'],
    location: 'Stage 4, Chicago, IL',
    usage: 'TV and online, US, 13 weeks plus option to renew',
    description:
      'A dog, a bowl, a sunrise. The hero has to wait for a full bowl, eyes on the actor, for eleven seconds without a cut. Hero and understudy are both paid for the full day.',
    roles: [
      role('hero', 'Hero dog', 1, 1400, 'Medium or large, reliable stay with food', {
        species: 'dog',
        skills: ['sit_stay'],
      }),
      role('understudy', 'Understudy', 1, 900, 'Similar coat to the hero', { species: 'dog' }),
      role('cat', 'Unimpressed cat', 1, 800, 'Stays on a counter', { species: 'cat' }),
    ],
  },
  {
    slug: 'porchlight-catalog',
    title: 'Fall catalog, lived-in rooms',
    client: 'porchlight',
    status: 'published',
    scene: 'studio',
    days: [16, 18, 6],
    published: -9,
    location: 'Savannah, GA',
    usage: 'Print catalog and web, US and Canada, 12 months',
    description:
      'Six rooms in a real house, an animal in each, asleep if at all possible. No tile slides: we bring rugs. Handlers may stay in frame as long as they are out of focus.',
    roles: [
      role('sofa', 'Sofa dog', 2, 650, 'Large and calm', { species: 'dog', size: 'large' }),
      role('window', 'Window cat', 2, 600, 'Any coat but black, the sofa is black', { species: 'cat' }),
      role('reading_room', 'Reading-room rabbit', 1, 450, 'Litter-trained', { species: 'rabbit' }),
    ],
  },
  {
    slug: 'cedar-hall-last-ridge',
    title: 'The Last Ridge, feature',
    client: 'cedar-hall',
    status: 'published',
    scene: 'park',
    days: [30, 44, 15],
    published: -5,
    hours: ['07:00', '17:00'],
    location: 'Bozeman, MT',
    usage: 'Theatrical and streaming, worldwide, in perpetuity',
    description:
      'Western with a small cast and long shots. Horse and dog work together in eleven scenes; an animal safety representative is on set each day and has the last word.',
    roles: [
      role('horse', 'Lead horse', 1, 2200, 'Bay or black, rears and lies down', {
        species: 'horse',
        skills: ['rear', 'lie_down'],
      }),
      role('dog', 'Ranch dog', 1, 1600, 'Works next to livestock', { species: 'dog', skills: ['recall_whistle'] }),
    ],
  },
  {
    slug: 'ferry-oak-cover',
    title: 'Cover: birds indoors',
    client: 'ferry-and-oak',
    status: 'closed',
    scene: 'studio',
    days: [6, 6, -1],
    published: -18,
    hours: ['10:00', '15:00'],
    location: 'Greenpoint, Brooklyn, NY',
    usage: 'Magazine cover and newsstand, one issue',
    description:
      'One parrot, one lemon tree, one cover. Free flight of about fifteen feet to the hand, twelve repeats at most.',
    roles: [
      role('bird', 'Cover bird', 1, 1100, 'Flies to hand on cue', { species: 'parrot', skills: ['fly_to_hand'] }),
    ],
  },
  {
    slug: 'north-snow-day',
    title: 'Snow day, insurance',
    client: 'studio-north',
    status: 'filled',
    scene: 'street',
    days: [-4, -3, -22],
    published: -37,
    hours: ['08:00', '16:00'],
    location: 'Stillwater, MN',
    usage: 'TV, Upper Midwest, 26 weeks',
    description: 'A husky shovels, in a manner of speaking. Paws are checked hourly, warm truck next to set.',
    roles: [
      role('digger', 'Digger', 1, 1200, 'Digs on cue, cold-proof', { species: 'dog' }),
      role('watcher', 'Watcher at the window', 1, 600, 'Cat or small dog', { size: 'small' }),
    ],
  },
  {
    slug: 'good-bowl-seniors',
    title: 'Gray muzzles',
    client: 'good-bowl',
    status: 'draft',
    scene: 'park',
    days: [45, 46, 30],
    location: 'Chicago, IL',
    usage: 'Packaging, US, 36 months',
    description:
      'Portraits of dogs over eight for the senior line. Short days, soft floors, and they are allowed to lean.',
    roles: [role('senior', 'Senior dog', 4, 700, 'Eight years or older', { species: 'dog', age: [8, 16] })],
  },
]
