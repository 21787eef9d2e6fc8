'use client'

import { useI18n } from '@/lib/i18n/client'
import { PrivacySettings } from '@/features/privacy/privacy-settings'
import { usePerson } from '@/lib/me'
import { AppearanceForm } from './appearance-form'
import { DeviceList } from './device-list'
import { PasswordForm } from './password-form'
import { PersonForm } from './person-form'
import { SecuritySettings } from './security-settings'
import { SettingsSection } from './settings-section'

/** Everything that belongs to the signed-in person alone. */
export function Settings() {
  const { t } = useI18n()
  const { tenant } = usePerson()
  return (
    <div className="max-w-5xl">
      <SettingsSection id="person" title={t('settings.person')} text={t('settings.personText')}>
        <PersonForm />
      </SettingsSection>
      <SettingsSection id="appearance" title={t('settings.appearance')} text={t('settings.appearanceText')}>
        <AppearanceForm />
      </SettingsSection>
      <SettingsSection id="password" title={t('settings.password')} text={t('settings.passwordText')}>
        <PasswordForm />
      </SettingsSection>
      <SettingsSection id="second" title={t('sec.title')} text={t('sec.text')}>
        <SecuritySettings />
      </SettingsSection>
      <SettingsSection id="devices" title={t('settings.devices')} text={t('settings.devicesText')}>
        <DeviceList />
      </SettingsSection>
      {tenant && (
        <SettingsSection id="privacy" title={t('priv.title')} text={t('priv.text')}>
          <PrivacySettings />
        </SettingsSection>
      )}
    </div>
  )
}
