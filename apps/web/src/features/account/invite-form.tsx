'use client'

import { Controller, useForm, useWatch } from 'react-hook-form'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { alreadyMember, inviteMember, type Account, type Invitation } from '@itellico/contracts/accounts'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { FormError } from '@/features/auth/form-error'
import { useAccountRoles, useRoleText } from '@/features/access/use-access'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemCode, problemToForm } from '@/lib/problems'
import { isOwner, roleMeans, rolesOf, type TeamRole } from './team-roles'
import { useTeamChanged } from './use-team'

interface Values {
  readonly email: string
  readonly role: TeamRole
}

/** Invites somebody into the account by e-mail. */
export function InviteForm({ type, invited }: { type: Account['type']; invited: readonly Invitation[] }) {
  const { t } = useI18n()
  const changed = useTeamChanged()
  const ofAccounts = useAccountRoles()
  const roleText = useRoleText()
  const own = ofAccounts.data?.items.filter((r) => !r.shipped) ?? []
  const roles = rolesOf(
    type,
    own.map((r) => r.key),
  )
  const usual = roles.find((r) => !isOwner(r)) ?? roles[0] ?? 'account_viewer'
  const form = useForm<Values>({ defaultValues: { email: '', role: usual } })
  const { errors } = form.formState
  const role = useWatch({ control: form.control, name: 'role' })
  const invite = useMutation({
    mutationFn: (values: Values) => api(inviteMember, { body: { email: values.email.trim(), role: values.role } }),
    onSuccess: (invitation) => {
      toast.success(t('team.invited', { email: invitation.email }))
      form.reset({ email: '', role: invitation.role })
      changed()
    },
    onError: (cause) => {
      if (problemCode(cause) === alreadyMember.code) form.setError('email', { type: 'server', message: t('team.alreadyMember') }, { shouldFocus: true })
      else problemToForm(cause, form.setError, t)
    },
  })
  const check = (email: string) => {
    const address = email.trim().toLowerCase()
    if (!address) return t('form.required')
    if (!/^\S+@\S+\.\S+$/.test(address)) return t('form.email')
    return !invited.some((i) => i.email.toLowerCase() === address) || t('team.alreadyInvited')
  }
  return (
    <form noValidate className="grid gap-3" onSubmit={(event) => void form.handleSubmit((values) => invite.mutate(values))(event)}>
      <FormError message={errors.root?.message} />
      <div className="grid gap-x-3 gap-y-3 sm:grid-cols-[minmax(0,1fr)_11rem_auto] sm:items-start">
        <Field label={t('team.email')} error={errors.email?.message}>
          <Input type="email" autoComplete="off" maxLength={254} {...form.register('email', { validate: check })} />
        </Field>
        <Controller
          control={form.control}
          name="role"
          render={({ field }) => (
            <Field label={t('team.role')} error={errors.role?.message}>
              <Select value={field.value} onValueChange={field.onChange} options={roles.map((value) => ({ value, label: roleText(value) }))} />
            </Field>
          )}
        />
        <Button type="submit" busy={invite.isPending} className="sm:mt-6.5">
          {t('team.inviteDo')}
        </Button>
      </div>
      <p className="text-sm text-ink-3">
        <span className="font-medium text-ink-2">{roleText(role)}:</span> {roleMeans(t, role) || own.find((r) => r.key === role)?.description}
      </p>
    </form>
  )
}
