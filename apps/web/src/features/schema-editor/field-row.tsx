'use client'

import type { DragEvent, KeyboardEvent } from 'react'
import { ArchiveRestore, GripVertical, Pencil, Trash2 } from 'lucide-react'
import { localText, type Field } from '@itellico/contracts/model-schema'
import { Button } from '@/components/ui/button'
import { Badge } from '@/components/ui/status'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { unitText } from '@/lib/units'

interface Props {
  readonly field: Field
  readonly published: boolean
  readonly problem: string | undefined
  readonly editable: boolean
  readonly lifted: boolean
  readonly dropBefore: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onRestore: () => void
  readonly onHandleKey: (event: KeyboardEvent) => void
  readonly onHandleBlur: () => void
  readonly onDragStart: () => void
  readonly onDragOver: (event: DragEvent) => void
  readonly onDragEnd: () => void
}

/** One field: handle to move it, what it is, who sees it, and its editors. */
export function FieldRow({
  field,
  published,
  problem,
  editable,
  lifted,
  dropBefore,
  onEdit,
  onRemove,
  onRestore,
  onHandleKey,
  onHandleBlur,
  onDragStart,
  onDragOver,
  onDragEnd,
}: Props) {
  const { t, locale } = useI18n()
  const name = localText(field.label, locale)
  const tags = (['required', 'facet', 'highlight'] as const).filter((tag) => field[tag])
  return (
    <li
      draggable={editable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', field.key)
        onDragStart()
      }}
      onDragOver={onDragOver}
      onDragEnd={onDragEnd}
      className={cn(
        'relative grid min-h-11 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 border-b border-line py-1',
        lifted && 'bg-brand-wash shadow-[inset_0_0_0_2px_var(--brand)]',
        dropBefore && 'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-brand',
      )}
    >
      {editable ? (
        <button
          type="button"
          data-handle={field.key}
          aria-label={t('fld.move', { name })}
          aria-pressed={lifted}
          title={t('fld.moveHint')}
          onKeyDown={onHandleKey}
          onBlur={onHandleBlur}
          className="grid size-8 cursor-grab place-items-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink active:cursor-grabbing"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
      ) : (
        <span />
      )}
      <div className={cn('flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5', field.deprecated && 'text-ink-3')}>
        <span className={cn('font-medium', field.deprecated && 'line-through decoration-1')}>{name}</span>
        <code className="font-mono text-2xs text-ink-3 max-sm:hidden">{field.key}</code>
        <span className="text-sm text-ink-2">
          {t(`fld.type.${field.type}`)}
          {field.unit && `, ${unitText(field.unit, locale)}`}
          {field.options && ` (${field.options.length})`}
        </span>
        <span className="flex flex-wrap gap-1">
          {field.deprecated && <Badge glyph="◌">{t('fld.deprecated')}</Badge>}
          {!field.deprecated && !published && (
            <Badge tone="ok" glyph="+">
              {t('fld.newField')}
            </Badge>
          )}
          {!field.deprecated && field.privacy !== 'public' && <Badge glyph="◐">{t(`fld.privacy.${field.privacy}`)}</Badge>}
          {!field.deprecated && tags.map((tag) => <Badge key={tag}>{t(`fld.tag.${tag}`)}</Badge>)}
        </span>
        {problem && <span className="w-full text-sm font-medium text-bad">{problem}</span>}
      </div>
      {editable && (
        <div className="flex">
          {field.deprecated ? (
            <Button variant="quiet" size="sm" onClick={onRestore} aria-label={`${t('fld.restore')}: ${name}`}>
              <ArchiveRestore />
              <span className="max-sm:sr-only">{t('fld.restore')}</span>
            </Button>
          ) : (
            <>
              <Button variant="quiet" size="icon" aria-label={t('fld.editField', { name })} onClick={onEdit}>
                <Pencil />
              </Button>
              <Button variant="quiet" size="icon" aria-label={`${t('fld.remove')}: ${name}`} onClick={onRemove}>
                <Trash2 />
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}
