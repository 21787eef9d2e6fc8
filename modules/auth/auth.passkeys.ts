import { recordAudit } from '@itellico/contracts/audit'
import { passkeyRefused, type NewPasskey, type Passkey } from '@itellico/contracts/second-factors'
import { inTx, type Ctx, type TxCtx } from '@itellico/kernel/context'
import { fail } from '@itellico/kernel/errors'
import { newId } from '@itellico/kernel/ids'
import { ask } from '@itellico/kernel/operations'
import { found, userOf } from '../actor.ts'
import * as factors from './auth.factors.repository.ts'
import { readCreated } from './auth.webauthn.ts'

type PasskeyRow = NonNullable<Awaited<ReturnType<typeof factors.findPasskey>>>

/** A passkey as its owner sees it. */
export function viewPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    host: row.rpId,
    synced: row.synced,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }
}

/** Keeps a new passkey of a person. */
export async function keepPasskey(tx: TxCtx, userId: string, input: { challengeId: string; name: string; created: NewPasskey }): Promise<Passkey> {
  const made = await readCreated(tx, userId, input.challengeId, input.created)
  if (await factors.findPasskey(tx.db, made.credentialId)) throw fail(passkeyRefused)
  const row = await factors.createPasskey(tx.db, { id: newId(), userId, name: input.name.trim() || 'Passkey', createdAt: tx.now(), ...made })
  await ask(tx, recordAudit, { action: 'auth.passkey_added', entity: 'user', entityId: userId })
  return viewPasskey(row)
}

/** Gives an own passkey another name. */
export async function renamePasskey(ctx: Ctx, id: string, name: string): Promise<Passkey> {
  const { userId } = userOf(ctx)
  return inTx(ctx, async (tx) => {
    const row = found(await factors.renamePasskey(tx.db, userId, id, name.trim() || 'Passkey'))
    await ask(tx, recordAudit, { action: 'auth.passkey_renamed', entity: 'user', entityId: userId })
    return viewPasskey(row)
  })
}
