import { OneOf } from '@itellico/contracts/kit'
import { job } from '@itellico/kernel/module'
import { Type } from 'typebox'

/** Makes cached public pages of a tenant anew. */
export const refreshPages = job('pages.refresh', Type.Object({ kind: OneOf('profiles', 'listings', 'all') }), { attempts: 4 })
