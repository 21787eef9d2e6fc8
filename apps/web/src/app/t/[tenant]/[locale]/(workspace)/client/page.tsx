import { Guard } from '@/components/shell/guard'
import { ClientHome } from '@/features/packages/client-home'

/** What a client sees first. */
export default function ClientPage() {
  return (
    <Guard needs="account.settings.read">
      <ClientHome />
    </Guard>
  )
}
