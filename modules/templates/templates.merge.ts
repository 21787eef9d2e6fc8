import type { Definition, Field, FieldOption, Section } from '@itellico/contracts/model-schema'

/** The index behind the nearest of the things before one that stand in the own list, too. */
function behindNeighbour(own: readonly string[], theirs: readonly string[], one: string): number {
  const neighbour = theirs.slice(0, theirs.indexOf(one)).findLast((x) => own.includes(x))
  return neighbour === undefined ? 0 : own.indexOf(neighbour) + 1
}

const keys = (list: readonly { key: string }[]): string[] => list.map((x) => x.key)
const values = (list: readonly FieldOption[]): string[] => list.map((x) => x.value)

/** Puts a new choice behind its neighbour of the template. */
export function placeOption(own: FieldOption[], theirs: readonly FieldOption[], option: FieldOption): void {
  own.splice(behindNeighbour(values(own), values(theirs), option.value), 0, structuredClone(option))
}

/** Puts a new field behind its neighbour of the template; its section is made where there is none. */
export function placeField(draft: Definition, section: Section, field: Field): void {
  let own = draft.sections.find((s) => s.key === section.key)
  if (!own) {
    own = { key: section.key, label: { ...section.label }, fields: [] }
    draft.sections.push(own)
  }
  own.fields.splice(behindNeighbour(keys(own.fields), keys(section.fields), field.key), 0, structuredClone(field))
}

/** Replaces a field by that of the template where it stands; choices that only the marketplace has stay. */
export function takeWhole(draft: Definition, field: Field): void {
  for (const section of draft.sections) {
    const index = section.fields.findIndex((f) => f.key === field.key)
    const own = section.fields[index]
    if (!own) continue
    const extra = (own.options ?? []).filter((o) => !field.options?.some((x) => x.value === o.value))
    const options = [...structuredClone(field.options ?? []), ...extra]
    section.fields[index] = { ...structuredClone(field), ...(options.length > 0 && { options }) }
  }
}
