'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { toast } from 'sonner'
import { ApiProblem } from '@itellico/contracts/client'
import type { Definition, Section } from '@itellico/contracts/model-schema'
import { publishTenantSchema, type ModelSchema } from '@itellico/contracts/profiles'
import { Button } from '@/components/ui/button'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { ChangesPanel } from './changes-panel'
import { withField, withSection, type Place } from './draft'
import { FieldSheet } from './field-sheet'
import { SectionDialog } from './section-dialog'
import { SectionList } from './section-list'

interface Props {
  readonly published: ModelSchema
  readonly versions: readonly { version: number; publishedAt: string; fieldCount: number }[]
  readonly onReload: () => Promise<unknown>
}

/** A new version of the fields while it is being made: list, editors, and what publishing would change. */
export function SchemaDraft({ published, versions, onReload }: Props) {
  const { t } = useI18n()
  const client = useQueryClient()
  const may = useCan('tenant.schemas.update')
  const [base, setBase] = useState(published)
  const [draft, setDraft] = useState<Definition>(published.definition)
  const [place, setPlace] = useState<Place | null>(null)
  const [section, setSection] = useState<number | null>(null)
  const publish = useMutation({
    mutationFn: () => api(publishTenantSchema, { body: { baseVersion: base.version, definition: draft } }),
    onSuccess: (after) => {
      toast.success(t('fld.published', { version: after.version }))
      setBase(after)
      setDraft(after.definition)
      void client.invalidateQueries({ queryKey: keys.profiles() })
      void client.invalidateQueries({ queryKey: keys.audit() })
    },
    onError: (cause) => {
      if (!(cause instanceof ApiProblem) || ![412, 422].includes(cause.problem.status)) toastProblem(cause, t)
    },
  })
  const problem = publish.error instanceof ApiProblem ? publish.error.problem : null
  const problems = new Map(problem?.status === 422 ? (problem.errors ?? []).map((e) => [e.field, e.message]) : [])
  const change = (next: Definition) => {
    setDraft(next)
    if (problem?.status === 422) publish.reset()
  }
  const saveSection = (made: Section) => {
    if (section === null) return
    change(section >= draft.sections.length ? { ...draft, sections: [...draft.sections, made] } : withSection(draft, section, () => made))
    setSection(null)
  }
  return (
    <div className="grid items-start gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid min-w-0 gap-8">
        {!may && <p className="border-l-2 border-info bg-info-wash px-3 py-2 text-info">{t('fld.readOnly')}</p>}
        <SectionList
          base={base.definition}
          draft={draft}
          problems={problems}
          editable={may}
          onChange={change}
          onEditField={setPlace}
          onEditSection={setSection}
        />
        {may && draft.sections.length < 20 && (
          <Button variant="outline" className="justify-self-start" onClick={() => setSection(draft.sections.length)}>
            <Plus />
            {t('fld.addSection')}
          </Button>
        )}
      </div>
      <ChangesPanel
        base={base}
        draft={draft}
        versions={versions}
        editable={may}
        busy={publish.isPending}
        staleVersion={problem?.status === 412 ? base.version + 1 : null}
        refused={problem?.status === 422 ? problem.title : null}
        onPublish={() => publish.mutate()}
        onDiscard={() => change(base.definition)}
        onReload={() => void onReload()}
      />
      {place && (
        <FieldSheet
          key={`${place.section}.${place.index}`}
          place={place}
          draft={draft}
          base={base.definition}
          onClose={() => setPlace(null)}
          onSave={(field) => {
            change(withField(draft, place, field))
            setPlace(null)
          }}
        />
      )}
      {section !== null && (
        <SectionDialog
          section={draft.sections[section] ?? null}
          taken={draft.sections.map((s) => s.key)}
          onClose={() => setSection(null)}
          onSave={saveSection}
        />
      )}
    </div>
  )
}
