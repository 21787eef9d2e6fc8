import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ResetForm } from '@/features/auth/reset-form'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('reset.title') }
}

/** Where the link of the password message leads. */
export default function Page() {
  return (
    <Suspense>
      <ResetForm />
    </Suspense>
  )
}
