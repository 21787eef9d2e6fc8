import type { Metadata } from 'next'
import Link from 'next/link'
import { Wordmark } from '@/components/shell/wordmark'
import { SignUp } from '@/features/signup/sign-up'

export const metadata: Metadata = { title: 'Open a marketplace', robots: { index: true } }

/** Where somebody opens a marketplace of their own. */
export default function SignUpPage() {
  return (
    <div className="grid min-h-dvh bg-canvas text-ink lg:grid-cols-[minmax(18rem,26rem)_1fr]">
      <header data-theme="dark" className="flex flex-col justify-between gap-8 bg-canvas p-[clamp(1.5rem,4vw,3.5rem)] text-ink">
        <Link href="/login" className="flex items-baseline gap-2.5">
          <Wordmark name="itellico" />
        </Link>
        <p className="headline-hero max-w-[10ch] max-lg:text-3xl">A house of your own</p>
        <p className="max-w-[40ch] text-base text-ink-3 max-lg:hidden">
          Roster, chart board, castings, options and bookings under your name and at your address. Your data stands in a schema of its own, sealed with a key of
          its own.
        </p>
      </header>
      <main id="content" className="p-[clamp(1.5rem,5vw,4rem)]">
        <div className="max-w-2xl">
          <SignUp />
        </div>
      </main>
    </div>
  )
}
