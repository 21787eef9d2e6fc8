import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, Page, operation, pageQuery, realtime, route } from './kit.ts'

export const Notification = Type.Object({
  id: Id,
  kind: Type.String(),
  title: Type.String(),
  body: Type.String(),
  link: Nullable(Type.String({ description: 'Path within the marketplace' })),
  readAt: Nullable(Instant),
  createdAt: Instant,
})
export type Notification = Static<typeof Notification>

export const listNotifications = route({
  name: 'listNotifications',
  method: 'GET',
  path: '/user/notifications',
  permission: 'user.notifications.manage',
  realm: 'both',
  summary: 'My notifications, newest first',
  query: Type.Object({ ...pageQuery, unread: Type.Optional(Type.Boolean()) }),
  response: Type.Object({ ...Page(Notification).properties, unread: Type.Integer() }),
})
export const readNotifications = route({
  name: 'readNotifications',
  method: 'POST',
  path: '/user/notifications/read',
  permission: 'user.notifications.manage',
  realm: 'both',
  status: 204,
  summary: 'Mark notifications as read; without ids all of them',
  body: Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 100 })) }),
  response: Nothing,
})
export const notificationCreated = realtime('notification.created', Type.Object({ id: Id, title: Type.String(), link: Nullable(Type.String()) }))

/** Queues a message by e-mail in the caller's transaction. `data` is wiped once it is sent. */
export const sendMail = operation(
  'notification.sendMail',
  Type.Object({ template: Type.String(), to: Type.String(), userId: Nullable(Id), locale: Type.String(), data: Type.Record(Type.String(), Type.String()) }),
  Type.Null(),
)
