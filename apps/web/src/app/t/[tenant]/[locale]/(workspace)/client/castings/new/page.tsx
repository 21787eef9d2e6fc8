import { Guard } from '@/components/shell/guard'
import { NewCasting } from '@/features/listings/casting-editor'

/** Writes a casting. */
export default function NewCastingPage() {
  return <Guard needs="account.listings.manage"><NewCasting /></Guard>
}
