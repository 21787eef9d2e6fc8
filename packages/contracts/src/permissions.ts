/** Every permission of the product: `tier.resource.action`, with what it allows. */
export const permissions = {
  'user.profile.read': 'See the own identity, memberships and sessions',
  'user.profile.update': 'Change the own name, language and preferences',
  'user.security.manage': 'Change the own password and second factors, end sessions',
  'user.keys.manage': 'Make, renew and revoke own API keys',
  'user.privacy.manage': 'Get all own data, delete the own account',
  'user.profiles.read': 'See profiles one manages',
  'user.profiles.update': 'Change profiles one manages',
  'user.media.manage': 'Upload, order and delete pictures of profiles one may change',
  'user.bookouts.manage': 'Block time in the calendar of profiles one manages',
  'user.bookings.read': 'See options and bookings of profiles one manages',
  'user.applications.read': 'See own applications',
  'user.applications.create': 'Apply to a casting',
  'user.applications.withdraw': 'Withdraw an application',
  'user.messages.read': 'Read conversations one takes part in',
  'user.messages.send': 'Write messages',
  'user.notifications.manage': 'Read and dismiss notifications',
  'account.settings.read': 'See the account',
  'account.users.read': 'See the members of the account',
  'account.users.manage': 'Invite members, change their roles, remove them',
  'account.profiles.read': 'See the roster',
  'account.profiles.create': 'Add a talent to the roster',
  'account.profiles.update': 'Change profiles of the roster',
  'account.profiles.publish': 'Publish and hide profiles of the roster',
  'account.talents.read': 'Search and open profiles that are for members',
  'account.bookings.read': 'See options, bookings and the chart board',
  'account.bookings.create': 'Place options and bookings',
  'account.bookings.confirm': 'Confirm an option into a booking',
  'account.bookings.release': 'Release or decline an option',
  'account.bookings.cancel': 'Cancel a booking',
  'account.options.request': 'Ask an agency for an option',
  'account.listings.read': 'See own castings',
  'account.listings.manage': 'Post, change and close castings',
  'account.applications.read': 'See applicants of own castings',
  'account.applications.review': 'Shortlist, offer to and reject applicants',
  'account.applications.submit': 'Submit talents of the roster to a casting',
  'account.shortlists.manage': 'Keep shortlists of talents',
  'account.data.export': "Export the account's own data",
  'tenant.settings.read': 'See settings and branding of the marketplace',
  'tenant.settings.update': 'Change settings and branding of the marketplace',
  'tenant.security.manage': 'Say who must have a second factor',
  'tenant.sso.manage': 'Set up sign-in through providers of identities',
  'tenant.keys.read': 'See the API keys of everybody in the marketplace',
  'tenant.keys.manage': 'Revoke API keys of everybody in the marketplace',
  'tenant.scim.manage': 'Have a directory keep users and groups of the marketplace (SCIM)',
  'tenant.domains.read': 'See the domains of the marketplace',
  'tenant.domains.manage': 'Add, prove and remove domains of the marketplace',
  'tenant.legal.read': 'See imprint, privacy, terms and other pages, drafts too',
  'tenant.legal.manage': 'Write and publish imprint, privacy, terms and other pages',
  'tenant.accounts.read': 'See all accounts',
  'tenant.accounts.manage': 'Create, approve and suspend accounts',
  'tenant.users.read': 'See all users',
  'tenant.users.manage': 'Change roles of users, disable them',
  'tenant.privacy.manage': 'Give all data of a person to them, erase a person',
  'tenant.roles.read': 'See roles and what they allow',
  'tenant.roles.manage': 'Make roles, allow or deny something to single people',
  'tenant.talents.read': 'Search and open all published profiles, those of minors too',
  'tenant.schemas.read': 'See the fields of profiles',
  'tenant.schemas.update': 'Change the fields of profiles',
  'tenant.templates.read': 'See which template the marketplace was made from, and what is new in it',
  'tenant.templates.upgrade': 'Take over a newer version of the template',
  'tenant.audit.read': 'Read the audit trail',
  'tenant.audit.personal': 'See addresses and other personal values in the audit trail',
  'tenant.isolation.read': 'See reports of isolation checks',
  'tenant.isolation.run': 'Run isolation checks',
  'tenant.data.export': 'Export data of the marketplace',
  'tenant.usage.read': 'See what the marketplace uses of its plan',
  'tenant.lifecycle.manage': 'Ask for the marketplace to be closed',
  'platform.tenants.read': 'See tenants, their state and counts',
  'platform.tenants.create': 'Create a tenant',
  'platform.tenants.suspend': 'Suspend and reactivate tenants, note payments and maintenance',
  'platform.tenants.archive': 'Archive, restore, export and purge tenants',
  'platform.tenants.operate': 'Copy tenants into sandboxes, move them, turn their keys',
  'platform.templates.read': 'See the templates of industries and their versions',
  'platform.monitoring.read': 'See queues, dead letters and health',
  'platform.monitoring.manage': 'Replay dead letters',
  'platform.security.read': 'See which roles must have a second factor',
  'platform.security.manage': 'Say which roles of the platform must have a second factor',
  'platform.audit.read': "Read the platform's audit trail",
  'platform.audit.personal': "See addresses and other personal values in the platform's audit trail",
} as const

