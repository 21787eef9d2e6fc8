import { Id } from '@itellico/contracts/kit'
import { job } from '@itellico/kernel/module'
import { Type } from 'typebox'

/** Sends one message over SMTP. */
export const deliverMail = job('notification.deliver-mail', Type.Object({ mailId: Id }), { queue: 'mail', attempts: 10 })
