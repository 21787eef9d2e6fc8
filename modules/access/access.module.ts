import * as contract from '@itellico/contracts/access'
import { matches, permissions, systemRoles } from '@itellico/contracts/permissions'
import { defineModule, handle } from '@itellico/kernel/module'

const catalogue = Object.entries(permissions).map(([key, description]) => ({ key, description }))

/** Roles that a marketplace's people can have, with every permission that they cover. */
const roles: contract.Role[] = systemRoles
  .filter((r) => r.scope !== 'platform')
  .map((r) => ({
    key: r.key,
    name: r.name,
    description: r.description,
    scope: r.scope,
    permissions: catalogue.filter((p) => r.grants.some((g) => matches(g, p.key))),
  }))

export const access = defineModule({
  name: 'access',
  routes: [handle(contract.listRoles, async () => ({ items: roles }))],
})
