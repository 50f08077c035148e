/** Where mail goes out, from its URL. TLS is insisted on unless the operator says otherwise. */

export type SmtpServer = {
  host: string
  port: number
  /** TLS from the first byte; else by STARTTLS. */
  secure: boolean
  requireTLS: boolean
  auth?: { user: string; pass: string }
  tls: { rejectUnauthorized: boolean }
}

const PORTS = { 'smtps:': 465, 'smtp:': 587 } as const
const TLS_MODES = ['required', 'optional', 'unverified'] as const

/** `?tls=optional` also sends where the server has none, `?tls=unverified` takes any certificate. Null: it is no such URL. */
export function parseSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, username, password, searchParams } = new URL(text)
  const mode = searchParams.get('tls') ?? 'required'
  if (!(protocol in PORTS) || hostname === '' || !TLS_MODES.some((known) => known === mode)) return null
  return {
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port === '' ? PORTS[protocol as keyof typeof PORTS] : Number(port),
    secure: protocol === 'smtps:',
    requireTLS: mode !== 'optional',
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    tls: { rejectUnauthorized: mode === 'required' },
  }
}
