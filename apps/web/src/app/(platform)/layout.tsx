import type { Metadata } from 'next'
import type { CSSProperties, ReactNode } from 'react'
import { fontClasses } from '@/app/fonts'
import { AppearanceScript } from '@/components/shell/appearance-script'
import { Providers } from '@/components/shell/providers'
import '@/app/globals.css'

export const metadata: Metadata = {
  title: { default: 'itellico Mono', template: '%s · itellico Mono' },
  description: 'Console of the platform.',
  robots: { index: false },
}

/** The document of the platform's own host. */
export default function PlatformLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      data-theme="light"
      className={fontClasses}
      style={{ '--brand-h': 292, '--brand-c': 0.13, '--radius-base': '3px' } as CSSProperties}
      suppressHydrationWarning
    >
      <head>
        <AppearanceScript />
      </head>
      <body>
        <Providers locale="en">{children}</Providers>
      </body>
    </html>
  )
}
