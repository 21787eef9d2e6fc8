'use client'

import { MenuRadio, MenuSeparator } from '@/components/ui/menu'
import { useAppearance, type Density, type ThemeChoice } from '@/lib/appearance'
import { useI18n } from '@/lib/i18n/client'

/** Theme and density as parts of a menu. */
export function AppearanceMenu({ density = true }: { density?: boolean }) {
  const { t } = useI18n()
  const appearance = useAppearance()
  return (
    <>
      <MenuRadio<ThemeChoice>
        label={t('theme.label')}
        value={appearance.theme}
        onValueChange={(theme) => appearance.set({ theme })}
        options={[
          { value: 'system', label: t('theme.system') },
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
        ]}
      />
      {density && (
        <>
          <MenuSeparator />
          <MenuRadio<Density>
            label={t('density.label')}
            value={appearance.density}
            onValueChange={(value) => appearance.set({ density: value })}
            options={[
              { value: 'compact', label: t('density.compact') },
              { value: 'standard', label: t('density.standard') },
              { value: 'comfortable', label: t('density.comfortable') },
            ]}
          />
        </>
      )}
    </>
  )
}
