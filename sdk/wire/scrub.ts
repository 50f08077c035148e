/**
 * Takes personal data and secrets out of text that visitors' pages send: e-mail addresses, payment cards, IBANs, JWTs,
 * bearer tokens and long keys. The SDK scrubs before sending, the collector again before queueing: neither trusts the other.
 */
export const UTM_PARAMETERS: ReadonlySet<string> = new Set([
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
])

/**
 * An e-mail address from its @ on: what is before it is looked for backwards, or each character of a long word would be
 * tried as its beginning. What follows is no version, `web@4.2.0` names a release, and no density of a picture, `tea@2x.png`.
 */
const MAIL_HOST = /(?:@|%40)(?!v?\d+\.\d|\dx\.)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
const MAILBOX = /[\p{L}\p{N}._%+-]+$/u
const MAILBOX_LENGTH = 64
// No further than to the next `eyJ`: each of a long word would be followed to its end.
const JWT = /\beyJ(?:(?!\beyJ)[\w-]){8,}\.[\w-]{4,}(?:\.[\w-]*)?/g
// Any run of spaces can be read in one way only: with two the time would grow with its square.
const BEARER =
  /\b(bearer|basic|token|apikey|api[_-]key|secret|password|passwd|pwd)(["']?(?=\s*[:= ])\s*(?:[:=]\s*|(?![:=]))["']?)[^\s"'&,;]{4,}/gi
const KEY = /\b(?:sk|pk|ghp|gho|xox[abp]|AKIA|sl)[_-]?[A-Za-z0-9_-]{16,}\b/g
const LONG_HEX = /\b[0-9a-f]{32,}\b/gi
const IBAN = /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,4})?\b/g
const CARD = /\b\d(?:[ -]?\d){12,18}\b/g
/** An address in running text, as far as it may reach. */
const ADDRESS = /(https?:\/\/)([^\s"'<>()]+)/g
/** `a@b.cd` and `pwd=1234` are the shortest that the rules find. */
const SHORTEST_SECRET = 6
/** One cheap look that lets ordinary text pass by the rules above. */
const SUSPECT =
  /@|%40|:\/\/|eyJ|\d[\d -]{11}|[A-Z]{2}\d{2}[ A-Z0-9]{11}|[0-9a-f]{32}|bearer|basic|token|api.?key|secret|passw|pwd|(?:sk|pk|gh[po]|xox[abp]|AKIA|sl)[_-]?\w{16}/i

/** The text with every secret replaced by the name of what it was: `[email]`. Scrubbing twice changes nothing more. */
export function scrubText(text: string): string {
  if (text.length < SHORTEST_SECRET || !SUSPECT.test(text)) return text
  return withoutMail(text.replace(ADDRESS, (_, scheme: string, rest: string) => scheme + withoutQuery(rest)))
    .replace(JWT, '[token]')
    .replace(BEARER, '$1$2[secret]')
    .replace(KEY, '[secret]')
    .replace(IBAN, (match) => (isIban(match) ? '[iban]' : match))
    .replace(CARD, (match) => (isCard(match) ? '[card]' : match))
    .replace(LONG_HEX, '[hex]')
}

function withoutMail(text: string): string {
  let kept = ''
  let from = 0
  for (const { 0: host, index } of text.matchAll(MAIL_HOST)) {
    const before = text.slice(from, index)
    const [mailbox] = MAILBOX.exec(before.slice(-MAILBOX_LENGTH)) ?? []
    if (mailbox === undefined) continue
    kept += `${before.slice(0, -mailbox.length)}[email]`
    from = index + host.length
  }
  return kept + text.slice(from)
}

/** Without user info, query and fragment, but with the line and column that a stack trace puts after them. */
function withoutQuery(address: string): string {
  return address.replace(/^[^/?#@]*@/, '').replace(/[?#].*?((?::\d+){0,2})$/, '$1')
}

/** The URL without user info, fragment and every query parameter but `parameters`, its path scrubbed. */
export function scrubUrl(url: string, parameters = UTM_PARAMETERS): string {
  const [, beforeQuery = '', query] = /^([^?#]*)(?:\?([^#]*))?/.exec(url) ?? []
  // Without its scheme an ordinary address looks as harmless as it is, and none of the rules has to be tried on it.
  const [start = '', scheme = ''] = /^([a-z][a-z0-9+.-]*:\/\/)(?:[^/@]*@)?/i.exec(beforeQuery) ?? []
  const path = scheme + scrubText(beforeQuery.slice(start.length))
  if (query === undefined) return path
  const kept = query
    .split('&')
    .filter((pair) => parameters.has(pair.split('=', 1)[0] ?? ''))
    .map(scrubText)
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`
}

/** Luhn's check (ISO/IEC 7812-1) on 13 to 19 digits. */
function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = digit * 2
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  // Payment cards begin with 2 to 6 (ISO/IEC 7812-1); most times in milliseconds with 1.
  return /^[2-6]\d{12,18}$/.test(digits) && sum % 10 === 0
}

/** The check digits of ISO 13616: the rearranged number modulo 97 is 1. */
function isIban(text: string): boolean {
  const compact = text.replace(/ /g, '')
  const rearranged = compact.slice(4) + compact.slice(0, 4)
  let remainder = 0
  for (const character of rearranged) {
    for (const digit of String(parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97
  }
  return remainder === 1
}
