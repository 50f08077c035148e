/**
 * Three hundred pieces of personal data and secrets, as they stand in real addresses, messages and labels, each with what
 * must not be left of it; and ten thousand addresses in which there is nothing to find. Made from a seed, so that numbers
 * with check digits are many and valid; none belongs to anybody.
 */
import { createRandom } from '../oracle/random.ts'

export type Piece = { kind: string; text: string; secret: string }

const random = createRandom(20261121)
const pick = <T>(values: readonly T[]): T => random.pick(values)
const digits = (count: number) => Array.from({ length: count }, () => random.int(0, 9)).join('')
const letters = (count: number, alphabet = 'abcdefghijklmnopqrstuvwxyz') =>
  Array.from({ length: count }, () => pick(alphabet.split(''))).join('')
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Where personal data turns up in pages. */
const PLACES = [
  (secret: string) => secret,
  (secret: string) => `Could not save ${secret}: try again`,
  (secret: string) => `user "${secret}" is not allowed`,
  (secret: string) => `{"value":"${secret}","ok":false}`,
  (secret: string) => `Welcome back, ${secret}!`,
  (secret: string) => `https://shop.example/account/${secret}/orders`,
]

function email(): string {
  const names = ['anna', 'j.doe', 'o-brien', 'max_m', 'zoë', 'li.wei', 'info', 'a', 'firstname.lastname']
  const hosts = [
    'example.com',
    'mail.example.co.uk',
    'firma.de',
    '163.com',
    'sub.dept.example.org',
    'xn--mgbh0fb.example',
  ]
  const tag = random.chance(0.3) ? `+${letters(4)}` : ''
  const address = `${pick(names)}${tag}${random.chance(0.3) ? digits(2) : ''}@${pick(hosts)}`
  return random.chance(0.15) ? address.replace('@', '%40') : address
}

function card(): string {
  const [prefix, length] = pick([
    ['4', 16],
    ['51', 16],
    ['2221', 16],
    ['37', 15],
    ['6011', 16],
    ['3528', 16],
    ['62', 19],
  ] as const)
  const body = prefix + digits(length - prefix.length - 1)
  const sum = body
    .split('')
    .reverse()
    .reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
      return sum + (value > 9 ? value - 9 : value)
    }, 0)
  const number = body + String((10 - (sum % 10)) % 10)
  return number.replace(/(.{4})(?=.)/g, `$1${pick(['', ' ', '-'])}`)
}

function iban(): string {
  const [country, length] = pick([
    ['DE', 18],
    ['FR', 23],
    ['GB', 18],
    ['NL', 14],
    ['ES', 20],
    ['AT', 16],
  ] as const)
  const account =
    country === 'GB' || country === 'NL' ? letters(4).toUpperCase() + digits(length - 4) : digits(length)
  const numeric = `${account}${country}00`
    .split('')
    .map((letter) => parseInt(letter, 36))
    .join('')
  const rest = numeric.split('').reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)
  const compact = country + String(98 - rest).padStart(2, '0') + account
  return random.chance(0.5) ? compact : compact.replace(/(.{4})(?=.)/g, '$1 ')
}

function jwt(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: digits(6), name: letters(8) })}.${letters(43, WORD)}`
}

function credential(): { text: string; secret: string } {
  const secret = letters(12, WORD)
  const form = pick([
    `Authorization: Bearer ${secret}`,
    `authorization=Basic ${secret}`,
    `password=${secret}`,
    `"passwd": "${secret}"`,
    `pwd: ${secret}`,
    `api_key=${secret}`,
    `apikey: ${secret}`,
    `client secret=${secret}`,
    `token ${secret}`,
  ])
  return { text: `request failed with ${form}`, secret }
}

function apiKey(): string {
  const prefix = pick(['sk_live_', 'pk_test_', 'ghp_', 'xoxb-', 'AKIA', 'sl_'])
  return prefix + letters(24, prefix === 'AKIA' ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567' : WORD)
}

function privateAddress(): { text: string; secret: string } {
  const secret = `${letters(5)}-${digits(6)}`
  const text = pick([
    `https://shop.example/reset?code=${secret}`,
    `https://${secret}:pw@shop.example/orders`,
    `https://shop.example/callback#access=${secret}`,
    `/search?q=${secret}&utm_source=mail`,
    `https://shop.example/?email=${secret}%40example.org`,
  ])
  return { text, secret }
}

const inPlace = (kind: string, secret: string): Piece => ({ kind, text: pick(PLACES)(secret), secret })
const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make)

/** In running text. */
export const PII_TEXTS: readonly Piece[] = [
  ...many(80, () => inPlace('email', email())),
  ...many(60, () => inPlace('card', card())),
  ...many(40, () => inPlace('iban', iban())),
  ...many(40, () => inPlace('jwt', jwt())),
  ...many(30, () => ({ kind: 'credential', ...credential() })),
  ...many(20, () => inPlace('key', apiKey())),
]

/** In parts of an address that are never sent. */
export const PII_URLS: readonly Piece[] = many(30, () => ({ kind: 'address', ...privateAddress() }))

/** Addresses as shops, blogs, apps and their assets have them. */
export function cleanUrls(count: number): string[] {
  const words = ['tea', 'green', 'kettle', 'leaf', 'gift', 'spring', 'harvest', 'about', 'journal', 'basket']
  const slug = () => many(random.int(1, 4), () => pick(words)).join('-')
  const hex = (count: number) => letters(count, '0123456789abcdef')
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
  const shapes = [
    () => `https://shop.example/products/${slug()}`,
    () => `https://shop.example/products/${digits(random.int(1, 9))}`,
    () => `https://shop.example/orders/${uuid()}`,
    () => `https://blog.example/2026/${random.int(1, 12)}/${slug()}.html`,
    () => `https://cdn.example/assets/${slug()}.${hex(8)}.js`,
    () => `https://cdn.example/img/${slug()}@2x.png`,
    () => `https://app.example/r/web@${digits(1)}.${digits(1)}.${digits(2)}/${slug()}`,
    () => `https://api.example/v${digits(1)}/teams/${digits(5)}/members`,
    () => `https://shop.example/events/17${digits(11)}/${slug()}`,
    () => `https://shop.example/${pick(['de-DE', 'en-GB', 'fr'])}/${slug()}?utm_source=newsletter`,
  ]
  return many(count, () => pick(shapes)())
}
