'use client'

import type { Booking } from '@itellico/contracts/bookings'
import { MediaImage } from '@/components/ui/media-image'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { daySpan, timeOf, type Day } from '../zone'

/** The jobs that come next as pictures: today's with their call time first, then by day. */
export function JobPictures({ jobs, today, zone, onOpen }: { jobs: readonly Booking[]; today: Day; zone: string; onOpen: (id: string) => void }) {
  const { t, locale } = useI18n()
  const call = (job: Booking) => {
    const { first } = daySpan(job.startsAt, job.endsAt, zone)
    if (first < today) return t('desk.goesOn')
    const time = timeOf(job.startsAt, zone)
    return first === today ? time : `${formatDate(first, locale, { weekday: 'short', day: 'numeric' })}, ${time}`
  }
  return (
    <ul className="no-scrollbar -mx-4 flex gap-3 overflow-x-auto px-4 pb-1 lg:mx-0 lg:px-0">
      {jobs.map((job) => (
        <li key={job.id} className="w-36 shrink-0 sm:w-44">
          <button type="button" onClick={() => onOpen(job.id)} className="group grid w-full gap-2 text-left">
            <span className="block overflow-hidden">
              <MediaImage
                item={job.profile.cover}
                alt=""
                name={job.profile.displayName}
                sizes="11rem"
                priority
                className="transition-transform duration-200 group-hover:scale-[1.015]"
              />
            </span>
            <span className="grid">
              <span className="tabular font-display text-lg leading-tight font-semibold">{call(job)}</span>
              <span className="truncate text-base font-medium">{job.profile.displayName}</span>
              <span className="truncate text-sm text-ink-3">
                {job.client.name}
                {job.location && ` · ${job.location}`}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
