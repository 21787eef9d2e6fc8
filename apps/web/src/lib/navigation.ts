import type { Me } from '@itellico/contracts/auth'
import type { Permission } from '@itellico/contracts/permissions'
import type { MessageKey } from './i18n/translate'
import { isLockedOut, mayDo, membershipIn, workspaceOfAccount, type Workspace } from './permissions'

/** Names of icons that the shell draws. */
export type IconName =
  | 'overview'
  | 'roster'
  | 'board'
  | 'bookings'
  | 'castings'
  | 'settings'
  | 'messages'
  | 'shortlists'
  | 'requests'
  | 'search'
  | 'profile'
  | 'media'
  | 'bookouts'
  | 'applications'
  | 'accounts'
  | 'users'
  | 'roles'
  | 'security'
  | 'sso'
  | 'branding'
  | 'fields'
  | 'domains'
  | 'pages'
  | 'audit'
  | 'isolation'
  | 'exports'
  | 'keys'
  | 'directory'
  | 'tenants'
  | 'new'
  | 'queues'

export interface NavItem {
  readonly href: string
  readonly label: MessageKey
  readonly icon: IconName
  /** Shown only to people who may do this (judged for the active account). */
  readonly needs?: Permission
  /** Current only when the path is exactly this one, not one below. */
  readonly exact?: boolean
  /** Has a place in the bar at the bottom of a phone. */
  readonly primary?: boolean
}

export interface NavSection {
  readonly key: Workspace | 'shared'
  readonly label: MessageKey
  readonly items: readonly NavItem[]
}

