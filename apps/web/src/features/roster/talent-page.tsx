'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useQueryClient } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { localText, fieldsOf } from '@itellico/contracts/model-schema'
import { getRosterProfile, updateRosterProfile, type Profile } from '@itellico/contracts/profiles'
import { QueryError } from '@/components/shell/query-error'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { MediaImage } from '@/components/ui/media-image'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Badge, Status } from '@/components/ui/status'
import { Tabs, TabsList, TabsPanel, TabsTab } from '@/components/ui/tabs'
import { MediaManager } from '@/features/media/media-manager'
import { ProfileForm } from '@/features/profile-form/profile-form'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, usePerson, useTenant } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { useFilters } from '@/lib/use-filters'
import { Completeness } from './completeness'
import { TalentApplications } from './talent-applications'
import { TalentCalendar } from './talent-calendar'
import { useMemberSchema, usePublication, useRosterProfile } from './use-roster'

const tabs = ['profile', 'pictures', 'calendar', 'applications'] as const

function Head({ profile }: { profile: Profile }) {
  const { t, locale } = useI18n()
  const mayPublish = useCan('account.profiles.publish')
  const schema = useMemberSchema()
  const [missing, setMissing] = useState<readonly string[]>([])
  const publication = usePublication(profile, setMissing)
  const names = missing.map((key) => {
    const field = schema.data && fieldsOf(schema.data.definition).find((f) => f.key === key)
    return field ? localText(field.label, locale) : key
  })
  const isPublic = profile.status === 'active' && profile.visibility === 'public'
  return (
    <header className="mb-6 grid gap-4">
      <Breadcrumb label={t('book.trail')} items={[{ label: t('roster.title'), href: '/desk/roster' }, { label: profile.displayName }]} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        <div className="w-24 sm:w-32">
          <MediaImage item={profile.cover} alt="" name={profile.displayName} sizes="8rem" priority />
        </div>
        <div className="grid min-w-0 flex-1 gap-2">
          <h1 className="text-3xl leading-none font-semibold tracking-[-0.03em]">{profile.displayName}</h1>
          <div className="flex flex-wrap items-center gap-2">
            <Status status={profile.status} text={statusText(t, profile.status)} />
            {profile.isMinor ? (
              <Badge glyph="18">{t('roster.minorLong')}</Badge>
            ) : (
              profile.visibility === 'members' && <Badge glyph="◌">{t('members.only')}</Badge>
            )}
            <Completeness value={profile.completeness} />
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          {isPublic && (
            <Link href={`/talent/${profile.slug}`} target="_blank" className={buttonStyles({ variant: 'outline' })}>
              <ExternalLink />
              {t('roster.preview')}
            </Link>
          )}
          {mayPublish &&
            (profile.status === 'active' ? (
              <Button variant="outline" busy={publication.isPending} onClick={() => publication.mutate('hide')}>
                {t('roster.hide')}
              </Button>
            ) : (
              profile.status !== 'suspended' && (
                <Button
                  busy={publication.isPending}
                  onClick={() => {
                    setMissing([])
                    publication.mutate('publish')
                  }}
                >
                  {t('roster.publish')}
                </Button>
              )
            ))}
        </div>
      </div>
      {missing.length > 0 && profile.status !== 'active' && (
        <p role="alert" className="border-l-2 border-warn bg-warn-wash px-3 py-2 text-base">
          {t('roster.incomplete', { fields: names.join(', ') })}
        </p>
      )}
    </header>
  )
}

/** A talent of the roster: profile, pictures, calendar, applications. */
export function TalentPage({ id }: { id: string }) {
  const { t } = useI18n()
  const { accountId } = usePerson()
  const { unitSystem } = useTenant()
  const client = useQueryClient()
  const { params, set } = useFilters()
  const mayEdit = useCan('account.profiles.update')
  const profile = useRosterProfile(id)
  const schema = useMemberSchema()
  const tab = tabs.find((name) => name === params.get('tab')) ?? 'profile'
  if (profile.isError) return <QueryError cause={profile.error} retry={profile.refetch} />
  if (schema.isError) return <QueryError cause={schema.error} retry={schema.refetch} />
  if (profile.isPending || schema.isPending) {
    return (
      <Loading label={t('common.loading')} className="grid gap-6">
        <div className="flex items-end gap-6">
          <Skeleton className="aspect-3/4 w-32 rounded-none" />
          <Skeleton className="h-11 w-72" />
        </div>
        <Skeleton className="h-9" />
        {[0, 1, 2, 3].map((i) => (
          <Skeleton key={i} className="h-14 max-w-2xl" />
        ))}
      </Loading>
    )
  }
  return (
    <>
      <Head profile={profile.data} />
      <Tabs value={tab} onValueChange={(next) => set({ tab: next === 'profile' ? null : String(next) })}>
        <TabsList className="mb-6">
          {tabs.map((name) => (
            <TabsTab key={name} value={name}>
              {t(`roster.tab.${name}`)}
            </TabsTab>
          ))}
        </TabsList>
        <TabsPanel value="profile">
          <ProfileForm
            profile={profile.data}
            definition={schema.data.definition}
            unitSystem={unitSystem}
            readOnly={!mayEdit}
            store={{
              load: () => api(getRosterProfile, { params: { id } }),
              save: (edit, version) => api(updateRosterProfile, { params: { id }, body: edit, ifMatch: version }),
              onSaved: (saved) => {
                client.setQueryData(keys.profiles(accountId, 'one', id), saved)
                void client.invalidateQueries({ queryKey: keys.profiles(accountId, 'roster') })
              },
            }}
          />
        </TabsPanel>
        <TabsPanel value="pictures">
          <MediaManager profileId={id} name={profile.data.displayName} />
        </TabsPanel>
        <TabsPanel value="calendar">
          <TalentCalendar profileId={id} name={profile.data.displayName} />
        </TabsPanel>
        <TabsPanel value="applications">
          <TalentApplications profileId={id} />
        </TabsPanel>
      </Tabs>
    </>
  )
}
