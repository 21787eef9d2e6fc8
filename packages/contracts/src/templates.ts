import { Type, type Static } from 'typebox'
import { Instant, Nullable, OneOf, error, event, operation, route, versionStale } from './kit.ts'
import { Definition, Field, LocalText } from './model-schema.ts'
import { schemaIncompatible } from './profiles.ts'
import { Industry, Settings } from './tenants.ts'

/** Three numbers: what breaks, what is new, what is mended. */
export const TemplateVersion = Type.String({ pattern: '^\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$' })

/** What a marketplace of an industry starts with, as it is kept in a file; released versions never change. */
export const Template = Type.Object({
  key: Industry,
  version: TemplateVersion,
  name: LocalText,
  changes: LocalText,
  theme: Type.Object({ hue: Type.Number({ minimum: 0, maximum: 360 }) }),
  settings: Settings,
  unitSystem: OneOf('metric', 'imperial'),
  definition: Definition,
})
export type Template = Static<typeof Template>

const Release = Type.Object({ version: TemplateVersion, changes: LocalText })
export const TemplateSummary = Type.Object({
  key: Industry,
  name: LocalText,
  versions: Type.Array(Release),
  fieldCount: Type.Integer(),
  categories: Type.Array(LocalText),
  settings: Settings,
  hue: Type.Number(),
})
export type TemplateSummary = Static<typeof TemplateSummary>

const Value = Nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())]))
const Named = Type.Object({ key: Type.String(), label: LocalText })
/** One thing that a newer version of the template does differently from the installed one and that the marketplace does not have yet. */
export const TemplateChange = Type.Object({
  id: Type.String({ description: 'Names the change in the choices of an upgrade' }),
  kind: OneOf('added', 'changed', 'deprecated'),
  target: OneOf('section', 'field', 'option', 'category'),
  section: Nullable(Named),
  field: Nullable(Named),
  option: Nullable(Named),
  part: Nullable(Type.String({ description: 'What of it changes, like `max` or `label.de`; null when it is the whole' })),
  base: Value,
  theirs: Value,
  mine: Value,
  whole: Nullable(Field),
  conflict: Type.Boolean({ description: 'The marketplace changed the same thing: somebody has to choose' }),
})
export type TemplateChange = Static<typeof TemplateChange>

/** The template of a marketplace and the way to its newest version. */
export const TenantTemplate = Type.Object({
  key: Industry,
  name: LocalText,
  installed: Type.Object({ version: TemplateVersion, at: Nullable(Instant) }),
  newest: TemplateVersion,
  releases: Type.Array(Release, { description: 'Newer than the installed one, oldest first' }),
  schemaVersion: Type.Integer(),
  changes: Type.Array(TemplateChange),
  names: Type.Record(Type.String(), LocalText, { description: 'Names of the fields that choices of others follow, by their keys' }),
  ownFields: Type.Integer({ description: 'Fields that the marketplace added or changed itself' }),
})
export type TenantTemplate = Static<typeof TenantTemplate>

/** Whose version of a thing is kept when both changed it. */
export const TemplateChoice = OneOf('mine', 'theirs')
export type TemplateChoice = Static<typeof TemplateChoice>

export const templateNotNewer = error({ code: 'templates.not_newer', status: 422, title: 'The template has no such newer version' })
export const templateUndecided = error({ code: 'templates.undecided', status: 422, title: 'Some differences need a choice' })

export const listTemplates = route({
  name: 'listTemplates',
  method: 'GET',
  path: '/platform/templates',
  permission: 'platform.templates.read',
  summary: 'Templates of industries with their versions',
  response: Type.Object({ items: Type.Array(TemplateSummary) }),
})
export const getTenantTemplate = route({
  name: 'getTenantTemplate',
  method: 'GET',
  path: '/tenant/template',
  permission: 'tenant.templates.read',
  summary: 'The installed template and how its newest version differs from the own fields',
  response: TenantTemplate,
})
export const upgradeTenantTemplate = route({
  name: 'upgradeTenantTemplate',
  method: 'POST',
  path: '/tenant/template/upgrade',
  permission: 'tenant.templates.upgrade',
  summary: 'Take over a newer version of the template as a new version of the fields; values of profiles stay as they are',
  body: Type.Object({
    toVersion: TemplateVersion,
    schemaVersion: Type.Integer({ description: 'The version of the own fields that the choices were made on' }),
    choices: Type.Record(Type.String({ maxLength: 250 }), TemplateChoice),
  }),
  response: TenantTemplate,
  errors: [versionStale, templateNotNewer, templateUndecided, schemaIncompatible],
})

export const templateUpgraded = event('tenant.template.upgraded', '1.0.0', Type.Object({ key: Industry, from: TemplateVersion, to: TemplateVersion }))

/** Installs a template in a marketplace that has no fields yet; the newest version when none is named. */
export const installTemplate = operation('templates.install', Type.Object({ key: Industry, version: Nullable(TemplateVersion) }), Type.Null())
/** What a new marketplace of an industry begins with besides its fields. */
export const templateDefaults = operation(
  'templates.defaults',
  Type.Object({ key: Industry }),
  Type.Object({ hue: Type.Number(), unitSystem: OneOf('metric', 'imperial'), settings: Settings }),
)
