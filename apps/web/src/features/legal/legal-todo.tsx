'use client'

import Link from 'next/link'
import { buttonStyles } from '@/components/ui/button-styles'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { useLegalPages } from './use-legal'

/** Reminds those who run the marketplace of an imprint that nobody can read yet. */
export function LegalTodo() {
  const { t } = useI18n()
  const list = useLegalPages(useCan('tenant.legal.manage'))
  if (!list.data?.missing.includes('imprint')) return null
  return (
    <aside aria-label={t('leg.todo')} className="mb-8 flex flex-wrap items-center justify-between gap-3 border-l-2 border-warn bg-warn-wash p-4 text-warn">
      <p>
        <strong className="font-semibold">{t('leg.todo')}.</strong> {t('leg.todoText')}
      </p>
      <Link href="/admin/pages" className={buttonStyles({ variant: 'outline' })}>
        {t('leg.todoAction')}
      </Link>
    </aside>
  )
}
