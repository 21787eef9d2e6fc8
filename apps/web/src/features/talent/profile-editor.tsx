'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ExternalLink, Send } from 'lucide-react'
import { toast } from 'sonner'
import { localText, type Definition } from '@itellico/contracts/model-schema'
import { getOwnProfile, submitOwnProfile, updateOwnProfile, type Profile } from '@itellico/contracts/profiles'
import { ApiProblem } from '@itellico/contracts/client'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { MediaImage } from '@/components/ui/media-image'
import { Progress } from '@/components/ui/progress'
import { Status } from '@/components/ui/status'
import { StartConversation } from '@/features/messaging/start-conversation'
import { ProfileForm } from '@/features/profile-form/profile-form'
import type { ProfileStore } from '@/features/profile-form/use-profile-form'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan, useTenant } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { missingFields } from './talent-words'

const MAY_SUBMIT = new Set(['draft', 'hidden'])

/** One own profile: how it stands, what is missing, the form, and the way to hand it in. */
export function ProfileEditor({ profile, definition }: { profile: Profile; definition: Definition }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const { unitSystem } = useTenant()
  const mayEdit = useCan('user.profiles.update')
  const [showMissing, setShowMissing] = useState(false)
  const missing = missingFields(definition, profile)
  const store: ProfileStore = {
    load: () => api(getOwnProfile, { params: { id: profile.id } }),
    save: (body, ifMatch) => api(updateOwnProfile, { params: { id: profile.id }, body, ifMatch }),
    onSaved: (after) => {
      client.setQueryData<{ items: Profile[] }>(keys.profiles('own'), (data) => data && { items: data.items.map((p) => (p.id === after.id ? after : p)) })
      void client.invalidateQueries({ queryKey: ['profiles'] })
    },
  }
  const submit = useMutation({
    mutationFn: () => api(submitOwnProfile, { params: { id: profile.id } }),
    onSuccess: () => toast.success(t('own.submitted', { name: profile.displayName })),
    onError: (cause) => {
      if (cause instanceof ApiProblem && cause.problem.code === 'profiles.incomplete' && cause.problem.errors?.length) setShowMissing(true)
      else toastProblem(cause, t)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['profiles'] }),
  })
  const state = profile.status !== 'active' || profile.visibility === 'public' ? profile.status : profile.isMinor ? 'activeMinor' : 'activeMembers'
  const handIn = () => (missing.length > 0 ? setShowMissing(true) : submit.mutate())
  return (
    <div className="grid gap-8">
      <section className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-start gap-x-5 gap-y-4 border-y border-line py-4 sm:grid-cols-[7rem_minmax(0,1fr)] lg:grid-cols-[7rem_minmax(0,1fr)_auto]">
        <Link href={`/me/pictures?p=${profile.id}`} aria-label={t('me.addPictures')}>
          <MediaImage item={profile.cover} alt="" name={profile.displayName} sizes="7rem" ratio="3/4" variant="thumb" />
        </Link>
        <div className="grid gap-2">
          <p className="flex flex-wrap items-center gap-3">
            <span className="font-display text-xl font-semibold">{profile.displayName}</span>
            <Status status={profile.status} text={statusText(t, profile.status)} />
          </p>
          <p className="text-ink-2">{t(`own.state.${state}`)}</p>
          <Progress value={profile.completeness} label={t('me.complete')} className="max-w-sm" />
          <p className="text-sm text-ink-3">{t('own.agency', { agency: profile.accountName })}</p>
        </div>
        <div className="col-span-2 flex flex-wrap gap-2 lg:col-span-1 lg:grid lg:justify-items-end">
          {mayEdit && MAY_SUBMIT.has(profile.status) && (
            <Button busy={submit.isPending} onClick={handIn}>
              <Send />
              {t('own.submit')}
            </Button>
          )}
          {profile.status === 'active' && profile.visibility === 'public' && (
            <Link href={`/talent/${profile.slug}`} className={buttonStyles({ variant: 'outline' })}>
              <ExternalLink />
              {t('own.preview')}
            </Link>
          )}
          <StartConversation about={{ profileId: profile.id }} to={profile.accountName} label={t('own.write')} />
        </div>
      </section>
      {showMissing && missing.length > 0 && (
        <section role="alert" className="border-l-2 border-warn bg-warn-wash px-4 py-3 text-warn">
          <h2 className="text-md font-semibold">{t('own.missingTitle')}</h2>
          <p>{t('own.missingText')}</p>
          <ul className="mt-1 flex flex-wrap gap-x-4">
            {missing.map((f) => (
              <li key={f.key}>
                <a
                  href={`#section-${definition.sections.find((s) => s.fields.includes(f))?.key ?? 'base'}`}
                  className="font-medium underline underline-offset-2"
                >
                  {localText(f.label, locale)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ProfileForm key={profile.id} profile={profile} definition={definition} unitSystem={unitSystem} store={store} readOnly={!mayEdit} />
    </div>
  )
}
