import type { Metadata } from 'next'
import { Suspense } from 'react'
import { AuthPage } from '@/features/auth/auth-page'
import { LoginForm } from '@/features/auth/login-form'

export const metadata: Metadata = { title: 'Sign in' }

/** Sign-in for people who run the platform. */
export default function PlatformLoginPage() {
  return (
    <AuthPage title="Sign in">
      <Suspense fallback={<div className="h-72" />}>
        <LoginForm />
      </Suspense>
    </AuthPage>
  )
}
