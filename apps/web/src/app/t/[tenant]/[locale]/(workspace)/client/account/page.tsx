import { Guard } from '@/components/shell/guard'
import { AccountPage } from '@/features/account/account-page'

/** Data and members of a client. */
export default function ClientAccountPage() {
  return <Guard needs="account.settings.read"><AccountPage /></Guard>
}
