/** A kind of thing that routes name in their path: where one of it is found. `columns` says which column fills which place. */
export interface Kind {
  readonly name: string
  readonly path: RegExp
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  readonly where?: string
  /** Places of the path that name no thing. */
  readonly fixed?: Readonly<Record<string, string>>
}

const byId = (name: string, path: RegExp, table: string = name): Kind => ({ name, path, table, columns: { id: 'id' } })

/** The first that fits a path is taken. A test asks that every route with a place in its path fits one. */
export const kinds: readonly Kind[] = [
  { name: 'profile-slug', path: /\/profiles\/\{slug\}/, table: 'profile', columns: { slug: 'slug' }, where: "status = 'active' and not is_minor" },
  { name: 'talent-slug', path: /\/talents\/\{slug\}/, table: 'profile', columns: { slug: 'slug' }, where: "status = 'active'" },
  { name: 'legal-slug', path: /\/legal-pages\/\{slug\}/, table: 'legal_page', columns: { slug: 'slug' }, where: 'published is not null' },
  { name: 'listing-slug', path: /\/listings\/\{slug\}/, table: 'listing', columns: { slug: 'slug' }, where: "status = 'published'" },
  // tokens are kept as hashes only, which open nothing: here they stand for a token that somebody guessed
  { name: 'invitation-token', path: /\/invitations\/\{token\}/, table: 'invitation', columns: { token: 'token_hash' } },
  {
    name: 'shortlist-item',
    path: /\/shortlists\/\{id\}\/items\/\{profileId\}/,
    table: 'shortlist_item',
    columns: { id: 'shortlist_id', profileId: 'profile_id' },
  },
  { name: 'media-file', path: /\/media\/\{id\}\/\{variant\}/, table: 'media', columns: { id: 'id' }, fixed: { variant: 'large' } },
  { name: 'custom-role', path: /\/roles\/\{key\}/, table: 'custom_role', columns: { key: 'key' } },
  byId('grant', /\/grants\/\{id\}/, 'access_grant'),
  byId('sso-connection', /\/sso\/connections\/\{id\}/, 'sso_connection'),
  byId('sso-domain', /\/sso\/domains\/\{id\}/, 'sso_domain'),
  byId('sso-identity', /\/sso\/identities\/\{id\}/, 'sso_identity'),
  byId('session', /\/sessions\/\{id\}/),
  byId('api-key', /\/api-keys\/\{id\}/, 'api_key'),
  byId('passkey', /\/passkeys\/\{id\}/),
  byId('remembered-device', /\/remembered-devices\/\{id\}/, 'remembered_device'),
  byId('media', /\/media\/\{id\}/),
  byId('bookout', /\/bookouts\/\{id\}/),
  byId('booking', /\/(?:bookings|option-requests)\/\{id\}/),
  byId('profile', /\/profiles\/\{id\}/),
  byId('listing', /\/listings\/\{id\}/),
  byId('application', /\/applications\/\{id\}/),
  byId('shortlist', /\/shortlists\/\{id\}/),
  byId('conversation', /\/conversations\/\{id\}/),
  byId('invitation', /\/invitations\/\{id\}/),
  byId('person-export', /\/privacy\/exports\/\{id\}/, 'person_export'),
  byId('export', /\/exports\/\{id\}/, 'export_job'),
  byId('legal-page', /\/legal-pages\/\{id\}/, 'legal_page'),
  byId('isolation-check', /\/isolation-checks\/\{id\}/, 'isolation_check'),
  byId('account', /\/accounts\/\{id\}/),
  byId('scim-group', /\/(?:scim\/Groups|directory-groups)\/\{id\}/, 'scim_group'),
  byId('user', /\/(?:users|members|scim\/Users)\/\{id\}/),
]

/** Routes whose path holds a token that we sign, tried as links; and those about domains, which are kept with the platform and not in the tenant's schema. */
export const linkRoutes: readonly string[] = ['uploadFile', 'checkDomain', 'makeDomainPrimary', 'removeDomain']

/** The kind of thing that a path names, or null. */
export function kindOf(path: string): Kind | null {
  return kinds.find((k) => k.path.test(path)) ?? null
}
