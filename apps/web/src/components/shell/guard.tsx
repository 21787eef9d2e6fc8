import { Suspense, type ReactNode } from 'react'
import type { Permission } from '@itellico/contracts/permissions'
import { getI18n } from '@/lib/i18n/server'
import { requirePermission } from '@/lib/session'
import { PageSkeleton } from './page-skeleton'

/**
 * Shows its children to people with the permission, sends the others to the page that explains. The API decides again.
 * Whoever comes to the page sees its skeleton at once: who they are is asked below it. Children may be promised, as by `params`.
 */
export async function Guard({ needs, children }: { needs: Permission; children: ReactNode }) {
  const { t } = await getI18n()
  return (
    <Suspense fallback={<PageSkeleton label={t('common.loading')} />}>
      <Permitted needs={needs}>{children}</Permitted>
    </Suspense>
  )
}

async function Permitted({ needs, children }: { needs: Permission; children: ReactNode }) {
  await requirePermission(needs)
  return children
}
