'use client'

import type { ReactNode } from 'react'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { cn } from '@/lib/cn'
import { scrimStyles } from './dialog'

export interface Command {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly icon?: ReactNode
  readonly run: () => void
}
export interface CommandGroup {
  readonly label: string
  readonly items: readonly Command[]
}

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly groups: readonly CommandGroup[]
  readonly onSearch: (text: string) => void
  readonly title: string
  readonly placeholder: string
  readonly empty: string
  readonly closeLabel: string
}

/** One field that leads everywhere. Whoever uses it filters the groups by what `onSearch` reports. */
export function CommandPalette({ open, onOpenChange, groups, onSearch, title, placeholder, empty, closeLabel }: Props) {
  const items = groups.filter((g) => g.items.length > 0).map((g) => ({ value: g.label, items: [...g.items] }))
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimStyles} />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center overflow-hidden px-3 pt-[12dvh]">
          <Dialog.Popup
            aria-label={title}
            className="flex max-h-[min(32rem,70dvh)] w-full max-w-xl flex-col overflow-hidden rounded-lg border border-line bg-raised text-ink shadow-float outline-hidden transition-[opacity,transform] duration-150 ease-out data-starting-style:-translate-y-1 data-starting-style:opacity-0 data-ending-style:opacity-0"
          >
            <Autocomplete.Root
              open
              inline
              items={items}
              filter={null}
              autoHighlight="always"
              keepHighlight
              itemToStringValue={(item: Command) => item.label}
              onValueChange={(text, details) => details.reason !== 'item-press' && onSearch(text)}
            >
              <div className="flex items-center gap-3 border-b border-line px-4">
                <Search aria-hidden className="size-4 text-ink-3" />
                <Autocomplete.Input
                  aria-label={title}
                  placeholder={placeholder}
                  className="h-12 w-full bg-transparent text-md outline-hidden placeholder:text-ink-3"
                />
                <kbd aria-hidden className="rounded-xs border border-line px-1.5 font-mono text-2xs text-ink-3">
                  esc
                </kbd>
              </div>
              <Dialog.Close className="sr-only">{closeLabel}</Dialog.Close>
              <Autocomplete.Empty>
                <p className="px-4 py-6 text-sm text-ink-3">{empty}</p>
              </Autocomplete.Empty>
              <Autocomplete.List className="min-h-0 flex-1 overflow-y-auto p-2 data-empty:p-0">
                {(group: { value: string; items: Command[] }) => (
                  <Autocomplete.Group key={group.value} items={group.items} className="not-last:mb-2">
                    <Autocomplete.GroupLabel className="px-2 py-1 text-xs font-medium text-ink-3">{group.value}</Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: Command) => (
                        <Autocomplete.Item
                          key={item.id}
                          value={item}
                          onClick={() => {
                            onOpenChange(false)
                            item.run()
                          }}
                          className={cn(
                            'flex min-h-9 cursor-default items-center gap-3 rounded-sm px-2 text-base select-none data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:text-ink-3',
                          )}
                        >
                          {item.icon}
                          <span className="min-w-0 flex-1 truncate">{item.label}</span>
                          {item.hint && <span className="text-xs text-ink-3">{item.hint}</span>}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
