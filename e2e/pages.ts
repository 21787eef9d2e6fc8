/** The main pages of each persona, for what has to hold on all of them. */
export const PAGES: readonly { who: string | null; tenant: 'fashion' | 'kids' | null; paths: readonly string[] }[] = [
  { who: null, tenant: 'fashion', paths: ['/', '/talent', '/talent/mira-vasilescu', '/castings', '/login', '/register'] },
  {
    who: 'booker@fashion.example',
    tenant: 'fashion',
    paths: ['/desk', '/desk/board', '/desk/bookings', '/desk/roster', '/desk/talent', '/desk/castings', '/messages'],
  },
  {
    who: 'client@fashion.example',
    tenant: 'fashion',
    paths: ['/client', '/client/talent', '/client/talent/mira-vasilescu', '/client/shortlists', '/client/bookings', '/client/castings', '/client/castings/new'],
  },
  { who: 'client@kids.example', tenant: 'kids', paths: ['/client/talent', '/client/talent/ada-o'] },
  { who: 'brand@bramble.example', tenant: 'kids', paths: ['/client/talent', '/client/talent/ada-o'] },
  { who: 'talent@fashion.example', tenant: 'fashion', paths: ['/me', '/me/profile', '/me/pictures', '/me/calendar', '/me/bookings', '/me/applications'] },
  {
    who: 'admin@fashion.example',
    tenant: 'fashion',
    paths: [
      '/admin',
      '/admin/accounts',
      '/admin/talent',
      '/admin/users',
      '/admin/roles',
      '/admin/roles/why',
      '/admin/branding',
      '/admin/domains',
      '/admin/pages',
      '/admin/fields',
      '/admin/fields/template',
      '/admin/usage',
      '/admin/audit',
      '/admin/isolation',
      '/admin/exports',
    ],
  },
  { who: 'operator@itellico.example', tenant: null, paths: ['/console', '/console/tenants', '/console/tenants/new', '/console/queues', '/console/audit'] },
]
