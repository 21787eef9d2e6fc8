import type { ReactNode } from 'react'
import type { Permission } from '@itellico/contracts/permissions'
import { requirePermission } from '@/lib/session'

/** Shows its children to people with the permission, sends the others to the page that explains. The API decides again. */
export async function Guard({ needs, children }: { needs: Permission; children: ReactNode }) {
  await requirePermission(needs)
  return children
}
