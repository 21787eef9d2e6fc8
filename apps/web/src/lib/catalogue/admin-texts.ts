import type { AuditEntry } from '@itellico/contracts/audit'
import type { AuditAction } from '@itellico/contracts/audit-actions'
import { permissions, systemRoles, type Permission, type SystemRoleKey } from '@itellico/contracts/permissions'
import { policyReasons, type PolicyReason } from '@itellico/contracts/policies'
import { fillText } from '@itellico/contracts/refusals'
import { statusText, type MessageKey, type Translate } from '../i18n/translate.ts'
import { languageOf } from '../locales.ts'
import { deAudit } from './de-audit.ts'
import { dePolicyReasons } from './de-policies.ts'
import { dePermissions, deRoles } from './de-roles.ts'

const isGerman = (t: Translate) => languageOf(t.locale) === 'de'
const DATASETS = new Set(['profiles', 'bookings', 'accounts'])

/** What happened, in the language of the page; entries from before the facts were kept stay as they were written. */
export function auditText({ action, data, summary }: Pick<AuditEntry, 'action' | 'data' | 'summary'>, t: Translate): string {
  if (!isGerman(t) || !(action in deAudit)) return summary
  const say = (name: string, value: string | number) =>
    name === 'status' ? statusText(t, String(value)) : name === 'dataset' && DATASETS.has(String(value)) ? t(`exp.${value}` as MessageKey) : value
  const text = fillText(deAudit[action as AuditAction], Object.fromEntries(Object.entries(data).map(([name, value]) => [name, say(name, value)])))
  return /\{\w+\}/.test(text) ? summary : text
}

/** Who did something, in the language of the page: people by name, the product by what it is. */
export function actorText({ actorId, actorName }: Pick<AuditEntry, 'actorId' | 'actorName'>, t: Translate): string {
  if (actorId !== null) return actorName
  return actorName === 'System' ? t('aud.system') : actorName === 'Visitor' ? t('aud.visitor') : actorName
}

/** What a role is for, in the language of the page. */
export function roleDescription(key: string, t: Translate): string {
  if (isGerman(t) && key in deRoles) return deRoles[key as SystemRoleKey]
  return systemRoles.find((r) => r.key === key)?.description ?? ''
}

/** Why a rule refuses, in the language of the page. */
export function policyReasonText(reason: PolicyReason, t: Translate): string {
  return (isGerman(t) ? dePolicyReasons : policyReasons)[reason]
}

/** What a permission allows, in the language of the page. */
export function permissionText(key: string, t: Translate): string {
  if (!(key in permissions)) return key
  return (isGerman(t) ? dePermissions : permissions)[key as Permission]
}
