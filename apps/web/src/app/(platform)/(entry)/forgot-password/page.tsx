import type { Metadata } from 'next'
import { ForgotForm } from '@/features/auth/forgot-form'

export const metadata: Metadata = { title: 'Set a new password' }

/** For staff who forgot their password. */
export default function PlatformForgotPage() {
  return <ForgotForm />
}
