'use client'

import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { deleteBookout, type CalendarEntry, type CalendarRow } from '@itellico/contracts/bookings'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Sheet } from '@/components/ui/sheet'
import { Status } from '@/components/ui/status'
import { api } from '@/lib/api.client'
import { formatPeriod } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { statusText } from '@/lib/i18n/translate'
import { useCan } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { useBookingsChanged } from '../use-booking-actions'

/** Blocked time of a talent, with the way to free it. */
export function BookoutSheet({ row, entry, zone, onClose }: { row: CalendarRow; entry: CalendarEntry; zone: string; onClose: () => void }) {
  const { t, locale } = useI18n()
  const may = useCan('account.bookings.create')
  const changed = useBookingsChanged()
  const [asking, setAsking] = useState(false)
  const free = useMutation({
    mutationFn: () => api(deleteBookout, { params: { id: entry.id } }),
    onSuccess: () => {
      toast.success(t('bookout.freed'))
      changed()
      onClose()
    },
    onError: (cause) => toastProblem(cause, t),
  })
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title={entry.title} description={row.profile.displayName} closeLabel={t('common.close')}>
      <div className="grid justify-items-start gap-4">
        <Avatar name={row.profile.displayName} cover={row.profile.cover} className="h-28 w-21" />
        <Status status="bookout" text={statusText(t, 'bookout')} />
        <p className="tabular text-md font-medium">{formatPeriod(entry.startsAt, entry.endsAt, locale, zone)}</p>
        <p className="text-ink-2">{t('bookout.meaning')}</p>
        {may && (
          <Button variant="outline" onClick={() => setAsking(true)}>
            {t('bookout.free')}
          </Button>
        )}
      </div>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('bookout.freeTitle')}
        text={t('bookout.freeText', { name: row.profile.displayName })}
        confirmLabel={t('bookout.free')}
        cancelLabel={t('common.back')}
        busy={free.isPending}
        onConfirm={() => free.mutate()}
      />
    </Sheet>
  )
}
