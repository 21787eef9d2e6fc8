'use client'

import { useState } from 'react'
import { KeyRound, Smartphone, type LucideIcon } from 'lucide-react'
import { enrolPasskeyOptions, enrolTotp } from '@itellico/contracts/second-factors'
import { api } from '@/lib/api.client'
import { formatDate } from '@/lib/format'
import { useI18n } from '@/lib/i18n/client'
import { isCalledOff, isPasskeyError, makePasskey, passkeysWork } from '@/lib/passkeys'
import { problemText } from '@/lib/problems'
import { BackupCodes } from './backup-codes'
import { FormError } from './form-error'
import { postSignIn, type SignedIn } from './sign-in'
import { TotpSetUp } from './totp-set-up'

interface Props {
  readonly ticket: string
  readonly email: string
  readonly remember: boolean
  readonly onDone: (home: string) => void
}
type Enrolled = SignedIn & { readonly backupCodes: readonly string[] }

/** Leads somebody whose role needs a second step to their first one, and with it into their workspace. */
export function Enrolment({ ticket, email, remember, onDone }: Props) {
  const { t, locale } = useI18n()
  const [setUp, setSetUp] = useState<{ secret: string; uri: string } | null>(null)
  const [done, setDone] = useState<Enrolled | null>(null)
  const [problem, setProblem] = useState<string>()
  const attempt = (work: () => Promise<void>) => {
    setProblem(undefined)
    work().catch((cause: unknown) => setProblem(isCalledOff(cause) || isPasskeyError(cause) ? t('second.passkeyFailed') : problemText(cause, t)))
  }
  const byApp = async () => setSetUp(await api(enrolTotp, { body: { ticket } }))
  const byPasskey = async () => {
    const made = await makePasskey(await api(enrolPasskeyOptions, { body: { ticket, origin: location.origin } }))
    const name = t('sec.passkeyNew', { date: formatDate(new Date().toISOString(), locale) })
    setDone(await postSignIn<Enrolled>('enrolment', { ticket, remember, passkey: { ...made, name } }))
  }
  if (done)
    return (
      <section aria-labelledby="enrolment" className="grid gap-3">
        <h2 id="enrolment" className="text-xl font-semibold">
          {t('codes.title')}
        </h2>
        <BackupCodes codes={done.backupCodes} email={email} doneLabel={t('enrol.goOn')} onDone={() => onDone(done.home)} />
      </section>
    )
  return (
    <section aria-labelledby="enrolment" className="grid gap-4">
      <div className="grid gap-1.5">
        <h2 id="enrolment" className="text-xl font-semibold">
          {t('enrol.title')}
        </h2>
        <p className="text-base text-pretty text-ink-2">{t('enrol.text')}</p>
      </div>
      <FormError message={problem} />
      {setUp ? (
        <TotpSetUp setUp={setUp} confirm={async (code) => setDone(await postSignIn<Enrolled>('enrolment', { ticket, remember, code }))} />
      ) : (
        <div className="grid gap-px border border-line bg-line">
          <Choice icon={Smartphone} title={t('enrol.app')} text={t('enrol.appText')} onChoose={() => attempt(byApp)} />
          <Choice
            icon={KeyRound}
            title={t('enrol.passkey')}
            text={passkeysWork() ? t('enrol.passkeyText') : t('second.unsupported')}
            disabled={!passkeysWork()}
            onChoose={() => attempt(byPasskey)}
          />
        </div>
      )}
    </section>
  )
}

interface ChoiceProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly text: string
  readonly disabled?: boolean
  readonly onChoose: () => void
}

function Choice({ icon: Icon, title, text, disabled = false, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onChoose}
      className="flex items-center gap-4 bg-surface px-4 py-3.5 text-left enabled:hover:bg-sunken disabled:cursor-not-allowed disabled:opacity-60"
    >
      <Icon className="size-5 shrink-0 text-brand" />
      <span className="grid gap-0.5">
        <span className="font-medium">{title}</span>
        <span className="text-sm text-ink-2">{text}</span>
      </span>
    </button>
  )
}
