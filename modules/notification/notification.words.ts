import { bookingReasonOf, type BookingReason } from '@itellico/contracts/bookings'

/** Languages that notices are written in. */
export type Language = 'en' | 'de'

/** The language of a reader; whoever reads none of ours gets English. */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('de') ? 'de' : 'en')

/** Title and body of a notice in one language. */
export interface NoticeText {
  readonly title: string
  readonly body: string
}

/** What happened to a booking, by its new state. */
const BOOKING: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    requested: 'Option requested',
    held: 'Option placed',
    confirmed: 'Booking confirmed',
    declined: 'Request declined',
    released: 'Option released',
    cancelled: 'Booking cancelled',
    expired: 'Option expired',
    completed: 'Booking completed',
  },
  de: {
    requested: 'Option angefragt',
    held: 'Option gesetzt',
    confirmed: 'Buchung bestätigt',
    declined: 'Anfrage abgelehnt',
    released: 'Option freigegeben',
    cancelled: 'Buchung storniert',
    expired: 'Option verfallen',
    completed: 'Buchung abgeschlossen',
  },
}

/** What the product itself gives as a reason, for readers of German. */
const REASON: Readonly<Record<BookingReason, string>> = {
  otherConfirmed: 'Eine andere Option auf diese Zeit wurde bestätigt',
  withdrawn: 'Vom Kunden zurückgezogen',
  letGo: 'Vom Kunden freigegeben',
  timeOver: 'Die Zeit für die Entscheidung war vorbei',
}

function reasonText(language: Language, reason: string): string {
  const key = bookingReasonOf(reason)
  return language === 'de' ? `Grund: ${key ? REASON[key] : reason}` : `Reason: ${reason}`
}

const APPLICATION: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { submitted: 'applied', shortlisted: 'shortlisted', offered: 'has an offer', rejected: 'not chosen', withdrawn: 'withdrew' },
  de: {
    submitted: 'hat sich beworben',
    shortlisted: 'in der engeren Wahl',
    offered: 'hat ein Angebot',
    rejected: 'nicht gewählt',
    withdrawn: 'hat zurückgezogen',
  },
}

/** A period in words, in its own time zone. */
export function periodText(language: Language, startsAt: string, endsAt: string, timezone: string): string {
  const format = new Intl.DateTimeFormat(language === 'de' ? 'de-AT' : 'en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
  })
  return `${format.formatRange(new Date(startsAt), new Date(endsAt))} (${timezone})`
}

interface Job {
  readonly title: string
  readonly clientName: string
  readonly startsAt: string
  readonly endsAt: string
  readonly timezone: string
  readonly location: string | null
}

/** Title and body of what happened to a booking. */
export function bookingText(language: Language, talent: string, state: string, job: Job, reason: string | null): NoticeText {
  const what = `${job.title} ${language === 'de' ? 'für' : 'for'} ${job.clientName}, ${periodText(language, job.startsAt, job.endsAt, job.timezone)}${job.location ? `, ${job.location}` : ''}.`
  return {
    title: `${BOOKING[language][state] ?? (language === 'de' ? 'Buchung geändert' : 'Booking changed')}: ${talent}`,
    body: reason ? `${what} ${reasonText(language, reason)}` : what,
  }
}

/** Title and body of an option that moved up. */
export function promotedText(language: Language, talent: string, rank: number, job: Job): NoticeText {
  return {
    title: language === 'de' ? `${talent}: Option auf Rang ${rank} vorgerückt` : `${talent}: option moved up to rank ${rank}`,
    body: bookingText(language, talent, 'held', job, null).body,
  }
}

/** Title and body of what happened to an application. */
export function applicationText(language: Language, talent: string, state: string, casting: string, role: string): NoticeText {
  return { title: `${talent}: ${APPLICATION[language][state] ?? state}`, body: language === 'de' ? `${casting}, Rolle ${role}.` : `${casting}, role ${role}.` }
}

