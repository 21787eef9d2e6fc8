import pg from 'pg'

/** Runs work on the journeys' database as its owner, for faults that no page can cause: a full disk, a table in the way. */
export async function asOwner<T>(work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL ?? '' })
  await db.connect()
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

/** Schema of a tenant. */
export async function schemaOf(db: pg.Client, slug: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id from control.tenant where slug = $1', [slug])
  if (!rows[0]) throw new Error(`there is no tenant ${slug}`)
  return `t_${rows[0].id.replaceAll('-', '')}`
}
