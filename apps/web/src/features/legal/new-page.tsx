'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useI18n } from '@/lib/i18n/client'
import { useTenant } from '@/lib/me'
import { problemText } from '@/lib/problems'
import { useLegalActions } from './use-legal'

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/

/** Begins a page beside the usual ones. */
export function NewPage({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useI18n()
  const router = useRouter()
  const { locales } = useTenant()
  const { create } = useLegalActions()
  const [title, setTitle] = useState('')
  const [slug, setSlug] = useState<string | null>(null)
  const suggested = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  const address = slug ?? suggested
  const wrong = address && !SLUG.test(address) ? t('leg.slugWrong') : create.isError ? problemText(create.error, t) : undefined
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={t('leg.new')} description={t('leg.newText')} closeLabel={t('common.close')}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!title.trim() || !SLUG.test(address)) return
          create.mutate(
            { slug: address, texts: { [locales[0] ?? 'en']: { title: title.trim(), body: '' } } },
            { onSuccess: (page) => router.push(`/admin/pages/${page.id}`) },
          )
        }}
      >
        <Field label={t('leg.heading')}>
          <Input autoFocus maxLength={120} value={title} onChange={(e) => setTitle(e.target.value)} />
        </Field>
        <Field label={t('leg.slug')} hint={t('leg.slugHint')} error={wrong}>
          <Input maxLength={60} autoCapitalize="none" spellCheck={false} value={address} onChange={(e) => setSlug(e.target.value)} />
        </Field>
        <Button type="submit" className="justify-self-end" busy={create.isPending} disabled={!title.trim() || !SLUG.test(address)}>
          {t('leg.create')}
        </Button>
      </form>
    </Dialog>
  )
}