/** A permission of the catalogue. */
export type Permission = keyof typeof permissions

/** A role that ships with the product. `grants` are patterns: `*` stands for one segment, a trailing `.*` for the rest. */
export interface SystemRole {
  readonly key: string
  readonly scope: 'user' | 'account' | 'tenant' | 'platform'
  readonly name: string
  readonly description: string
  readonly grants: readonly string[]
}

/** Roles that ship with the product, by key. */
export const systemRoles = [
  { key: 'user', scope: 'user', name: 'Member', description: 'Everyone who is signed in', grants: ['user.*'] },
  { key: 'account_owner', scope: 'account', name: 'Owner', description: 'Runs the agency: everything in the account', grants: ['account.*'] },
  {
    key: 'account_booker',
    scope: 'account',
    name: 'Booker',
    description: 'Roster, chart board, options and bookings',
    grants: [
      'account.settings.read',
      'account.users.read',
      'account.profiles.*',
      'account.talents.read',
      'account.bookings.*',
      'account.applications.submit',
      'account.listings.read',
      'account.shortlists.manage',
    ],
  },
  { key: 'account_viewer', scope: 'account', name: 'Viewer', description: 'Sees roster and bookings, changes nothing', grants: ['account.*.read'] },
  {
    key: 'client_booker',
    scope: 'account',
    name: 'Client',
    description: 'Searches, shortlists, requests options, posts castings',
    grants: [
      'account.settings.read',
      'account.users.read',
      'account.talents.read',
      'account.bookings.read',
      'account.options.request',
      'account.listings.*',
      'account.applications.read',
      'account.applications.review',
      'account.shortlists.manage',
    ],
  },
  {
    key: 'client_owner',
    scope: 'account',
    name: 'Client owner',
    description: 'Runs a client account: all that a client does, and its members',
    grants: [
      'account.settings.read',
      'account.users.*',
      'account.talents.read',
      'account.bookings.read',
      'account.options.request',
      'account.listings.*',
      'account.applications.read',
      'account.applications.review',
      'account.shortlists.manage',
      'account.data.export',
    ],
  },
  {
    key: 'guardian',
    scope: 'account',
    name: 'Guardian',
    description: 'Manages the profiles of own children or animals',
    grants: ['account.settings.read', 'account.profiles.read', 'account.talents.read'],
  },
  {
    key: 'tenant_manager',
    scope: 'tenant',
    name: 'Marketplace manager',
    description: 'Accounts, users, talents and fields of the marketplace',
    grants: [
      'tenant.settings.read',
      'tenant.accounts.*',
      'tenant.users.read',
      'tenant.roles.read',
      'tenant.talents.read',
      'tenant.schemas.*',
      'tenant.templates.*',
    ],
  },
  { key: 'tenant_admin', scope: 'tenant', name: 'Marketplace admin', description: 'Everything in the marketplace', grants: ['tenant.*'] },
  { key: 'platform_support', scope: 'platform', name: 'Platform support', description: 'Sees tenants and health', grants: ['platform.*.read'] },
  { key: 'platform_admin', scope: 'platform', name: 'Platform admin', description: 'Runs the platform', grants: ['platform.*'] },
  { key: 'super_admin', scope: 'platform', name: 'Super admin', description: 'Everything on the platform', grants: ['platform.*'] },
] as const satisfies readonly SystemRole[]

/** Keys of the shipped roles. */
export type SystemRoleKey = (typeof systemRoles)[number]['key']

/** Tells whether a permission is covered by a pattern; compares segments, never prefixes. */
export function matches(pattern: string, permission: string): boolean {
  const want = pattern.split('.')
  const have = permission.split('.')
  for (const [i, part] of want.entries()) {
    if (part === '*' && i === want.length - 1) return have.length > i
    if (have[i] === undefined || (part !== '*' && part !== have[i])) return false
  }
  return want.length === have.length
}
