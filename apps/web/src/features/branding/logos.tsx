'use client'

import { useRef } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { Upload, X } from 'lucide-react'
import { toast } from 'sonner'
import { logoMimes, logoPath, logoSlots, removeLogo, type BrandSettings, type LogoSlot } from '@itellico/contracts/branding'
import { Button } from '@/components/ui/button'
import { api } from '@/lib/api.client'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'
import { useCan } from '@/lib/me'
import { toastProblem } from '@/lib/problems'
import { keys } from '@/lib/query-keys'
import { sendLogo } from './send-logo'

/** The marketplace's logos on the grounds that they are made for. */
export function Logos({ brand }: { brand: BrandSettings }) {
  const { t } = useI18n()
  return (
    <section aria-labelledby="logos" className="grid gap-4">
      <h2 id="logos" className="border-b border-line-strong pb-1 font-display text-lg font-semibold">
        {t('brand.logos')}
      </h2>
      <p className="text-sm text-ink-3">{t('brand.logosHint')}</p>
      <ul className="grid gap-5 sm:grid-cols-3">
        {logoSlots.map((slot) => (
          <Slot key={slot} slot={slot} brand={brand} />
        ))}
      </ul>
    </section>
  )
}

function Slot({ slot, brand }: { slot: LogoSlot; brand: BrandSettings }) {
  const { t } = useI18n()
  const client = useQueryClient()
  const router = useRouter()
  const may = useCan('tenant.settings.update')
  const file = useRef<HTMLInputElement>(null)
  const logo = brand.logos[slot]
  const what = t(`brand.logo.${slot}`)
  const after = (text: string) => {
    toast.success(text)
    // the frame around this page shows the logo, too
    router.refresh()
    return client.invalidateQueries({ queryKey: keys.branding() })
  }
  const onError = (cause: unknown) => toastProblem(cause, t)
  const send = useMutation({ mutationFn: (picture: File) => sendLogo(slot, picture), onSuccess: () => after(t('brand.logoSaved')), onError })
  const remove = useMutation({ mutationFn: () => api(removeLogo, { query: { slot } }), onSuccess: () => after(t('brand.logoRemoved')), onError })
  return (
    <li className="grid content-start gap-2">
      <div data-theme={slot === 'icon' ? undefined : slot} className="grid h-28 place-items-center rounded border border-line bg-canvas p-4 text-ink">
        {logo ? (
          <img
            src={logoPath(slot, slot === 'icon' ? 'touch' : 'header', logo)}
            alt={what}
            width={logo.width}
            height={logo.height}
            className={cn('h-auto w-auto max-w-full object-contain', slot === 'icon' ? 'max-h-16' : 'max-h-12')}
          />
        ) : (
          <span className="text-sm text-ink-3">{t('brand.noLogo')}</span>
        )}
      </div>
      <p className="grid">
        <span className="text-sm font-medium">{what}</span>
        <span className="text-xs text-ink-3">{t(`brand.logoHint.${slot}`)}</span>
      </p>
      {may && (
        <div className="flex flex-wrap gap-1">
          <input
            ref={file}
            type="file"
            hidden
            aria-label={t('brand.uploadOf', { what })}
            accept={logoMimes.join(',')}
            onChange={(e) => {
              const [picture] = e.target.files ?? []
              e.target.value = ''
              if (picture) send.mutate(picture)
            }}
          />
          <Button type="button" variant="outline" busy={send.isPending} aria-label={t('brand.uploadOf', { what })} onClick={() => file.current?.click()}>
            <Upload />
            {t(logo ? 'brand.replace' : 'brand.upload')}
          </Button>
          {logo && (
            <Button
              type="button"
              variant="quiet"
              size="icon"
              busy={remove.isPending}
              aria-label={t('brand.removeLogo', { what })}
              onClick={() => remove.mutate()}
            >
              <X />
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
