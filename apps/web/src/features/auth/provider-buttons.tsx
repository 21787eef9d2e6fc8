'use client'

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { LogIn } from 'lucide-react'
import { listSignInWays } from '@itellico/contracts/sso'
import { Button } from '@/components/ui/button'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { problemText } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { goToProvider } from './provider-sign-in'

interface Props {
  readonly next: string | null
  readonly remember: () => boolean
  readonly onProblem: (message: string) => void
}

/** A button for each provider through which people sign in here. */
export function ProviderButtons({ next, remember, onProblem }: Props) {
  const { t } = useI18n()
  const [going, setGoing] = useState<string | null>(null)
  const ways = useQuery({ queryKey: keys.signInWays(), queryFn: ({ signal }) => api(listSignInWays, { signal }) })
  // signing in with a password works without them, so that there is nothing to say when they cannot be read
  return (ways.data?.items ?? []).map(({ id, name }) => (
    <Button
      key={id}
      variant="outline"
      size="lg"
      busy={going === id}
      onClick={() => {
        setGoing(id)
        goToProvider({ purpose: 'sign-in', connectionId: id, next, remember: remember() }).catch((cause: unknown) => {
          setGoing(null)
          onProblem(problemText(cause, t))
        })
      }}
    >
      <LogIn />
      {t('sso.signInWith', { name })}
    </Button>
  ))
}
