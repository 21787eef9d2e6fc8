import type { PublicListing } from '@itellico/contracts/listings'
import { ApplyButton } from '@/features/applications/apply-button'
import { formatMoney } from '@/lib/format'
import { getI18n } from '@/lib/i18n/server'

/** The roles of a casting, each with its fee and the way to apply. */
export async function RoleList({ listing }: { listing: PublicListing }) {
  const { t, locale } = await getI18n()
  return (
    <ul className="border-t border-line-strong">
      {listing.roles.map((role) => (
        <li key={role.id} className="grid gap-x-6 gap-y-3 border-b border-line py-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
          <div className="grid gap-1">
            <h3 className="text-lg leading-tight font-semibold">{role.name}</h3>
            <p className="max-w-[56ch] text-base text-pretty text-ink-2">{role.description}</p>
            <p className="tabular text-base">
              <span className="font-medium">{role.fee ? formatMoney(role.fee, locale) : t('castings.feeOpen')}</span>
              <span className="text-ink-3"> · {t('castings.people', { count: role.quantity })}</span>
            </p>
          </div>
          {listing.open && <ApplyButton listing={{ id: listing.id, slug: listing.slug, title: listing.title }} role={{ id: role.id, name: role.name }} />}
        </li>
      ))}
    </ul>
  )
}
