'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { ArrowLeft, ExternalLink } from 'lucide-react'
import { toast } from 'sonner'
import type { LegalPage, LegalTexts } from '@itellico/contracts/legal'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Confirm } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Prose } from '@/components/ui/prose'
import { Segmented } from '@/components/ui/segmented'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { FormError } from '@/features/auth/form-error'
import { languageName } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan, useTenant } from '@/lib/me'
import { problemText, toastProblem } from '@/lib/problems'
import { legalTitle } from './legal-title'
import { useLegalActions, useLegalPage } from './use-legal'

/** Loads a page and lets one write it. */
export function LegalEditor({ id }: { id: string }) {
  const { t } = useI18n()
  const page = useLegalPage(id)
  return (
    <>
      <p className="mb-3">
        <Link href="/admin/pages" className="inline-flex items-center gap-1.5 text-base text-ink-2 hover:text-ink">
          <ArrowLeft aria-hidden className="size-4" />
          {t('leg.back')}
        </Link>
      </p>
      {page.isPending && <RowSkeleton label={t('common.loading')} rows={4} tall />}
      {page.isError && <QueryError cause={page.error} retry={page.refetch} />}
      {page.data && <Editor key={page.data.id} page={page.data} />}
    </>
  )
}

const EMPTY = { title: '', body: '' }
/** Languages without any text are not kept. */
const filled = (texts: LegalTexts): LegalTexts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.title.trim()))

/** A page in all its languages, with what readers will see beside it. */
function Editor({ page }: { page: LegalPage }) {
  const { t, locale } = useI18n()
  const router = useRouter()
  const tenant = useTenant()
  const may = useCan('tenant.legal.manage')
  const { save, publish, withdraw, remove } = useLegalActions()
  const languages = [...new Set([...tenant.locales, ...Object.keys(page.texts)])]
  const [language, setLanguage] = useState(languages.find((l) => page.texts[l]) ?? languages[0] ?? 'en')
  const [texts, setTexts] = useState<LegalTexts>(page.texts)
  const [asked, setAsked] = useState<'withdraw' | 'delete' | null>(null)
  const text = texts[language] ?? EMPTY
  const change = (part: Partial<typeof EMPTY>) => setTexts((now) => ({ ...now, [language]: { ...EMPTY, ...now[language], ...part } }))
  const kept = filled(texts)
  const changed = JSON.stringify(kept) !== JSON.stringify(page.texts)
  const untitled = Object.values(texts).some((x) => x.body.trim() && !x.title.trim())
  const title = legalTitle(page, locale, t)
  const other = languages.find((l) => l !== language && texts[l]?.body.trim())
  const failure = save.error ?? publish.error
  const fail = (cause: unknown) => toastProblem(cause, t)
  const saved = async () => (changed ? save.mutateAsync({ page, texts: kept }) : page)
  const show = () =>
    saved()
      .then((now) => publish.mutateAsync(now))
      .then(() => toast.success(t('leg.publishedNow', { title })))
      // what went wrong is shown above the form
      .catch(() => undefined)
  return (
    <>
      <PageHeader
        title={title}
        lead={`/legal/${page.slug}`}
        actions={
          page.state !== 'draft' && (
            <a href={`/legal/${page.slug}?locale=${language}`} target="_blank" rel="noopener" className={buttonStyles({ variant: 'outline' })}>
              <ExternalLink />
              {t('leg.view')}
            </a>
          )
        }
      />
      <form
        noValidate
        className="grid items-start gap-x-12 gap-y-8 xl:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ page, texts: kept }, { onSuccess: () => toast.success(t('leg.saved')) })
        }}
      >
        <div className="grid gap-4">
          {failure && <FormError message={problemText(failure, t)} />}
          {languages.length > 1 && (
            <Segmented
              label={t('leg.language')}
              className="justify-self-start"
              value={language}
              onValueChange={setLanguage}
              options={languages.map((value) => ({ value, label: languageName(value, locale) }))}
            />
          )}
          <fieldset disabled={!may} className="grid gap-4">
            <Field label={t('leg.heading')} error={text.body.trim() && !text.title.trim() ? t('form.required') : undefined}>
              <Input maxLength={120} lang={language} value={text.title} onChange={(e) => change({ title: e.target.value })} />
            </Field>
            <Field label={t('leg.body')} hint={!text.body.trim() && other ? t('leg.fallback', { language: languageName(other, locale) }) : t('leg.bodyHint')}>
              <Textarea rows={20} maxLength={60_000} lang={language} value={text.body} onChange={(e) => change({ body: e.target.value })} />
            </Field>
          </fieldset>
          {may && (
            <div className="sticky bottom-14 z-10 -mx-4 flex flex-wrap items-center gap-2 border-t border-line bg-canvas px-4 py-3 lg:bottom-0 lg:mx-0 lg:px-0">
              <Button
                type="button"
                busy={publish.isPending}
                disabled={untitled || Object.keys(kept).length === 0 || (!changed && page.state === 'published')}
                onClick={() => void show()}
              >
                {t('leg.publish')}
              </Button>
              <Button type="submit" variant="outline" busy={save.isPending} disabled={!changed || untitled || Object.keys(kept).length === 0}>
                {t('leg.saveDraft')}
              </Button>
              {page.state !== 'draft' && (
                <Button type="button" variant="quiet" onClick={() => setAsked('withdraw')}>
                  {t('leg.withdraw')}
                </Button>
              )}
              <Button type="button" variant="quiet" onClick={() => setAsked('delete')}>
                {t('common.delete')}
              </Button>
              {changed && (
                <span role="status" className="text-sm text-warn">
                  {t('leg.unsaved')}
                </span>
              )}
            </div>
          )}
        </div>
        <section aria-label={t('leg.preview')} lang={language} className="grid gap-5 border-t border-line-strong pt-4 xl:sticky xl:top-19">
          <p className="text-xs font-medium text-ink-3" lang={locale}>
            {t('leg.preview')}
          </p>
          {text.title && <p className="headline text-2xl">{text.title}</p>}
          {text.body.trim() ? <Prose text={text.body} /> : <p className="text-ink-3">{t('leg.previewEmpty')}</p>}
        </section>
      </form>
      <Confirm
        open={asked === 'withdraw'}
        onOpenChange={() => setAsked(null)}
        title={t('leg.withdrawTitle', { title })}
        text={t('leg.withdrawText')}
        confirmLabel={t('leg.withdraw')}
        cancelLabel={t('common.cancel')}
        busy={withdraw.isPending}
        onConfirm={() =>
          withdraw.mutate(page, { onSuccess: () => toast.success(t('leg.withdrawn', { title })), onError: fail, onSettled: () => setAsked(null) })
        }
      />
      <Confirm
        open={asked === 'delete'}
        onOpenChange={() => setAsked(null)}
        title={t('leg.deleteTitle', { title })}
        text={t('leg.deleteText')}
        confirmLabel={t('common.delete')}
        cancelLabel={t('common.cancel')}
        danger
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(page, {
            onSuccess: () => {
              toast.success(t('leg.deleted', { title }))
              router.push('/admin/pages')
            },
            onError: fail,
          })
        }
      />
    </>
  )
}
