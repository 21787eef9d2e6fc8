import { localText, type Definition, type Field, type Section } from '@itellico/contracts/model-schema'
import type { MessageKey, Translate } from '@/lib/i18n/translate'

/** One difference to the published version. */
export interface Change {
  readonly key: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly text: string
}

const where = (definition: Definition) =>
  new Map(definition.sections.flatMap((s) => s.fields.map((field, index) => [field.key, { field, section: s.key, index }] as const)))
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const parts: readonly [keyof Field, MessageKey][] = [
  ['type', 'fld.type'],
  ['unit', 'fld.unit'],
  ['min', 'fld.min'],
  ['max', 'fld.max'],
  ['options', 'fld.options'],
  ['privacy', 'fld.privacy'],
  ['required', 'fld.tag.required'],
  ['facet', 'fld.tag.facet'],
  ['highlight', 'fld.tag.highlight'],
]

function whatChanged(before: Field, after: Field, t: Translate): string[] {
  const flag = (value: unknown) => value || undefined
  const label = same(before.label, after.label)
    ? []
    : [
        t('fld.label', {
          language: Object.keys({ ...before.label, ...after.label })
            .filter((l) => before.label[l] !== after.label[l])
            .join(', '),
        }),
      ]
  return [...label, ...parts.filter(([part]) => !same(flag(before[part]), flag(after[part]))).map(([, text]) => t(text))]
}

/** Keys in the order of their places, without those that only one side has. */
const common = (s: Section, others: ReadonlySet<string>) => s.fields.map((f) => f.key).filter((k) => others.has(k))

/** The longest rising row in a list of places: what stayed in order while the rest was moved around it. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  let best: readonly number[] = []
  const ending: (readonly number[])[] = []
  for (const place of places) {
    const before = ending.filter((row) => (row.at(-1) ?? -1) < place).reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), [])
    const row = [...before, place]
    ending.push(row)
    if (row.length > best.length) best = row
  }
  return new Set(best)
}

/** Everything that publishing would change, in words. */
export function changesBetween(before: Definition, after: Definition, locale: string, t: Translate): Change[] {
  const [old, now] = [where(before), where(after)]
  const name = (x: Field | Section) => localText(x.label, locale)
  const changes: Change[] = []
  const add = (kind: Change['kind'], key: string, text: string) => changes.push({ kind, key: `${kind}${key}`, text })
  if (!same(before.categories ?? [], after.categories ?? [])) add('changed', 'categories', t('fld.change.categories'))
  const sectionsBefore = new Map(before.sections.map((s) => [s.key, s]))
  for (const s of after.sections) {
    const was = sectionsBefore.get(s.key)
    if (!was) add('added', `section${s.key}`, t('fld.change.sectionAdded', { name: name(s) }))
    else if (!same(was.label, s.label)) add('changed', `section${s.key}`, t('fld.change.sectionChanged', { name: name(s) }))
  }
  for (const s of before.sections)
    if (!after.sections.some((x) => x.key === s.key)) add('removed', `section${s.key}`, t('fld.change.sectionRemoved', { name: name(s) }))
  for (const { field } of now.values()) if (!old.has(field.key)) add('added', field.key, t('fld.change.added', { name: name(field) }))
  for (const [key, { field, section }] of old) {
    const then = now.get(key)
    if (!then || (then.field.deprecated && !field.deprecated)) {
      if (!field.deprecated) add('removed', key, t('fld.change.removed', { name: name(field) }))
      continue
    }
    if (field.deprecated && !then.field.deprecated) add('added', key, t('fld.change.restored', { name: name(field) }))
    const what = whatChanged(field, then.field, t)
    if (what.length > 0) add('changed', key, t('fld.change.changed', { name: name(then.field), what: what.join(', ') }))
    else if (section !== then.section) add('changed', `${key}place`, t('fld.change.moved', { name: name(then.field) }))
  }
  for (const s of after.sections) {
    const was = sectionsBefore.get(s.key)
    if (!was) continue
    const positions = common(s, new Set(was.fields.map((f) => f.key))).map((key) => ({ key, at: was.fields.findIndex((f) => f.key === key) }))
    const still = longestRise(positions.map((p) => p.at))
    for (const { key, at } of positions) {
      const field = s.fields.find((f) => f.key === key)
      if (field && !still.has(at)) add('changed', `${key}order`, t('fld.change.moved', { name: name(field) }))
    }
  }
  const order = (d: Definition, o: Definition) => d.sections.map((s) => s.key).filter((k) => o.sections.some((s) => s.key === k))
  if (!same(order(before, after), order(after, before))) add('changed', 'sections', t('fld.change.order'))
  return changes
}

/** Fields that become required although profiles may not have them. */
export function newlyRequired(before: Definition, after: Definition): Field[] {
  const old = where(before)
  return after.sections.flatMap((s) => s.fields).filter((f) => f.required && !f.deprecated && !old.get(f.key)?.field.required)
}