const sections: Record<Workspace, NavSection> = {
  desk: {
    key: 'desk',
    label: 'nav.desk',
    items: [
      { href: '/desk', label: 'nav.overview', icon: 'overview', exact: true, primary: true },
      { href: '/desk/board', label: 'nav.board', icon: 'board', needs: 'account.bookings.read', primary: true },
      { href: '/desk/bookings', label: 'nav.bookings', icon: 'bookings', needs: 'account.bookings.read', primary: true },
      { href: '/desk/roster', label: 'nav.roster', icon: 'roster', needs: 'account.profiles.read' },
      { href: '/desk/talent', label: 'nav.search', icon: 'search', needs: 'account.talents.read' },
      { href: '/desk/castings', label: 'nav.castings', icon: 'castings', needs: 'account.applications.submit' },
      { href: '/desk/account', label: 'nav.team', icon: 'settings', needs: 'account.users.read' },
      { href: '/desk/exports', label: 'nav.exports', icon: 'exports', needs: 'account.data.export' },
    ],
  },
  client: {
    key: 'client',
    label: 'nav.client',
    items: [
      { href: '/client', label: 'nav.overview', icon: 'overview', exact: true, primary: true },
      { href: '/client/talent', label: 'nav.search', icon: 'search', needs: 'account.talents.read', primary: true },
      { href: '/client/shortlists', label: 'nav.shortlists', icon: 'shortlists', needs: 'account.shortlists.manage', primary: true },
      { href: '/client/castings', label: 'nav.castings', icon: 'castings', needs: 'account.listings.read' },
      { href: '/client/bookings', label: 'nav.bookings', icon: 'bookings', needs: 'account.bookings.read' },
      { href: '/client/account', label: 'nav.team', icon: 'settings', needs: 'account.users.read' },
      { href: '/desk/exports', label: 'nav.exports', icon: 'exports', needs: 'account.data.export' },
    ],
  },
  me: {
    key: 'me',
    label: 'nav.me',
    items: [
      { href: '/me', label: 'nav.overview', icon: 'overview', exact: true, primary: true },
      { href: '/me/profile', label: 'nav.profile', icon: 'profile', needs: 'user.profiles.read', primary: true },
      { href: '/me/pictures', label: 'nav.media', icon: 'media', needs: 'user.media.manage' },
      { href: '/me/bookings', label: 'nav.bookings', icon: 'bookings', needs: 'user.bookings.read', primary: true },
      { href: '/me/calendar', label: 'nav.calendar', icon: 'bookouts', needs: 'user.bookings.read' },
      { href: '/me/applications', label: 'nav.applications', icon: 'applications', needs: 'user.applications.read' },
    ],
  },
  admin: {
    key: 'admin',
    label: 'nav.admin',
    items: [
      { href: '/admin', label: 'nav.overview', icon: 'overview', exact: true, primary: true },
      { href: '/admin/accounts', label: 'nav.accounts', icon: 'accounts', needs: 'tenant.accounts.read', primary: true },
      { href: '/admin/users', label: 'nav.users', icon: 'users', needs: 'tenant.users.read', primary: true },
      { href: '/admin/talent', label: 'nav.allTalent', icon: 'search', needs: 'tenant.talents.read' },
      { href: '/admin/roles', label: 'nav.roles', icon: 'roles', needs: 'tenant.roles.read' },
      { href: '/admin/security', label: 'nav.security', icon: 'security', needs: 'tenant.security.manage' },
      { href: '/admin/sso', label: 'nav.sso', icon: 'sso', needs: 'tenant.sso.manage' },
      { href: '/admin/keys', label: 'nav.keys', icon: 'keys', needs: 'tenant.keys.read' },
      { href: '/admin/directory', label: 'nav.directory', icon: 'directory', needs: 'tenant.scim.manage' },
      { href: '/admin/branding', label: 'nav.branding', icon: 'branding', needs: 'tenant.settings.read' },
      { href: '/admin/domains', label: 'nav.domains', icon: 'domains', needs: 'tenant.domains.read' },
      { href: '/admin/pages', label: 'nav.pages', icon: 'pages', needs: 'tenant.legal.read' },
      { href: '/admin/fields', label: 'nav.fields', icon: 'fields', needs: 'tenant.schemas.read' },
      { href: '/admin/usage', label: 'nav.usage', icon: 'overview', needs: 'tenant.usage.read' },
      { href: '/admin/audit', label: 'nav.audit', icon: 'audit', needs: 'tenant.audit.read' },
      { href: '/admin/isolation', label: 'nav.isolation', icon: 'isolation', needs: 'tenant.isolation.read' },
      { href: '/admin/exports', label: 'nav.exports', icon: 'exports', needs: 'tenant.data.export' },
    ],
  },
  console: {
    key: 'console',
    label: 'nav.platform',
    items: [
      { href: '/console', label: 'nav.overview', icon: 'overview', exact: true, primary: true },
      { href: '/console/tenants', label: 'nav.tenants', icon: 'tenants', needs: 'platform.tenants.read', primary: true },
      { href: '/console/tenants/new', label: 'nav.newTenant', icon: 'new', needs: 'platform.tenants.create' },
      { href: '/console/queues', label: 'nav.queues', icon: 'queues', needs: 'platform.monitoring.read', primary: true },
      { href: '/console/security', label: 'nav.security', icon: 'security', needs: 'platform.security.manage' },
      { href: '/console/audit', label: 'nav.audit', icon: 'audit', needs: 'platform.audit.read' },
    ],
  },
}

const shared: NavSection = {
  key: 'shared',
  label: 'nav.more',
  items: [{ href: '/messages', label: 'nav.messages', icon: 'messages', needs: 'user.messages.read', primary: true }],
}

/** The navigation of a person: that of the active account, the marketplace's for those who run it, and what everybody has. */
export function navigationFor(me: Me, accountId: string | null): NavSection[] {
  const wanted: NavSection[] = []
  if (me.realm === 'platform') wanted.push(sections.console)
  else {
    const own = workspaceOfAccount(membershipIn(me, accountId)?.accountType)
    const runs = me.permissions.some((p) => p.startsWith('tenant.'))
    if (own) wanted.push(sections[own])
    else if (!runs && !isLockedOut(me)) wanted.push(sections.me)
    wanted.push(shared)
    if (runs) wanted.push(sections.admin)
  }
  return wanted
    .map((section) => ({ ...section, items: section.items.filter((item) => !item.needs || mayDo(me, item.needs, accountId)) }))
    .filter((section) => section.items.length > 0)
}

/** The item that the current page belongs to: the longest address that the path starts with. */
export function currentItem(navigation: readonly NavSection[], pathname: string): NavItem | null {
  const fits = (item: NavItem) => pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`))
  return (
    navigation
      .flatMap((s) => s.items)
      .filter(fits)
      .sort((a, b) => b.href.length - a.href.length)[0] ?? null
  )
}
