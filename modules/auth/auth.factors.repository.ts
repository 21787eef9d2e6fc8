import { raw, type Database } from '@itellico/kernel/db'
import { newId } from '@itellico/kernel/ids'
import '../database.ts'

export async function findTotp(db: Database, userId: string) {
  return db.totp.findUnique({ where: { userId } })
}

/** Keeps the secret of an app that is not confirmed yet, beside the one that is. */
export async function savePendingTotp(db: Database, userId: string, pending: string): Promise<void> {
  const { count } = await db.totp.updateMany({ where: { userId }, data: { pending } })
  if (count === 0) await db.totp.create({ data: { id: newId(), userId, pending } })
}

/** Takes the pending secret into use; its first code is used up by that. */
export async function confirmTotp(db: Database, userId: string, secret: string, step: bigint, now: Date): Promise<void> {
  await db.totp.update({ where: { userId }, data: { secret, pending: null, lastStep: step, confirmedAt: now } })
}

/** Uses up a time step; false when it or a later one was used before. */
export async function useTotpStep(db: Database, userId: string, step: bigint): Promise<boolean> {
  const { count } = await db.totp.updateMany({ where: { userId, lastStep: { lt: step } }, data: { lastStep: step } })
  return count === 1
}

export async function deleteTotp(db: Database, userId: string): Promise<number> {
  return (await db.totp.deleteMany({ where: { userId } })).count
}

export async function listPasskeys(db: Database, userId: string) {
  return db.passkey.findMany({ where: { userId }, orderBy: { id: 'asc' } })
}

export async function findPasskey(db: Database, credentialId: string) {
  return db.passkey.findUnique({ where: { credentialId } })
}

export async function createPasskey(db: Database, data: Parameters<Database['passkey']['create']>[0]['data']) {
  return db.passkey.create({ data })
}

/** Notes that a passkey was used. */
export async function touchPasskey(db: Database, id: string, signCount: bigint, synced: boolean, now: Date): Promise<void> {
  await db.passkey.update({ where: { id }, data: { signCount, synced, lastUsedAt: now } })
}

export async function renamePasskey(db: Database, userId: string, id: string, name: string) {
  const { count } = await db.passkey.updateMany({ where: { id, userId }, data: { name } })
  return count === 1 ? db.passkey.findUnique({ where: { id } }) : null
}

export async function deletePasskey(db: Database, userId: string, id: string): Promise<number> {
  return (await db.passkey.deleteMany({ where: { id, userId } })).count
}

/** Puts new backup codes in the place of the old ones. */
export async function replaceBackupCodes(db: Database, userId: string, rows: readonly { id: string; lookup: string; codeHash: string }[]): Promise<void> {
  await db.backupCode.deleteMany({ where: { userId } })
  await db.backupCode.createMany({ data: rows.map((r) => ({ ...r, userId })) })
}

export async function findBackupCode(db: Database, userId: string, lookup: string) {
  return db.backupCode.findFirst({ where: { userId, lookup, usedAt: null } })
}

/** Uses up a backup code; false when somebody was faster. */
export async function useBackupCode(db: Database, id: string, now: Date): Promise<boolean> {
  const { count } = await db.backupCode.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } })
  return count === 1
}

export async function countBackupCodes(db: Database, userId: string): Promise<number> {
  return db.backupCode.count({ where: { userId, usedAt: null } })
}

export async function rememberDevice(
  db: Database,
  { id, ...row }: { id: string; userId: string; userAgent: string; ip: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.rememberedDevice.upsert({ where: { id }, create: { id, ...row }, update: row })
}

/** Whether a person's device is remembered now. */
export async function isRemembered(db: Database, userId: string, id: string, now: Date): Promise<boolean> {
  return (await db.rememberedDevice.count({ where: { id, userId, expiresAt: { gt: now } } })) === 1
}

export async function listDevices(db: Database, userId: string, now: Date) {
  return db.rememberedDevice.findMany({ where: { userId, expiresAt: { gt: now } }, orderBy: { id: 'desc' } })
}

/** Forgets one remembered device of a person, or all of them. */
export async function forgetDevices(db: Database, userId: string, id?: string): Promise<number> {
  return (await db.rememberedDevice.deleteMany({ where: { userId, ...(id && { id }) } })).count
}

/** Takes everything from a person that can be a second factor. */
export async function deleteFactors(db: Database, userId: string): Promise<void> {
  await db.totp.deleteMany({ where: { userId } })
  await db.passkey.deleteMany({ where: { userId } })
  await db.backupCode.deleteMany({ where: { userId } })
  await forgetDevices(db, userId)
}

export async function policyRoles(db: Database): Promise<string[]> {
  return (await db.factorPolicy.findFirst())?.roles ?? []
}

export async function savePolicy(db: Database, roles: string[]): Promise<void> {
  await db.factorPolicy.upsert({ where: { id: true }, create: { roles }, update: { roles } })
}

/** Serialises changes of one person's factors until the transaction ends. */
export async function lockUser(db: Database, userId: string): Promise<void> {
  await raw(db).$queryRawUnsafe('select id::text from "__tenant__"."user" where id = $1::uuid for update', userId)
}

/** Deletes remembered devices whose time is over. */
export async function deleteOverdue(db: Database, now: Date): Promise<void> {
  await db.rememberedDevice.deleteMany({ where: { expiresAt: { lt: now } } })
}
