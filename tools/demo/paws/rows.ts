import type { CoatName } from '../art/coat.ts'
import type { Breeds } from '../art/pet.ts'

/** One animal in short form: name, species, breed, coat, sex, age in years, city, account, handler, skills, flags, bio. */
export type PetRow = {
  [S in keyof Breeds]: readonly [
    name: string,
    species: S,
    breed: Breeds[S],
    coat: CoatName,
    sex: 'f' | 'm',
    age: number,
    city: string,
    account: string,
    handler: string,
    skills: string,
    flags: string,
    bio: string,
  ]
}[keyof Breeds]
