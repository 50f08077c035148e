/**
 * Posts to an address that somebody typed in, without becoming their hand in this network: https to public addresses
 * only. A name is resolved once, every address that it has is checked, and the connection goes to one that was, so that
 * a name which changes its mind has no second chance. Redirects are not followed.
 */
import { lookup } from 'node:dns/promises'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import { isPublicAddress } from './public-address.ts'

export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

export type Outbound = {
  /** Origins that the operator trusts: they may be internal and speak plain http. */
  allowedOrigins: readonly string[]
  resolve?: Resolve
  timeoutMs?: number
}

export type SafeAnswer = {
  status: number
  /** The beginning of the body; empty from an internal receiver, whose words are nobody's business outside. */
  text: string
}

/** The address may not be asked: trying again changes nothing. */
export class RefusedUrlError extends Error {}

const PORTS = ['', '443', '8443']
const MOST_URL = 2048
const TIMEOUT_MS = 5000
const MOST_ANSWER_BYTES = 64 * 1024

const resolveAll: Resolve = (host) => lookup(host, { all: true, verbatim: true })

/** The URL if it may be asked as far as its text tells. Throws a RefusedUrlError that says why not. */
export function checkUrl(text: string, allowedOrigins: readonly string[]): URL {
  const shown = `"${text.slice(0, 80)}"`
  if (text.length > MOST_URL) throw new RefusedUrlError(`the URL is longer than ${MOST_URL} characters`)
  if (!URL.canParse(text)) throw new RefusedUrlError(`${shown} is no URL: expected https://host/path`)
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    throw new RefusedUrlError('the URL holds a user name: put what proves who asks into its path')
  if (allowedOrigins.includes(url.origin)) return url
  const hint = 'the operator may allow its origin in OUTBOUND_ORIGINS'
  if (url.protocol !== 'https:')
    throw new RefusedUrlError(`"${url.protocol}//${url.host}" is not https: ${hint}`)
  if (!PORTS.includes(url.port))
    throw new RefusedUrlError(`port ${url.port} is not one of 443 and 8443: ${hint}`)
  const host = hostOf(url)
  if (host === 'localhost' || host.endsWith('.localhost') || (isIP(host) !== 0 && !isPublicAddress(host)))
    throw new RefusedUrlError(`"${host}" is not a public address: ${hint}`)
  return url
}

/** Posts once. Throws a RefusedUrlError, or what went wrong on the way. */
export async function safePost(
  { url: text, headers, body }: { url: string; headers: Record<string, string>; body: string },
  { allowedOrigins, resolve = resolveAll, timeoutMs = TIMEOUT_MS }: Outbound,
): Promise<SafeAnswer> {
  const url = checkUrl(text, allowedOrigins)
  const isTrusted = allowedOrigins.includes(url.origin)
  const controller = new AbortController()
  const late = new Error(`no answer within ${timeoutMs / 1000} s`)
  const timer = setTimeout(() => controller.abort(late), timeoutMs)
  try {
    const address = await within(controller.signal, chooseAddress(hostOf(url), isTrusted, resolve))
    const options = optionsFor({ url, address, headers, body })
    const answer = await within(controller.signal, post(url.protocol, options, body, controller.signal))
    return isTrusted ? { ...answer, text: '' } : answer
  } finally {
    clearTimeout(timer)
    controller.abort(late)
  }
}

type Address = { address: string; family: number }

async function chooseAddress(host: string, isTrusted: boolean, resolve: Resolve): Promise<Address> {
  const family = isIP(host)
  const addresses = family === 0 ? await resolve(host) : [{ address: host, family }]
  const [first] = addresses
  if (first === undefined) throw new Error(`"${host}" has no address`)
  const inner = isTrusted ? undefined : addresses.find(({ address }) => !isPublicAddress(address))
  if (inner !== undefined)
    throw new RefusedUrlError(`"${host}" is at ${inner.address}, which is not a public address`)
  return first
}

function optionsFor({
  url,
  address: { address, family },
  headers,
  body,
}: {
  url: URL
  address: Address
  headers: Record<string, string>
  body: string
}): RequestOptions & { servername?: string } {
  const host = hostOf(url)
  return {
    method: 'POST',
    host,
    port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
    path: `${url.pathname}${url.search}`,
    headers: {
      ...headers,
      host: url.host,
      'user-agent': 'Sightline',
      'accept-encoding': 'identity',
      'content-length': String(Buffer.byteLength(body)),
    },
    agent: false,
    // The address that was checked, whatever the name resolves to by now.
    lookup: (_, options, done) => {
      if (options.all === true) done(null, [{ address, family }])
      else done(null, address, family)
    },
    ...(isIP(host) === 0 && url.protocol === 'https:' ? { servername: host } : {}),
  }
}

function post(
  protocol: string,
  options: RequestOptions,
  body: string,
  signal: AbortSignal,
): Promise<SafeAnswer> {
  return new Promise((resolve, reject) => {
    const send = protocol === 'https:' ? httpsRequest : httpRequest
    const request = send({ ...options, signal }, (response) => {
      const parts: Buffer[] = []
      let bytes = 0
      const finish = () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') })
        request.destroy()
      }
      response.on('data', (part: Buffer) => {
        parts.push(part)
        bytes += part.length
        if (bytes >= MOST_ANSWER_BYTES) finish()
      })
      response.on('end', finish)
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })
}

/** Without the brackets of IPv6 and the dot at the end, which means the same host. */
function hostOf({ hostname }: URL): string {
  return hostname.replaceAll(/^\[|\]$/g, '').replace(/\.+$/, '')
}
