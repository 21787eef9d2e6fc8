'use client'

import { useRef } from 'react'
import { useFieldArray, useFormState, type UseFormReturn } from 'react-hook-form'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input, Textarea } from '@/components/ui/input'
import { isAmount } from '@/features/bookings/money'
import { useI18n } from '@/lib/i18n/client'
import { MOST_PEOPLE, MOST_ROLES, newRole, type CastingValues } from './casting-values'

const isQuantity = (text: string) => /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_PEOPLE

/** The roles of a casting: add, remove, bring into order. */
export function RoleFields({ form, currency }: { form: UseFormReturn<CastingValues>; currency: string }) {
  const { t } = useI18n()
  const list = useRef<HTMLOListElement>(null)
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: 'roles' })
  const { errors } = useFormState({ control: form.control })
  // Moving a role takes the focus away from the button that was pressed; it goes along to the new place.
  const focus = (index: number, part: string) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-role="${index}"] [data-part="${part}"]`)?.focus())
  const shift = (from: number, to: number, part: 'up' | 'down') => {
    move(from, to)
    const atEnd = part === 'up' ? to === 0 : to === fields.length - 1
    focus(to, atEnd ? (part === 'up' ? 'down' : 'up') : part)
  }
  return (
    <div className="grid gap-4">
      <ol ref={list} className="border-t border-line-strong">
        {fields.map((field, i) => {
          const problems = errors.roles?.[i]
          const index = i + 1
          return (
            <li key={field.id} data-role={i} className="grid gap-y-3 border-b border-line py-4">
              <div className="flex items-center justify-between gap-2">
                <h3 className="text-sm font-semibold text-ink-2">{t('cast.formRoleNumber', { index })}</h3>
                <div className="-mr-2 flex">
                  <Button
                    variant="quiet"
                    size="icon"
                    data-part="up"
                    disabled={i === 0}
                    aria-label={t('cast.formRoleUp', { index })}
                    onClick={() => shift(i, i - 1, 'up')}
                  >
                    <ArrowUp />
                  </Button>
                  <Button
                    variant="quiet"
                    size="icon"
                    data-part="down"
                    disabled={i === fields.length - 1}
                    aria-label={t('cast.formRoleDown', { index })}
                    onClick={() => shift(i, i + 1, 'down')}
                  >
                    <ArrowDown />
                  </Button>
                  <Button
                    variant="quiet"
                    size="icon"
                    disabled={fields.length === 1}
                    aria-label={t('cast.formRoleRemove', { index })}
                    onClick={() => {
                      remove(i)
                      focus(Math.max(0, i - 1), 'name')
                    }}
                  >
                    <Trash2 />
                  </Button>
                </div>
              </div>
              <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,1fr)_6rem_11rem]">
                <Field label={t('cast.formRoleName')} error={problems?.name?.message} className="max-sm:col-span-full">
                  <Input
                    data-part="name"
                    maxLength={120}
                    placeholder={t('cast.formRoleNamePlaceholder')}
                    {...form.register(`roles.${i}.name`, { validate: (v) => Boolean(v.trim()) || t('form.required') })}
                  />
                </Field>
                <Field label={t('cast.formQuantity')} error={problems?.quantity?.message}>
                  <Input
                    inputMode="numeric"
                    className="tabular"
                    maxLength={3}
                    {...form.register(`roles.${i}.quantity`, { validate: (v) => isQuantity(v) || t('cast.formQuantityWrong') })}
                  />
                </Field>
                <Field label={t('cast.formFee', { currency })} error={problems?.fee?.message}>
                  <Input
                    inputMode="decimal"
                    className="tabular"
                    placeholder={t('cast.formFeeOpen')}
                    {...form.register(`roles.${i}.fee`, { validate: (v) => isAmount(v) || t('book.feeWrong') })}
                  />
                </Field>
                <Field label={t('cast.formRoleDescription')} optional={t('common.optional')} error={problems?.description?.message} className="col-span-full">
                  <Textarea rows={2} maxLength={2000} {...form.register(`roles.${i}.description`)} />
                </Field>
              </div>
            </li>
          )
        })}
      </ol>
      {fields.length < MOST_ROLES ? (
        <Button variant="outline" className="w-fit" onClick={() => append(newRole, { focusName: `roles.${fields.length}.name` })}>
          <Plus />
          {t('cast.formAddRole')}
        </Button>
      ) : (
        <p className="text-sm text-ink-3">{t('cast.formRolesMost')}</p>
      )}
    </div>
  )
}
