import type { Metadata } from 'next'
import { Suspense } from 'react'
import { VerifyEmail } from '@/features/auth/verify-email'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('verify.title') }
}

/** Where the link of the confirmation message leads. */
export default function Page() {
  return (
    <Suspense>
      <VerifyEmail />
    </Suspense>
  )
}
