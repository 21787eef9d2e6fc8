import Link from 'next/link'
import { getI18n } from '@/lib/i18n/server'
import { SectionHead } from './section-head'

/** What the marketplace is, told to each of the three who meet on it. */
export async function Sides() {
  const { t } = await getI18n()
  const sides = [
    { who: t('home.clients'), title: t('home.clientsTitle'), text: t('home.clientsText'), href: '/register?as=client', action: t('home.clientsAction') },
    { who: t('home.talent'), title: t('home.talentTitle'), text: t('home.talentText'), href: '/register?as=talent', action: t('home.talentAction') },
    { who: t('home.agencies'), title: t('home.agenciesTitle'), text: t('home.agenciesText'), href: '/login', action: t('home.agenciesAction') },
  ]
  return (
    <section className="wrap">
      <SectionHead title={t('home.how')} />
      <div className="grid border-t border-line-strong md:grid-cols-3">
        {sides.map((side) => (
          <div
            key={side.who}
            className="grid content-start gap-3 border-line py-6 max-md:border-b md:border-l md:px-6 md:first:border-l-0 md:first:pl-0 md:last:pr-0"
          >
            <p className="eyebrow">{side.who}</p>
            <h3 className="headline max-w-[16ch] text-xl">{side.title}</h3>
            <p className="max-w-[46ch] text-md text-ink-2">{side.text}</p>
            <p className="mt-2">
              <Link href={side.href} className="link text-base font-medium">
                {side.action}
              </Link>
            </p>
          </div>
        ))}
      </div>
    </section>
  )
}
