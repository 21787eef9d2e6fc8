'use client'

import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '@itellico/contracts/client'
import { getTalent, getTenantTalent, type MemberProfile } from '@itellico/contracts/profiles'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { buttonStyles } from '@/components/ui/button-styles'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Badge } from '@/components/ui/status'
import { talentKey, type TalentArea } from '@/features/search/member-search'
import { WorkspaceActions } from '@/features/search/workspace-actions'
import { api } from '@/lib/api.client'
import { formatPlace } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { nounsOf, type Translate } from '@/lib/i18n/translate'
import { usePerson, useTenant } from '@/lib/me'
import { ProfileArticle } from './profile-article'

function ageText(t: Translate, years: number | null): string | null {
  if (years === null) return null
  return years === 0 ? t('members.ageBaby') : years === 1 ? t('members.ageOne') : t('members.age', { years })
}

/** What the signed-in person may see of a talent, in their workspace. */
export function MemberTalent({ slug, area }: { slug: string; area: TalentArea }) {
  const { t, locale } = useI18n()
  const { accountId } = usePerson()
  const { industry, unitSystem } = useTenant()
  const talent = useQuery({
    queryKey: talentKey(accountId, slug, area),
    queryFn: ({ signal }) => api(area === 'admin' ? getTenantTalent : getTalent, { params: { slug }, signal }),
    retry: (count, cause) => count < 2 && !(cause instanceof ApiProblem && cause.problem.status < 500),
  })
  const back = { href: `/${area}/talent`, label: t('talent.title', nounsOf(t, industry)) }
  if (talent.isPending)
    return (
      <Loading label={t('common.loading')} className="grid gap-8">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="h-14 w-80 max-w-full" />
        <Skeleton className="h-16" />
        <div className="grid grid-cols-2 gap-1.5 md:grid-cols-6">
          <Skeleton className="col-span-2 aspect-3/4 rounded-none md:col-span-4 md:row-span-2" />
          <Skeleton className="aspect-3/4 rounded-none md:col-span-2" />
          <Skeleton className="aspect-3/4 rounded-none md:col-span-2" />
        </div>
      </Loading>
    )
  if (talent.isError) {
    const gone = talent.error instanceof ApiProblem && talent.error.problem.status === 404
    if (!gone) return <QueryError cause={talent.error} retry={talent.refetch} />
    return (
      <PageHeader
        trail={<Breadcrumb label={t('book.trail')} items={[back, { label: '…' }]} />}
        title={t('members.gone')}
        lead={t('members.goneText')}
        actions={
          <Link href={back.href} className={buttonStyles({ variant: 'outline' })}>
            {t('profile.back', nounsOf(t, industry))}
          </Link>
        }
      />
    )
  }
  const profile = talent.data
  const facts = [
    ageText(t, profile.age),
    formatPlace(profile.city, profile.country, locale),
    profile.agency && t('profile.representedBy', { name: profile.agency.name }),
  ].filter(Boolean)
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-8 md:gap-9">
      <Breadcrumb label={t('book.trail')} items={[back, { label: profile.displayName }]} />
      <ProfileArticle
        profile={profile}
        unitSystem={unitSystem}
        t={t}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            {facts.join(' · ')}
            <Marks profile={profile} />
          </span>
        }
        actions={<Actions profile={profile} area={area} />}
      />
    </article>
  )
}

function Marks({ profile }: { profile: MemberProfile }) {
  const { t } = useI18n()
  if (profile.isMinor) return <Badge glyph="18">{t('roster.minor')}</Badge>
  return profile.visibility === 'members' ? <Badge glyph="◌">{t('members.only')}</Badge> : null
}

function Actions({ profile, area }: { profile: MemberProfile; area: TalentArea }) {
  const { t } = useI18n()
  const { accountId } = usePerson()
  if (area === 'client')
    return (
      <div className="flex flex-wrap items-center gap-2">
        <WorkspaceActions profile={{ id: profile.id, slug: profile.slug, displayName: profile.displayName }} size="full" />
      </div>
    )
  if (area === 'desk' && accountId !== null && profile.agency?.id === accountId)
    return (
      <div>
        <Link href={`/desk/roster/${profile.id}`} className={buttonStyles({ variant: 'outline', size: 'lg' })}>
          {t('members.toRoster')}
        </Link>
      </div>
    )
  return null
}
