'use client'

import Link from 'next/link'
import { useI18n } from '@/lib/i18n/client'

/** From a page about rights to the roles. */
export function BackToRoles() {
  const { t } = useI18n()
  return (
    <Link href="/admin/roles" className="link justify-self-start text-sm">
      {t('rol.title')}
    </Link>
  )
}
