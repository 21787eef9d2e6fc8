import Link from 'next/link'
import { buttonStyles } from '@/components/ui/button-styles'
import { EmptyState } from '@/components/ui/empty-state'

/** Where staff land whose role does not allow a page. */
export default function NoAccessPage() {
  return (
    <main className="wrap pt-24">
      <EmptyState
        title="This part is not open to you"
        text="Your role on the platform does not allow it."
        action={
          <Link href="/console" className={buttonStyles({ variant: 'outline' })}>
            Back to the console
          </Link>
        }
      />
    </main>
  )
}
