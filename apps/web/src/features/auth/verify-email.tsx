'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useQuery } from '@tanstack/react-query'
import { verifyEmail } from '@itellico/contracts/auth'
import { buttonStyles } from '@/components/ui/button-styles'
import { Spinner } from '@/components/ui/spinner'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import { AuthPage } from './auth-page'

const MIN_TOKEN = 20

/** Confirms an address with the token of the link. The token works once, so it is sent once and never again. */
export function VerifyEmail() {
  const { t } = useI18n()
  const token = useSearchParams().get('token') ?? ''
  const { data, isPending } = useQuery({
    queryKey: ['verify-email', token],
    queryFn: () => api(verifyEmail, { body: { token } }),
    enabled: token.length >= MIN_TOKEN,
    retry: false,
    staleTime: Infinity,
    gcTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const signIn = (
    <p>
      <Link href="/login" className={buttonStyles({ size: 'lg' })}>
        {t('login.title')}
      </Link>
    </p>
  )
  if (token.length < MIN_TOKEN) return <AuthPage title={t('verify.title')} lead={t('verify.missing')} />
  if (isPending)
    return (
      <AuthPage
        title={t('verify.title')}
        lead={
          <span role="status" className="inline-flex items-center gap-3">
            <Spinner />
            {t('verify.working')}
          </span>
        }
      />
    )
  if (data)
    return (
      <AuthPage title={t('verify.done')} lead={t('verify.doneText', { email: data.email })}>
        {signIn}
      </AuthPage>
    )
  return (
    <AuthPage title={t('verify.failed')} lead={t('verify.failedText')}>
      {signIn}
    </AuthPage>
  )
}
