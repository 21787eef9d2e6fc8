import { Guard } from '@/components/shell/guard'
import { AccountPage } from '@/features/account/account-page'

/** Data and members of an agency. */
export default function DeskAccountPage() {
  return <Guard needs="account.settings.read"><AccountPage /></Guard>
}
