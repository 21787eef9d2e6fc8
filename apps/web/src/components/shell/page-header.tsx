import type { ReactNode } from 'react'

/** Title of a signed-in page, with its actions on the right. */
export function PageHeader({ title, lead, trail, actions }: { title: ReactNode; lead?: ReactNode; trail?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="mb-6 grid gap-2">
      {trail}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <h1 className="text-2xl font-semibold tracking-[-0.03em]">{title}</h1>
          {lead && <p className="max-w-[64ch] text-base text-ink-2">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
