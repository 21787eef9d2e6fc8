'use client'

import { useForm } from 'react-hook-form'
import { useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { changePassword, invalidCredentials } from '@itellico/contracts/auth'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormError } from '@/features/auth/form-error'
import { PasswordInput } from '@/features/auth/password-input'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemText, problemToForm } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

const MIN_PASSWORD = 10

/** Changes the password; all other devices are signed out by it. */
export function PasswordForm() {
  const { t } = useI18n()
  const client = useQueryClient()
  const form = useForm({ defaultValues: { currentPassword: '', newPassword: '' } })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async (body) => {
    try {
      await api(changePassword, { body })
      form.reset()
      toast.success(t('settings.passwordChanged'))
      await client.invalidateQueries({ queryKey: keys.sessions() })
    } catch (cause) {
      if (problemCode(cause) === invalidCredentials.code) form.setError('currentPassword', { message: problemText(cause, t) }, { shouldFocus: true })
      else problemToForm(cause, form.setError, t)
    }
  })
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <FormError message={errors.root?.message} />
      <Field label={t('settings.current')} error={errors.currentPassword?.message}>
        <PasswordInput autoComplete="current-password" {...form.register('currentPassword', { required: t('form.required') })} />
      </Field>
      <Field label={t('settings.new')} hint={t('register.passwordHint')} error={errors.newPassword?.message}>
        <PasswordInput
          autoComplete="new-password"
          {...form.register('newPassword', { required: t('form.required'), minLength: { value: MIN_PASSWORD, message: t('form.passwordShort') } })}
        />
      </Field>
      <div>
        <Button type="submit" variant="outline" busy={isSubmitting}>
          {t('settings.changePassword')}
        </Button>
      </div>
    </form>
  )
}
