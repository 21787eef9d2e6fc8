import type { Account, Member } from '@itellico/contracts/accounts'
import { isMessageKey, type Translate } from '@/lib/i18n/translate'

/** A role inside an account. */
export type TeamRole = Member['role']

const offered: Record<Account['type'], readonly TeamRole[]> = {
  agency: ['account_owner', 'account_booker', 'account_viewer'],
  client: ['client_owner', 'client_booker'],
  individual: ['account_owner'],
  guardian: ['guardian'],
}

/** Roles that people can have in a kind of account, the marketplace's own ones as well; one that somebody has already is always among them. */
export function rolesOf(type: Account['type'], own: readonly TeamRole[], current?: TeamRole): readonly TeamRole[] {
  const roles = [...offered[type], ...own]
  return current && !roles.includes(current) ? [...roles, current] : roles
}

/** Whether a role runs the account. */
export const isOwner = (role: TeamRole) => role === 'account_owner' || role === 'client_owner'

/** The name of a member; their address when they have not given one. */
export const nameOf = (member: Pick<Member, 'firstName' | 'lastName' | 'email'>) => `${member.firstName} ${member.lastName}`.trim() || member.email

/** What a role that ships with the product is for, in a few words; nothing for the marketplace's own ones. */
export const roleMeans = (t: Translate, role: TeamRole) => {
  const key = `team.means.${role}`
  return isMessageKey(key) ? t(key) : ''
}
