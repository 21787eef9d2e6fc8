import * as contract from '@itellico/contracts/auth'
import { handle } from '@itellico/kernel/module'
import { createTicket } from './auth.authentication.ts'
import { deviceOf } from './auth.devices.ts'
import { mfaRoutes } from './auth.mfa.routes.ts'
import * as registration from './auth.registration.ts'
import * as service from './auth.service.ts'
import { me, updateMe } from './auth.users.ts'

const SENT = { message: 'If the address can be used, a message is on its way.' }

export const routes = [
  handle(contract.register, async (ctx, { body }) => (await registration.register(ctx, body), SENT)),
  handle(contract.verifyEmail, async (ctx, { body }) => ({ email: await registration.verifyEmail(ctx, body.token) })),
  handle(contract.login, (ctx, { body, headers }) => service.login(ctx, body, deviceOf(ctx, headers))),
  handle(contract.refresh, (ctx, { body }) => service.refresh(ctx, body.refreshToken)),
  handle(contract.logout, async (ctx, { body }) => (await service.logout(ctx, body.refreshToken), null)),
  handle(contract.forgotPassword, async (ctx, { body }) => (await registration.forgotPassword(ctx, body.email), SENT)),
  handle(contract.resetPassword, async (ctx, { body }) => (await registration.resetPassword(ctx, body.token, body.password), null)),
  handle(contract.me, (ctx) => me(ctx)),
  handle(contract.updateMe, (ctx, { body }) => updateMe(ctx, body)),
  handle(contract.changePassword, async (ctx, { body }) => (await registration.changePassword(ctx, body.currentPassword, body.newPassword), null)),
  handle(contract.listSessions, async (ctx) => ({ items: await service.listSessions(ctx) })),
  handle(contract.endSession, async (ctx, { params }) => (await service.endSession(ctx, params.id), null)),
  handle(contract.realtimeTicket, (ctx) => createTicket(ctx)),
  ...mfaRoutes,
]
