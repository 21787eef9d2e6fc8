import type { ReactNode } from 'react'
import type { PublicProfile } from '@itellico/contracts/profiles'
import { cn } from '@/lib/cn'
import type { Translate } from '@/lib/i18n/translate'
import type { UnitSystem } from '@/lib/units'
import { CompStrip } from './comp-strip'
import { Portfolio } from './portfolio'
import { ProfileFacts } from './profile-facts'

interface Props {
  readonly profile: PublicProfile
  readonly unitSystem: UnitSystem
  /** The line below the name. */
  readonly lead: ReactNode
  readonly actions: ReactNode
  readonly t: Translate
}

/** A talent as others see one, on public pages and in workspaces: name, comp card line, the book, and everything else. */
export function ProfileArticle({ profile, unitSystem, lead, actions, t }: Props) {
  // A single picture stands beside the facts instead of above them.
  const sparse = profile.media.length < 2
  return (
    <>
      <header className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_auto] lg:items-end">
        <div className="grid gap-3">
          <h1 className="headline-hero">{profile.displayName}</h1>
          <div className="text-md text-ink-2">{lead}</div>
        </div>
        {actions}
      </header>
      <CompStrip schema={profile.schema} values={profile.values} unitSystem={unitSystem} />
      <div className={cn('grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10', sparse && 'lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]')}>
        <section aria-label={t('profile.book')}>
          <Portfolio name={profile.displayName} media={profile.media} />
        </section>
        <div className={cn('grid content-start gap-x-12 gap-y-8', !sparse && 'lg:grid-cols-[22rem_minmax(0,1fr)]')}>
          <section className="grid content-start gap-3">
            <h2 className="headline text-2xl">{t('profile.about')}</h2>
            {profile.bio && <p className="max-w-[60ch] text-md leading-relaxed text-pretty whitespace-pre-line text-ink-2">{profile.bio}</p>}
          </section>
          <section>
            <h2 className="sr-only">{t('profile.details')}</h2>
            <ProfileFacts schema={profile.schema} values={profile.values} unitSystem={unitSystem} />
          </section>
        </div>
      </div>
    </>
  )
}
