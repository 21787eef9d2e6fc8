/** Ear shapes of dogs. */
export type Ear = 'floppy' | 'prick' | 'button' | 'rose' | 'long' | 'bat' | 'feathered'
/** Body plan of a breed: ears, half width and length of the head, half width of the muzzle, fur and tail. */
export type DogBuild = {
  ear: Ear
  width: number
  length: number
  muzzle: number
  fur: 'smooth' | 'fluffy' | 'curly' | 'wire'
  tail: 'curl' | 'plume' | 'thin' | 'stub'
}

const build = (ear: Ear, width: number, length: number, muzzle: number, fur: DogBuild['fur'], tail: DogBuild['tail']): DogBuild => ({
  ear,
  width,
  length,
  muzzle,
  fur,
  tail,
})

/** Body plans of the dog breeds that can be drawn. */
export const DOG_BREEDS = {
  golden_retriever: build('floppy', 150, 190, 84, 'fluffy', 'plume'),
  labrador: build('floppy', 152, 190, 88, 'smooth', 'thin'),
  border_collie: build('feathered', 138, 196, 74, 'fluffy', 'plume'),
  french_bulldog: build('bat', 166, 150, 104, 'smooth', 'stub'),
  pug: build('button', 162, 148, 98, 'smooth', 'curl'),
  dachshund: build('long', 126, 212, 66, 'smooth', 'thin'),
  beagle: build('long', 140, 186, 80, 'smooth', 'thin'),
  german_shepherd: build('prick', 140, 204, 78, 'fluffy', 'plume'),
  husky: build('prick', 148, 184, 78, 'fluffy', 'curl'),
  corgi: build('prick', 150, 178, 74, 'fluffy', 'stub'),
  poodle: build('long', 128, 200, 62, 'curly', 'stub'),
  schnauzer: build('button', 138, 196, 92, 'wire', 'stub'),
  jack_russell: build('button', 132, 178, 70, 'smooth', 'thin'),
  greyhound: build('rose', 112, 226, 58, 'smooth', 'thin'),
  dalmatian: build('floppy', 142, 196, 82, 'smooth', 'thin'),
  cocker_spaniel: build('long', 138, 186, 80, 'fluffy', 'plume'),
  bernese: build('floppy', 164, 190, 94, 'fluffy', 'plume'),
  chihuahua: build('bat', 136, 150, 60, 'smooth', 'thin'),
  shiba: build('prick', 150, 174, 72, 'fluffy', 'curl'),
  mixed: build('feathered', 144, 184, 80, 'wire', 'plume'),
} as const satisfies Record<string, DogBuild>
