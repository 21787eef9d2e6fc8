import type { ReactNode } from 'react'
import { Wordmark } from '@/components/shell/wordmark'

/** The way into the console. */
export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <div data-theme="dark" className="grid min-h-dvh bg-canvas text-ink max-lg:content-start lg:grid-cols-2">
      <header className="flex flex-col justify-between gap-10 border-line p-[clamp(1.5rem,5vw,4rem)] max-lg:pb-0 lg:border-r">
        <p className="flex items-baseline gap-2.5">
          <Wordmark name="itellico" />
          <span className="font-mono text-2xs text-ink-3">platform</span>
        </p>
        <p className="headline-hero max-w-[9ch] max-lg:text-3xl">The house behind the houses</p>
        <p className="max-w-[44ch] text-base text-ink-3 max-lg:hidden">
          For people who run the platform. Marketplaces have their own address and their own sign-in.
        </p>
      </header>
      <main id="content" className="flex flex-col justify-center p-[clamp(1.5rem,5vw,4rem)]">
        <div className="w-full max-w-sm">{children}</div>
      </main>
    </div>
  )
}
