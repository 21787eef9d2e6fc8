'use client'

import { useId, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { toast } from 'sonner'
import { inviteMember, type Account } from '@itellico/contracts/accounts'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemToForm } from '@/lib/problems'
import { roleOptions, type AccountRole } from './roles'

/** Invites a person into the account by e-mail. */
export function InviteMember({ type }: { type: Account['type'] }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const formId = useId()
  const [open, setOpen] = useState(false)
  const roles = roleOptions(type, t)
  const form = useForm<{ email: string; role: AccountRole }>({ defaultValues: { email: '', role: roles[1]?.value ?? 'account_owner' } })
  const { errors } = form.formState
  const invite = useMutation({
    mutationFn: (body: { email: string; role: AccountRole }) => api(inviteMember, { body }),
    onSuccess: ({ email }) => {
      toast.success(t('account.invited', { email }))
      void client.invalidateQueries({ queryKey: ['accounts'] })
      setOpen(false)
      form.reset()
    },
    onError: (cause) => problemToForm(cause, form.setError, t),
  })
  return (
    <Dialog
      open={open} onOpenChange={setOpen} trigger={<Button><UserPlus />{t('account.invite')}</Button>} title={t('account.invite')} description={t('account.inviteText')} closeLabel={t('common.close')}
      footer={<><DialogClose render={<Button variant="outline" />}>{t('common.cancel')}</DialogClose><Button type="submit" form={formId} busy={invite.isPending}>{t('account.sendInvite')}</Button></>}
    >
      <form id={formId} noValidate className="grid gap-4" onSubmit={form.handleSubmit((v) => invite.mutate({ ...v, email: v.email.trim() }))}>
        <Field label={t('login.email')} error={errors.email?.message}><Input type="email" autoComplete="off" autoFocus {...form.register('email', { required: t('form.required'), pattern: { value: /^\S+@\S+\.\S+$/, message: t('form.email') } })} /></Field>
        <Controller control={form.control} name="role" render={({ field }) => <Field label={t('account.role')} hint={t(`account.roleText.${field.value}`)}><Select aria-label={t('account.role')} value={field.value} onValueChange={field.onChange} options={roles} /></Field>} />
        {errors.root && <p role="alert" className="text-sm font-medium text-bad">{errors.root.message}</p>}
      </form>
    </Dialog>
  )
}
