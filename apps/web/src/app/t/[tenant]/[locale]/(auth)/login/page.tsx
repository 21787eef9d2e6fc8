import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { AuthPage } from '@/features/auth/auth-page'
import { LoginForm } from '@/features/auth/login-form'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('login.title') }
}

/** Sign-in to a marketplace. */
export default async function LoginPage() {
  const { t } = await getI18n()
  return (
    <AuthPage title={t('login.title')} lead={t('login.lead')}>
      <Suspense fallback={<div className="h-72" />}>
        <LoginForm providers />
      </Suspense>
      <p className="text-base text-ink-2">
        {t('login.noLogin')}{' '}
        <Link href="/register" className="link font-medium text-ink">
          {t('login.register')}
        </Link>
      </p>
    </AuthPage>
  )
}
