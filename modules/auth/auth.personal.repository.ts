import type { Database } from '@itellico/kernel/db'
import '../database.ts'

/** Everything that is kept of a login, without secrets. */
export async function collect(db: Database, userId: string) {
  const where = { userId }
  const [user, roles, sessions, passkeys, totp, backupCodes, devices] = await Promise.all([
    db.user.findUnique({ where: { id: userId }, omit: { passwordHash: true, emailIndex: true, epoch: true } }),
    db.userRole.findMany({ where }),
    db.session.findMany({ where, orderBy: { id: 'asc' } }),
    db.passkey.findMany({ where, select: { name: true, rpId: true, createdAt: true, lastUsedAt: true } }),
    db.totp.findUnique({ where, select: { confirmedAt: true } }),
    db.backupCode.count({ where: { userId, usedAt: null } }),
    db.rememberedDevice.findMany({ where }),
  ])
  return { login: user, roles, sessions, secondFactors: { passkeys, app: totp, backupCodesLeft: backupCodes }, rememberedDevices: devices }
}

/** Removes everything that opens the login of a person. */
export async function removeAccess(db: Database, userId: string): Promise<void> {
  const where = { userId }
  await db.session.deleteMany({ where })
  await db.emailToken.deleteMany({ where })
  await db.userRole.deleteMany({ where })
  await db.totp.deleteMany({ where })
  await db.passkey.deleteMany({ where })
  await db.backupCode.deleteMany({ where })
  await db.rememberedDevice.deleteMany({ where })
}

/** Puts a pseudonym in the place of a person; false when that was done before, or there is no such person. */
export async function forget(
  db: Database,
  userId: string,
  row: { email: string; emailIndex: string; firstName: string; lastName: string; erasedAt: Date },
): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: { id: userId, erasedAt: null },
    data: {
      ...row,
      status: 'disabled',
      passwordHash: null,
      emailVerifiedAt: null,
      leavingAt: null,
      locale: 'en',
      timezone: 'UTC',
      epoch: { increment: 1 },
    },
  })
  return count === 1
}

/** Persons of a realm who are not erased, by id. */
export async function remaining(db: Database, after: string | null, take: number): Promise<string[]> {
  const rows = await db.user.findMany({
    where: { erasedAt: null, ...(after && { id: { gt: after } }) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take,
  })
  return rows.map((r) => r.id)
}
