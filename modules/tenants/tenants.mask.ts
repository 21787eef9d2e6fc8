/** A row as it stands in a table. */
type Row = Record<string, unknown>
type Mask = (row: Row) => unknown

const tail = (row: Row, column = 'id'): string => String(row[column]).slice(-6)
const named =
  (word: string, column = 'id'): Mask =>
  (row) =>
    `${word} ${tail(row, column)}`
const address =
  (word: string, column = 'id'): Mask =>
  (row) =>
    `${word}-${tail(row, column)}`
const nothing: Mask = () => null
const empty: Mask = () => ''
/** A text that somebody wrote: as long as it was, and without a word of it. */
const prose =
  (column: string): Mask =>
  (row) =>
    typeof row[column] === 'string'
      ? 'Lorem-free sample text. '.repeat(Math.ceil(String(row[column]).length / 24)).slice(0, Math.max(1, String(row[column]).length))
      : null
/** Measurements and choices stay, whatever was typed goes. */
const values: Mask = (row) => {
  const kept = Object.entries((row['values'] ?? {}) as Row).filter(([, v]) => !(typeof v === 'string' && !/^[a-z0-9_-]{1,40}$/.test(v)))
  return Object.fromEntries(kept)
}
const firstOfJanuary: Mask = (row) => (typeof row['date_of_birth'] === 'string' ? `${row['date_of_birth'].slice(0, 4)}-01-01` : null)

/** What becomes of a table in a sandbox: `drop` leaves it out, masks replace columns, `safe` names texts that say nothing of anybody. */
export interface TableMask {
  readonly drop?: true
  readonly masks?: Readonly<Record<string, Mask>>
  readonly safe?: readonly string[]
}

const drop = { drop: true } as const

/** How every table is masked. A test holds this against the real tables: a text column that is not named here fails it. */
export const masks: Readonly<Record<string, TableMask>> = {
  user: {
    masks: {
      email: (row) => `person-${tail(row)}@sandbox.invalid`,
      password_hash: nothing,
      first_name: () => 'Person',
      last_name: (row) => tail(row).toUpperCase(),
    },
    safe: ['email_index', 'locale', 'timezone', 'status'],
  },
  user_role: { safe: ['role'] },
  custom_role: { masks: { name: named('Role'), description: empty }, safe: ['key', 'scope', 'inherits', 'allow', 'deny'] },
  // reasons speak of people
  access_grant: drop,
  account: {
    masks: { slug: address('account'), name: named('Account'), city: nothing, website: nothing, about: nothing },
    safe: ['type', 'status', 'country'],
  },
  account_member: { safe: ['role'] },
  profile: {
    masks: { slug: address('talent'), display_name: named('Talent'), city: nothing, bio: nothing, values, date_of_birth: firstOfJanuary },
    safe: ['status', 'country', 'categories', 'visibility'],
  },
  model_schema: { safe: ['entity', 'definition'] },
  template_install: { safe: ['template', 'version', 'definition_hash'] },
  media: {
    masks: { file_name: () => 'picture', placeholder: nothing, alt: empty, caption: empty, failure: nothing },
    safe: ['status', 'mime_type', 'sha256', 'visibility'],
  },
  listing: {
    masks: { slug: address('casting'), title: named('Casting'), description: prose('description'), location: nothing, usage: nothing },
    safe: ['status'],
  },
  casting_role: { masks: { name: named('Role'), description: prose('description') }, safe: ['currency'] },
  application: { masks: { message: prose('message'), note: nothing }, safe: ['source', 'status'] },
  booking: {
    masks: { client_name: named('Client'), title: named('Booking'), location: nothing, notes: nothing, reason: nothing },
    safe: ['status', 'timezone', 'currency'],
  },
  booking_change: { masks: { by_name: () => 'Person', reason: nothing }, safe: ['from_status', 'to_status'] },
  bookout: { masks: { reason: nothing }, safe: ['timezone'] },
  shortlist: { masks: { name: named('List'), note: empty }, safe: [] },
  shortlist_item: { masks: { note: empty } },
  conversation: { masks: { subject: () => 'Conversation', thread_key: (row) => row['id'] }, safe: [] },
  conversation_party: { safe: ['kind', 'side'] },
  conversation_reader: {},
  usage_counter: { safe: ['key'] },
  message: { masks: { body: prose('body'), client_key: nothing } },
  // what is published is there for everybody to read, a draft is not
  legal_page: { masks: { draft: (row) => row['published'] ?? { en: { title: 'Page', body: '' } } }, safe: ['slug', 'kind', 'published'] },
  // a sandbox writes to nobody in the marketplace's name
  brand: { masks: { sender_name: nothing, reply_to: nothing, sender_address: nothing }, safe: ['logos'] },
  totp: drop,
  passkey: drop,
  api_key: drop,
  scim_user: drop,
  scim_group: drop,
  scim_member: drop,
  backup_code: drop,
  remembered_device: drop,
  factor_policy: drop,
  sso_connection: drop,
  sso_domain: drop,
  sso_identity: drop,
  invitation: drop,
  audit_entry: drop,
  audit_link: drop,
  audit_anchor: drop,
  audit_redaction: drop,
  person_export: drop,
  person_erasure: drop,
  notification: drop,
  mail_delivery: drop,
  export_job: drop,
  isolation_check: drop,
  // written anew from the masked profiles
  search_document: drop,
  event: drop,
}

/** A row as it goes into a sandbox, or null when it does not. */
export function maskRow(table: string, row: Row): Row | null {
  const rule = masks[table]
  if (!rule) throw new Error(`nobody has said how ${table} is masked`)
  if (rule.drop) return null
  return { ...row, ...Object.fromEntries(Object.entries(rule.masks ?? {}).map(([column, mask]) => [column, mask(row)])) }
}
