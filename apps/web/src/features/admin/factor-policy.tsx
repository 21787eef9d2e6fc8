'use client'

import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { systemRoles } from '@itellico/contracts/permissions'
import { getFactorPolicy, getStaffFactorPolicy, setFactorPolicy, setStaffFactorPolicy } from '@itellico/contracts/second-factors'
import { PageHeader } from '@/components/shell/page-header'
import { QueryError } from '@/components/shell/query-error'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldSet } from '@/components/ui/field'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { api } from '@/lib/api.client'
import { roleDescription } from '@/lib/catalogue/admin-texts'
import { useI18n } from '@/lib/i18n/client'
import { isMessageKey } from '@/lib/i18n/translate'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

type Scope = 'account' | 'tenant' | 'platform'

/** Which roles must have a second step: of a marketplace, or of the platform itself. */
export function FactorPolicy({ of }: { of: 'tenant' | 'platform' }) {
  const { t } = useI18n()
  const [read, write] = of === 'tenant' ? ([getFactorPolicy, setFactorPolicy] as const) : ([getStaffFactorPolicy, setStaffFactorPolicy] as const)
  const client = useQueryClient()
  const policy = useQuery({ queryKey: keys.factorPolicy(), queryFn: ({ signal }) => api(read, { signal }) })
  const [changed, setChanged] = useState<readonly string[] | null>(null)
  const save = useMutation({
    mutationFn: (roles: string[]) => api(write, { body: { roles } }),
    onSuccess: (saved) => {
      client.setQueryData(keys.factorPolicy(), saved)
      setChanged(null)
      toast.success(t('pol.saved'))
    },
    onError: (cause) => toastProblem(cause, t),
  })
  const header = <PageHeader title={t('pol.title')} lead={t('pol.lead')} />
  if (policy.isError) return <QueryError cause={policy.error} retry={policy.refetch} />
  if (policy.isPending)
    return (
      <>
        {header}
        <Loading label={t('common.loading')} className="grid max-w-xl gap-3">
          {[0, 1, 2, 3].map((i) => (
            <Skeleton key={i} className="h-13" />
          ))}
        </Loading>
      </>
    )
  const chosen = changed ?? policy.data.roles
  const toggle = (role: string, on: boolean) => setChanged(on ? [...chosen, role] : chosen.filter((r) => r !== role))
  const scopes: readonly Scope[] = of === 'tenant' ? ['tenant', 'account'] : ['platform']
  return (
    <>
      {header}
      <form
        className="grid max-w-xl gap-8"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate([...chosen])
        }}
      >
        {scopes.map((scope) => (
          <FieldSet key={scope} legend={t(`pol.${scope}`)}>
            {systemRoles
              .filter((role) => role.scope === scope)
              .map(({ key, name }) => (
                <div key={key} className="border-t border-line pt-3">
                  <Checkbox
                    checked={chosen.includes(key)}
                    onCheckedChange={(on) => toggle(key, on)}
                    label={<span className="font-medium">{isMessageKey(`role.${key}`) ? t(`role.${key}`) : name}</span>}
                  />
                  <p className="pl-7 text-sm text-ink-3">{roleDescription(key, t)}</p>
                </div>
              ))}
          </FieldSet>
        ))}
        <div>
          <Button type="submit" busy={save.isPending} disabled={changed === null}>
            {t('pol.save')}
          </Button>
        </div>
      </form>
    </>
  )
}
