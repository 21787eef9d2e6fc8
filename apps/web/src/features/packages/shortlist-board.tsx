'use client'

import { useState } from 'react'
import Link from 'next/link'
import { useQuery } from '@tanstack/react-query'
import { CalendarPlus, EllipsisVertical } from 'lucide-react'
import { getShortlist } from '@itellico/contracts/packages'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Confirm } from '@/components/ui/confirm'
import { EmptyState } from '@/components/ui/empty-state'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { RequestDialog } from '@/features/bookings/request-dialog'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useCan, usePerson } from '@/lib/me'
import { keys } from '@/lib/query-keys'
import { ShortlistForm } from './shortlist-form'
import { ShortlistTile } from './shortlist-tile'
import { useShortlistChanges } from './use-shortlist-changes'

const grid = 'grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 lg:grid-cols-4 2xl:grid-cols-5'

/** A shortlist as a board of pictures: choose, note, ask for options. */
export function ShortlistBoard({ id }: { id: string }) {
  const { t } = useI18n()
  const { accountId } = usePerson()
  const mayAsk = useCan('account.options.request')
  const list = useQuery({ queryKey: keys.shortlists(accountId, 'one', id), queryFn: ({ signal }) => api(getShortlist, { params: { id }, signal }) })
  const changes = useShortlistChanges(id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<'edit' | 'delete' | 'ask' | null>(null)
  if (list.isError) return <QueryError cause={list.error} retry={list.refetch} />
  if (list.isPending)
    return (
      <Loading label={t('common.loading')} className="grid gap-6">
        <Skeleton className="h-9 w-64" />
        <div className={grid}>
          {Array.from({ length: 8 }, (_, i) => (
            <Skeleton key={i} className="aspect-3/4 rounded-none" />
          ))}
        </div>
      </Loading>
    )
  const { items, name, note, version } = list.data
  const targets = items.filter((i) => i.available && chosen.has(i.profileId)).map((i) => ({ id: i.profileId, slug: i.slug, displayName: i.displayName }))
  const available = items.filter((i) => i.available)
  const toggle = (profileId: string, on: boolean) =>
    setChosen((was) => {
      const next = new Set(was)
      if (on) next.add(profileId)
      else next.delete(profileId)
      return next
    })
  return (
    <>
      <PageHeader
        title={name}
        lead={note || undefined}
        trail={<Breadcrumb label={t('book.trail')} items={[{ label: t('nav.shortlists'), href: '/client/shortlists' }, { label: name }]} />}
        actions={
          <>
            <Link href="/client/talent" className={buttonStyles({ variant: 'outline' })}>
              {t('lists.addTalent')}
            </Link>
            <Menu
              trigger={
                <Button variant="outline" size="icon" aria-label={t('lists.actions')}>
                  <EllipsisVertical />
                </Button>
              }
            >
              <MenuItem onClick={() => setOpen('edit')}>{t('lists.rename')}</MenuItem>
              <MenuItem danger onClick={() => setOpen('delete')}>
                {t('lists.delete')}
              </MenuItem>
            </Menu>
          </>
        }
      />
      {items.length === 0 ? (
        <EmptyState
          title={t('lists.empty')}
          text={t('lists.emptyText')}
          action={
            <Link href="/client/talent" className={buttonStyles()}>
              {t('nav.search')}
            </Link>
          }
        />
      ) : (
        <>
          {mayAsk && (
            <div className="sticky top-13 z-10 -mx-4 mb-5 flex flex-wrap items-center gap-3 border-b border-line bg-canvas px-4 py-2 lg:-mx-8 lg:px-8">
              <Button
                variant="quiet"
                size="sm"
                onClick={() => setChosen(chosen.size === available.length ? new Set() : new Set(available.map((i) => i.profileId)))}
              >
                {chosen.size === available.length && chosen.size > 0 ? t('lists.chooseNone') : t('lists.chooseAll')}
              </Button>
              <p role="status" className="tabular text-base text-ink-2">
                {t('lists.chosen', { count: targets.length })}
              </p>
              <Button className="ml-auto" disabled={targets.length === 0} onClick={() => setOpen('ask')}>
                <CalendarPlus />
                {targets.length > 1 ? t('ask.titleMany', { count: targets.length }) : t('ask.title')}
              </Button>
            </div>
          )}
          <ul className={grid}>
            {items.map((item) => (
              <ShortlistTile
                key={item.profileId}
                item={item}
                chosen={chosen.has(item.profileId)}
                selectable={mayAsk && item.available}
                onChoose={(on) => toggle(item.profileId, on)}
                onNote={(text) => changes.note.mutate({ profileId: item.profileId, note: text })}
                onRemove={() => {
                  toggle(item.profileId, false)
                  changes.remove.mutate(item.profileId)
                }}
              />
            ))}
          </ul>
        </>
      )}
      {open === 'edit' && (
        <ShortlistForm
          title={t('lists.rename')}
          action={t('common.save')}
          start={{ name, note }}
          busy={changes.update.isPending}
          failure={changes.update.error}
          onClose={() => setOpen(null)}
          onSave={(v) => changes.update.mutate({ ...v, version }, { onSuccess: () => setOpen(null) })}
        />
      )}
      <Confirm
        open={open === 'delete'}
        onOpenChange={(on) => !on && setOpen(null)}
        danger
        title={t('lists.deleteTitle', { name })}
        text={t('lists.deleteText')}
        confirmLabel={t('lists.delete')}
        cancelLabel={t('common.back')}
        busy={changes.destroy.isPending}
        onConfirm={() => changes.destroy.mutate()}
      />
      {open === 'ask' && targets.length > 0 && (
        <RequestDialog
          targets={targets}
          onClose={() => setOpen(null)}
          onSent={(ids) => setChosen((was) => new Set([...was].filter((x) => !ids.includes(x))))}
        />
      )}
    </>
  )
}
