import { Id } from '@itellico/contracts/kit'
import { job } from '@itellico/kernel/module'
import { Type } from 'typebox'

/** Writes the file of one export. */
export const runExport = job('exports.run', Type.Object({ exportId: Id }), { queue: 'admin', attempts: 4 })
