'use client'

import { useRouter } from 'next/navigation'
import { PageHeader } from '@/components/shell/page-header'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { useI18n } from '@/lib/i18n/client'
import type { Side } from './booking-actions'
import { BookingPanel, useBooking } from './booking-panel'

/** A booking on a page of its own, where notices lead. */
export function BookingPage({ id, side }: { id: string; side: Side }) {
  const { t } = useI18n()
  const router = useRouter()
  const { data } = useBooking(id)
  const root = side === 'agency' ? '/desk/bookings' : '/client/bookings'
  return (
    <>
      <PageHeader
        title={data?.title ?? t('book.booking')}
        lead={data && t('book.forClient', { client: data.client.name })}
        trail={<Breadcrumb label={t('book.trail')} items={[{ label: t('nav.bookings'), href: root }, { label: data?.profile.displayName ?? '…' }]} />}
      />
      <BookingPanel id={id} side={side} wide onOpenBooking={(other) => router.push(`${root}/${other}`)} />
    </>
  )
}
