'use client'

import { useState } from 'react'
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2 } from 'lucide-react'
import { fieldsOf, localText, type Definition } from '@itellico/contracts/model-schema'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { useI18n } from '@/lib/i18n/client'
import { moved, withField, withoutField, type Place } from './draft'
import { FieldRow } from './field-row'
import { useMoving } from './use-moving'

interface Props {
  readonly base: Definition
  readonly draft: Definition
  readonly problems: ReadonlyMap<string, string>
  readonly editable: boolean
  readonly onChange: (next: Definition) => void
  readonly onEditField: (place: Place) => void
  readonly onEditSection: (index: number) => void
}

type Removal = { kind: 'field'; place: Place } | { kind: 'section'; index: number }

/** All sections with their fields; everything can be moved, edited and taken away. */
export function SectionList({ base, draft, problems, editable, onChange, onEditField, onEditSection }: Props) {
  const { t, locale } = useI18n()
  const [removal, setRemoval] = useState<Removal | null>(null)
  const moving = useMoving(draft, onChange)
  const published = new Set(fieldsOf(base).map((f) => f.key))
  const fieldAt = ({ section, index }: Place) => draft.sections[section]?.fields[index]
  const leaving = removal?.kind === 'field' ? fieldAt(removal.place) : undefined
  const leavingSection = removal?.kind === 'section' ? draft.sections[removal.index] : undefined
  const name = leaving ? localText(leaving.label, locale) : leavingSection ? localText(leavingSection.label, locale) : ''
  const isNew = leaving !== undefined && !published.has(leaving.key)

  const remove = () => {
    if (removal?.kind === 'section') onChange({ ...draft, sections: draft.sections.filter((_, i) => i !== removal.index) })
    // A published field stays in the list as retired, so that one sees it and can bring it back.
    else if (removal && leaving)
      onChange(isNew ? withoutField(draft, removal.place) : withField(draft, removal.place, { ...leaving, deprecated: true, required: false }))
    setRemoval(null)
  }
  return (
    <>
      <p role="status" className="sr-only">
        {moving.said}
      </p>
      {draft.sections.map((section, s) => {
        const title = localText(section.label, locale)
        return (
          <section key={section.key} aria-labelledby={`section-${section.key}`}>
            <div className="flex items-center gap-1 border-b border-line-strong pb-1">
              <h2 id={`section-${section.key}`} className="mr-auto text-lg font-semibold">
                {title}
              </h2>
              {editable && (
                <>
                  <Button
                    variant="quiet"
                    size="icon"
                    disabled={s === 0}
                    aria-label={`${t('fld.move', { name: title })} ↑`}
                    onClick={() => onChange({ ...draft, sections: moved(draft.sections, s, s - 1) })}
                  >
                    <ArrowUp />
                  </Button>
                  <Button
                    variant="quiet"
                    size="icon"
                    disabled={s === draft.sections.length - 1}
                    aria-label={`${t('fld.move', { name: title })} ↓`}
                    onClick={() => onChange({ ...draft, sections: moved(draft.sections, s, s + 1) })}
                  >
                    <ArrowDown />
                  </Button>
                  <Button variant="quiet" size="icon" aria-label={t('fld.editSection', { name: title })} onClick={() => onEditSection(s)}>
                    <Pencil />
                  </Button>
                  {draft.sections.length > 1 && (
                    <Button variant="quiet" size="icon" aria-label={`${t('fld.remove')}: ${title}`} onClick={() => setRemoval({ kind: 'section', index: s })}>
                      <Trash2 />
                    </Button>
                  )}
                </>
              )}
            </div>
            <ul onDragOver={moving.onDragOver({ section: s, index: section.fields.length })}>
              {section.fields.map((field, index) => {
                const place = { section: s, index }
                return (
                  <FieldRow
                    key={field.key}
                    field={field}
                    published={published.has(field.key)}
                    problem={problems.get(field.key)}
                    editable={editable}
                    lifted={moving.lifted === field.key}
                    dropBefore={moving.over?.section === s && moving.over.index === index}
                    onEdit={() => onEditField(place)}
                    onRemove={() => setRemoval({ kind: 'field', place })}
                    onRestore={() => onChange(withField(draft, place, { ...field, deprecated: false }))}
                    onHandleKey={moving.onHandleKey(place, field.key)}
                    onHandleBlur={moving.onHandleBlur}
                    onDragStart={() => moving.onDragStart(place)}
                    onDragOver={moving.onDragOver(place)}
                    onDragEnd={moving.onDragEnd}
                  />
                )
              })}
              {section.fields.length === 0 && <li className="border-b border-line py-3 text-ink-3">{t('fld.empty')}</li>}
              {moving.over?.section === s && moving.over.index === section.fields.length && <li aria-hidden className="h-0.5 bg-brand" />}
            </ul>
            {editable && section.fields.length < 100 && (
              <Button
                variant="quiet"
                className="mt-1 -ml-3"
                aria-label={`${t('fld.addField')}: ${title}`}
                onClick={() => onEditField({ section: s, index: section.fields.length })}
              >
                <Plus />
                {t('fld.addField')}
              </Button>
            )}
          </section>
        )
      })}
      <Confirm
        open={removal !== null}
        onOpenChange={(open) => !open && setRemoval(null)}
        title={t(removal?.kind === 'section' ? 'fld.removeSectionTitle' : 'fld.removeTitle', { name })}
        text={
          removal?.kind === 'section'
            ? t('fld.removeSectionText', { count: leavingSection?.fields.filter((f) => published.has(f.key)).length ?? 0 })
            : t(isNew ? 'fld.removeNew' : 'fld.removeText')
        }
        confirmLabel={t('fld.remove')}
        cancelLabel={t('common.cancel')}
        danger
        onConfirm={remove}
      />
    </>
  )
}
