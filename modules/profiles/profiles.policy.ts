import { checkValues, fieldsOf, type Definition, type Field, type FieldValues } from '@itellico/contracts/model-schema'
import type { ProfileStatus } from '@itellico/contracts/profiles'
import { refused, type FieldProblem } from '@itellico/contracts/refusals'
import { ageOn } from '../time.ts'
import { tellsTooMuch } from './profiles.masking.ts'

/** Whether somebody born on a day is a minor on another (under 18, in every country that the product serves). */
export function isMinor(birth: Date | null, today: Date): boolean {
  return birth !== null && ageOn(birth, today) < 18
}

/** Whether somebody who was a minor is one still; without a birthday nobody knows better. */
export function isStillMinor(profile: { isMinor: boolean; dateOfBirth: Date | null }, today: Date): boolean {
  return profile.dateOfBirth === null ? profile.isMinor : isMinor(profile.dateOfBirth, today)
}

/** Who may see a profile: minors never appear to the public, adults as they chose. */
export function visibility(profile: { status: string; isMinor: boolean; visibility: string }): 'public' | 'members' | 'none' {
  if (profile.status !== 'active') return 'none'
  return profile.isMinor || profile.visibility === 'members' ? 'members' : 'public'
}

/** Who reads a profile from outside the house that keeps it. */
export type Audience = 'public' | 'members'

function isOpen(field: Field, to: Audience, isMinor: boolean): boolean {
  if (field.deprecated || field.privacy === 'private' || (isMinor && tellsTooMuch(field))) return false
  return to === 'members' || field.privacy === 'public'
}

/** Values of the fields that an audience may see. */
export function openValues(definition: Definition, values: FieldValues, to: Audience, isMinor: boolean): FieldValues {
  const open = new Set(
    fieldsOf(definition)
      .filter((f) => isOpen(f, to, isMinor))
      .map((f) => f.key),
  )
  return Object.fromEntries(Object.entries(values).filter(([key]) => open.has(key)))
}

/** Values without those that only the profile's own account may see. */
export function sharedValues(definition: Definition, values: FieldValues): FieldValues {
  const hidden = new Set(
    fieldsOf(definition)
      .filter((f) => f.privacy === 'private')
      .map((f) => f.key),
  )
  return Object.fromEntries(Object.entries(values).filter(([key]) => !hidden.has(key)))
}

/** The definition with the fields that an audience may see. */
export function openDefinition(definition: Definition, to: Audience, isMinor: boolean): Definition {
  const sections = definition.sections.map((s) => ({ ...s, fields: s.fields.filter((f) => isOpen(f, to, isMinor)) })).filter((s) => s.fields.length > 0)
  return { ...definition, sections }
}

/** What is missing before a profile can be published. */
export function missingForPublication(definition: Definition, profile: { values: FieldValues; displayName: string }): FieldProblem[] {
  return checkValues(definition, profile.values, true)
}

const TRANSITIONS: Readonly<Record<string, readonly ProfileStatus[]>> = {
  submit: ['draft', 'hidden'],
  publish: ['draft', 'pending', 'hidden'],
  hide: ['active', 'pending'],
}

/** Whether a step is possible from a state. */
export function canMove(step: 'submit' | 'publish' | 'hide', from: string): boolean {
  return (TRANSITIONS[step] as readonly string[]).includes(from)
}

/** How a new version of the fields breaks promises of the published one: types never change, used choices never vanish. */
export function incompatibilities(before: Definition, after: Definition): FieldProblem[] {
  const problems: FieldProblem[] = []
  const next = new Map<string, Field>()
  for (const field of fieldsOf(after)) {
    if (next.has(field.key)) problems.push(refused(field.key, 'twice'))
    next.set(field.key, field)
    if ((field.type === 'select' || field.type === 'multiselect') && !field.options?.length) problems.push(refused(field.key, 'noChoice'))
    if (new Set(field.options?.map((o) => o.value)).size !== (field.options?.length ?? 0)) problems.push(refused(field.key, 'choiceTwice'))
    if (field.min !== undefined && field.max !== undefined && field.min > field.max) problems.push(refused(field.key, 'minAboveMax'))
  }
  const categories = (after.categories ?? before.categories ?? []).map((o) => o.value)
  if (new Set(categories).size !== categories.length) problems.push(refused('categories', 'choiceTwice'))
  for (const { value } of before.categories ?? []) if (!categories.includes(value)) problems.push(refused('categories', 'choiceInUse', { choice: value }))
  for (const field of next.values()) problems.push(...dependencyProblems(field, next))
  for (const old of fieldsOf(before)) {
    const now = next.get(old.key)
    if (!now) continue
    if (now.type !== old.type) problems.push(refused(old.key, 'typeFixed', { from: old.type, to: now.type }))
    for (const option of old.options ?? [])
      if (!now.options?.some((o) => o.value === option.value)) problems.push(refused(old.key, 'choiceInUse', { choice: option.value }))
  }
  return problems
}

function dependencyProblems(field: Field, all: ReadonlyMap<string, Field>): FieldProblem[] {
  if (!field.dependsOn) return []
  const parent = all.get(field.dependsOn)
  if (parent?.type !== 'select' || parent === field) return [refused(field.key, 'parentNoChoice')]
  const known = new Set(parent.options?.map((o) => o.value))
  const unknown = (field.options ?? []).flatMap((o) => o.when ?? []).find((v) => !known.has(v))
  return unknown ? [refused(field.key, 'parentChoice', { choice: unknown, field: parent.key })] : []
}

/** The new version with fields that were left out kept as deprecated, and categories that it does not name kept: data of profiles is never orphaned. */
export function withDeprecated(before: Definition, after: Definition): Definition {
  const keys = new Set(fieldsOf(after).map((f) => f.key))
  const lost = before.sections
    .map((s) => ({ section: s, fields: s.fields.filter((f) => !keys.has(f.key)).map((f) => ({ ...f, deprecated: true })) }))
    .filter((l) => l.fields.length > 0)
  const sections = after.sections.map((s) => ({ ...s, fields: [...s.fields, ...(lost.find((l) => l.section.key === s.key)?.fields ?? [])] }))
  const rest = lost.filter((l) => !sections.some((s) => s.key === l.section.key)).map((l) => ({ ...l.section, fields: l.fields }))
  const categories = after.categories ?? before.categories
  return { ...after, ...(categories && { categories }), sections: [...sections, ...rest] }
}
