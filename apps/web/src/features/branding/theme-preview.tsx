'use client'

import type { CSSProperties } from 'react'
import type { Theme } from '@itellico/contracts/tenants'
import { buttonStyles } from '@/components/ui/button-styles'
import { Status } from '@/components/ui/status'
import { useI18n } from '@/lib/i18n/client'

interface Props {
  readonly mode: 'light' | 'dark'
  readonly theme: Theme
  readonly name: string
  readonly tagline: string
}

/** A piece of the marketplace in the chosen look. Nothing in it does anything, so it is out of reach of the keyboard. */
export function ThemePreview({ mode, theme, name, tagline }: Props) {
  const { t } = useI18n()
  const look = { '--brand-h': theme.hue, '--brand-c': theme.chroma, '--radius-base': `${theme.radius}px` } as CSSProperties
  return (
    <figure className="grid gap-2">
      <figcaption className="text-xs text-ink-3">{t(mode === 'light' ? 'brand.previewLight' : 'brand.previewDark')}</figcaption>
      <div inert data-theme={mode} style={look} className="overflow-hidden border border-line bg-canvas text-ink">
        <div className="flex items-center gap-4 border-b border-line px-4 py-3">
          <span className="min-w-0 flex-1 truncate font-display text-md font-semibold tracking-tight">{name || '…'}</span>
          <span className="text-sm text-ink-2">{t('brand.previewSearch')}</span>
        </div>
        <div className="grid gap-4 p-4">
          <p className="headline text-2xl">{tagline || t('brand.previewHeading')}</p>
          <p className="text-ink-2">
            {t('brand.previewText')
              .split(/(Link|link)/)
              .map((part, i) =>
                i === 1 ? (
                  <span key={part} className="link text-ink">
                    {part}
                  </span>
                ) : (
                  part
                ),
              )}
          </p>
          <div className="flex flex-wrap gap-2">
            <span className={buttonStyles()}>{t('brand.previewSearch')}</span>
            <span className={buttonStyles({ variant: 'outline' })}>{t('brand.previewQuiet')}</span>
          </div>
          <div className="grid gap-1.5">
            <span className="text-sm font-medium">{t('brand.previewField')}</span>
            <span className="flex h-control items-center rounded border border-line-strong bg-surface px-2.5">Wien</span>
          </div>
          <div className="flex flex-wrap gap-2">
            <Status status="confirmed" text={t('brand.previewConfirmed')} />
            <Status status="held" text={t('brand.previewOption')} />
            <span className="rounded-sm bg-brand-wash px-2 text-xs leading-5.5 font-medium text-brand-ink">{t('adm.profiles')}</span>
          </div>
          <div aria-hidden className="flex h-16 items-end gap-1.5">
            {[40, 72, 55, 90, 64, 100, 81].map((height, i) => (
              <span key={height} className="flex-1" style={{ height: `${height}%`, background: `var(--chart-${(i % 4) + 1})` }} />
            ))}
          </div>
        </div>
      </div>
    </figure>
  )
}
