import type { Metadata } from 'next'
import { ForgotForm } from '@/features/auth/forgot-form'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('forgot.title') }
}

/** For people who forgot their password. */
export default function Page() {
  return <ForgotForm />
}
