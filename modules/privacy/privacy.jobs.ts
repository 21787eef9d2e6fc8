import { Id } from '@itellico/contracts/kit'
import { job } from '@itellico/kernel/module'
import { Type } from 'typebox'

/** Writes the archive of all data of a person. */
export const writePersonExport = job('privacy.export', Type.Object({ personExportId: Id }), { queue: 'admin', attempts: 4 })
/** Erases a person. */
export const runErasure = job('privacy.erase', Type.Object({ erasureId: Id }), { queue: 'admin', attempts: 8 })
