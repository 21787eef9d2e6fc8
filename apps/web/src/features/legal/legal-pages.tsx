'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Plus } from 'lucide-react'
import { legalKinds, MAX_FREE_PAGES, type LegalPage } from '@itellico/contracts/legal'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Badge, type Tone } from '@/components/ui/status'
import { RowSkeleton } from '@/features/admin/row-skeleton'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { useCan, useTenant } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { legalTitle } from './legal-title'
import { NewPage } from './new-page'
import { useLegalActions, useLegalPages } from './use-legal'

const looks: Readonly<Record<LegalPage['state'], { tone: Tone; glyph: string }>> = {
  draft: { tone: 'neutral', glyph: '✎' },
  published: { tone: 'ok', glyph: '●' },
  changed: { tone: 'warn', glyph: '◑' },
}

/** Pages of the marketplace: the usual three, which are expected, and further ones. */
export function LegalPages() {
  const { t } = useI18n()
  const router = useRouter()
  const { locales } = useTenant()
  const may = useCan('tenant.legal.manage')
  const list = useLegalPages()
  const { create } = useLegalActions()
  const [asking, setAsking] = useState(false)
  const pages = list.data?.items ?? []
  const free = pages.filter((p) => p.kind === 'free')
  const begin = (kind: (typeof legalKinds)[number]) =>
    create.mutate(
      { slug: kind, texts: { [locales[0] ?? 'en']: { title: t(`leg.${kind}`), body: '' } } },
      { onSuccess: (page) => router.push(`/admin/pages/${page.id}`), onError: (cause) => toastProblem(cause, t) },
    )
  const newButton = may && free.length < MAX_FREE_PAGES && (
    <Button variant="outline" onClick={() => setAsking(true)}>
      <Plus />
      {t('leg.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('leg.title')} lead={t('leg.lead')} actions={free.length > 0 ? newButton : null} />
      {list.isPending && <RowSkeleton label={t('common.loading')} rows={3} tall />}
      {list.isError && <QueryError cause={list.error} retry={list.refetch} />}
      {list.isSuccess && (
        <div className="grid gap-10">
          <ul aria-label={t('footer.legal')} className="border-t border-line-strong">
            {legalKinds.map((kind) => {
              const page = pages.find((p) => p.kind === kind)
              if (page) return <PageRow key={kind} page={page} hint={t(`leg.${kind}Hint`)} />
              return (
                <li key={kind} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-4 border-b border-line py-3">
                  <span className="grid gap-0.5">
                    <span className="flex flex-wrap items-center gap-2 font-medium">
                      {t(`leg.${kind}`)}
                      <Badge tone="warn" glyph="!">
                        {t('leg.missing')}
                      </Badge>
                    </span>
                    <span className="text-sm text-ink-3">{t(`leg.${kind}Hint`)}</span>
                  </span>
                  {may && (
                    <Button
                      variant="outline"
                      aria-label={`${t('leg.write')}: ${t(`leg.${kind}`)}`}
                      busy={create.isPending && create.variables.slug === kind}
                      onClick={() => begin(kind)}
                    >
                      {t('leg.write')}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
          <section aria-labelledby="further" className="grid gap-3">
            {free.length > 0 ? (
              <>
                <h2 id="further" className="text-lg font-semibold">
                  {t('leg.further')}
                </h2>
                <ul className="border-t border-line-strong">
                  {free.map((page) => (
                    <PageRow key={page.id} page={page} hint={`/legal/${page.slug}`} />
                  ))}
                </ul>
              </>
            ) : (
              <div id="further">
                <EmptyState title={t('leg.none')} text={t('leg.noneText')} action={newButton} />
              </div>
            )}
          </section>
        </div>
      )}
      <NewPage key={String(asking)} open={asking} onClose={() => setAsking(false)} />
    </>
  )
}

function PageRow({ page, hint }: { page: LegalPage; hint: string }) {
  const { t, locale } = useI18n()
  const { timezone } = useTenant()
  return (
    <li className="border-b border-line">
      <Link href={`/admin/pages/${page.id}`} className="grid gap-x-4 gap-y-1 py-3 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
        <span className="grid gap-0.5">
          <span className="flex flex-wrap items-center gap-2 font-medium">
            {legalTitle(page, locale, t)}
            <Badge {...looks[page.state]}>{t(`leg.${page.state}`)}</Badge>
          </span>
          <span className="text-sm text-ink-3">{hint}</span>
        </span>
        <span className="tabular text-sm text-ink-3">
          {Object.keys(page.texts).join(', ')} · {formatInstant(page.updatedAt, locale, timezone)}
        </span>
      </Link>
    </li>
  )
}
