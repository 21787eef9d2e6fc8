'use client'

import { create } from 'zustand'
import { APPEARANCE_KEY } from './theme-script'

export type ThemeChoice = 'system' | 'light' | 'dark'
export type Density = 'compact' | 'standard' | 'comfortable'
export type Units = 'tenant' | 'metric' | 'imperial'

interface Appearance {
  readonly theme: ThemeChoice
  readonly density: Density
  readonly units: Units
  readonly ready: boolean
  readonly set: (change: Partial<Pick<Appearance, 'theme' | 'density' | 'units'>>) => void
  readonly load: () => void
}

function apply({ theme, density }: Pick<Appearance, 'theme' | 'density'>) {
  const root = document.documentElement
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-theme', dark ? 'dark' : 'light')
  if (density === 'standard') root.removeAttribute('data-density')
  else root.setAttribute('data-density', density)
}

/** How somebody wants the application to look on this device; kept in the browser. */
export const useAppearance = create<Appearance>()((set, get) => ({
  theme: 'system',
  density: 'standard',
  units: 'tenant',
  ready: false,
  set: (change) => {
    set(change)
    const { theme, density, units } = get()
    apply({ theme, density })
    try {
      localStorage.setItem(APPEARANCE_KEY, JSON.stringify({ theme, density: density === 'standard' ? undefined : density, units }))
    } catch {
      // Private windows may refuse storage: the choice then lasts until the page is left.
    }
  },
  load: () => {
    if (get().ready) return
    let stored: Partial<Pick<Appearance, 'theme' | 'density' | 'units'>> = {}
    try {
      stored = JSON.parse(localStorage.getItem(APPEARANCE_KEY) ?? '{}') as typeof stored
    } catch {
      stored = {}
    }
    set({ theme: stored.theme ?? 'system', density: stored.density ?? 'standard', units: stored.units ?? 'tenant', ready: true })
    // Where no script ran before the first paint, as in documents that the browser makes by itself.
    apply(get())
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => apply(get()))
  },
}))
