import {
  activateTenant,
  archiveTenant,
  cloneTenant,
  exportTenant,
  markPastDue,
  moveTenant,
  purgeTenant,
  restoreTenant,
  rotateTenantKey,
  setMaintenance,
} from '@itellico/contracts/tenant-life'
import type { Permission } from '@itellico/contracts/permissions'
import type { Tenant } from '@itellico/contracts/tenants'
import { api } from '@/lib/api.client'
import type { MessageKey } from '@/lib/i18n/translate'

/** What a step asks before it is taken. */
export type Question = 'reason' | 'slug' | 'confirm' | 'shard' | null

/** Something that the platform's staff can do to a tenant. */
export interface LifeStep {
  readonly key: 'activate' | 'overdue' | 'maintenance' | 'export' | 'sandbox' | 'rotate' | 'move' | 'archive' | 'restore' | 'purge'
  readonly label: MessageKey
  readonly title: MessageKey
  readonly text: MessageKey
  readonly needs: Permission
  readonly asks: Question
  readonly danger?: boolean
  /** States of a tenant in which it can be taken. */
  readonly when: readonly Tenant['status'][]
  /** Runs in the background and is shown among the operations. */
  readonly operation?: boolean
  readonly run: (tenant: Tenant, answer: string) => Promise<unknown>
}

const LIVE = ['trial', 'active', 'past_due', 'suspended'] as const
const params = (tenant: Tenant) => ({ params: { id: tenant.id } })

/** Steps of a tenant's life, in the order in which they are offered. Suspending has a button of its own. */
export const lifeSteps: readonly LifeStep[] = [
  {
    key: 'activate',
    label: 'life.activate',
    title: 'life.activateTitle',
    text: 'life.activateText',
    needs: 'platform.tenants.suspend',
    asks: 'reason',
    when: ['trial', 'past_due'],
    run: (tenant, reason) => api(activateTenant, { ...params(tenant), body: { reason } }),
  },
  {
    key: 'overdue',
    label: 'life.overdue',
    title: 'life.overdueTitle',
    text: 'life.overdueText',
    needs: 'platform.tenants.suspend',
    asks: 'reason',
    when: ['trial', 'active'],
    run: (tenant, reason) => api(markPastDue, { ...params(tenant), body: { reason } }),
  },
  {
    key: 'maintenance',
    label: 'life.maintenanceBegin',
    title: 'life.maintenanceTitle',
    text: 'life.maintenanceText',
    needs: 'platform.tenants.suspend',
    asks: null,
    when: LIVE,
    run: (tenant) => api(setMaintenance, { ...params(tenant), body: { on: true } }),
  },
  {
    key: 'export',
    label: 'life.export',
    title: 'life.exportTitle',
    text: 'life.exportText',
    needs: 'platform.tenants.archive',
    asks: null,
    when: [...LIVE, 'archived'],
    operation: true,
    run: (tenant) => api(exportTenant, params(tenant)),
  },
  {
    key: 'sandbox',
    label: 'life.sandbox',
    title: 'life.sandboxTitle',
    text: 'life.sandboxText',
    needs: 'platform.tenants.operate',
    asks: 'slug',
    when: LIVE,
    operation: true,
    run: (tenant, slug) => api(cloneTenant, { ...params(tenant), body: { slug } }),
  },
  {
    key: 'rotate',
    label: 'life.rotate',
    title: 'life.rotateTitle',
    text: 'life.rotateText',
    needs: 'platform.tenants.operate',
    asks: null,
    when: LIVE,
    operation: true,
    run: (tenant) => api(rotateTenantKey, params(tenant)),
  },
  {
    key: 'move',
    label: 'life.move',
    title: 'life.moveTitle',
    text: 'life.moveText',
    needs: 'platform.tenants.operate',
    asks: 'shard',
    when: LIVE,
    operation: true,
    run: (tenant, shard) => api(moveTenant, { ...params(tenant), body: { shard } }),
  },
  {
    key: 'archive',
    label: 'life.archive',
    title: 'life.archiveTitle',
    text: 'life.archiveText',
    needs: 'platform.tenants.archive',
    asks: 'reason',
    danger: true,
    when: LIVE,
    run: (tenant, reason) => api(archiveTenant, { ...params(tenant), body: { reason } }),
  },
  {
    key: 'restore',
    label: 'life.restore',
    title: 'life.restoreTitle',
    text: 'life.restoreText',
    needs: 'platform.tenants.archive',
    asks: 'reason',
    when: ['archived'],
    run: (tenant, reason) => api(restoreTenant, { ...params(tenant), body: { reason } }),
  },
  {
    key: 'purge',
    label: 'life.purge',
    title: 'life.purgeTitle',
    text: 'life.purgeText',
    needs: 'platform.tenants.archive',
    asks: 'confirm',
    danger: true,
    when: ['archived'],
    operation: true,
    run: (tenant, confirm) => api(purgeTenant, { ...params(tenant), body: { confirm } }),
  },
]
