'use client'

import type { Booking } from '@itellico/contracts/bookings'
import { MediaImage } from '@/components/ui/media-image'
import { useI18n } from '@/lib/i18n/client'
import { daySpan, timeOf, type Day } from '../zone'

/** Whoever works on a day, as pictures with their call time. */
export function JobPictures({ jobs, day, zone, onOpen }: { jobs: readonly Booking[]; day: Day; zone: string; onOpen: (id: string) => void }) {
  const { t } = useI18n()
  return (
    <ul className="no-scrollbar -mx-4 flex gap-3 overflow-x-auto px-4 pb-1 lg:mx-0 lg:px-0">
      {jobs.map((job) => {
        const starts = daySpan(job.startsAt, job.endsAt, zone).first === day
        return (
          <li key={job.id} className="w-36 shrink-0 sm:w-44">
            <button type="button" onClick={() => onOpen(job.id)} className="group grid w-full gap-2 text-left">
              <span className="block overflow-hidden"><MediaImage item={job.profile.cover} alt="" name={job.profile.displayName} sizes="11rem" priority className="transition-transform duration-200 group-hover:scale-[1.015]" /></span>
              <span className="grid">
                <span className="tabular font-display text-lg leading-tight font-semibold">{starts ? timeOf(job.startsAt, zone) : t('desk.goesOn')}</span>
                <span className="truncate text-base font-medium">{job.profile.displayName}</span>
                <span className="truncate text-sm text-ink-3">{job.client.name}{job.location && ` · ${job.location}`}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
