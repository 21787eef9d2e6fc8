'use client'

import { appearanceScript } from '@/lib/theme-script'

/** Sets theme and density before the first paint. In a document that the browser makes by itself, scripts are only text. */
export function AppearanceScript() {
  return (
    <script
      type={typeof window === 'undefined' ? 'text/javascript' : 'text/plain'}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: appearanceScript }}
    />
  )
}
