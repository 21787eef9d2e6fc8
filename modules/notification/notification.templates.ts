/** A message in words, before it is laid out. */
export interface MailText {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly button: { readonly label: string; readonly link: string } | null
}

type Data = Readonly<Record<string, string>>
type Template = (d: Data, market: string) => MailText

const hello = (d: Data): string => (d['firstName'] ? `Hello ${d['firstName']},` : 'Hello,')
const hallo = (d: Data): string => (d['firstName'] ? `Hallo ${d['firstName']},` : 'Hallo,')
const button = (d: Data, label: string): MailText['button'] => (d['link'] ? { label, link: d['link'] } : null)

const en: Readonly<Record<string, Template>> = {
  'verify-email': (d, m) => ({
    subject: `Confirm your e-mail address for ${m}`,
    greeting: hello(d),
    paragraphs: ['One click and your login is ready.', `The link works for ${d['hours']} hours. If you did not register, ignore this message.`],
    button: button(d, 'Confirm address'),
  }),
  'already-registered': (d, m) => ({
    subject: `You already have a login at ${m}`,
    greeting: hello(d),
    paragraphs: [
      'Somebody, probably you, tried to register with this address. You have a login already; if the password is lost you can set a new one from the sign-in page.',
    ],
    button: button(d, 'Sign in'),
  }),
  'reset-password': (d, m) => ({
    subject: `Set a new password for ${m}`,
    greeting: hello(d),
    paragraphs: [`The link works once, for ${d['hours']} hours. If you did not ask for it, ignore this message: your password stays as it is.`],
    button: button(d, 'Set new password'),
  }),
  'password-changed': (d, m) => ({
    subject: `Your password for ${m} was changed`,
    greeting: hello(d),
    paragraphs: ['All other devices were signed out. If this was not you, set a new password at once and tell us.'],
    button: button(d, 'Set new password'),
  }),
  invitation: (d, m) => ({
    subject: `${d['accountName']} invites you to ${m}`,
    greeting: hello(d),
    paragraphs: [`You are invited to join ${d['accountName']}. The invitation is good for ${d['days']} days.`],
    button: button(d, 'Accept invitation'),
  }),
  notice: (d) => ({ subject: d['title'] ?? '', greeting: hello(d), paragraphs: [d['body'] ?? ''], button: button(d, 'Open') }),
  'admin-welcome': (d, m) => ({
    subject: `${m} is ready`,
    greeting: hello(d),
    paragraphs: [`Your marketplace ${m} is set up. Choose a password and start with the fields of your profiles.`, `The link works for ${d['hours']} hours.`],
    button: button(d, 'Choose password'),
  }),
}

const de: Readonly<Record<string, Template>> = {
  'verify-email': (d, m) => ({
    subject: `Bestätige deine E-Mail-Adresse für ${m}`,
    greeting: hallo(d),
    paragraphs: ['Ein Klick, und dein Zugang ist bereit.', `Der Link gilt ${d['hours']} Stunden. Wenn du dich nicht angemeldet hast, ist nichts zu tun.`],
    button: button(d, 'Adresse bestätigen'),
  }),
  'already-registered': (d, m) => ({
    subject: `Du hast schon einen Zugang zu ${m}`,
    greeting: hallo(d),
    paragraphs: [
      'Jemand, vermutlich du, wollte sich mit dieser Adresse anmelden. Es gibt schon einen Zugang; ein neues Passwort setzt du auf der Anmeldeseite.',
    ],
    button: button(d, 'Anmelden'),
  }),
  'reset-password': (d, m) => ({
    subject: `Neues Passwort für ${m}`,
    greeting: hallo(d),
    paragraphs: [`Der Link gilt einmal, ${d['hours']} Stunden lang. Wenn du ihn nicht angefordert hast, bleibt alles, wie es ist.`],
    button: button(d, 'Neues Passwort setzen'),
  }),
  'password-changed': (d, m) => ({
    subject: `Dein Passwort für ${m} wurde geändert`,
    greeting: hallo(d),
    paragraphs: ['Alle anderen Geräte wurden abgemeldet. Wenn du das nicht warst, setz sofort ein neues Passwort und melde dich bei uns.'],
    button: button(d, 'Neues Passwort setzen'),
  }),
  invitation: (d, m) => ({
    subject: `${d['accountName']} lädt dich zu ${m} ein`,
    greeting: hallo(d),
    paragraphs: [`Du bist eingeladen, zu ${d['accountName']} dazuzukommen. Die Einladung gilt ${d['days']} Tage.`],
    button: button(d, 'Einladung annehmen'),
  }),
  notice: (d) => ({ subject: d['title'] ?? '', greeting: hallo(d), paragraphs: [d['body'] ?? ''], button: button(d, 'Öffnen') }),
  'admin-welcome': (d, m) => ({
    subject: `${m} ist bereit`,
    greeting: hallo(d),
    paragraphs: [`Dein Marktplatz ${m} ist eingerichtet. Wähle ein Passwort und beginne mit den Profilfeldern.`, `Der Link gilt ${d['hours']} Stunden.`],
    button: button(d, 'Passwort wählen'),
  }),
}

/** Names of all templates. */
export const templateNames = Object.keys(en)

/** A message in the reader's language, in English where there is none. */
export function renderText(template: string, locale: string, data: Data, market: string): MailText {
  const found = (locale.startsWith('de') ? de[template] : undefined) ?? en[template]
  if (!found) throw new Error(`there is no message ${template}`)
  return found(data, market)
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** What a marketplace's messages look like. */
export interface MailLook {
  readonly colour: string
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null
}

const INK = '#1c1b1a'

/** Lays a message out as text and as HTML that mail programs show alike, in the colours and with the logo of the marketplace. */
export function layOut(text: MailText, market: string, look: MailLook | null): { text: string; html: string } {
  const plain = [text.greeting, ...text.paragraphs, ...(text.button ? [`${text.button.label}: ${text.button.link}`] : []), market].join('\n\n')
  const colour = look?.colour ?? INK
  const sign = look?.logo
    ? `<img src="${escape(look.logo.url)}" alt="${escape(market)}" width="${look.logo.width}" height="${look.logo.height}" style="display:block;border:0;font-size:20px">`
    : escape(market)
  const button = text.button
    ? `<p style="margin:28px 0 8px"><a href="${escape(text.button.link)}" style="background:${colour};color:#fff;text-decoration:none;padding:12px 20px;display:inline-block">${escape(text.button.label)}</a></p><p style="margin:16px 0 0;font-size:13px;color:#6b6862;word-break:break-all">${escape(text.button.link)}</p>`
    : ''
  const words = text.paragraphs.map((p) => `<p style="margin:0 0 16px">${escape(p)}</p>`).join('')
  const html = `<!doctype html><html><body style="margin:0;background:#f6f5f3;font:16px/1.5 Georgia,serif;color:${INK}"><table role="presentation" width="100%"><tr><td align="center" style="padding:40px 16px"><table role="presentation" width="520" style="max-width:520px;background:#fff;border:1px solid #e4e1dc;border-top:3px solid ${colour}"><tr><td style="padding:32px 36px"><div style="margin:0 0 24px;font-size:20px;letter-spacing:-.01em">${sign}</div><p style="margin:0 0 16px">${escape(text.greeting)}</p>${words}${button}</td></tr></table></td></tr></table></body></html>`
  return { text: plain, html }
}
