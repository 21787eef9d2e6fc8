'use client'

import type { Permission } from '@itellico/contracts/permissions'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldSet } from '@/components/ui/field'
import { permissionText } from '@/lib/catalogue/admin-texts'
import { useI18n } from '@/lib/i18n/client'

const TIERS = ['account', 'tenant', 'user'] as const

interface Props {
  readonly possible: readonly Permission[]
  readonly chosen: readonly string[]
  readonly onChange: (scopes: string[]) => void
}

/** The rights that a key can have from its owner, by where they hold. */
export function ScopeChoice({ possible, chosen, onChange }: Props) {
  const { t } = useI18n()
  return (
    <FieldSet legend={t('key.scopes')}>
      {TIERS.map((tier) => {
        const rights = possible.filter((p) => p.startsWith(`${tier}.`))
        if (rights.length === 0) return null
        return (
          <FieldSet key={tier} legend={t(`key.tier.${tier}`)} className="gap-0 border-t border-line pt-2">
            {rights.map((right) => (
              <Checkbox
                key={right}
                label={permissionText(right, t)}
                labelClassName="items-start py-1 text-sm"
                checked={chosen.includes(right)}
                onCheckedChange={(on) => onChange(on ? [...chosen, right] : chosen.filter((c) => c !== right))}
              />
            ))}
          </FieldSet>
        )
      })}
    </FieldSet>
  )
}
