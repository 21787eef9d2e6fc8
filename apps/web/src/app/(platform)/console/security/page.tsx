import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { FactorPolicy } from '@/features/admin/factor-policy'

export const metadata: Metadata = { title: 'Sign-in rules' }

/** Who of the platform's staff must have a second step to sign in. */
export default function ConsoleSecurityPage() {
  return (
    <Guard needs="platform.security.manage">
      <FactorPolicy of="platform" />
    </Guard>
  )
}
