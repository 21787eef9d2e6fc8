import { raw, type Database } from '@itellico/kernel/db'
import '../database.ts'

/** A user with roles that have not ended. */
export async function findUser(db: Database, where: { id: string } | { emailIndex: string }) {
  return db.user.findUnique({ where: where as { id: string } })
}

/** Roles of users that hold now. */
export async function liveRoles(db: Database, userIds: string[], now: Date) {
  return db.userRole.findMany({ where: { userId: { in: userIds }, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] } })
}

/** Users who hold one of some roles. */
export async function holdersOf(db: Database, roles: string[], now: Date): Promise<string[]> {
  const rows = await db.userRole.findMany({ where: { role: { in: roles }, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] } })
  return [...new Set(rows.map((r) => r.userId))]
}

export async function createUser(db: Database, data: Parameters<Database['user']['create']>[0]['data']) {
  return db.user.create({ data })
}

export async function updateUser(db: Database, id: string, data: Parameters<Database['user']['update']>[0]['data']) {
  return db.user.update({ where: { id }, data })
}

/** A hash that came from elsewhere and is not one of ours yet; null when there is none. */
export async function anyImportedHash(db: Database): Promise<string | null> {
  const found = await raw(db).$queryRawUnsafe<{ password_hash: string }[]>(
    `select password_hash from "__tenant__"."user" where password_hash like '$2%' order by id limit 1`,
  )
  return found[0]?.password_hash ?? null
}

/** Puts another hash of the same password in the place of one, unless that is gone already. */
export async function replaceHash(db: Database, id: string, passwordHash: string, next: string): Promise<void> {
  await db.user.updateMany({ where: { id, passwordHash }, data: { passwordHash: next } })
}

/** A session with its user in one read. */
export async function findSession(db: Database, id: string) {
  return db.session.findUnique({ where: { id }, include: { user: true }, relationLoadStrategy: 'join' })
}

export async function createSession(
  db: Database,
  data: {
    id: string
    userId: string
    remember: boolean
    userAgent: string
    ip: string
    expiresAt: Date
    lastSeenAt: Date
    createdAt: Date
    verifiedAt: Date | null
  },
) {
  return db.session.create({ data })
}

export async function listSessions(db: Database, userId: string, now: Date) {
  return db.session.findMany({ where: { userId, revokedAt: null, expiresAt: { gt: now } }, orderBy: { lastSeenAt: 'desc' } })
}

/** Notes that the person of a session has proven who they are. */
export async function verifySession(db: Database, id: string, now: Date): Promise<void> {
  await db.session.update({ where: { id }, data: { verifiedAt: now } })
}

/** Notes that a session is in use, at most once a minute. */
export async function touchSession(db: Database, id: string, now: Date): Promise<void> {
  await db.session.updateMany({ where: { id, lastSeenAt: { lt: new Date(now.getTime() - 60_000) } }, data: { lastSeenAt: now } })
}

export async function revokeSessions(
  db: Database,
  where: { id?: string; userId?: string | { in: string[] }; exceptId?: string },
  now: Date,
  reason: string,
): Promise<number> {
  const { id, userId, exceptId } = where
  if (!id && !userId) throw new Error('sessions are revoked by id or by user')
  const { count } = await db.session.updateMany({
    where: { ...(id && { id }), ...(userId && { userId }), ...(exceptId && { NOT: { id: exceptId } }), revokedAt: null },
    data: { revokedAt: now, reason },
  })
  return count
}

export async function createRefreshToken(db: Database, data: { id: string; sessionId: string; tokenHash: string; createdAt: Date }) {
  return db.refreshToken.create({ data })
}

/** A refresh token, locked until the transaction ends. */
export async function lockRefreshToken(db: Database, id: string, tokenHash: string) {
  await raw(db).$queryRawUnsafe('select id::text from "__tenant__"."refresh_token" where id = $1::uuid for update', id)
  return db.refreshToken.findFirst({ where: { id, tokenHash } })
}

