import type { Metadata } from 'next'
import { Suspense } from 'react'
import { ResetForm } from '@/features/auth/reset-form'

export const metadata: Metadata = { title: 'Choose a new password' }

/** Where the link of the password message leads. */
export default function PlatformResetPage() {
  return (
    <Suspense>
      <ResetForm />
    </Suspense>
  )
}
