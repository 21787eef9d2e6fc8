'use client'

import Link from 'next/link'
import { Circle, CircleCheck } from 'lucide-react'
import type { MinorAccess } from '@itellico/contracts/profiles'
import { buttonStyles } from '@/components/ui/button-styles'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'

/** What opens profiles of minors to a client, and what of it is there already. */
export function MinorsNotice({ access, quiet = false }: { access: MinorAccess; quiet?: boolean }) {
  const { t } = useI18n()
  const mayPost = useCan('account.listings.manage')
  const steps = [
    { done: access.verified, title: access.verified ? t('members.verified') : t('members.unverified'), text: t('members.unverifiedText') },
    { done: access.openCasting, title: access.openCasting ? t('members.casting') : t('members.noCasting'), text: t('members.noCastingText') },
  ]
  return (
    <section
      aria-labelledby="minors-notice"
      className={cn('grid gap-3', quiet ? 'mt-12 border-t border-line pt-6' : 'mb-6 border-l-2 border-info bg-info-wash p-4')}
    >
      <h2 id="minors-notice" className="text-md font-semibold">
        {t('members.minorsTitle')}
      </h2>
      <p className="max-w-[64ch] text-base text-ink-2">{t('members.minorsText')}</p>
      <ul className="grid gap-2">
        {steps.map(({ done, title, text }) => (
          <li key={title} className="flex gap-2.5 text-base">
            {done ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
            ) : (
              <Circle aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
            )}
            <span className="max-w-[60ch]">
              <span className={cn('font-medium', done && 'text-ok')}>{title}</span>
              {!done && <span className="block text-ink-2">{text}</span>}
            </span>
          </li>
        ))}
      </ul>
      {!access.openCasting && mayPost && (
        <Link href="/client/castings/new" className={cn(buttonStyles({ variant: 'outline' }), 'justify-self-start')}>
          {t('members.postCasting')}
        </Link>
      )}
    </section>
  )
}