export async function markRotated(db: Database, id: string, successorId: string, now: Date) {
  return db.refreshToken.update({ where: { id }, data: { rotatedAt: now, successorId } })
}

export async function createEmailToken(
  db: Database,
  data: { id: string; userId: string; purpose: string; tokenHash: string; createdAt: Date; expiresAt: Date },
) {
  return db.emailToken.create({ data })
}

/** Uses up a token of a message; null when it is unknown, used or over. */
export async function useEmailToken(db: Database, id: string, purpose: string, tokenHash: string, now: Date) {
  const { count } = await db.emailToken.updateMany({ where: { id, purpose, tokenHash, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } })
  return count === 1 ? db.emailToken.findUnique({ where: { id } }) : null
}

/** Users for lists, newest first: by parts of the name, or by the whole e-mail address, which is kept sealed. */
export async function pageUsers(
  db: Database,
  filter: { ids?: string[]; q?: string; emailIndex?: string; role?: string; beforeId?: string },
  limit: number,
  now: Date,
) {
  const q = filter.q?.trim()
  const roleIds = filter.role
    ? (await db.userRole.findMany({ where: { role: filter.role, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }, select: { userId: true } })).map(
        (r) => r.userId,
      )
    : null
  return db.user.findMany({
    where: {
      ...(filter.ids ? { id: { in: filter.ids } } : { erasedAt: null }),
      ...(roleIds && { id: { in: roleIds } }),
      ...(filter.beforeId && { AND: { id: { lt: filter.beforeId } } }),
      ...(q && {
        OR: [
          ...(filter.emailIndex ? [{ emailIndex: filter.emailIndex }] : []),
          { firstName: { contains: q, mode: 'insensitive' } },
          { lastName: { contains: q, mode: 'insensitive' } },
        ],
      }),
    },
    orderBy: { id: 'desc' },
    take: limit,
  })
}

/** Ids of users in the order in which they came, and how many there are. */
export async function userWindow(db: Database, { skip, take, exceptIds }: { skip: number; take: number; exceptIds: string[] }) {
  const where = exceptIds.length === 0 ? {} : { id: { notIn: exceptIds } }
  const [total, rows] = [await db.user.count({ where }), await db.user.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, skip, take })]
  return { total, ids: rows.map((r) => r.id) }
}

/** Makes links in messages to somebody useless. */
export async function deleteEmailTokens(db: Database, userId: string): Promise<void> {
  await db.emailToken.deleteMany({ where: { userId } })
}

/** When users were last seen on any device. */
export async function lastSeen(db: Database, userIds: string[]): Promise<Map<string, Date>> {
  const rows = await db.session.groupBy({ by: ['userId'], where: { userId: { in: userIds } }, _max: { lastSeenAt: true } })
  return new Map(rows.flatMap((r) => (r._max.lastSeenAt ? [[r.userId, r._max.lastSeenAt]] : [])))
}

export async function replaceRoles(db: Database, userId: string, roles: readonly string[], grantedBy: string | null, now = new Date()): Promise<void> {
  await db.userRole.deleteMany({ where: { userId, OR: [{ role: { notIn: [...roles] } }, { expiresAt: { lte: now } }] } })
  await db.userRole.createMany({ data: roles.map((role) => ({ userId, role, grantedBy })), skipDuplicates: true })
}

/** Raises the epoch of users. */
export async function raiseEpochs(db: Database, userIds: readonly string[]): Promise<void> {
  await db.user.updateMany({ where: { id: { in: [...userIds] } }, data: { epoch: { increment: 1 } } })
}

/** How many active users hold a role now. */
export async function countHolders(db: Database, role: string, now: Date): Promise<number> {
  const holders = await db.userRole.findMany({ where: { role, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }, select: { userId: true } })
  return db.user.count({ where: { id: { in: holders.map((h) => h.userId) }, status: 'active' } })
}

/** Deletes sessions and tokens that ended before a day. */
export async function deleteEnded(db: Database, before: Date): Promise<number> {
  await db.emailToken.deleteMany({ where: { expiresAt: { lt: before } } })
  const { count } = await db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] } })
  return count
}
