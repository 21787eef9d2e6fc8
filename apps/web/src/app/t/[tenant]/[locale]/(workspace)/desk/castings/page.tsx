import { Guard } from '@/components/shell/guard'
import { OpenCastings } from '@/features/applications/open-castings'

/** Open castings to submit talents to. */
export default function DeskCastingsPage() {
  return <Guard needs="account.applications.submit"><OpenCastings /></Guard>
}
