import type { ReactNode } from 'react'

/** One line of the security settings: what it is and how it stands, with its buttons at the end. */
export function SecurityRow({ title, text, children }: { title: ReactNode; text: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="grid min-w-0 gap-0.5">
        <h3 className="flex items-center gap-2 font-medium">{title}</h3>
        <p className="text-sm text-ink-3">{text}</p>
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  )
}
