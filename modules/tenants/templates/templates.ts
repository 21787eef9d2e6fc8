import type { Definition } from '@itellico/contracts/model-schema'
import fashion from './fashion.json' with { type: 'json' }
import kids from './kids.json' with { type: 'json' }
import pets from './pets.json' with { type: 'json' }

const TEMPLATES: Readonly<Record<string, Definition>> = {
  fashion: fashion as unknown as Definition,
  kids: kids as unknown as Definition,
  pets: pets as unknown as Definition,
}

/** Fields that a marketplace of an industry starts with. */
export function templateOf(industry: string): Definition {
  const template = TEMPLATES[industry]
  if (!template) throw new Error(`there is no template for ${industry}`)
  return template
}
