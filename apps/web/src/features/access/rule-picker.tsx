'use client'

import { Segmented } from '@/components/ui/segmented'
import { permissions } from '@itellico/contracts/permissions'
import { permissionText } from '@/lib/catalogue/admin-texts'
import { useI18n } from '@/lib/i18n/client'

/** What a role says of one permission itself: nothing leaves it to the role that it stands on. */
export type Say = 'nothing' | 'allow' | 'deny'

/** Permissions of a tier, by what they are about. */
export function groupsOf(tier: string): [string, string[]][] {
  const keys = Object.keys(permissions).filter((key) => key.startsWith(`${tier}.`))
  return [...Map.groupBy(keys, (key) => key.split('.')[1] ?? '')]
}

interface Props {
  readonly tier: 'account' | 'tenant'
  /** Permissions that the role below has already. */
  readonly inherited: ReadonlySet<string>
  readonly said: ReadonlyMap<string, Say>
  readonly onSay: (permission: string, say: Say) => void
}

/** Every permission of a tier, each with three answers. */
export function RulePicker({ tier, inherited, said, onSay }: Props) {
  const { t } = useI18n()
  return (
    <div className="grid gap-5">
      {groupsOf(tier).map(([resource, keys]) => (
        <ul key={resource} className="border-t border-line-strong">
          {keys.map((key) => {
            const text = permissionText(key, t)
            return (
              <li key={key} className="grid gap-x-4 gap-y-1.5 border-b border-line py-2 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
                <span className="min-w-0">
                  <span className="block">{text}</span>
                  <span className="flex flex-wrap gap-x-2 text-2xs text-ink-3">
                    <code className="font-mono">{key}</code>
                    {inherited.has(key) && <span className="text-ok">{t('acs.fromBelow')}</span>}
                  </span>
                </span>
                <Segmented
                  label={text}
                  value={said.get(key) ?? 'nothing'}
                  onValueChange={(say) => onSay(key, say)}
                  options={[
                    { value: 'nothing', label: t('acs.say.nothing') },
                    { value: 'allow', label: t('acs.say.allow') },
                    { value: 'deny', label: t('acs.say.deny') },
                  ]}
                />
              </li>
            )
          })}
        </ul>
      ))}
    </div>
  )
}
