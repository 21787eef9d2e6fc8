import { Guard } from '@/components/shell/guard'
import { AccountExports } from '@/features/account/account-exports'

/** Exports of the data of an agency. */
export default function DeskExportsPage() {
  return <Guard needs="account.data.export"><AccountExports /></Guard>
}
