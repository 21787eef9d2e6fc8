import { Guard } from '@/components/shell/guard'
import { ShortlistBoard } from '@/features/packages/shortlist-board'

/** One shortlist. */
export default async function ShortlistPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Guard needs="account.shortlists.manage">
      <ShortlistBoard id={id} />
    </Guard>
  )
}
