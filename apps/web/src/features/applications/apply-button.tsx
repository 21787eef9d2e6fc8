'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useSession } from '@/components/shell/use-session'
import { buttonStyles } from '@/components/ui/button-styles'
import { useI18n } from '@/lib/i18n/client'

interface Props {
  readonly listing: { readonly id: string; readonly slug: string; readonly title: string }
  readonly role: { readonly id: string; readonly name: string }
}

/** The way to apply for a role: talents apply themselves, agencies submit from their roster, visitors sign in first. */
export function ApplyButton({ listing, role }: Props) {
  const { t } = useI18n()
  const pathname = usePathname()
  const me = useSession()
  const types = new Set(me?.memberships.map((m) => m.accountType))
  const query = `listing=${listing.slug}&role=${role.id}`
  // as long as nobody knows who it is, most are talents; without a session that address asks to sign in
  const href =
    me === null
      ? `/login?next=${encodeURIComponent(pathname)}`
      : types.has('agency')
        ? `/desk/castings?${query}`
        : types.has('client')
          ? null
          : `/me/applications?${query}`
  if (href === null) return null
  return (
    <Link href={href} aria-label={`${t('castings.apply')}: ${role.name}`} className={buttonStyles({ variant: 'outline' })}>
      {t('castings.apply')}
    </Link>
  )
}
