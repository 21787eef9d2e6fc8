import { Guard } from '@/components/shell/guard'
import { OwnCastings } from '@/features/listings/own-castings'

/** Castings of a client. */
export default function ClientCastingsPage() {
  return <Guard needs="account.listings.read"><OwnCastings /></Guard>
}
