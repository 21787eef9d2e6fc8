'use client'

import { Controller, useForm, useWatch } from 'react-hook-form'
import { toast } from 'sonner'
import type { SsoConnection, SsoKind } from '@itellico/contracts/sso'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { FormError } from '@/features/auth/form-error'
import { useI18n } from '@/lib/i18n/client'
import { problemToForm } from '@/lib/problems'
import { OwnValues, type Own } from './own-values'
import { useConnectionActions } from './use-connections'

interface Values {
  kind: SsoKind
  name: string
  issuer: string
  clientId: string
  clientSecret: string
  metadata: string
}

const KINDS: readonly SsoKind[] = ['google', 'microsoft', 'github', 'oidc', 'saml']
/** Kinds whose address has to be typed, with what that address is called. */
const ISSUERS = { oidc: 'sso.issuer', microsoft: 'sso.directory', github: 'sso.githubServer' } as const

const directoryIn = (issuer: string) => /^https:\/\/login\.microsoftonline\.com\/([^/]+)/.exec(issuer)?.[1] ?? issuer

function valuesOf(known: SsoConnection | null): Values {
  const issuer = known === null ? '' : known.kind === 'microsoft' ? directoryIn(known.issuer) : known.issuer
  return { kind: known?.kind ?? 'google', name: known?.name ?? '', issuer, clientId: known?.clientId ?? '', clientSecret: '', metadata: '' }
}

/** Sets a provider up, or changes what is known of it. */
export function ConnectionForm({ known, own, onClose }: { known: SsoConnection | null; own: Own; onClose: () => void }) {
  const { t } = useI18n()
  const { create, edit } = useConnectionActions()
  const form = useForm<Values>({ defaultValues: valuesOf(known) })
  const { errors, isSubmitting } = form.formState
  const kind = useWatch({ control: form.control, name: 'kind' })
  const issuerLabel = kind in ISSUERS ? ISSUERS[kind as keyof typeof ISSUERS] : null
  const submit = form.handleSubmit(async ({ name, issuer, clientId, clientSecret, metadata }) => {
    const typed = kind === 'saml' ? { ...(metadata && { metadata }) } : { clientId, ...(issuerLabel && { issuer }), ...(clientSecret && { clientSecret }) }
    try {
      await (known ? edit.mutateAsync({ id: known.id, body: { name, ...typed } }) : create.mutateAsync({ kind, name, ...typed }))
      toast.success(t('sso.saved', { name }))
      onClose()
    } catch (cause) {
      problemToForm(cause, form.setError, t)
    }
  })
  const required = { required: t('form.required') }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={known ? t('sso.editTitle', { name: known.name }) : t('sso.add')}
      description={known ? undefined : t('sso.addText')}
      closeLabel={t('common.close')}
      className="sm:max-w-lg"
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        <FormError message={errors.root?.message} />
        {!known && (
          <Field label={t('sso.kind')}>
            <Controller
              control={form.control}
              name="kind"
              render={({ field }) => (
                <Select options={KINDS.map((value) => ({ value, label: t(`sso.kind.${value}`) }))} value={field.value} onValueChange={field.onChange} />
              )}
            />
          </Field>
        )}
        {!known && <OwnValues kind={kind} own={own} />}
        <Field label={t('sso.name')} error={errors.name?.message}>
          <Input maxLength={60} autoComplete="off" {...form.register('name', required)} />
        </Field>
        {issuerLabel && (
          <Field label={t(issuerLabel)} error={errors.issuer?.message} hint={kind === 'oidc' ? t('sso.issuerHint') : undefined}>
            <Input maxLength={300} autoComplete="off" spellCheck={false} {...form.register('issuer', kind === 'github' ? {} : required)} />
          </Field>
        )}
        {kind === 'saml' ? (
          <Field label={t('sso.metadata')} error={errors.metadata?.message} hint={t('sso.metadataHint')}>
            <Textarea rows={6} spellCheck={false} className="font-mono text-sm" {...form.register('metadata', known ? {} : required)} />
          </Field>
        ) : (
          <>
            <Field label={t('sso.clientId')} error={errors.clientId?.message}>
              <Input maxLength={300} autoComplete="off" spellCheck={false} {...form.register('clientId', required)} />
            </Field>
            <Field label={t('sso.clientSecret')} error={errors.clientSecret?.message} hint={known?.hasSecret ? t('sso.secretKept') : undefined}>
              <Input type="password" maxLength={1000} autoComplete="off" {...form.register('clientSecret')} />
            </Field>
          </>
        )}
        <Button type="submit" className="justify-self-end" busy={isSubmitting}>
          {t('sso.save')}
        </Button>
      </form>
    </Dialog>
  )
}
