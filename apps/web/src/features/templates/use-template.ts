'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { ApiProblem } from '@itellico/contracts/client'
import { getTenantTemplate, upgradeTenantTemplate, type TemplateChoice, type TenantTemplate } from '@itellico/contracts/templates'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'

const key = keys.profiles('template')

/** The installed template and what a newer version brings; nothing asks again by itself while somebody chooses. */
export function useTemplate() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api(getTenantTemplate, { signal }), refetchOnWindowFocus: false })
}

/** Takes the newest version over. */
export function useUpgrade(template: TenantTemplate) {
  const { t } = useI18n()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (choices: Record<string, TemplateChoice>) =>
      api(upgradeTenantTemplate, { body: { toVersion: template.newest, schemaVersion: template.schemaVersion, choices } }),
    onSuccess: (after) => {
      toast.success(t('tpl.upgraded', { version: after.installed.version }))
      client.setQueryData(key, after)
      void client.invalidateQueries({ queryKey: keys.profiles('tenant-schema') })
      void client.invalidateQueries({ queryKey: keys.audit() })
    },
    onError: (cause) => {
      if (!(cause instanceof ApiProblem) || ![412, 422].includes(cause.problem.status)) toastProblem(cause, t)
    },
  })
}
