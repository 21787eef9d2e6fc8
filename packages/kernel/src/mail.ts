import { createTransport, type TransportOptions } from 'nodemailer'

/** A message ready to go out. */
export interface Mail {
  readonly to: string
  readonly fromName: string
  /** Sender address, when it is not the platform's own. */
  readonly fromAddress?: string | null
  readonly replyTo?: string | null
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Stable id of this very message, so that a repeat can be told from a new one. */
  readonly messageId: string
}

/** Sends messages over SMTP. */
export interface Mailer {
  send(mail: Mail): Promise<void>
  verify(): Promise<void>
  close(): void
}

/** Opens the mailer; no connection is made before the first message. */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, pool: true, maxConnections: 2, connectionTimeout: 5000, socketTimeout: 15_000 } as TransportOptions)
  return {
    async send(mail) {
      await transport.sendMail({
        from: { name: mail.fromName, address: mail.fromAddress ?? from },
        ...(mail.replyTo && { replyTo: mail.replyTo }),
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${mail.messageId}@${from.split('@')[1]}>`,
      })
    },
    async verify() {
      await transport.verify()
    },
    close: () => transport.close(),
  }
}
