'use client'

import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { toast } from 'sonner'
import { listShards, setMaintenance } from '@itellico/contracts/tenant-life'
import type { Tenant } from '@itellico/contracts/tenants'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Select } from '@/components/ui/select'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'
import { problemText, toastProblem } from '@/lib/problems'
import { matches } from '@itellico/contracts/permissions'
import { lifeSteps, type LifeStep } from './life-steps'

const SLUG = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/

/** What can be done to a tenant beside suspending it. */
export function LifeMenu({ tenant }: { tenant: Tenant }) {
  const { t } = useI18n()
  const { me } = usePerson()
  const client = useQueryClient()
  const [step, setStep] = useState<LifeStep | null>(null)
  const may = (needs: string) => me.permissions.some((grant) => matches(grant, needs))
  const offered = lifeSteps.filter((s) => s.when.includes(tenant.status) && may(s.needs) && !(s.key === 'maintenance' && tenant.maintenance))
  const end = useMutation({
    mutationFn: () => api(setMaintenance, { params: { id: tenant.id }, body: { on: false } }),
    onSuccess: () => toast.success(t('life.changed')),
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => client.invalidateQueries({ queryKey: ['tenants'] }),
  })
  if (offered.length === 0) return null
  return (
    <>
      {tenant.maintenance && may('platform.tenants.suspend') && (
        <Button busy={end.isPending} onClick={() => end.mutate()}>
          {t('life.maintenanceEnd')}
        </Button>
      )}
      <Menu
        trigger={
          <Button variant="outline">
            {t('life.actions')}
            <ChevronDown />
          </Button>
        }
      >
        {offered.map((s) => (
          <MenuItem key={s.key} danger={s.danger ?? false} onClick={() => setStep(s)}>
            {t(s.label)}
          </MenuItem>
        ))}
      </Menu>
      {step && <StepDialog tenant={tenant} step={step} onClose={() => setStep(null)} />}
    </>
  )
}

/** Asks what a step needs, then takes it. */
function StepDialog({ tenant, step, onClose }: { tenant: Tenant; step: LifeStep; onClose: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const shards = useQuery({ queryKey: ['shards'], queryFn: ({ signal }) => api(listShards, { signal }), enabled: step.asks === 'shard' })
  const others = shards.data?.items.filter((s) => s.name !== tenant.shard) ?? []
  const wrong = problemOf(step, tenant, answer)
  const take = useMutation({
    mutationFn: () => step.run(tenant, answer.trim()),
    onSuccess: () => {
      toast.success(t(step.operation ? 'life.begun' : 'life.changed'))
      onClose()
    },
    onSettled: () => Promise.all(['tenants', 'audit', 'operations'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  const error = tried && wrong ? t(wrong) : take.isError ? problemText(take.error, t) : undefined
  return (
    <Confirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(step.title, { name: tenant.name })}
      text={t(step.text, { slug: tenant.slug })}
      confirmLabel={t(step.label)}
      cancelLabel={t('common.cancel')}
      danger={step.danger ?? false}
      busy={take.isPending}
      onConfirm={() => {
        setTried(true)
        if (!wrong) take.mutate()
      }}
    >
      {step.asks === 'reason' && (
        <Field label={t('ten.reason')} hint={t('ten.reasonHint')} error={error}>
          <Textarea rows={3} maxLength={500} value={answer} onChange={(e) => setAnswer(e.target.value)} />
        </Field>
      )}
      {(step.asks === 'slug' || step.asks === 'confirm') && (
        <Field
          label={t(step.asks === 'slug' ? 'ten.slug' : 'life.confirmName')}
          hint={step.asks === 'slug' && answer ? t('ten.willBe', { host: `${answer}.${location.hostname}` }) : undefined}
          error={error}
        >
          <Input className="font-mono" spellCheck={false} autoCapitalize="none" maxLength={40} value={answer} onChange={(e) => setAnswer(e.target.value)} />
        </Field>
      )}
      {step.asks === 'shard' &&
        (shards.isSuccess && others.length === 0 ? (
          <p className="text-ink-3">{t('life.moveNone')}</p>
        ) : (
          <Field label={t('life.moveTo')} error={error}>
            <Select
              value={answer || null}
              onValueChange={setAnswer}
              options={others.map((s) => ({ value: s.name, label: `${s.name} (${t('life.tenants', { count: s.tenants })})`, disabled: !s.reachable }))}
            />
          </Field>
        ))}
      {step.asks === null && error && (
        <p role="alert" className="text-bad">
          {error}
        </p>
      )}
    </Confirm>
  )
}

function problemOf(step: LifeStep, tenant: Tenant, answer: string) {
  const text = answer.trim()
  if (step.asks === 'reason' && text.length < 3) return 'ten.reasonHint' as const
  if (step.asks === 'slug' && !SLUG.test(text)) return 'ten.slugWrong' as const
  if (step.asks === 'confirm' && text !== tenant.slug) return 'life.confirmName' as const
  if (step.asks === 'shard' && !text) return 'form.required' as const
  return null
}
