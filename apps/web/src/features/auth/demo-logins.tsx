'use client'

import { useEffect, useState } from 'react'
import { useI18n } from '@/lib/i18n/client'

interface DemoLogin {
  readonly persona: string
  readonly email: string
  readonly password: string
}

/** The people of the demo, to sign in as with one click; shows nothing outside a demo. */
export function DemoLogins({ onPick }: { readonly onPick: (login: DemoLogin) => void }) {
  const { t } = useI18n()
  const [items, setItems] = useState<readonly DemoLogin[]>([])
  useEffect(() => {
    const stop = new AbortController()
    fetch('/api/demo-logins', { signal: stop.signal })
      .then(async (answer) => setItems(answer.ok ? ((await answer.json()) as { items: DemoLogin[] }).items : []))
      .catch(() => undefined)
    return () => stop.abort()
  }, [])
  if (items.length === 0) return null
  return (
    <section aria-label={t('login.demo')} className="mt-2 border-t border-line pt-4">
      <h2 className="mb-2 text-sm font-medium">{t('login.demo')}</h2>
      <ul className="grid gap-px border border-line bg-line">
        {items.map((login) => (
          <li key={login.email}>
            <button
              type="button"
              onClick={() => onPick(login)}
              className="flex w-full items-baseline justify-between gap-3 bg-surface px-3 py-2 text-left hover:bg-sunken"
            >
              <span className="text-sm font-medium capitalize">{login.persona}</span>
              <span className="truncate text-xs text-ink-2">{login.email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
