'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { changeMemberRole, getAccount, lastOwner, listMembers, removeMember, withdrawInvitation, type Member } from '@itellico/contracts/accounts'
import { useRoleText } from '@/features/access/use-access'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { useCan, usePerson } from '@/lib/me'
import { problemCode, problemText } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { nameOf, type TeamRole } from './team-roles'

/** The active account. */
export function useOwnAccount() {
  const { accountId } = usePerson()
  return useQuery({ queryKey: keys.accounts(accountId, 'own'), queryFn: ({ signal }) => api(getAccount, { signal }) })
}

/** Members and open invitations of the active account. */
export function useTeam() {
  const { accountId } = usePerson()
  const enabled = useCan('account.users.read')
  return useQuery({ queryKey: keys.accounts(accountId, 'team'), queryFn: ({ signal }) => api(listMembers, { signal }), enabled })
}

/** Asks for the team again. */
export function useTeamChanged() {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: ['accounts'] })
}

/** A change of one member: another role, or out of the team. What goes wrong is said in words beside the member. */
export function useMemberChange(member: Member, onDone: () => void) {
  const { t } = useI18n()
  const { me } = usePerson()
  const changed = useTeamChanged()
  const roleText = useRoleText()
  const name = nameOf(member)
  const mutation = useMutation({
    mutationFn: async (role: TeamRole | null) => {
      const target = { params: { id: member.userId } }
      if (role) await api(changeMemberRole, { ...target, body: { role } })
      else await api(removeMember, target)
    },
    onSuccess: (_, role) => {
      // Own rights are part of the frame around the page, which is made on the server.
      if (member.userId === me.id) return location.assign(role ? location.pathname : '/')
      toast.success(role ? t('team.roleChanged', { name, role: roleText(role) }) : t('team.removed', { name }))
      changed()
    },
    onSettled: onDone,
  })
  const problem = !mutation.isError ? null : problemCode(mutation.error) === lastOwner.code ? t('team.lastOwner', { name }) : problemText(mutation.error, t)
  return { change: mutation.mutate, busy: mutation.isPending, problem }
}

/** Withdraws an open invitation. */
export function useWithdraw() {
  const { t } = useI18n()
  const changed = useTeamChanged()
  return useMutation({
    mutationFn: (id: string) => api(withdrawInvitation, { params: { id } }),
    onSuccess: () => toast.success(t('team.withdrawn')),
    onError: (cause) => toast.error(problemText(cause, t)),
    onSettled: changed,
  })
}
