import { Guard } from '@/components/shell/guard'
import { EditCasting } from '@/features/listings/casting-editor'

/** Changes a casting. */
export default async function EditCastingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <Guard needs="account.listings.manage"><EditCasting id={id} /></Guard>
}
