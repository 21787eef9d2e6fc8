'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { toast } from 'sonner'
import { createRole, updateRole, type Role } from '@itellico/contracts/access'
import { covers } from '@itellico/contracts/rights'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { FormError } from '@/features/auth/form-error'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemToForm } from '@/lib/problems'
import { DeleteRole } from './delete-role'
import { RulePicker, groupsOf, type Say } from './rule-picker'
import { useRoleText } from './use-access'

interface Values {
  readonly name: string
  readonly description: string
  readonly scope: 'account' | 'tenant'
  readonly inherits: string
}
const NONE = 'none'

/** What a role says itself, permission by permission. */
const saidBy = (role: Role | null, tier: string) =>
  new Map(
    groupsOf(tier)
      .flatMap(([, keys]) => keys)
      .flatMap((key): [string, Say][] => (covers(role?.deny ?? [], key) ? [[key, 'deny']] : covers(role?.allow ?? [], key) ? [[key, 'allow']] : [])),
  )

/** Makes a role of the marketplace, or changes one. */
export function RoleEditor({ role, roles, onClose }: { role: Role | null; roles: readonly Role[]; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const roleText = useRoleText()
  const form = useForm<Values>({
    defaultValues: {
      name: role?.name ?? '',
      description: role?.description ?? '',
      scope: role?.scope === 'tenant' ? 'tenant' : 'account',
      inherits: role?.inherits ?? NONE,
    },
  })
  const { errors } = form.formState
  const scope = useWatch({ control: form.control, name: 'scope' })
  const inherits = useWatch({ control: form.control, name: 'inherits' })
  const [said, setSaid] = useState(() => saidBy(role, scope))
  const bases = roles.filter((r) => r.scope === scope && r.key !== role?.key && r.inherits !== role?.key)
  const base = bases.find((r) => r.key === inherits)
  const save = useMutation({
    mutationFn: ({ name, description, scope: kind, inherits: below }: Values) => {
      const keysThat = (say: Say) => [...said].flatMap(([key, s]) => (s === say ? [key] : []))
      const rules = { inherits: below === NONE ? null : below, allow: keysThat('allow'), deny: keysThat('deny') }
      const head = { name: name.trim(), description: description.trim() }
      return role
        ? api(updateRole, { params: { key: role.key }, body: { ...head, ...rules }, ifMatch: role.version })
        : api(createRole, { body: { ...head, scope: kind, ...rules } })
    },
    onSuccess: (saved) => {
      toast.success(t('acs.saved', { name: saved.name }))
      void client.invalidateQueries({ queryKey: ['roles'] })
      onClose()
    },
    onError: (cause) => problemToForm(cause, form.setError, t),
  })
  const changeScope = (next: Values['scope']) => {
    form.setValue('scope', next)
    form.setValue('inherits', NONE)
    setSaid(new Map())
  }
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      className="max-w-2xl"
      title={role ? role.name : t('acs.new')}
      description={t('acs.editText')}
      closeLabel={t('common.close')}
      footer={
        <>
          {role && <DeleteRole role={role} onDeleted={onClose} />}
          <Button type="submit" form="role" busy={save.isPending}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id="role" noValidate className="grid gap-5" onSubmit={(event) => void form.handleSubmit((values) => save.mutate(values))(event)}>
        <FormError message={errors.root?.message} />
        <Field label={t('acs.name')} error={errors.name?.message}>
          <Input maxLength={60} autoFocus {...form.register('name', { validate: (v) => v.trim().length > 1 || t('form.required') })} />
        </Field>
        <Field label={t('acs.description')} optional={t('common.optional')} error={errors.description?.message}>
          <Input maxLength={200} {...form.register('description')} />
        </Field>
        {!role && (
          <div className="grid justify-items-start gap-1.5">
            <span className="text-sm font-medium">{t('acs.scope')}</span>
            <Segmented
              label={t('acs.scope')}
              value={scope}
              onValueChange={changeScope}
              options={[
                { value: 'account', label: t('rol.scope.account') },
                { value: 'tenant', label: t('rol.scope.tenant') },
              ]}
            />
          </div>
        )}
        <Controller
          control={form.control}
          name="inherits"
          render={({ field }) => (
            <Field label={t('acs.inherits')} hint={t('acs.inheritsHint')} error={errors.inherits?.message}>
              <Select
                value={field.value}
                onValueChange={field.onChange}
                options={[{ value: NONE, label: t('acs.inheritsNone') }, ...bases.map((r) => ({ value: r.key, label: roleText(r.key) }))]}
              />
            </Field>
          )}
        />
        <section aria-label={t('acs.rules')} className="grid gap-3">
          <h3 className="text-sm font-medium">{t('acs.rules')}</h3>
          <p className="text-sm text-ink-2">{t('acs.rulesText')}</p>
          <RulePicker
            tier={scope}
            inherited={new Set(base?.permissions.map((p) => p.key))}
            said={said}
            onSay={(key, say) => setSaid((now) => new Map(now).set(key, say))}
          />
        </section>
      </form>
    </Sheet>
  )
}
