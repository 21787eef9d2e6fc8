import type { ReactNode } from 'react'

/** Title, sentence and form of a page for signing in or joining. */
export function AuthPage({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid gap-7">
      <header className="grid gap-2.5">
        <h1 className="headline text-[clamp(2.25rem,4.4vw,3.25rem)]">{title}</h1>
        {lead && <p className="text-md text-pretty text-ink-2">{lead}</p>}
      </header>
      {children}
    </div>
  )
}
