import type { ReactNode } from 'react'

/** One subject of the settings: what it is on the left, its controls on the right. */
export function SettingsSection({ id, title, text, children }: { id: string; title: string; text: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-x-10 gap-y-4 border-t border-line py-8 md:grid-cols-[16rem_minmax(0,1fr)]">
      <div className="grid content-start gap-1">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        <p className="text-base text-ink-3">{text}</p>
      </div>
      <div className="max-w-xl min-w-0">{children}</div>
    </section>
  )
}
