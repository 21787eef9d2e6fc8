import type { Metadata } from 'next'
import { Suspense } from 'react'
import { RegisterForm } from '@/features/auth/register-form'
import { getTenant } from '@/lib/api.server'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const [tenant, { t }] = await Promise.all([getTenant(), getI18n()])
  return { title: t('register.title', { name: tenant.name }) }
}

/** Joining as talent or client. */
export default async function RegisterPage() {
  const tenant = await getTenant()
  return (
    <Suspense fallback={<div className="h-160" />}>
      <RegisterForm marketplace={tenant.name} />
    </Suspense>
  )
}
