import { Guard } from '@/components/shell/guard'
import { CastingReview } from '@/features/applications/casting-review'

/** Applicants of a casting. */
export default async function ClientCastingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <Guard needs="account.applications.read"><CastingReview id={id} /></Guard>
}
