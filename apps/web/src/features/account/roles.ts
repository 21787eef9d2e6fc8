import type { Account, Member } from '@itellico/contracts/accounts'
import type { Translate } from '@/lib/i18n/translate'

export type AccountRole = Member['role']

const byType: Record<Account['type'], readonly AccountRole[]> = {
  agency: ['account_owner', 'account_booker', 'account_viewer'],
  client: ['account_owner', 'client_booker', 'account_viewer'],
  individual: ['account_owner'],
  guardian: ['account_owner', 'guardian'],
}

/** Roles that make sense in a kind of account, as options; a role that somebody has already stays among them. */
export function roleOptions(type: Account['type'], t: Translate, present?: AccountRole) {
  const roles = byType[type]
  return [...roles, ...(present && !roles.includes(present) ? [present] : [])].map((value) => ({ value, label: t(`account.role.${value}`) }))
}
