'use client'

import type { Profile } from '@itellico/contracts/profiles'
import { Avatar } from '@/components/ui/avatar'
import { cn } from '@/lib/cn'
import { useI18n } from '@/lib/i18n/client'

interface Props {
  readonly profiles: readonly Profile[]
  /** Null stands for all of them; only offered with `withAll`. */
  readonly value: string | null
  readonly onValueChange: (id: string | null) => void
  readonly withAll?: boolean
}

const chip =
  'flex shrink-0 items-center gap-2.5 rounded border py-1 pr-3.5 pl-1 text-base font-medium transition-colors duration-150 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand'

/** Whose profile: one choice among those that the person manages, all in sight. */
export function ProfilePicker({ profiles, value, onValueChange, withAll = false }: Props) {
  const { t } = useI18n()
  const looks = (active: boolean) =>
    cn(chip, active ? 'border-brand bg-brand-wash text-brand-ink' : 'border-line-strong text-ink-2 hover:bg-sunken hover:text-ink')
  return (
    <fieldset>
      <legend className="sr-only">{t('me.chooseProfile')}</legend>
      <div className="no-scrollbar -mx-4 flex gap-2 overflow-x-auto px-4 py-1 lg:-mx-8 lg:px-8">
        {withAll && (
          <label className={cn(looks(value === null), 'pl-3.5')}>
            <input type="radio" name="profile" className="sr-only" checked={value === null} onChange={() => onValueChange(null)} />
            <span className="py-1">{t('me.everyone')}</span>
          </label>
        )}
        {profiles.map((p) => (
          <label key={p.id} className={looks(p.id === value)}>
            <input type="radio" name="profile" className="sr-only" checked={p.id === value} onChange={() => onValueChange(p.id)} />
            <Avatar name={p.displayName} cover={p.cover} className="size-8" />
            {p.displayName}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
