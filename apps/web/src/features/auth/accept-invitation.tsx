'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useForm } from 'react-hook-form'
import { useQuery } from '@tanstack/react-query'
import { acceptInvitation, getInvitation, invitationInvalid } from '@itellico/contracts/accounts'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { systemRoles } from '@itellico/contracts/permissions'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { AuthPage } from './auth-page'
import { FormError } from './form-error'
import { PasswordInput } from './password-input'

const MIN_PASSWORD = 10
const roleName = (key: string) => systemRoles.find((r) => r.key === key)?.name ?? key

/** What an invitation is for, and the way to accept it; people without a login make one on the way. */
export function AcceptInvitation({ token }: { token: string }) {
  const { t } = useI18n()
  const [gone, setGone] = useState(false)
  const [joined, setJoined] = useState<string | null>(null)
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api(getInvitation, { params: { token }, signal }),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
  })
  const form = useForm({ defaultValues: { firstName: '', lastName: '', password: '' } })
  const { errors, isSubmitting } = form.formState
  const required = { required: t('form.required') }
  const data = invitation.data
  const submit = form.handleSubmit(async (values) => {
    try {
      const answer = await api(acceptInvitation, { params: { token }, body: data?.hasLogin ? {} : values })
      setJoined(answer.email)
    } catch (cause) {
      if (problemCode(cause) === invitationInvalid.code) setGone(true)
      else problemToForm(cause, form.setError, t)
    }
  })
  if (gone || invitation.isError) return <AuthPage title={t('invite.invalid')} lead={t('invite.invalidText')} />
  if (!data) return <AuthPage title={<Skeleton className="h-12 w-3/4" />} lead={<span role="status">{t('common.loading')}</span>} />
  if (joined)
    return (
      <AuthPage title={t('invite.done', { account: data.accountName })} lead={t('invite.doneText', { email: joined })}>
        <p>
          <Link href="/login" className={buttonStyles({ size: 'lg' })}>
            {t('login.title')}
          </Link>
        </p>
      </AuthPage>
    )
  return (
    <AuthPage
      title={t('invite.title', { account: data.accountName })}
      lead={t('invite.text', { account: data.accountName, role: roleName(data.role), email: data.email })}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        <FormError message={errors.root?.message} />
        {data.hasLogin ? (
          <p className="text-base text-ink-2">{t('invite.hasLogin')}</p>
        ) : (
          <>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label={t('register.firstName')} error={errors.firstName?.message}>
                <Input autoComplete="given-name" maxLength={80} {...form.register('firstName', required)} />
              </Field>
              <Field label={t('register.lastName')} error={errors.lastName?.message}>
                <Input autoComplete="family-name" maxLength={80} {...form.register('lastName', required)} />
              </Field>
            </div>
            <Field label={t('login.password')} hint={t('register.passwordHint')} error={errors.password?.message}>
              <PasswordInput
                autoComplete="new-password"
                {...form.register('password', { ...required, minLength: { value: MIN_PASSWORD, message: t('form.passwordShort') } })}
              />
            </Field>
          </>
        )}
        <Button type="submit" size="lg" busy={isSubmitting}>
          {t('invite.accept')}
        </Button>
      </form>
    </AuthPage>
  )
}
