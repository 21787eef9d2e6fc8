import * as contract from '@itellico/contracts/second-factors'
import { handle } from '@itellico/kernel/module'
import { deviceOf } from './auth.devices.ts'
import { renamePasskey } from './auth.passkeys.ts'
import * as security from './auth.security.ts'
import * as signin from './auth.signin.ts'

export const mfaRoutes = [
  handle(contract.passkeySignInOptions, (ctx, { body }) => signin.passkeyOptions(ctx, body)),
  handle(contract.passkeySignIn, (ctx, { body, headers }) => signin.signInByPasskey(ctx, body, deviceOf(ctx, headers))),
  handle(contract.finishSignIn, (ctx, { body, headers }) => signin.finishSignIn(ctx, body, deviceOf(ctx, headers))),
  handle(contract.enrolTotp, (ctx, { body }) => signin.enrolTotp(ctx, body.ticket)),
  handle(contract.enrolPasskeyOptions, (ctx, { body }) => signin.enrolPasskey(ctx, body)),
  handle(contract.finishEnrolment, (ctx, { body, headers }) => signin.finishEnrolment(ctx, body, deviceOf(ctx, headers))),
  handle(contract.getSecurity, (ctx) => security.security(ctx)),
  handle(contract.startTotp, (ctx) => security.startTotp(ctx)),
  handle(contract.confirmTotp, (ctx, { body }) => security.confirmTotp(ctx, body.code)),
  handle(contract.removeTotp, async (ctx) => (await security.removeTotp(ctx), null)),
  handle(contract.renewBackupCodes, (ctx) => security.renewBackupCodes(ctx)),
  handle(contract.newPasskeyOptions, (ctx, { body }) => security.newPasskeyOptions(ctx, body.origin)),
  handle(contract.addPasskey, (ctx, { body }) => security.addPasskey(ctx, body)),
  handle(contract.renamePasskey, (ctx, { params, body }) => renamePasskey(ctx, params.id, body.name)),
  handle(contract.removePasskey, async (ctx, { params }) => (await security.removePasskey(ctx, params.id), null)),
  handle(contract.forgetDevice, async (ctx, { params }) => (await security.forgetDevice(ctx, params.id), null)),
  handle(contract.stepUpOptions, (ctx, { body }) => security.stepUpOptions(ctx, body.origin)),
  handle(contract.stepUp, async (ctx, { body, headers }) => (await security.stepUp(ctx, body, deviceOf(ctx, headers)), null)),
  handle(contract.getFactorPolicy, (ctx) => security.factorPolicy(ctx)),
  handle(contract.setFactorPolicy, (ctx, { body }) => security.setFactorPolicy(ctx, body)),
  handle(contract.getStaffFactorPolicy, (ctx) => security.factorPolicy(ctx)),
  handle(contract.setStaffFactorPolicy, (ctx, { body }) => security.setFactorPolicy(ctx, body)),
  handle(contract.resetFactors, async (ctx, { params }) => (await security.resetFactors(ctx, params.id), null)),
]
