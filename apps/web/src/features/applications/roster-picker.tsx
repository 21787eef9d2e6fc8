'use client'

import { useDeferredValue, useState } from 'react'
import { Check, Search } from 'lucide-react'
import type { ProfileSummary } from '@itellico/contracts/profiles'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { MediaImage } from '@/components/ui/media-image'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useRoster } from '@/features/roster/use-roster'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'

const grid = 'grid grid-cols-3 gap-x-2 gap-y-3 sm:grid-cols-5 lg:grid-cols-6'
const LIMIT = 36

/** Somebody who can be chosen, with what is needed to show them later. */
export type Talent = Pick<ProfileSummary, 'id' | 'displayName' | 'cover' | 'city'>

interface Props {
  readonly chosen: ReadonlyMap<string, Talent>
  readonly taken: ReadonlySet<string>
  readonly most: number
  readonly onToggle: (talent: Talent) => void
}

/** Published talents of the roster as pictures, several can be chosen; who is submitted already stands aside. */
export function RosterPicker({ chosen, taken, most, onToggle }: Props) {
  const { t } = useI18n()
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const roster = useRoster({ q, status: 'active', limit: LIMIT })
  const talents = roster.data?.pages.flatMap((p) => p.items) ?? []
  const full = chosen.size >= most
  const body = () => {
    if (roster.isPending)
      return (
        <Loading label={t('common.loading')} className={grid}>
          {Array.from({ length: 12 }, (_, i) => (
            <div key={i} className="grid gap-1">
              <Skeleton className="aspect-3/4 rounded-none" />
              <Skeleton className="h-5 w-3/4" />
            </div>
          ))}
        </Loading>
      )
    if (roster.isError) return <QueryError cause={roster.error} retry={roster.refetch} />
    if (talents.length === 0)
      return (
        <div className="grid gap-1 py-6">
          <p className="font-semibold">{q ? t('sub.rosterNothing', { text: q }) : t('sub.rosterEmpty')}</p>
          {!q && <p className="text-ink-2">{t('sub.rosterEmptyText')}</p>}
        </div>
      )
    return (
      <>
        <ul className={grid}>
          {talents.map((p) => {
            const on = chosen.has(p.id)
            const gone = taken.has(p.id)
            return (
              <li key={p.id}>
                <button
                  type="button"
                  aria-pressed={on}
                  disabled={gone || (full && !on)}
                  onClick={() => onToggle(p)}
                  className="group grid w-full gap-1 text-left disabled:cursor-not-allowed"
                >
                  <span className={cn('relative block', on && 'outline-2 outline-offset-1 outline-brand')}>
                    <MediaImage
                      item={p.cover}
                      alt=""
                      name={p.displayName}
                      sizes="8rem"
                      variant="thumb"
                      className={cn('transition-opacity duration-150', (gone || (full && !on)) && 'opacity-40 grayscale')}
                    />
                    {on && (
                      <span aria-hidden className="absolute top-1 right-1 grid size-5.5 place-items-center bg-brand text-on-brand">
                        <Check className="size-3.5" strokeWidth={3} />
                      </span>
                    )}
                  </span>
                  <span className="truncate text-sm leading-tight font-medium group-hover:underline group-disabled:no-underline">{p.displayName}</span>
                  <span className="-mt-1 truncate text-xs text-ink-3">{gone ? t('sub.already') : p.city}</span>
                </button>
              </li>
            )
          })}
        </ul>
        {roster.hasNextPage && (
          <Button variant="quiet" className="w-fit" busy={roster.isFetchingNextPage} onClick={() => void roster.fetchNextPage()}>
            {t('sub.moreRoster')}
          </Button>
        )}
      </>
    )
  }
  return (
    <div className="grid gap-3">
      <div className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3" />
        <Input
          type="search"
          value={text}
          onChange={(e) => setText(e.target.value)}
          aria-label={t('sub.searchRoster')}
          placeholder={t('sub.searchRoster')}
          className="pl-8"
        />
      </div>
      {body()}
    </div>
  )
}
