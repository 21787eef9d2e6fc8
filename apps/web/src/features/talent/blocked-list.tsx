'use client'

import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { toast } from 'sonner'
import { deleteBookout, type Bookout } from '@itellico/contracts/bookings'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { whenText } from '@/features/bookings/booking-words'
import { useBookingsChanged } from '@/features/bookings/use-booking-actions'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { toastProblem } from '@/lib/problems'

/** Blocked times from today on; each can be freed again. */
export function BlockedList({ items, names }: { items: readonly Bookout[]; names: ReadonlyMap<string, string> }) {
  const { t, locale } = useI18n()
  const may = useCan('user.bookouts.manage')
  const changed = useBookingsChanged()
  const [asked, setAsked] = useState<Bookout | null>(null)
  const free = useMutation({
    mutationFn: (id: string) => api(deleteBookout, { params: { id } }),
    onSuccess: () => {
      toast.success(t('cal.freed'))
      setAsked(null)
      changed()
    },
    onError: (cause) => toastProblem(cause, t),
  })
  return (
    <section aria-labelledby="blocked">
      <h2 id="blocked" className="mb-3 text-lg font-semibold">
        {t('cal.blockedTimes')}
      </h2>
      {items.length === 0 ? (
        <p className="border-t border-line pt-3 text-ink-2">
          {t('cal.noBlocked')}. {t('cal.noBlockedText')}
        </p>
      ) : (
        <ul className="border-t border-line-strong">
          {items.map((b) => (
            <li key={b.id} className="flex items-center gap-3 border-b border-line py-2.5">
              <span className="grid min-w-0 flex-1">
                <span className="tabular font-medium">{whenText(b, locale)}</span>
                <span className="truncate text-sm text-ink-3">{[names.size > 1 && names.get(b.profileId), b.reason].filter(Boolean).join(' · ')}</span>
              </span>
              {may && (
                <Button variant="quiet" size="icon" aria-label={`${t('cal.free')}: ${whenText(b, locale)}`} onClick={() => setAsked(b)}>
                  <Trash2 />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Confirm
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={t('cal.freeTitle')}
        text={asked ? `${whenText(asked, locale)}. ${t('cal.freeText')}` : ''}
        confirmLabel={t('cal.free')}
        cancelLabel={t('common.cancel')}
        busy={free.isPending}
        onConfirm={() => asked && free.mutate(asked.id)}
      />
    </section>
  )
}
