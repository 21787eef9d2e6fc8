import { Id } from '@itellico/contracts/kit'
import { job } from '@itellico/kernel/module'
import { Type } from 'typebox'

/** Runs one isolation check. */
export const runCheck = job('isolation.run', Type.Object({ checkId: Id }), { queue: 'admin', attempts: 2 })
