'use client'

import { OwnKeys } from '@/features/api-keys/own-keys'
import { useI18n } from '@/lib/i18n/client'
import { PrivacySettings } from '@/features/privacy/privacy-settings'
import { usePerson } from '@/lib/me'
import { AppearanceForm } from './appearance-form'
import { DeviceList } from './device-list'
import { Identities } from './identities'
import { PasswordForm } from './password-form'
import { PersonForm } from './person-form'
import { SecuritySettings } from './security-settings'
import { SettingsSection } from './settings-section'

/** Everything that belongs to the signed-in person alone. */
export function Settings({ apiPort }: { apiPort: string }) {
  const { t } = useI18n()
  const { me, tenant } = usePerson()
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
      {me.realm === 'tenant' && (
        <SettingsSection id="identities" title={t('sso.identities')} text={t('sso.identitiesText')}>
          <Identities />
        </SettingsSection>
      )}
      {tenant && (
        <SettingsSection id="keys" title={t('key.title')} text={t('key.text')}>
          <OwnKeys apiPort={apiPort} />
        </SettingsSection>
      )}
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
