import { role, type CastingSpec } from '../casting-kit.ts';

/** The castings of the child-talent tenant. */
export const kidsCastings: readonly CastingSpec[] = [
  {
    slug: 'button-bow-puddles', title: 'Puddles, spring catalogue', client: 'button-and-bow', status: 'published', scene: 'park', days: [26, 27, 8], published: -6, hours: ['10:00', '14:00'],
    location: 'Heaton Park, Manchester', usage: 'Catalogue and online shop, UK and Ireland, 12 months',
    description: 'Wellies, rain macs and water that we bring ourselves, lukewarm. Four hours at most with breaks every forty minutes; a warm room is ten steps away. Licences are applied for by the agency.',
    roles: [role('puddle_jumper', 'Puddle jumper', 4, 220, '4 to 7, size 104 to 122, loves mud', { age: [4, 7], clothing: [104, 122] }), role('big_sister', 'Big sister or brother', 1, 240, '9 to 11, patient with little ones', { age: [9, 11] })],
  },
  {
    slug: 'paper-kite-cover', title: 'Cover: The Quiet Drum', client: 'paper-kite', status: 'published', scene: 'studio', days: [15, 15, 5], published: -9, hours: ['11:00', '14:00'],
    location: 'Studio in Hackney, London', usage: 'Book cover and its advertising, world English, life of edition',
    description: 'A picture-book cover about a child who hears things others miss. Quiet set, small crew, no flash. We would love to meet children who wear hearing aids.',
    roles: [role('drummer', 'The drummer', 1, 350, '7 to 10', { age: [7, 10] })],
  },
  {
    slug: 'marrow-tidewater', title: 'Tidewater, series two', client: 'marrow-films', status: 'published', scene: 'set', days: [36, 44, 16], published: -4, hours: ['09:30', '15:30'],
    location: 'Bristol and the Gower coast', usage: 'Broadcast and streaming, worldwide, in perpetuity; residuals by agreement',
    description: 'Family drama in a harbour town. Tutor and licensed chaperones on set; two days off in seven. First round by self-tape, scene is attached, please no coaching.',
    roles: [role('bryn', 'Bryn', 1, 480, '12 to 14, swims, dry humour', { age: [12, 14], skills: ['swimming'] }), role('little_eira', 'Little Eira', 1, 420, '6 to 8, Welsh is a plus', { age: [6, 8] })],
  },
  {
    slug: 'bramble-breakfast', title: 'Breakfast is loud', client: 'bramble-foods', status: 'filled', scene: 'set', days: [-2, -1, -18], published: -32, hours: ['09:00', '13:00'],
    location: 'Leicester', usage: 'TV and online, UK, 12 months, buyout 400 %',
    description: 'Five children, one table, a lot of yoghurt. Allergy sheets were checked by the home economist; nobody has to eat after the third take.',
    roles: [role('table', 'At the table', 5, 300, '6 to 11, no milk allergy', { age: [6, 11] })],
  },
  {
    slug: 'north-first-snow', title: 'First snow, short film', client: 'studio-north', status: 'closed', scene: 'street', days: [9, 10, -1], published: -21, hours: ['10:00', '15:00'],
    location: 'Saltaire, Yorkshire', usage: 'Festivals and online, 24 months',
    description: 'Two friends, one sledge, paper snow. Night is faked at half past three, so everyone is home for tea.',
    roles: [role('friends', 'The friends', 2, 260, '8 to 10, already know each other if possible', { age: [8, 10] })],
  },
  {
    slug: 'button-bow-babies', title: 'First steps', client: 'button-and-bow', status: 'pending_review', scene: 'studio', days: [33, 33, 20], hours: ['09:00', '11:00'],
    location: 'Salford', usage: 'Packaging and online, UK, 24 months',
    description: 'Soft soles for babies who are about to walk. Slots of thirty minutes, parents in the picture if they like, nap corner with blackout.',
    roles: [role('walker', 'Almost walking', 6, 160, '9 to 16 months', { age: [0, 1] })],
  },
];
