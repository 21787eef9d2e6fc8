'use client'

import { useEffect, useState } from 'react'
import { useForm, useFormState, useWatch } from 'react-hook-form'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { versionStale } from '@itellico/contracts/kit'
import type { Profile, ProfileEdit } from '@itellico/contracts/profiles'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { toEdit, toForm, type ProfileFormValues } from './form-values'

/** How a profile is read and written; agencies and talents use different routes. */
export interface ProfileStore {
  readonly load: () => Promise<Profile>
  readonly save: (edit: ProfileEdit, version: number) => Promise<Profile>
  readonly onSaved: (profile: Profile) => void
}

// Most controls are no plain inputs, so the form library cannot focus them by itself.
function showFirstProblem() {
  requestAnimationFrame(() => document.querySelector('form [data-invalid]')?.scrollIntoView({ block: 'center' }))
}

/** State of the form of a profile: what changed, saving by version, and what to do when somebody else was faster. */
export function useProfileForm(profile: Profile, store: ProfileStore) {
  const { t } = useI18n()
  const [base, setBase] = useState(profile)
  const [stale, setStale] = useState(false)
  const form = useForm<ProfileFormValues>({ defaultValues: toForm(profile), mode: 'onBlur' })
  const { errors } = useFormState({ control: form.control })
  const now = useWatch({ control: form.control }) as ProfileFormValues
  const { values = {}, ...rest } = toEdit(now, toForm(base))
  const dirty = Object.keys(rest).length + Object.keys(values).length

  // Nothing is being typed: what others saved is shown as it comes.
  if (profile.version > base.version && dirty === 0 && !stale) {
    setBase(profile)
    form.reset(toForm(profile))
  }
  useEffect(() => {
    if (dirty === 0) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [dirty])

  const take = (fresh: Profile) => {
    setBase(fresh)
    setStale(false)
    form.reset(toForm(fresh))
  }
  const save = useMutation({
    mutationFn: async ({ anyVersion }: { anyVersion: boolean }) => {
      const edit = toEdit(form.getValues(), toForm(base))
      return store.save(edit, anyVersion ? (await store.load()).version : base.version)
    },
    onSuccess: (fresh) => {
      take(fresh)
      store.onSaved(fresh)
      toast.success(t('common.saved'))
    },
    onError: (cause) => {
      if (problemCode(cause) === versionStale.code) setStale(true)
      else {
        problemToForm(cause, form.setError, t)
        showFirstProblem()
      }
    },
  })
  return {
    form,
    errors,
    dirty,
    stale,
    values: now.values,
    busy: save.isPending,
    problem: errors.root?.message ?? (Object.keys(errors).length > 0 ? t('form.checkFields') : undefined),
    submit: form.handleSubmit(() => save.mutate({ anyVersion: false }), showFirstProblem),
    keepMine: () => save.mutate({ anyVersion: true }),
    discard: () => form.reset(toForm(base)),
    reload: () =>
      void store.load().then((fresh) => {
        take(fresh)
        store.onSaved(fresh)
      }),
  }
}
