'use client'

import Link from 'next/link'
import { Sheet } from '@/components/ui/sheet'
import { buttonStyles } from '@/components/ui/button-styles'
import { useI18n } from '@/lib/i18n/client'
import { BookingPanel, useBooking } from './booking-panel'
import type { Side } from './booking-actions'

interface Props {
  readonly id: string | null
  readonly side: Side
  readonly onChange: (id: string | null) => void
}

/** A booking beside the list or board one came from. */
export function BookingSheet({ id, side, onChange }: Props) {
  return id ? <OpenSheet key={id} id={id} side={side} onChange={onChange} /> : null
}

function OpenSheet({ id, side, onChange }: Props & { id: string }) {
  const { t } = useI18n()
  const { data } = useBooking(id)
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onChange(null)}
      title={data?.title ?? t('book.booking')}
      description={data?.client.name ?? t('common.loading')}
      closeLabel={t('common.close')}
      className="max-w-lg"
      footer={
        <Link href={`/${side === 'agency' ? 'desk' : 'client'}/bookings/${id}`} className={buttonStyles({ variant: 'quiet' })}>
          {t('book.ownPage')}
        </Link>
      }
    >
      <BookingPanel id={id} side={side} onOpenBooking={onChange} />
    </Sheet>
  )
}
