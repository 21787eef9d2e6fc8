import { scimNames, scimPatchInvalid, type ScimPatch } from '@itellico/contracts/scim'
import { fail } from '@itellico/kernel/errors'
import SCIMMY from 'scimmy'

const KEPT = {
  user: ['username', 'name', 'displayname', 'active', 'emails', 'externalid', 'preferredlanguage'],
  group: ['displayname', 'externalid', 'members'],
} as const
type Kind = keyof typeof KEPT
type Operation = ScimPatch['Operations'][number]

/** `active` as some directories write it, as a text. */
const asSwitch = (value: unknown): unknown => (typeof value === 'string' && /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value)

/** The attribute that a path begins with, in small letters. */
const rootOf = (path: string): string => /^[^.[\s]*/.exec(path)?.[0].toLowerCase() ?? ''

/** Addresses other than the one at work are not kept here. */
const isOtherAddress = (path: string): boolean => /^emails\[[^\]]+\]/i.test(path) && !/type\s+eq\s+"work"|primary\s+eq\s+true/i.test(path)

/** An operation without what is not kept here; null when nothing is left of it. */
function kept(kind: Kind, operation: Operation): { op: string; path?: string; value?: unknown } | null {
  const { op, value } = operation
  const known: readonly string[] = KEPT[kind]
  const path = (operation.path ?? '').replace(new RegExp(`^${scimNames[kind]}:`, 'i'), '')
  if (path) {
    if (!known.includes(rootOf(path)) && /^[\w$:.-]/.test(path)) return null
    if (isOtherAddress(path)) return null
    return { op, path, ...(value !== undefined && { value: rootOf(path) === 'active' ? asSwitch(value) : value }) }
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw fail(scimPatchInvalid, { detail: 'An operation without a path needs attributes.' })
  const entries = Object.entries(value)
    .map(([name, v]) => [name.replace(new RegExp(`^${scimNames[kind]}:`, 'i'), ''), v] as const)
    .filter(([name]) => known.includes(rootOf(name)))
    .map(([name, v]) => [name, name.toLowerCase() === 'active' ? asSwitch(v) : v] as const)
  return entries.length === 0 ? null : { op, value: Object.fromEntries(entries) }
}

/** Members that are named as values of a removal, as some directories do it, are taken out by their ids, whatever else is said of them. */
function removals(operation: Operation, resource: { readonly members?: readonly { readonly value: string }[] }): Operation[] {
  const { op, path, value } = operation
  if (op.toLowerCase() !== 'remove' || path?.toLowerCase() !== 'members' || !Array.isArray(value)) return [operation]
  const ids = new Set(value.map((v: unknown) => (typeof v === 'object' && v !== null && 'value' in v ? String(v.value).toLowerCase() : '')))
  return (resource.members ?? []).filter((m) => ids.has(m.value)).map((m) => ({ op: 'remove', path: `members[value eq "${m.value}"]` }))
}

/** What a resource is after a PATCH (RFC 7644, section 3.5.2). Attributes that are not kept here are left aside, as directories expect. */
export async function applyPatch<T extends object>(kind: Kind, resource: T, patch: ScimPatch): Promise<unknown> {
  if (!patch.schemas.includes(scimNames.patch)) throw fail(scimPatchInvalid, { detail: `The message must be of the schema ${scimNames.patch}.` })
  const operations = patch.Operations.flatMap((o) => removals(o, resource))
    .map((o) => kept(kind, o))
    .filter((o) => o !== null)
  if (operations.length === 0) return resource
  try {
    const Schema = kind === 'user' ? SCIMMY.Schemas.User : SCIMMY.Schemas.Group
    const message = new SCIMMY.Messages.PatchOp({ schemas: [scimNames.patch], Operations: operations as never })
    const changed = await message.apply(new Schema(structuredClone(resource), 'out'), (next: unknown) => Promise.resolve(next) as never)
    return changed === undefined ? resource : (JSON.parse(JSON.stringify(changed)) as unknown)
  } catch (e) {
    throw fail(scimPatchInvalid, { detail: (e as Error).message.slice(0, 300) })
  }
}
