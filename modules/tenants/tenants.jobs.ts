import { Id } from '@itellico/contracts/kit'
import { job } from '@itellico/kernel/module'
import { Type } from 'typebox'

/** Makes the schema of a new tenant and everything that must be in it. */
export const provisionTenant = job('tenants.provision', Type.Object({ tenantId: Id }), { queue: 'admin', attempts: 3 })

/** Does what was asked to be done to a tenant: see `tenant_operation`. */
export const runOperation = job('tenants.operate', Type.Object({ operationId: Id }), { queue: 'admin', attempts: 3 })
