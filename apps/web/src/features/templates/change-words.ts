import { localText } from '@itellico/contracts/model-schema'
import type { TemplateChange, TenantTemplate } from '@itellico/contracts/templates'
import type { MessageKey, Translate } from '@/lib/i18n/translate'
import { unitText } from '@/lib/units'

/** Differences about one thing: a field with its choices, a section's name, or the categories. */
export interface ChangeGroup {
  readonly key: string
  readonly name: string
  readonly kind: TemplateChange['kind']
  readonly changes: readonly TemplateChange[]
}

const PARTS: Record<string, MessageKey> = {
  unit: 'fld.unit',
  min: 'fld.min',
  max: 'fld.max',
  privacy: 'fld.privacy',
  required: 'fld.required',
  facet: 'fld.facet',
  highlight: 'fld.highlight',
  dependsOn: 'tpl.dependsOn',
  when: 'tpl.when',
}
const PRIVACY: Record<string, MessageKey> = { public: 'fld.privacy.public', members: 'fld.privacy.members', private: 'fld.privacy.private' }

/** What a difference is about: the field, the name of the section, or the categories, and the choice where it is one. */
export function nameOf(change: TemplateChange, locale: string, t: Translate): string {
  const of = (thing: TemplateChange['field']) => (thing ? localText(thing.label, locale) : '')
  const owner = change.target === 'category' ? t('tpl.categories') : change.target === 'section' ? of(change.section) : of(change.field)
  return change.option ? `${owner}: ${of(change.option)}` : owner
}

/** The name of what changes of a thing. */
export function partName(part: string, locale: string, t: Translate): string {
  if (!part.startsWith('label.')) return t(PARTS[part] ?? 'fld.key')
  const tag = part.slice('label.'.length)
  return t('fld.label', { language: new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag })
}

const FLAGS = ['required', 'facet', 'highlight']

/** Whether there is something to show of a value: a mark that is not set reads as no. */
export function hasValue(value: TemplateChange['base'], part: string | null): boolean {
  return value !== null || FLAGS.includes(part ?? '')
}

/** A value as people read it. */
export function valueText(value: TemplateChange['base'], part: string | null, names: TenantTemplate['names'], locale: string, t: Translate): string {
  if (value === null) return hasValue(value, part) ? t('common.no') : t('tpl.none')
  if (value === true) return t('common.yes')
  if (part === 'dependsOn') return localText(names[String(value)] ?? { en: String(value) }, locale)
  if (part === 'unit') return unitText(String(value), locale)
  if (part === 'privacy') return t(PRIVACY[String(value)] ?? 'fld.privacy')
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
  return Array.isArray(value) ? value.join(', ') : String(value)
}

/** Puts together what is about the same thing, in the order of the template. */
export function grouped(changes: readonly TemplateChange[], locale: string, t: Translate): ChangeGroup[] {
  const groups = new Map<string, TemplateChange[]>()
  for (const change of changes) {
    const key = change.target === 'category' ? 'categories' : change.target === 'section' ? `section ${change.section?.key}` : `field ${change.field?.key}`
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups].map(([key, list]) => {
    const [first] = list as [TemplateChange]
    const whole = list.find((c) => c.target === 'field' && c.part === null)
    return { key, name: nameOf({ ...first, option: null }, locale, t), kind: whole?.kind ?? 'changed', changes: list }
  })
}

/** Choices that come, go and change in a group, in one line each. */
export function optionLines(changes: readonly TemplateChange[], locale: string, t: Translate): string[] {
  const options = changes.filter((c) => c.option !== null)
  const names = (kind: TemplateChange['kind']) => options.filter((c) => c.kind === kind).map((c) => (c.option ? localText(c.option.label, locale) : ''))
  const renamed = new Set(options.filter((c) => c.kind === 'changed').map((c) => c.option?.key)).size
  const [added, aside] = [names('added'), names('deprecated')]
  return [
    ...(added.length > 0 ? [t('tpl.optionsAdded', { names: added.join(', ') })] : []),
    ...(aside.length > 0 ? [t('tpl.optionsAside', { names: aside.join(', ') })] : []),
    ...(renamed > 0 ? [renamed === 1 ? t('tpl.optionChanged') : t('tpl.optionsChanged', { count: renamed })] : []),
  ]
}
