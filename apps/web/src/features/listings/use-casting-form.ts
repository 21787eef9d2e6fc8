'use client'

import { useEffect, useState } from 'react'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { createListing, listingLocked, publishListing, updateListing, type Listing } from '@itellico/contracts/listings'
import { api, newIdempotencyKey } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { problemCode, problemToForm } from '@/lib/problems'
import { deadlineIn, toEdit, toNewListing, toValues, type CastingValues } from './casting-values'
import { useCastingChanged } from './use-castings'

/** The form of a casting: a new one, or one that is there already. */
export function useCastingForm(casting: Listing | null) {
  const { t, locale } = useI18n()
  const { timezone, currency } = useTenant()
  const router = useRouter()
  const changed = useCastingChanged()
  // One key per wording: the same casting sent twice is one, a changed one is new.
  const [sent] = useState(() => new Map<string, string>())
  const [known, setKnown] = useState(casting)
  const form = useForm<CastingValues>({ defaultValues: toValues(casting, locale, timezone) })
  const { isDirty } = form.formState
  const locked = (known?.applicationCount ?? 0) > 0

  const save = useMutation({
    mutationFn: async ({ values, publish }: { values: CastingValues; publish: boolean }) => {
      if (!known) {
        const body = toNewListing(values, timezone, currency, publish)
        const text = JSON.stringify(body)
        const idempotencyKey = sent.get(text) ?? newIdempotencyKey()
        sent.set(text, idempotencyKey)
        return api(createListing, { body, idempotencyKey })
      }
      const target = { id: known.id }
      const saved = await api(updateListing, { params: target, body: toEdit(values, known, timezone, currency, locked), ifMatch: known.version })
      // What is saved is saved, even when publishing is refused below.
      setKnown(saved)
      return publish ? api(publishListing, { params: target, ifMatch: saved.version }) : saved
    },
    onSuccess: (after) => {
      changed(after)
      toast.success(
        after.status === 'draft'
          ? t('cast.savedDraft')
          : after.status === 'published' && after.status !== casting?.status
            ? t('cast.published', { title: after.title })
            : t('common.saved'),
      )
      router.push(`/client/castings/${after.id}`)
    },
    onError: (cause) => {
      if (problemCode(cause) === listingLocked.code) {
        setKnown((was) => was && { ...was, applicationCount: Math.max(1, was.applicationCount) })
        form.setError('root', { type: 'server', message: t('cast.lockedMeanwhile') })
      } else problemToForm(cause, form.setError, t, { startsOn: 'days', endsOn: 'days', deadline: 'deadlineDay' })
    },
  })

  const [publishing, setPublishing] = useState(false)
  const checkDeadline = (): true | string => {
    const values = form.getValues()
    const deadline = deadlineIn(values, timezone)
    const touched = form.getFieldState('deadlineDay').isDirty || form.getFieldState('deadlineTime').isDirty
    const matters = publishing || (casting?.status === 'published' && touched)
    return !deadline || !matters || Date.parse(deadline) > Date.now() || t('cast.formDeadlinePast')
  }
  const submit = (publish: boolean) => {
    setPublishing(publish)
    // The rule for the closing date depends on what is wanted, so it is asked again with the new one.
    return form.handleSubmit((values) => {
      const deadline = deadlineIn(values, timezone)
      if (publish && deadline && Date.parse(deadline) <= Date.now()) return form.setError('deadlineDay', { message: t('cast.formDeadlinePast') })
      save.mutate({ values, publish })
    })()
  }

  const unsaved = isDirty && !save.isSuccess
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsaved])

  return { form, casting: known, locked, checkDeadline, submit, busy: save.isPending ? (save.variables.publish ? 'publish' : 'save') : null } as const
}
