import { Guard } from '@/components/shell/guard'
import { ShortlistBoard } from '@/features/packages/shortlist-board'

/** One shortlist. */
export default function ShortlistPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Guard needs="account.shortlists.manage">
      {params.then(({ id }) => (
        <ShortlistBoard id={id} />
      ))}
    </Guard>
  )
}
