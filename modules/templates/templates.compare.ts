import type { Definition, Field, FieldOption, LocalText, Section } from '@itellico/contracts/model-schema'
import type { TemplateChange, TemplateChoice } from '@itellico/contracts/templates'
import { placeField, placeOption, takeWhole } from './templates.merge.ts'
import { canonical } from './templates.hash.ts'

/** A difference, and how it is taken over into a draft of the own fields. */
export interface Step {
  readonly change: TemplateChange
  readonly take: (draft: Definition) => void
}

type Value = TemplateChange['base']
type Part = Record<string, unknown>
/** One thing in three states: as it was installed, as the newer version has it, as the marketplace has it now. */
interface Three<T> {
  readonly base: T
  readonly theirs: T
  readonly mine: T
}
/** Where a difference is, and how to find the same thing in a draft. */
interface Where {
  readonly id: string
  readonly target: TemplateChange['target']
  readonly section: Section | null
  readonly field: Field | null
  readonly option: FieldOption | null
  readonly find: (draft: Definition) => Part | undefined
}

const FIELD_PARTS = ['unit', 'required', 'min', 'max', 'privacy', 'facet', 'highlight', 'dependsOn']
const valueOf = (holder: Part, part: string): Value => {
  const value = holder[part]
  return value === undefined || value === false ? null : (value as Value)
}
const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
const named = (thing: { key: string; label: LocalText } | null): TemplateChange['field'] => thing && { key: thing.key, label: thing.label }
const fieldIn = (d: Definition, key: string): Field | undefined => d.sections.flatMap((s) => s.fields).find((f) => f.key === key)

function step(
  where: Where,
  kind: TemplateChange['kind'],
  conflict: boolean,
  take: Step['take'],
  more: Partial<Pick<TemplateChange, 'part' | 'base' | 'theirs' | 'mine' | 'whole'>> = {},
): Step {
  const option = where.option && { key: where.option.value, label: where.option.label }
  return {
    change: {
      id: where.id,
      kind,
      target: where.target,
      section: named(where.section),
      field: named(where.field),
      option,
      part: null,
      base: null,
      theirs: null,
      mine: null,
      whole: null,
      ...more,
      conflict,
    },
    take,
  }
}

/** Differences of the parts of one thing; the same change on both sides is none, and what only the marketplace changed stays. */
function partSteps(where: Where, { base, theirs, mine }: Three<Part>, parts: readonly string[], nest?: string): Step[] {
  return parts.flatMap((part) => {
    const [was, now, own] = [valueOf(base, part), valueOf(theirs, part), valueOf(mine, part)]
    if (same(was, now) || same(own, now)) return []
    const name = nest ? `${nest}.${part}` : part
    const take = (draft: Definition): void => {
      const found = where.find(draft)
      const holder = nest ? (found?.[nest] as Part | undefined) : found
      if (holder && now === null) Reflect.deleteProperty(holder, part)
      else if (holder) holder[part] = now
    }
    return [step({ ...where, id: `${where.id}#${name}` }, 'changed', !same(own, was), take, { part: name, base: was, theirs: now, mine: own })]
  })
}

function labelSteps(where: Where, { base, theirs, mine }: Three<{ label: LocalText }>): Step[] {
  const languages = Object.keys({ ...base.label, ...theirs.label })
  return partSteps(where, { base: base.label, theirs: theirs.label, mine: mine.label }, languages, 'label')
}

/** Differences of a list of choices, those of a field or the categories. */
function optionSteps(where: Where, lists: Three<readonly FieldOption[]>, ensure: (draft: Definition) => FieldOption[] | undefined): Step[] {
  const by = (list: readonly FieldOption[]): Map<string, FieldOption> => new Map(list.map((o) => [o.value, o]))
  const [base, theirs, mine] = [by(lists.base), by(lists.theirs), by(lists.mine)]
  return [...new Set([...theirs.keys(), ...base.keys()])].flatMap((value) => {
    const [was, now, own] = [base.get(value), theirs.get(value), mine.get(value)]
    const here: Where = {
      ...where,
      id: `${where.id}/${value}`,
      target: where.target === 'field' ? 'option' : 'category',
      option: now ?? was ?? null,
      find: (draft) => ensure(draft)?.find((o) => o.value === value),
    }
    if (now && !own) return was ? [] : [step(here, 'added', false, (draft) => placeOption(ensure(draft) ?? [], lists.theirs, now))]
    if (!own) return []
    if (!now || (now.deprecated && !was?.deprecated)) {
      if (own.deprecated) return []
      const set = (draft: Definition): void => void Object.assign(here.find(draft) ?? {}, { deprecated: true })
      return [step(here, 'deprecated', was !== undefined && !same(was, own), set)]
    }
    const old = was ?? { value, label: {} }
    return [...labelSteps(here, { base: old, theirs: now, mine: own }), ...partSteps(here, { base: old, theirs: now, mine: own }, ['when'])]
  })
}

