import { getI18n } from '@/lib/i18n/server'

/** Says that nothing can be changed here for now. */
export async function SuspendedNotice() {
  const { t } = await getI18n()
  return (
    <div role="alert" className="bg-warn-wash text-warn">
      <p className="wrap py-2.5 text-base">
        <strong className="font-semibold">{t('suspended.title')}</strong> {t('suspended.text')}
      </p>
    </div>
  )
}
