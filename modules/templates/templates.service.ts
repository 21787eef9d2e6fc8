import { recordAudit } from '@itellico/contracts/audit'
import { versionStale } from '@itellico/contracts/kit'
import { fieldsOf, type Definition, type Field, type LocalText } from '@itellico/contracts/model-schema'
import { currentDefinition, installFields, publishFields } from '@itellico/contracts/profiles'
import { because, refused } from '@itellico/contracts/refusals'
import { industryOf, type Industry } from '@itellico/contracts/tenants'
import * as contract from '@itellico/contracts/templates'
import { inTx, lockInTx, type Ctx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { emit } from '@itellico/kernel/events'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { actorId } from '../actor.ts'
import { catalogue, newerThan, templateOf } from './templates.catalogue.ts'
import { merged, ownFields, stepsBetween, type Step } from './templates.compare.ts'
import { canonical, hashOf } from './templates.hash.ts'
import * as repository from './templates.repository.ts'

/** Templates with their versions, for the platform's staff. */
export function list(): { items: contract.TemplateSummary[] } {
  return {
    items: Object.values(catalogue).map((versions) => {
      const newest = versions.at(-1) as contract.Template
      return {
        key: newest.key,
        name: newest.name,
        versions: versions.map(({ version, changes }) => ({ version, changes })),
        fieldCount: fieldsOf(newest.definition).filter((f) => !f.deprecated).length,
        categories: (newest.definition.categories ?? []).map((c) => c.label),
        settings: newest.settings,
        hue: newest.theme.hue,
      }
    }),
  }
}

function existing(key: Industry, version?: string | null): contract.Template {
  const template = templateOf(key, version)
  if (!template) throw new Error(`there is no template ${key} ${version ?? ''}`)
  return template
}

/** What a new marketplace of an industry begins with besides its fields. */
export function defaults(key: Industry): { hue: number; unitSystem: contract.Template['unitSystem']; settings: contract.Template['settings'] } {
  const { theme, unitSystem, settings } = existing(key)
  return { hue: theme.hue, unitSystem, settings }
}

async function writeDown(ctx: Ctx, template: contract.Template, schemaVersion: number, installedBy: string | null): Promise<void> {
  await repository.insert(ctx.db, {
    id: newId(),
    template: template.key,
    version: template.version,
    definitionHash: hashOf(template.definition),
    schemaVersion,
    installedBy,
    installedAt: ctx.now(),
  })
}

/** Installs a template where there are no fields yet; does nothing when one is installed. */
export async function install(ctx: Ctx, key: Industry, version: string | null): Promise<void> {
  const template = existing(key, version)
  await inTx(ctx, async (tx) => {
    await lockInTx(tx, 'template')
    if (await repository.latest(tx.db)) return
    await ask(tx, installFields, { definition: template.definition })
    await writeDown(tx, template, (await ask(tx, currentDefinition, {})).version, null)
  })
}

interface State {
  readonly base: contract.Template
  readonly at: Date | null
  readonly own: { version: number; definition: Definition }
}

/** What is installed. Marketplaces from before this was written down began with the first version of their industry. */
async function stateOf(ctx: Ctx): Promise<State> {
  const [row, own] = await Promise.all([repository.latest(ctx.db), ask(ctx, currentDefinition, {})])
  if (row) return { base: existing(row.template as Industry, row.version), at: row.installedAt, own }
  const key = await ask(ctx, industryOf, {})
  return { base: catalogue[key][0] as contract.Template, at: null, own }
}

const stepsTo = ({ base, own }: State, to: contract.Template): Step[] => stepsBetween({ base: base.definition, theirs: to.definition, mine: own.definition })

function namesOfParents(fields: readonly Field[]): Record<string, LocalText> {
  const parents = new Set(fields.map((f) => f.dependsOn))
  return Object.fromEntries(fields.filter((f) => parents.has(f.key)).map((f) => [f.key, f.label]))
}

/** The installed template and how its newest version differs from the own fields. */
export async function get(ctx: Ctx): Promise<contract.TenantTemplate> {
  const state = await stateOf(ctx)
  const { base, at, own } = state
  const newest = existing(base.key)
  return {
    key: base.key,
    name: newest.name,
    installed: { version: base.version, at: at?.toISOString() ?? null },
    newest: newest.version,
    releases: newerThan(base.key, base.version).map(({ version, changes }) => ({ version, changes })),
    schemaVersion: own.version,
    changes: newest === base ? [] : stepsTo(state, newest).map((s) => s.change),
    names: namesOfParents([...fieldsOf(own.definition), ...fieldsOf(newest.definition)]),
    ownFields: ownFields(base.definition, own.definition),
  }
}

/** Takes a newer version over: what does not collide as it is, the rest as chosen. */
export async function upgrade(
  ctx: Ctx,
  input: { toVersion: string; schemaVersion: number; choices: Record<string, contract.TemplateChoice> },
): Promise<contract.TenantTemplate> {
  return inTx(ctx, async (tx) => {
    await lockInTx(tx, 'template')
    const state = await stateOf(tx)
    const { base, own } = state
    const to = newerThan(base.key, base.version).find((t) => t.version === input.toVersion)
    if (!to) throw fail(contract.templateNotNewer, because('templateInstalled', { version: base.version }))
    if (own.version !== input.schemaVersion) throw fail(versionStale, because('fieldsPublished', { version: own.version }))
    const steps = stepsTo(state, to)
    const open = steps.filter((s) => s.change.conflict && !Object.hasOwn(input.choices, s.change.id))
    if (open.length) throw fail(contract.templateUndecided, { errors: open.map((s) => refused(s.change.id, 'undecided')) })
    const definition = merged(own.definition, steps, input.choices)
    const unchanged = canonical(definition) === canonical(own.definition)
    const { version } = unchanged ? own : await ask(tx, publishFields, { baseVersion: own.version, definition })
    await writeDown(tx, to, version, actorId(tx))
    await emit(tx, contract.templateUpgraded, 'template', { key: base.key, from: base.version, to: to.version })
    await ask(tx, recordAudit, {
      action: 'templates.upgraded',
      entity: 'template',
      entityId: null,
      data: { from: base.version, to: to.version },
      changes: [
        { field: 'template', from: base.version, to: to.version },
        ...steps.filter((s) => s.change.conflict).map((s) => ({ field: s.change.id, from: null, to: input.choices[s.change.id] })),
      ],
    })
    return get(tx)
  })
}
