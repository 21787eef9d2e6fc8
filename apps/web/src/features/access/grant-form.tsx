'use client'

import { useMemo } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { toast } from 'sonner'
import type { User } from '@itellico/contracts/accounts'
import { permissions } from '@itellico/contracts/permissions'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { DatePicker } from '@/components/ui/date-picker'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { FormError } from '@/features/auth/form-error'
import { permissionText } from '@/lib/catalogue/admin-texts'
import { useI18n } from '@/lib/i18n/client'
import { problemToForm } from '@/lib/problems'
import { useGrantChanges } from './use-access'

interface Values {
  readonly effect: 'allow' | 'deny'
  readonly pattern: string | null
  readonly accountId: string
  readonly reason: string
  readonly until: string | null
}
const ALL = 'all'

/** Allows or denies something to one person. */
export function GrantForm({ user, onDone }: { user: User; onDone: () => void }) {
  const { t } = useI18n()
  const { make } = useGrantChanges(user.id)
  const form = useForm<Values>({ defaultValues: { effect: 'allow', pattern: null, accountId: ALL, reason: '', until: null } })
  const { errors } = form.formState
  const pattern = useWatch({ control: form.control, name: 'pattern' })
  const choices = useMemo(
    () =>
      Object.keys(permissions)
        .filter((key) => !key.startsWith('platform.') && (user.accounts.length > 0 || !key.startsWith('account.')))
        .map((key) => ({ value: key, label: permissionText(key, t), hint: key })),
    [t, user.accounts.length],
  )
  const submit = form.handleSubmit(({ effect, pattern: what, accountId, reason, until }) => {
    if (!what) return form.setError('pattern', { message: t('form.required') })
    make.mutate(
      {
        userId: user.id,
        effect,
        pattern: what,
        reason: reason.trim(),
        ...(what.startsWith('account.') && accountId !== ALL && { accountId }),
        ...(until && { expiresAt: new Date(`${until}T23:59:59`).toISOString() }),
      },
      {
        onSuccess: () => {
          toast.success(t('acs.made'))
          onDone()
        },
        onError: (cause) => problemToForm(cause, form.setError, t, { expiresAt: 'until', userId: 'pattern' }),
      },
    )
  })
  return (
    <form noValidate className="grid gap-4 border-y border-line py-4" onSubmit={(event) => void submit(event)}>
      <FormError message={errors.root?.message} />
      <Controller
        control={form.control}
        name="effect"
        render={({ field }) => (
          <Segmented
            label={t('acs.effect')}
            className="justify-self-start"
            value={field.value}
            onValueChange={field.onChange}
            options={[
              { value: 'allow', label: t('acs.say.allow') },
              { value: 'deny', label: t('acs.say.deny') },
            ]}
          />
        )}
      />
      <Controller
        control={form.control}
        name="pattern"
        render={({ field }) => (
          <Field label={t('rol.permission')} error={errors.pattern?.message}>
            <Combobox
              options={choices}
              value={field.value}
              onValueChange={field.onChange}
              empty={t('common.nothingFound')}
              clearLabel={t('common.clear')}
              openLabel={t('common.open')}
            />
          </Field>
        )}
      />
      {pattern?.startsWith('account.') && (
        <Controller
          control={form.control}
          name="accountId"
          render={({ field }) => (
            <Field label={t('acs.where')} error={errors.accountId?.message}>
              <Select
                value={field.value}
                onValueChange={field.onChange}
                options={[{ value: ALL, label: t('acs.everywhere') }, ...user.accounts.map((a) => ({ value: a.id, label: a.name }))]}
              />
            </Field>
          )}
        />
      )}
      <Field label={t('acs.reason')} error={errors.reason?.message}>
        <Input maxLength={300} {...form.register('reason', { validate: (v) => v.trim().length > 2 || t('form.required') })} />
      </Field>
      <Controller
        control={form.control}
        name="until"
        render={({ field }) => (
          <Field label={t('acs.untilLabel')} optional={t('common.optional')} error={errors.until?.message}>
            <DatePicker label={t('acs.untilLabel')} placeholder={t('acs.forGood')} value={field.value} onValueChange={field.onChange} />
          </Field>
        )}
      />
      <div className="flex justify-end gap-2">
        <Button variant="outline" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" busy={make.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
