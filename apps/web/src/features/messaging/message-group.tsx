'use client'

import type { Participant } from '@itellico/contracts/messaging'
import { cn } from '@/lib/cn'
import { formatInstant } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { MessageBody } from './message-body'
import type { Group, Line, Pending } from './message-groups'
import { discard } from './outbox'
import { SideAvatar } from './side-avatar'

interface Props {
  readonly group: Group
  readonly mine: boolean
  readonly side: Participant['side']
  readonly zone: string
  readonly onRetry: (entry: Pending) => void
}

const action = 'font-medium underline underline-offset-2'

function Delivery({ line, pending, onRetry }: { line: Line; pending: Pending; onRetry: Props['onRetry'] }) {
  const { t } = useI18n()
  if (pending.problem === null) return <span className="text-2xs text-ink-3">{t('msg.sending')}</span>
  return (
    <span role="alert" className="flex flex-wrap justify-end gap-x-2 text-xs text-bad">
      <span>
        {t('msg.failed')} {pending.problem}
      </span>
      <button type="button" className={action} onClick={() => onRetry(pending)}>
        {t('msg.again')}
      </button>
      <button type="button" className={action} onClick={() => discard(line.key)}>
        {t('msg.discard')}
      </button>
    </span>
  )
}

/** What one person said in one go: name and time once, the lines close together. */
export function MessageGroup({ group, mine, side, zone, onRetry }: Props) {
  const { t, locale } = useI18n()
  const [first] = group.lines
  if (!first) return null
  return (
    <li className={cn('grid gap-1', mine ? 'justify-items-end pl-12' : 'grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 pr-12')}>
      <p className={cn('flex items-baseline gap-2 text-xs', !mine && 'col-start-2')}>
        <span className={mine ? 'sr-only' : 'font-medium text-ink-2'}>{mine ? t('msg.you') : group.authorName}</span>
        <time dateTime={first.sentAt} className="tabular text-ink-3">
          {formatInstant(first.sentAt, locale, zone, { hour: '2-digit', minute: '2-digit' })}
        </time>
      </p>
      {!mine && <SideAvatar name={group.authorName} side={side} size="sm" className="col-start-1 row-start-2 self-start" />}
      <ul className={cn('grid min-w-0 gap-0.5', mine ? 'justify-items-end' : 'col-start-2 justify-items-start')}>
        {group.lines.map((line) => (
          <li key={line.key} className={cn('grid max-w-[34rem] gap-1', mine && 'justify-items-end')}>
            <p
              className={cn(
                'rounded-lg px-3 py-1.5 whitespace-pre-wrap [overflow-wrap:anywhere]',
                mine ? 'bg-brand text-on-brand' : 'bg-sunken text-ink',
                line.pending?.problem === null && 'opacity-75',
                line.pending?.problem && 'border border-bad bg-bad-wash text-bad',
              )}
            >
              {line.body ? <MessageBody text={line.body} /> : <em>{t('msg.erased')}</em>}
            </p>
            {line.pending && <Delivery line={line} pending={line.pending} onRetry={onRetry} />}
          </li>
        ))}
      </ul>
    </li>
  )
}