/** Title and body of a message that came in. */
export function messageText(language: Language, author: string, excerpt: string): NoticeText {
  return { title: language === 'de' ? `Nachricht von ${author}` : `Message from ${author}`, body: excerpt }
}

/** Title and body of an export that can be fetched. */
export function exportText(language: Language, rows: number): NoticeText {
  return language === 'de'
    ? { title: 'Der Export ist fertig', body: `${rows} Zeilen. Der Download funktioniert 24 Stunden.` }
    : { title: 'Your export is ready', body: `${rows} rows. The download works for 24 hours.` }
}

/** Title and body of all data of a person, which can be fetched by them or by whoever asked for it. */
export function personExportText(language: Language, own: boolean): NoticeText {
  if (language === 'de')
    return own
      ? { title: 'Deine Daten sind da', body: 'Du kannst sie sieben Tage lang in den Einstellungen herunterladen.' }
      : { title: 'Die Daten einer Person sind da', body: 'Du kannst sie sieben Tage lang bei der Person herunterladen.' }
  return own
    ? { title: 'Your data are ready', body: 'You can download them in the settings for seven days.' }
    : { title: 'The data of a person are ready', body: 'You can download them at the person for seven days.' }
}

/** Title and body of an account that is to be deleted. */
export function leavingText(language: Language, dueAt: Date): NoticeText {
  const day = new Intl.DateTimeFormat(language === 'de' ? 'de-AT' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(dueAt)
  return language === 'de'
    ? { title: `Dein Konto wird am ${day} gelöscht`, body: 'Bis dahin kannst du es dir anders überlegen: Melde dich an und behalte dein Konto.' }
    : { title: `Your account will be deleted on ${day}`, body: 'Until then you can change your mind: sign in and keep your account.' }
}

const USAGE: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { users: 'people', profiles: 'profiles', storageBytes: 'storage', apiCalls: 'calls of this month' },
  de: { users: 'Personen', profiles: 'Profile', storageBytes: 'Speicherplatz', apiCalls: 'Aufrufe dieses Monats' },
}

/** Title and body of a limit that comes near or is reached. */
export function usageText(language: Language, key: string, percent: number): NoticeText {
  const what = USAGE[language][key] ?? key
  if (language === 'de')
    return percent === 100
      ? { title: `Tarif ausgeschöpft: ${what}`, body: 'Vorhandenes bleibt, Neues lässt sich erst nach einem Wechsel des Tarifs anlegen.' }
      : { title: `${percent} % des Tarifs erreicht: ${what}`, body: 'Noch ist Platz. Ein Blick auf die Nutzung lohnt sich.' }
  return percent === 100
    ? { title: `The plan is used up: ${what}`, body: 'What there is stays; new things can be made after a change of the plan.' }
    : { title: `${percent} % of the plan is used: ${what}`, body: 'There is room left. Have a look at the usage.' }
}

/** Title and body of what happened to a domain of the marketplace; `until` is when it is switched off. */
export function domainText(language: Language, host: string, state: 'missing' | 'deactivated', until: Date): NoticeText {
  const day = new Intl.DateTimeFormat(language === 'de' ? 'de-AT' : 'en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(until)
  if (language === 'de')
    return state === 'missing'
      ? { title: `Der Nachweis für ${host} fehlt`, body: `Der TXT-Eintrag ist nicht mehr im DNS. Ohne ihn wird die Domain am ${day} abgeschaltet.` }
      : {
          title: `${host} wurde abgeschaltet`,
          body: 'Der Nachweis hat sieben Tage lang gefehlt. Euer Marktplatz ist weiter unter seiner Subdomain erreichbar.',
        }
  return state === 'missing'
    ? { title: `The proof of ${host} is missing`, body: `The TXT record is no longer in the DNS. Without it the domain is switched off on ${day}.` }
    : { title: `${host} was switched off`, body: 'Its proof was missing for seven days. Your marketplace is still there under its sub-domain.' }
}
