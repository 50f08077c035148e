import { createTransport } from 'nodemailer'
import type { MailContent } from './formats/mail.ts'
import { parseSmtpUrl } from './smtp-url.ts'

export type Mailbox = { smtpUrl: string | null; mailFrom: string }

export type Mail = MailContent & {
  /** Makes the Message-ID, the same in every try, by which mail servers know what they had. */
  id: string
  to: readonly string[]
}

/** A server that does not answer is one that did not take it. */
const TIMEOUT_MS = 5000
/** For the whole of it: a server that says a word now and then is not waited for for ever. */
const PATIENCE_MS = 15_000

/** Sends one mail; returns what the server said. */
export async function sendMail(
  { id, to, subject, text, html }: Mail,
  { smtpUrl, mailFrom }: Mailbox,
): Promise<string> {
  const server = smtpUrl === null ? null : parseSmtpUrl(smtpUrl)
  if (server === null) throw new Error('no mail server is set: SMTP_URL')
  const transport = createTransport({
    ...server,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Nothing of a notice is ever read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const controller = new AbortController()
  const late = setTimeout(() => controller.abort(), PATIENCE_MS)
  const tooLate = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => {
      reject(new Error(`the mail server did not take it within ${PATIENCE_MS / 1000} s`))
    })
  })
  try {
    const sending = transport.sendMail({
      from: mailFrom,
      to: [...to],
      subject,
      text,
      html,
      messageId: `<${id}@sightline>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    const { response } = await Promise.race([sending, tooLate])
    return response
  } finally {
    clearTimeout(late)
    transport.close()
  }
}
