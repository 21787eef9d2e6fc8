import { memberChanged } from '@itellico/contracts/accounts'
import * as contract from '@itellico/contracts/messaging'
import { answer, defineModule, handle, on } from '@itellico/kernel/module'
import * as service from './messaging.service.ts'
import { personalOfMessaging } from './messaging.personal.repository.ts'
import * as starting from './messaging.starting.ts'

/** Conversations about bookings and talents. */
export const messaging = defineModule({
  name: 'messaging',
  migrations: ['tenant'],
  personal: personalOfMessaging,
  routes: [
    handle(contract.listConversations, (ctx, { query }) => service.list(ctx, query)),
    handle(contract.startConversation, (ctx, { body }) => starting.start(ctx, body)),
    handle(contract.getConversation, (ctx, { params }) => service.get(ctx, params.id)),
    handle(contract.listMessages, (ctx, { params, query }) => service.listMessages(ctx, params.id, query)),
    handle(contract.sendMessage, (ctx, { params, body }) => service.send(ctx, params.id, body)),
    handle(contract.markRead, async (ctx, { params }) => (await service.markRead(ctx, params.id), null)),
  ],
  handlers: [
    on(memberChanged, 'messaging.welcome-member', async (tx, { payload }) => {
      if (payload.change === 'joined') await service.welcome(tx, payload.accountId, payload.userId)
    }),
  ],
  operations: [
    answer(contract.messageFacts, (ctx, { messageId }) => service.findFacts(ctx, messageId)),
    answer(contract.conversationPeers, (ctx, { conversationId, userId }) => service.findPeers(ctx, conversationId, userId)),
  ],
})
