import type { Metadata } from 'next'
import { Guard } from '@/components/shell/guard'
import { OwnPictures } from '@/features/talent/own-pictures'
import { getI18n } from '@/lib/i18n/server'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n()
  return { title: t('pictures.title') }
}

/** Pictures of own profiles. */
export default function MePicturesPage() {
  return (
    <Guard needs="user.media.manage">
      <OwnPictures />
    </Guard>
  )
}
