'use client'

import type { ReactNode } from 'react'
import Link from 'next/link'
import type { Listing } from '@itellico/contracts/listings'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { FormError } from '@/features/auth/form-error'
import { useI18n } from '@/lib/i18n/client'
import { usePerson, useTenant } from '@/lib/me'
import { CastingPreview } from './casting-preview'
import { LockedRoles } from './locked-roles'
import { RoleFields } from './role-fields'
import { useCastingForm } from './use-casting-form'
import { WhenFields } from './when-fields'

function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-t border-line py-6 first:border-t-0 first:pt-0">
      <div className="grid gap-0.5">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-base text-ink-2">{text}</p>
      </div>
      {children}
    </section>
  )
}

/** Writes or changes a casting; beside it stands how it will be listed. */
export function CastingForm({ start }: { start: Listing | null }) {
  const { t } = useI18n()
  const { account } = usePerson()
  const { timezone, currency } = useTenant()
  const { form, casting, locked, checkDeadline, submit, busy } = useCastingForm(start)
  const { errors } = form.formState
  const status = casting?.status ?? 'draft'
  const canPublish = status === 'draft' || status === 'closed'
  const back = casting ? `/client/castings/${casting.id}` : '/client/castings'
  return (
    <form
      noValidate
      className="grid gap-x-12 gap-y-8 [&_:is(input,textarea,button)]:scroll-mb-36 xl:grid-cols-[minmax(0,44rem)_20rem]"
      onSubmit={(e) => {
        e.preventDefault()
        void submit(false)
      }}
    >
      <div>
        <Section title={t('cast.formJob')} text={t('cast.formJobText')}>
          <Field label={t('cast.formTitle')} error={errors.title?.message}>
            <Input
              autoFocus={!start}
              maxLength={160}
              placeholder={t('cast.formTitlePlaceholder')}
              {...form.register('title', { validate: (v) => (v.trim() ? v.trim().length >= 3 || t('cast.formTitleShort') : t('form.required')) })}
            />
          </Field>
          <Field label={t('cast.formDescription')} hint={t('cast.formDescriptionHint')} error={errors.description?.message}>
            <Textarea rows={7} maxLength={8000} {...form.register('description', { validate: (v) => Boolean(v.trim()) || t('form.required') })} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('cast.formPlace')} optional={t('common.optional')} error={errors.location?.message}>
              <Input maxLength={200} {...form.register('location')} />
            </Field>
            <Field label={t('cast.formUsage')} optional={t('common.optional')} hint={t('cast.formUsageHint')} error={errors.usage?.message}>
              <Input maxLength={500} {...form.register('usage')} />
            </Field>
          </div>
        </Section>
        <Section title={t('cast.formWhen')} text={t('cast.formWhenText', { zone: timezone.replaceAll('_', ' ') })}>
          <WhenFields form={form} checkDeadline={checkDeadline} />
        </Section>
        <Section title={t('cast.formRoles')} text={t('cast.formRolesText', { currency })}>
          {locked && casting ? <LockedRoles casting={casting} /> : <RoleFields form={form} currency={currency} />}
        </Section>
        <FormError message={errors.root?.message} />
        <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap justify-end gap-2 border-t border-line bg-canvas px-4 py-3 max-lg:bottom-14 lg:mx-0 lg:px-0">
          <Link href={back} className={buttonStyles({ variant: 'quiet', className: 'mr-auto' })}>
            {t('common.cancel')}
          </Link>
          <Button type="submit" variant={canPublish ? 'outline' : 'primary'} busy={busy === 'save'} disabled={busy === 'publish'}>
            {status === 'draft' ? t('cast.saveDraft') : t('common.save')}
          </Button>
          {canPublish && (
            <Button busy={busy === 'publish'} disabled={busy === 'save'} onClick={() => void submit(true)}>
              {status === 'draft' ? t('cast.publish') : t('cast.reopen')}
            </Button>
          )}
        </div>
      </div>
      <div className="max-xl:hidden">
        <div className="sticky top-20">
          <CastingPreview control={form.control} client={account?.accountName ?? ''} />
        </div>
      </div>
    </form>
  )
}
