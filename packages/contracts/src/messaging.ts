import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, Nothing, Nullable, OneOf, Page, error, event, operation, pageQuery, realtime, route } from './kit.ts'

export const Participant = Type.Object({ userId: Id, name: Type.String(), side: OneOf('agency', 'client', 'talent') })
export type Participant = Static<typeof Participant>
export const Message = Type.Object({
  id: Id,
  conversationId: Id,
  authorId: Id,
  authorName: Type.String(),
  body: Type.String(),
  erased: Type.Optional(Type.Boolean({ description: 'The author was erased, and what was written with them' })),
  sentAt: Instant,
  clientKey: Nullable(Type.String()),
})
export type Message = Static<typeof Message>
export const Conversation = Type.Object({
  id: Id,
  subject: Type.String(),
  bookingId: Nullable(Id),
  participants: Type.Array(Participant),
  lastMessage: Nullable(Message),
  unread: Type.Integer(),
  updatedAt: Instant,
})
export type Conversation = Static<typeof Conversation>

export const nobodyToReach = error({ code: 'messaging.nobody', status: 422, title: 'There is nobody who could read this message' })

const body = Type.String({ minLength: 1, maxLength: 5000, pattern: '\\S' })
/** What a conversation is about: a booking and its other side, or a talent and their agency. */
export const ConversationTopic = Type.Union([Type.Object({ bookingId: Id, with: OneOf('client', 'talent', 'agency') }), Type.Object({ profileId: Id })])
export type ConversationTopic = Static<typeof ConversationTopic>
export const listConversations = route({
  name: 'listConversations',
  method: 'GET',
  path: '/user/conversations',
  permission: 'user.messages.read',
  summary: 'My conversations, newest first',
  query: Type.Object(pageQuery),
  response: Page(Conversation),
})
export const startConversation = route({
  name: 'startConversation',
  method: 'POST',
  path: '/user/conversations',
  permission: 'user.messages.send',
  status: 201,
  idempotency: 'optional',
  summary: 'Write to the other party of a booking, or to the agency of a talent; goes on with the conversation there is',
  body: Type.Object({ about: ConversationTopic, subject: Type.Optional(Type.String({ maxLength: 160 })), body }),
  response: Conversation,
  errors: [nobodyToReach],
})
export const getConversation = route({
  name: 'getConversation',
  method: 'GET',
  path: '/user/conversations/{id}',
  permission: 'user.messages.read',
  summary: 'A conversation',
  params: IdParams,
  response: Conversation,
})
export const listMessages = route({
  name: 'listMessages',
  method: 'GET',
  path: '/user/conversations/{id}/messages',
  permission: 'user.messages.read',
  summary: 'Messages, newest first',
  params: IdParams,
  query: Type.Object(pageQuery),
  response: Page(Message),
})
export const sendMessage = route({
  name: 'sendMessage',
  method: 'POST',
  path: '/user/conversations/{id}/messages',
  permission: 'user.messages.send',
  status: 201,
  idempotency: 'optional',
  summary: 'Write a message',
  params: IdParams,
  body: Type.Object({ body, clientKey: Type.Optional(Type.String({ maxLength: 64, description: 'Chosen by the sender; the same key twice is one message' })) }),
  response: Message,
})
export const markRead = route({
  name: 'markRead',
  method: 'POST',
  path: '/user/conversations/{id}/read',
  permission: 'user.messages.read',
  status: 204,
  summary: 'I have read everything so far',
  params: IdParams,
  response: Nothing,
})

export const messageSent = event('messaging.message.sent', '1.0.0', Type.Object({ messageId: Id, conversationId: Id, authorId: Id }))
export const messageCreated = realtime('message.created', Type.Object({ conversationId: Id, messageId: Id, authorId: Id }))
export const conversationRead = realtime('conversation.read', Type.Object({ conversationId: Id, userId: Id }))
/** Sent by a browser while somebody writes; relayed to the other participants, stored nowhere. */
export const typing = realtime('conversation.typing', Type.Object({ conversationId: Id, userId: Id, name: Type.String() }))
/** A message with its readers, for notices; null when it does not exist. */
export const messageFacts = operation(
  'messaging.messageFacts',
  Type.Object({ messageId: Id }),
  Nullable(
    Type.Object({ conversationId: Id, subject: Type.String(), authorName: Type.String(), authorId: Id, excerpt: Type.String(), readerIds: Type.Array(Id) }),
  ),
)
/** Other participants of a conversation, or null when the user is not one of them. */
export const conversationPeers = operation('messaging.peers', Type.Object({ conversationId: Id, userId: Id }), Nullable(Type.Array(Id)))
