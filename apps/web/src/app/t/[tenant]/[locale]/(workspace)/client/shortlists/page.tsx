import { Guard } from '@/components/shell/guard'
import { Shortlists } from '@/features/packages/shortlists'

/** Shortlists of a client. */
export default function ShortlistsPage() {
  return (
    <Guard needs="account.shortlists.manage">
      <Shortlists />
    </Guard>
  )
}
