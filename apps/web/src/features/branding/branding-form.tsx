'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { ApiProblem, type CallInput } from '@itellico/contracts/client'
import { updateTenantProfile, type TenantProfile } from '@itellico/contracts/tenants'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { FormError } from '@/features/auth/form-error'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { problemText } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { buttonContrast } from './contrast'
import { Languages } from './languages'
import { Slider } from './slider'
import { ThemePreview } from './theme-preview'

const HUES = `linear-gradient(to right in oklch longer hue, oklch(0.6 0.13 0), oklch(0.6 0.13 360))`
type Draft = Pick<TenantProfile, 'name' | 'tagline' | 'about' | 'theme' | 'settings' | 'locales'>
const draftOf = ({ name, tagline, about, theme, settings, locales }: TenantProfile): Draft => ({ name, tagline, about, theme, settings, locales })

/** Only what somebody changed: the rest stays as others left it, and the audit trail says no more than happened. */
function changedParts(draft: Draft, before: Draft): NonNullable<CallInput<typeof updateTenantProfile>['body']> {
  return Object.fromEntries(Object.entries(draft).filter(([part, value]) => JSON.stringify(value) !== JSON.stringify(before[part as keyof Draft])))
}

/** Name, look and rules of the marketplace, with the look beside it in both modes while one moves the sliders. */
export function BrandingForm({ profile, onReload }: { profile: TenantProfile; onReload: () => Promise<unknown> }) {
  const { t, locale } = useI18n()
  const client = useQueryClient()
  const may = useCan('tenant.settings.update')
  const [draft, setDraft] = useState<Draft>(() => draftOf(profile))
  const [base, setBase] = useState(profile)
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(base))
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  const theme = (part: Partial<Draft['theme']>) => change({ theme: { ...draft.theme, ...part } })
  const take = (after: TenantProfile) => {
    client.setQueryData(keys.tenants('own'), after)
    setBase(after)
    setDraft(draftOf(after))
  }
  const save = useMutation({
    mutationFn: (ifMatch: number) => api(updateTenantProfile, { body: changedParts({ ...draft, name: draft.name.trim() }, draftOf(base)), ifMatch }),
    onSuccess: (after) => {
      take(after)
      toast.success(t('brand.saved'))
    },
  })
  const problem = save.error instanceof ApiProblem ? save.error.problem : null
  const stale = problem?.status === 412
  const wrong = (field: string) => problem?.errors?.find((e) => e.field.replace(/^(body)?[./]/, '') === field)?.message
  const theirVersion = Number(problem?.context?.['version'] ?? base.version)
  const hoursWrong = !Number.isInteger(draft.settings.optionHours) || draft.settings.optionHours < 1 || draft.settings.optionHours > 720
  const nameWrong = draft.name.trim() === '' ? t('form.required') : undefined
  return (
    <form
      noValidate
      className="grid items-start gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_26rem]"
      onSubmit={(event) => {
        event.preventDefault()
        if (!nameWrong && !hoursWrong) save.mutate(base.version)
      }}
    >
      <div className="grid gap-10">
        {!may && <p className="border-l-2 border-info bg-info-wash px-3 py-2 text-info">{t('brand.readOnly')}</p>}
        {stale && (
          <div role="alert" className="grid justify-items-start gap-3 border-l-2 border-warn bg-warn-wash p-4 text-warn">
            <p>
              <strong className="font-semibold">{t('brand.stale')}</strong> {t('brand.staleText')}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button type="button" variant="outline" onClick={() => void onReload()}>
                {t('brand.loadTheirs')}
              </Button>
              <Button type="button" variant="quiet" busy={save.isPending} onClick={() => save.mutate(theirVersion)}>
                {t('brand.keepMine')}
              </Button>
            </div>
          </div>
        )}
        {save.isError && !stale && <FormError message={problemText(save.error, t)} />}
        <fieldset disabled={!may} className="grid gap-4">
          <legend className="mb-4 w-full border-b border-line-strong pb-1 font-display text-lg font-semibold">{t('brand.words')}</legend>
          <Field label={t('brand.name')} error={nameWrong ?? wrong('name')}>
            <Input maxLength={80} value={draft.name} onChange={(e) => change({ name: e.target.value })} />
          </Field>
          <Field label={t('brand.tagline')} hint={t('brand.taglineHint')} error={wrong('tagline')}>
            <Input maxLength={160} value={draft.tagline} onChange={(e) => change({ tagline: e.target.value })} />
          </Field>
          <Field label={t('brand.about')} hint={t('brand.aboutHint')} error={wrong('about')}>
            <Textarea rows={6} maxLength={2000} value={draft.about} onChange={(e) => change({ about: e.target.value })} />
          </Field>
        </fieldset>
        <fieldset disabled={!may} className="grid gap-5">
          <legend className="mb-4 w-full border-b border-line-strong pb-1 font-display text-lg font-semibold">{t('brand.look')}</legend>
          <Slider
            label={t('brand.hue')}
            value={draft.theme.hue}
            text={t('brand.hueValue', { deg: Math.round(draft.theme.hue) })}
            min={0}
            max={360}
            step={1}
            track={HUES}
            disabled={!may}
            onValueChange={(hue) => theme({ hue })}
          />
          <Slider
            label={t('brand.chroma')}
            value={draft.theme.chroma}
            text={t('brand.chromaValue', { percent: Math.round((draft.theme.chroma / 0.16) * 100) })}
            min={0}
            max={0.16}
            step={0.005}
            track={`linear-gradient(to right, oklch(0.55 0 ${draft.theme.hue}), oklch(0.55 0.16 ${draft.theme.hue}))`}
            disabled={!may}
            onValueChange={(chroma) => theme({ chroma })}
          />
          <Slider
            label={t('brand.radius')}
            value={draft.theme.radius}
            text={t('brand.radiusValue', { px: draft.theme.radius })}
            min={0}
            max={20}
            step={1}
            disabled={!may}
            onValueChange={(radius) => theme({ radius })}
          />
          <p className="tabular text-sm text-ink-3">
            {t('brand.contrast', { ratio: buttonContrast(draft.theme.hue, draft.theme.chroma).toLocaleString(locale, { maximumFractionDigits: 1 }) })}
          </p>
        </fieldset>
        <fieldset disabled={!may} className="grid gap-5">
          <legend className="mb-4 w-full border-b border-line-strong pb-1 font-display text-lg font-semibold">{t('brand.languages')}</legend>
          <Languages value={draft.locales} disabled={!may} onChange={(locales) => change({ locales })} />
        </fieldset>
        <fieldset disabled={!may} className="grid gap-5">
          <legend className="mb-4 w-full border-b border-line-strong pb-1 font-display text-lg font-semibold">{t('brand.rules')}</legend>
          <div className="grid justify-items-start gap-1.5">
            <span className="text-sm font-medium">{t('brand.bookout')}</span>
            <Segmented<'warn' | 'refuse'>
              label={t('brand.bookout')}
              value={draft.settings.bookoutPolicy}
              onValueChange={(bookoutPolicy) => may && change({ settings: { ...draft.settings, bookoutPolicy } })}
              options={[
                { value: 'warn', label: t('brand.bookoutWarn') },
                { value: 'refuse', label: t('brand.bookoutRefuse') },
              ]}
            />
          </div>
          <Field label={t('brand.hours')} hint={t('brand.hoursHint')} error={hoursWrong ? t('brand.hoursHint') : wrong('settings/optionHours')}>
            <Input
              type="number"
              inputMode="numeric"
              min={1}
              max={720}
              className="w-28"
              value={Number.isNaN(draft.settings.optionHours) ? '' : draft.settings.optionHours}
              onChange={(e) => change({ settings: { ...draft.settings, optionHours: e.target.valueAsNumber } })}
            />
          </Field>
        </fieldset>
        {may && (
          <div className="sticky bottom-14 z-10 -mx-4 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3 lg:bottom-0 lg:mx-0 lg:px-0">
            <Button type="submit" busy={save.isPending} disabled={!changed || Boolean(nameWrong) || hoursWrong}>
              {t('brand.save')}
            </Button>
            {changed && (
              <Button type="button" variant="quiet" onClick={() => setDraft(draftOf(base))}>
                {t('brand.undo')}
              </Button>
            )}
            {changed && (
              <span role="status" className="text-sm text-warn">
                {t('brand.unsaved')}
              </span>
            )}
          </div>
        )}
      </div>
      <section aria-label={t('brand.preview')} className="grid gap-5 sm:grid-cols-2 xl:sticky xl:top-19 xl:grid-cols-1">
        <ThemePreview mode="light" theme={draft.theme} name={draft.name} tagline={draft.tagline} />
        <ThemePreview mode="dark" theme={draft.theme} name={draft.name} tagline={draft.tagline} />
      </section>
    </form>
  )
}
