import Link from 'next/link'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { buttonStyles } from './button-styles'

interface Props {
  readonly label: string
  readonly summary: string
  readonly firstHref: string | null
  readonly nextHref: string | null
  readonly firstLabel: string
  readonly nextLabel: string
}

/** Pages of a list that is read with cursors: on to the next page, or back to the first. */
export function Pagination({ label, summary, firstHref, nextHref, firstLabel, nextLabel }: Props) {
  if (!firstHref && !nextHref) return null
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-4 border-t border-line pt-4">
      <p className="tabular text-sm text-ink-3">{summary}</p>
      <div className="flex gap-2">
        {firstHref && (
          <Link href={firstHref} className={buttonStyles({ variant: 'outline' })}>
            <ArrowLeft />
            {firstLabel}
          </Link>
        )}
        {nextHref && (
          <Link href={nextHref} rel="next" className={buttonStyles({ variant: 'outline' })}>
            {nextLabel}
            <ArrowRight />
          </Link>
        )}
      </div>
    </nav>
  )
}
