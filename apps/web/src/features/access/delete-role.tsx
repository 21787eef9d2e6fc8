'use client'

import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { deleteRole, type Role } from '@itellico/contracts/access'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { toastProblem } from '@/lib/problems'

/** Deletes a role that nobody holds any more. */
export function DeleteRole({ role, onDeleted }: { role: Role; onDeleted: () => void }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const remove = useMutation({
    mutationFn: () => api(deleteRole, { params: { key: role.key } }),
    onSuccess: () => {
      toast.success(t('acs.deleted', { name: role.name }))
      void client.invalidateQueries({ queryKey: ['roles'] })
      onDeleted()
    },
    onError: (cause) => toastProblem(cause, t),
    onSettled: () => setAsking(false),
  })
  return (
    <>
      <Button variant="outline" className="mr-auto" onClick={() => setAsking(true)}>
        {t('acs.delete')}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t('acs.deleteTitle', { name: role.name })}
        text={t('acs.deleteText')}
        confirmLabel={t('acs.delete')}
        cancelLabel={t('common.cancel')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </>
  )
}