function fieldSteps(section: Section, was: Field | undefined, now: Field, own: Field | undefined): Step[] {
  const where: Where = {
    id: now.key,
    target: 'field',
    section,
    field: now,
    option: null,
    find: (draft) => fieldIn(draft, now.key),
  }
  const whole = (kind: TemplateChange['kind'], conflict: boolean): Step => step(where, kind, conflict, (draft) => takeWhole(draft, now), { whole: now })
  if (!own) return was || now.deprecated ? [] : [step(where, 'added', false, (draft) => placeField(draft, section, now), { whole: now })]
  if (own.type !== now.type) return []
  if (now.deprecated && !was?.deprecated) return own.deprecated ? [] : [setAside(where, was !== undefined && !same(was, own))]
  if (!was) return same(own, now) ? [] : [whole('added', true)]
  if (own.deprecated && !now.deprecated) return same(was, now) ? [] : [whole(was.deprecated ? 'added' : 'changed', !same(was, own))]
  const three = { base: was, theirs: now, mine: own }
  const options = { base: was.options ?? [], theirs: now.options ?? [], mine: own.options ?? [] }
  return [
    ...labelSteps(where, three),
    ...partSteps(where, three, FIELD_PARTS),
    ...optionSteps(where, options, (draft) => {
      const field = fieldIn(draft, now.key)
      return field && (field.options ??= [])
    }),
  ]
}

const setAside = (where: Where, conflict: boolean): Step =>
  step(where, 'deprecated', conflict, (draft) => void Object.assign(where.find(draft) ?? {}, { deprecated: true }))

/** Everything that a newer version brings to the own fields. Order and places of fields are the marketplace's own affair. */
export function stepsBetween({ base, theirs, mine }: Three<Definition>): Step[] {
  const sections = theirs.sections.flatMap((section) => {
    const [was, own] = [base, mine].map((d) => d.sections.find((s) => s.key === section.key))
    const where: Where = {
      id: `${section.key}/`,
      target: 'section',
      section,
      field: null,
      option: null,
      find: (draft) => draft.sections.find((s) => s.key === section.key),
    }
    const labels = was && own ? labelSteps(where, { base: was, theirs: section, mine: own }) : []
    return [...labels, ...section.fields.flatMap((f) => fieldSteps(section, fieldIn(base, f.key), f, fieldIn(mine, f.key)))]
  })
  const gone = base.sections.flatMap((section) =>
    section.fields.flatMap((was) => {
      const own = fieldIn(mine, was.key)
      if (fieldIn(theirs, was.key) || !own || own.deprecated) return []
      const where: Where = { id: was.key, target: 'field', section, field: was, option: null, find: (draft) => fieldIn(draft, was.key) }
      return [setAside(where, !same(was, own))]
    }),
  )
  const where: Where = { id: '/categories', target: 'category', section: null, field: null, option: null, find: () => undefined }
  // one that has no categories was made before templates had them: it gets them all
  const lists = { base: mine.categories ? (base.categories ?? []) : [], theirs: theirs.categories ?? [], mine: mine.categories ?? [] }
  return [...sections, ...gone, ...optionSteps(where, lists, (draft) => (draft.categories ??= []))]
}

/** The own fields with everything taken over that nobody decided against; values of profiles are not looked at. */
export function merged(mine: Definition, steps: readonly Step[], choices: Readonly<Record<string, TemplateChoice>>): Definition {
  const draft = structuredClone(mine)
  for (const { change, take } of steps) if (!change.conflict || choices[change.id] === 'theirs') take(draft)
  return draft
}

/** Fields that the marketplace added, changed or set aside since the template was installed. */
export function ownFields(base: Definition, mine: Definition): number {
  return mine.sections.flatMap((s) => s.fields).filter((f) => !same(fieldIn(base, f.key), f)).length
}
