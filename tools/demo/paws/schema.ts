import { COATS } from '../art/coat.ts';
import { choice, field, label, section, type DemoSchema } from '../schema-kit.ts';

/** Breed options in schema order, written as `value|Label|species`. */
export const BREED_OPTIONS = [
  'golden_retriever|Golden Retriever', 'labrador|Labrador', 'border_collie|Border Collie', 'french_bulldog|French Bulldog', 'pug|Pug', 'dachshund|Dachshund', 'beagle|Beagle', 'german_shepherd|German Shepherd', 'husky|Husky', 'corgi|Corgi', 'poodle|Poodle', 'schnauzer|Schnauzer', 'jack_russell|Jack Russell Terrier', 'greyhound|Greyhound', 'dalmatian|Dalmatian', 'cocker_spaniel|Cocker Spaniel', 'bernese|Bernese Mountain Dog', 'chihuahua|Chihuahua', 'shiba|Shiba Inu', 'mixed|Mixed breed',
  'domestic_shorthair|Domestic Shorthair', 'maine_coon|Maine Coon', 'siamese|Siamese', 'british_shorthair|British Shorthair', 'persian|Persian', 'bengal|Bengal', 'ragdoll|Ragdoll',
  'holland_lop|Holland Lop', 'mini_rex|Mini Rex', 'angora|Angora', 'dutch|Dutch',
  'macaw|Macaw', 'cockatoo|Cockatoo', 'cockatiel|Cockatiel', 'african_grey|African Grey', 'budgerigar|Budgerigar', 'conure|Sun Conure',
  'quarter_horse|Quarter Horse', 'arabian|Arabian', 'friesian|Friesian', 'shetland_pony|Shetland Pony', 'warmblood|Warmblood',
] as const;

/** Profile schema of the pet tenant. */
export const pawsSchemas: readonly DemoSchema[] = [
  {
    tenant: 'paws',
    key: 'pet',
    label: label('Animal'),
    sections: [
      section('identity', 'Who', undefined, [
        choice('species', 'select', 'Species', undefined, ['dog', 'cat', 'rabbit', 'parrot', 'horse'], { required: true, privacy: 'public', facet: true, highlight: true }),
        choice('breed', 'select', 'Breed', undefined, BREED_OPTIONS, { required: true, privacy: 'public', facet: true, highlight: true }),
        choice('sex', 'select', 'Sex', undefined, ['female', 'male'], { privacy: 'public', facet: true }),
        field('neutered', 'boolean', 'Neutered', undefined, { privacy: 'public' }),
        choice('size', 'select', 'Size', undefined, ['tiny', 'small', 'medium', 'large', 'giant'], { required: true, privacy: 'public', facet: true, highlight: true }),
        field('height', 'measurement', 'Height at shoulder', undefined, { unit: 'cm', privacy: 'public', min: 8, max: 190, facet: true }),
        field('length', 'measurement', 'Length', undefined, { unit: 'cm', privacy: 'public', min: 12, max: 280 }),
        field('weight', 'measurement', 'Weight', undefined, { unit: 'kg', privacy: 'public', min: 0.02, max: 800, facet: true }),
        choice('coat', 'select', 'Coat', undefined, Object.keys(COATS), { required: true, privacy: 'public', facet: true, highlight: true }),
        choice('coat_length', 'select', 'Coat length', undefined, ['short', 'medium', 'long', 'wire', 'curly', 'feathers'], { privacy: 'public' }),
      ]),
      section('on_set', 'On set', undefined, [
        choice('temperament', 'multiselect', 'Temperament', undefined, ['calm', 'bold', 'gentle', 'playful', 'independent', 'sensitive', 'talkative', 'clownish'], { privacy: 'public', facet: true }),
        choice('energy', 'select', 'Energy', undefined, ['low', 'steady', 'high'], { privacy: 'public', facet: true }),
        choice('obedience', 'select', 'Training level', undefined, ['house_pet|House pet', 'basic|Basics', 'reliable|Reliable on set', 'working|Working animal'], { privacy: 'public', facet: true, highlight: true }),
        choice('skills', 'multiselect', 'Skills', undefined, ['sit_stay|Sit and stay', 'mark|Go to mark', 'fetch', 'speak|Speak on cue', 'crawl', 'jump', 'play_dead|Play dead', 'wave', 'head_tilt|Head tilt', 'carry|Carry props', 'walk_treadmill|Treadmill', 'target_stick|Target stick', 'recall_whistle|Recall by whistle', 'costume|Wears costumes', 'bow', 'rear', 'lie_down|Lie down', 'talk|Talks', 'fly_to_hand|Fly to hand'], { privacy: 'public', facet: true }),
        field('costume', 'boolean', 'Wears costumes', undefined, { privacy: 'public', facet: true }),
        field('water', 'boolean', 'Works in water', undefined, { privacy: 'public', facet: true }),
        choice('good_with', 'multiselect', 'Good with', undefined, ['children', 'dogs', 'cats', 'crowds', 'livestock', 'loud_sets|Loud sets'], { privacy: 'public', facet: true }),
        field('max_duration', 'number', 'Longest day on set', undefined, { unit: 'minutes', required: true, min: 20, max: 480 }),
        field('max_temperature', 'text', 'Weather limits'),
      ]),
      section('care', 'Care', undefined, [
        field('handler', 'text', 'Handler', undefined, { required: true }),
        field('vaccinated_until', 'date', 'Vaccinations valid until', undefined, { required: true }),
        field('insured', 'boolean', 'Liability insurance', undefined, { facet: true }),
        field('vet', 'text', 'Veterinarian', undefined, { privacy: 'private' }),
        field('microchip', 'text', 'Microchip', undefined, { privacy: 'private' }),
        field('diet', 'text', 'Treats that are allowed', undefined, { privacy: 'members' }),
      ]),
    ],
  },
];
