'use client'

import { forgetDevice, type RememberedDevice } from '@itellico/contracts/second-factors'
import { Button } from '@/components/ui/button'
import { api } from '@/lib/api.client'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { deviceName } from './device-name'
import { SecurityRow } from './security-row'
import { useSecurityChange } from './use-security'

/** Devices that are not asked for the second step; each can be asked again. */
export function RememberedDevices({ devices }: { devices: readonly RememberedDevice[] }) {
  const { t, locale } = useI18n()
  const forget = useSecurityChange((id: string) => api(forgetDevice, { params: { id } }), 'sec.forgotten')
  if (devices.length === 0) return <SecurityRow title={t('sec.remembered')} text={t('sec.rememberedNone')} />
  return (
    <section aria-labelledby="remembered" className="border-b border-line py-3">
      <h3 id="remembered" className="font-medium">
        {t('sec.remembered')}
      </h3>
      <ul>
        {devices.map((device) => (
          <li key={device.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2 pl-4">
            <div className="grid min-w-0 gap-0.5">
              <p>{deviceName(device.userAgent)}</p>
              <p className="tabular text-sm text-ink-3">
                {device.ip} · {t('sec.rememberedUntil', { date: formatDate(device.expiresAt, locale) })}
              </p>
            </div>
            <Button variant="outline" size="sm" busy={forget.isPending && forget.variables === device.id} onClick={() => forget.mutate(device.id)}>
              {t('sec.forget')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
