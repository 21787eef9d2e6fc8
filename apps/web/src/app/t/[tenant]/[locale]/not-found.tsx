import Link from 'next/link'
import { PublicFooter } from '@/components/shell/public-footer'
import { PublicHeader } from '@/components/shell/public-header'
import { buttonStyles } from '@/components/ui/button-styles'
import { getI18n } from '@/lib/i18n/server'

/** There is nothing at this address of the marketplace. */
export default async function NotFound() {
  const { t } = await getI18n()
  return (
    <>
      <PublicHeader />
      <main id="content" className="wrap grid min-h-[56vh] content-end gap-6 py-16">
        <h1 className="headline-page max-w-[14ch]">{t('missing.title')}</h1>
        <p className="max-w-[48ch] text-lg text-ink-2">{t('missing.text')}</p>
        <div className="flex flex-wrap gap-2">
          <Link href="/talent" className={buttonStyles({ variant: 'solid', size: 'lg' })}>
            {t('missing.talent')}
          </Link>
          <Link href="/" className={buttonStyles({ variant: 'outline', size: 'lg' })}>
            {t('missing.home')}
          </Link>
        </div>
      </main>
      <PublicFooter />
    </>
  )
}
