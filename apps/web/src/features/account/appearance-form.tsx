'use client'

import { Segmented } from '@/components/ui/segmented'
import { useAppearance, type Density, type ThemeChoice, type Units } from '@/lib/appearance'
import { useI18n } from '@/lib/i18n/client'
import { usePerson } from '@/lib/me'

/** How the application looks on this device. */
export function AppearanceForm() {
  const { t } = useI18n()
  const { tenant } = usePerson()
  const { theme, density, units, set } = useAppearance()
  const row = 'flex flex-wrap items-center justify-between gap-3'
  return (
    <div className="grid gap-4">
      <div className={row}>
        <span>{t('theme.label')}</span>
        <Segmented<ThemeChoice>
          label={t('theme.label')}
          value={theme}
          onValueChange={(value) => set({ theme: value })}
          options={[
            { value: 'system', label: t('theme.system') },
            { value: 'light', label: t('theme.light') },
            { value: 'dark', label: t('theme.dark') },
          ]}
        />
      </div>
      <div className={row}>
        <span>{t('density.label')}</span>
        <Segmented<Density>
          label={t('density.label')}
          value={density}
          onValueChange={(value) => set({ density: value })}
          options={[
            { value: 'compact', label: t('density.compact') },
            { value: 'standard', label: t('density.standard') },
            { value: 'comfortable', label: t('density.comfortable') },
          ]}
        />
      </div>
      {tenant && (
        <div className={row}>
          <span>{t('settings.units')}</span>
          <Segmented<Units>
            label={t('settings.units')}
            value={units}
            onValueChange={(value) => set({ units: value })}
            options={[
              { value: 'tenant', label: t('settings.unitsTenant') },
              { value: 'metric', label: t('profile.metric') },
              { value: 'imperial', label: t('profile.imperial') },
            ]}
          />
        </div>
      )}
    </div>
  )
}
