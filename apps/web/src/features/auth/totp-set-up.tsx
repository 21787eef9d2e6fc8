'use client'

import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { QrCode } from '@/components/ui/qr-code'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'

interface Props {
  readonly setUp: { readonly secret: string; readonly uri: string }
  /** Takes the first code; rejects when it is wrong. */
  readonly confirm: (code: string) => Promise<void>
}

/** Puts the key into somebody's app, by picture or by hand, and asks for its first code. */
export function TotpSetUp({ setUp, confirm }: Props) {
  const { t } = useI18n()
  const form = useForm({ defaultValues: { code: '' } })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async ({ code }) => {
    try {
      await confirm(code.trim())
    } catch (cause) {
      form.setError('code', { message: problemText(cause, t) }, { shouldFocus: true })
    }
  })
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
      <div className="grid items-start gap-4 sm:grid-cols-[auto_minmax(0,1fr)]">
        <QrCode text={setUp.uri} label={t('totp.qr')} className="size-44" />
        <div className="grid gap-1.5">
          <p className="font-medium">{t('totp.scan')}</p>
          <p className="text-sm text-ink-3">{t('totp.type')}</p>
          <code data-totp-key className="font-mono text-sm break-words select-all">
            {setUp.secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </code>
        </div>
      </div>
      <Field label={t('totp.code')} error={errors.code?.message}>
        <Input
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
          className="num text-lg tracking-widest"
          {...form.register('code', { required: t('form.required') })}
        />
      </Field>
      <div>
        <Button type="submit" busy={isSubmitting}>
          {t('totp.confirm')}
        </Button>
      </div>
    </form>
  )
}
