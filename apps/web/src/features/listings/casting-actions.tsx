'use client'

import { useState } from 'react'
import Link from 'next/link'
import { ChevronDown, ExternalLink, Pencil } from 'lucide-react'
import { datesInvalid, type Listing } from '@itellico/contracts/listings'
import { Button } from '@/components/ui/button'
import { buttonStyles } from '@/components/ui/button-styles'
import { Confirm } from '@/components/ui/confirm'
import { Menu, MenuItem } from '@/components/ui/menu'
import { FormError } from '@/features/auth/form-error'
import { useI18n } from '@/lib/i18n/client'
import type { MessageKey } from '@/lib/i18n/translate'
import { useCan } from '@/lib/me'
import { problemCode, problemText } from '@/lib/problems'
import { castingSteps, useCastingStep, type CastingStep } from './use-castings'

interface Words {
  readonly act: MessageKey
  readonly title: MessageKey
  readonly text: MessageKey
}

const words: Record<CastingStep, Words> = {
  publish: { act: 'cast.publish', title: 'cast.publishTitle', text: 'cast.publishText' },
  closed: { act: 'cast.doClose', title: 'cast.closeTitle', text: 'cast.closeText' },
  filled: { act: 'cast.doFill', title: 'cast.fillTitle', text: 'cast.fillText' },
  cancelled: { act: 'cast.doCancel', title: 'cast.cancelTitle', text: 'cast.cancelText' },
}

function wordsFor(step: CastingStep, casting: Listing): Words {
  if (step === 'publish' && casting.status === 'closed') return { act: 'cast.reopen', title: 'cast.reopenTitle', text: 'cast.reopenText' }
  if (step === 'cancelled' && casting.status === 'draft') return { ...words.cancelled, act: 'cast.doDiscard' }
  return words[step]
}

/** What can be done with a casting: change it, publish it, end it. */
export function CastingActions({ casting }: { casting: Listing }) {
  const { t } = useI18n()
  const mayManage = useCan('account.listings.manage')
  const [asked, setAsked] = useState<CastingStep | null>(null)
  const steps = castingSteps[casting.status]
  const ends = steps.filter((s) => s !== 'publish')
  const isPublic = casting.publishedAt !== null && casting.status !== 'cancelled' && casting.status !== 'draft'
  return (
    <>
      {isPublic && (
        <Link href={`/castings/${casting.slug}`} className={buttonStyles({ variant: 'quiet' })}>
          <ExternalLink />
          {t('cast.publicPage')}
        </Link>
      )}
      {mayManage && steps.length > 0 && (
        <>
          <Link href={`/client/castings/${casting.id}/edit`} className={buttonStyles({ variant: 'outline' })}>
            <Pencil />
            {t('common.edit')}
          </Link>
          <Menu
            trigger={
              <Button variant="outline">
                {t('cast.end')}
                <ChevronDown />
              </Button>
            }
          >
            {ends.map((step) => (
              <MenuItem key={step} danger={step === 'cancelled'} onClick={() => setAsked(step)}>
                {t(wordsFor(step, casting).act)}
              </MenuItem>
            ))}
          </Menu>
          {steps.includes('publish') && <Button onClick={() => setAsked('publish')}>{t(wordsFor('publish', casting).act)}</Button>}
        </>
      )}
      {asked && <StepConfirm casting={casting} step={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function StepConfirm({ casting, step, onClose }: { casting: Listing; step: CastingStep; onClose: () => void }) {
  const { t } = useI18n()
  const move = useCastingStep(casting)
  const { act, title, text } = wordsFor(step, casting)
  const tooLate = problemCode(move.error) === datesInvalid.code
  return (
    <Confirm
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(title, { title: casting.title })}
      text={t(text, { title: casting.title })}
      confirmLabel={t(act)}
      cancelLabel={t('common.back')}
      danger={step === 'cancelled'}
      busy={move.isPending}
      onConfirm={() => move.mutate(step, { onSuccess: onClose })}
    >
      <FormError message={move.isError ? (tooLate ? t('cast.formDeadlinePast') : problemText(move.error, t)) : undefined} />
      {tooLate && (
        <Link href={`/client/castings/${casting.id}/edit`} className={buttonStyles({ variant: 'link', className: 'justify-self-start' })}>
          {t('cast.setDeadline')}
        </Link>
      )}
    </Confirm>
  )
}
