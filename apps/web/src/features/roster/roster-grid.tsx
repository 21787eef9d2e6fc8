'use client'

import Link from 'next/link'
import type { ProfileSummary } from '@itellico/contracts/profiles'
import { MediaImage } from '@/components/ui/media-image'
import { Avatar } from '@/components/ui/avatar'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Badge, Status } from '@/components/ui/status'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { formatAgo } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { Completeness } from './completeness'

export const rosterGrid = 'grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 lg:grid-cols-4 2xl:grid-cols-6'

/** The roster as pictures. */
export function RosterPictures({ talents }: { talents: readonly ProfileSummary[] }) {
  const { t } = useI18n()
  return (
    <ul className={rosterGrid}>
      {talents.map((p, i) => (
        <li key={p.id} className="group relative grid content-start gap-2">
          <div className="relative overflow-hidden">
            <MediaImage
              item={p.cover}
              alt=""
              name={p.displayName}
              sizes="(min-width: 1536px) 14vw, (min-width: 1024px) 20vw, 46vw"
              priority={i < 4}
              className="transition-transform duration-200 ease-out group-hover:scale-[1.015]"
            />
            <span className="absolute bottom-2 left-2 flex gap-1">
              {p.status !== 'active' && <Status status={p.status} text={statusText(t, p.status)} />}
              {p.isMinor && <Badge glyph="18">{t('roster.minor')}</Badge>}
            </span>
          </div>
          <div className="grid gap-1">
            <h2 className="text-md leading-tight font-semibold tracking-[-0.02em]">
              <Link href={`/desk/roster/${p.id}`} className="after:absolute after:inset-0">
                {p.displayName}
              </Link>
            </h2>
            <p className="tabular truncate text-sm text-ink-3">{[p.city, ...p.highlights.slice(0, 1).map((h) => h.value)].filter(Boolean).join(' · ')}</p>
            <Completeness value={p.completeness} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The roster as a table. */
export function RosterTable({ talents }: { talents: readonly ProfileSummary[] }) {
  const { t, locale } = useI18n()
  const labels =
    talents
      .find((p) => p.highlights.length > 0)
      ?.highlights.slice(0, 3)
      .map((h) => h.label) ?? []
  return (
    <Table aria-label={t('roster.title')}>
      <TableHead>
        <TableRow>
          <TableHeader>{t('blist.talent')}</TableHeader>
          <TableHeader>{t('blist.status')}</TableHeader>
          <TableHeader>{t('pform.city')}</TableHeader>
          {labels.map((l) => (
            <TableHeader key={l}>{l}</TableHeader>
          ))}
          <TableHeader>{t('roster.filledTitle')}</TableHeader>
          <TableHeader>{t('roster.changed')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {talents.map((p) => (
          <TableRow key={p.id}>
            <TableCell className="py-0 pl-0">
              <span className="flex items-center gap-3">
                <Avatar name={p.displayName} cover={p.cover} className="h-face w-face rounded-none" />
                <Link href={`/desk/roster/${p.id}`} className="font-semibold hover:underline">
                  {p.displayName}
                </Link>
                {p.isMinor && <Badge glyph="18">{t('roster.minor')}</Badge>}
              </span>
            </TableCell>
            <TableCell>
              <Status status={p.status} text={statusText(t, p.status)} />
            </TableCell>
            <TableCell className="whitespace-nowrap">{p.city ?? '–'}</TableCell>
            {labels.map((l) => (
              <TableCell key={l} className="tabular whitespace-nowrap">
                {p.highlights.find((h) => h.label === l)?.value ?? '–'}
              </TableCell>
            ))}
            <TableCell>
              <Completeness value={p.completeness} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-ink-3">
              <time dateTime={p.updatedAt}>{formatAgo(p.updatedAt, locale)}</time>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

/** Holds the place of the pictures. */
export function RosterSkeleton({ label }: { label: string }) {
  return (
    <Loading label={label} className={rosterGrid}>
      {Array.from({ length: 12 }, (_, i) => (
        <div key={i} className="grid gap-2">
          <Skeleton className="aspect-3/4 rounded-none" />
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ))}
    </Loading>
  )
}
