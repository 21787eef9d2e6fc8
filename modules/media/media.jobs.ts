import { Id } from '@itellico/contracts/kit'
import { job } from '@itellico/kernel/module'
import { Type } from 'typebox'

/** Checks an uploaded picture and makes its variants. */
export const processMedia = job('media.process', Type.Object({ mediaId: Id }), { queue: 'media', attempts: 3 })
