import type { ReactNode } from 'react'
import { PublicFooter } from '@/components/shell/public-footer'
import { PublicHeader } from '@/components/shell/public-header'
import { SkipLink } from '@/components/shell/skip-link'

/** Head and foot of the public pages. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <PublicHeader />
      <main id="content" tabIndex={-1} className="outline-hidden">
        {children}
      </main>
      <PublicFooter />
    </>
  )
}
