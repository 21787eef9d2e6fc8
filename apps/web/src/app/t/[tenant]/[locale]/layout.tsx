import type { Metadata, Viewport } from 'next'
import type { CSSProperties, ReactNode } from 'react'
import { locale as localeParam } from 'next/root-params'
import { logoPath } from '@itellico/contracts/branding'
import { fontClasses } from '@/app/fonts'
import { AppearanceScript } from '@/components/shell/appearance-script'
import { Providers } from '@/components/shell/providers'
import { SuspendedNotice } from '@/components/shell/suspended-notice'
import { getTenant } from '@/lib/api.server'
import { buildParams } from '@/lib/build-tenant'
import { publicOrigin } from '@/lib/public-url'
import '@/app/globals.css'

/** Tenants are not known when the application is built: their pages are made at the first visit. */
export function generateStaticParams() {
  return [buildParams]
}

export async function generateMetadata(): Promise<Metadata> {
  const tenant = await getTenant()
  const { icon } = tenant.logos
  return {
    metadataBase: new URL(publicOrigin(tenant.host)),
    icons: icon ? { icon: logoPath('icon', 'tab', icon), apple: logoPath('icon', 'touch', icon) } : '/icon.svg',
    title: { default: tenant.name, template: `%s · ${tenant.name}` },
    description: tenant.tagline || tenant.about.slice(0, 160),
    openGraph: { siteName: tenant.name, title: tenant.name, description: tenant.tagline, type: 'website' },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf8' },
    { media: '(prefers-color-scheme: dark)', color: '#151310' },
  ],
}

/** The document of a marketplace: its language, its three theme values, its fonts. */
export default async function TenantLayout({ children }: { children: ReactNode }) {
  const [tenant, locale] = await Promise.all([getTenant(), localeParam()])
  const theme = { '--brand-h': tenant.theme.hue, '--brand-c': tenant.theme.chroma, '--radius-base': `${tenant.theme.radius}px` } as CSSProperties
  return (
    <html lang={locale ?? 'en'} data-theme="light" className={fontClasses} style={theme} suppressHydrationWarning>
      <head>
        <AppearanceScript />
      </head>
      <body>
        <Providers locale={locale ?? 'en'}>
          {tenant.status === 'suspended' && <SuspendedNotice />}
          {children}
        </Providers>
      </body>
    </html>
  )
}
