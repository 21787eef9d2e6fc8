'use client'

import { useDeferredValue, useEffect, useState } from 'react'
import { useRouter } from 'next/navigation'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { suggestProfiles, suggestTalents } from '@itellico/contracts/search'
import { CommandPalette, type CommandGroup } from '@/components/ui/command-palette'
import { api } from '@/lib/api.client'
import { useI18n } from '@/lib/i18n/client'
import type { NavSection } from '@/lib/navigation'
import { keys } from '@/lib/query-keys'
import { NavIcon } from './nav-icon'

/** Where the palette looks for talents: among all whom an account may see, or on the public pages. */
export interface TalentSource {
  readonly accountId: string | null
  /** The page below which each talent has their own. */
  readonly base: string
}

/** The field in the top bar that opens the palette (also by ⌘K or Ctrl K): pages by name, talents by what one types. */
export function Palette({ navigation, talent }: { navigation: readonly NavSection[]; talent: TalentSource | null }) {
  const { t } = useI18n()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setOpen((was) => !was)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const found = useQuery({
    queryKey: keys.suggestions(talent?.accountId, wanted),
    queryFn: ({ signal }) => api(talent?.accountId ? suggestTalents : suggestProfiles, { query: { q: wanted }, signal }),
    enabled: open && talent !== null && wanted.length > 1,
    placeholderData: keepPreviousData,
  })

  const pages = navigation.flatMap((s) =>
    s.items.map((item) => ({ id: item.href, label: t(item.label), hint: t(s.label), icon: <NavIcon name={item.icon} />, run: () => router.push(item.href) })),
  )
  const groups: CommandGroup[] = [
    { label: t('palette.pages'), items: pages.filter((p) => p.label.toLowerCase().includes(wanted.toLowerCase())) },
    {
      label: t('palette.talent'),
      items:
        wanted.length > 1
          ? (found.data?.items ?? []).map((p) => ({
              id: p.id,
              label: p.displayName,
              ...(p.city && { hint: p.city }),
              run: () => router.push(`${talent?.base}/${p.slug}`),
            }))
          : [],
    },
  ]
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex h-control min-w-9 items-center gap-2.5 rounded border border-line px-2.5 text-base text-ink-3 transition-colors duration-150 hover:border-line-strong hover:text-ink sm:w-64"
      >
        <Search aria-hidden className="size-4" />
        <span className="sr-only flex-1 text-left sm:not-sr-only">{t('palette.open')}</span>
        <kbd aria-hidden className="hidden rounded-xs border border-line px-1 font-mono text-2xs sm:inline">
          ⌘K
        </kbd>
      </button>
      <CommandPalette
        open={open}
        onOpenChange={(next) => {
          setOpen(next)
          if (!next) setText('')
        }}
        groups={groups}
        onSearch={setText}
        title={t('palette.open')}
        placeholder={t('palette.placeholder')}
        empty={t('palette.empty')}
        closeLabel={t('common.close')}
      />
    </>
  )
}
