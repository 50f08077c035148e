/** What a page or an app needs to be measured, as text to copy. */
export interface Installation {
  /** Where Sightline is. */
  origin: string
  key: string
  /** Empty: as the site is set. */
  consent: string
  release: string
  environment: string
}

export const CONSENTS = [
  ['', 'As the site is set (cookieless)'],
  ['none', 'none – nothing is sent before they agreed'],
  ['cookieless', 'cookieless – nothing is kept in the browser'],
  ['full', 'full – sessions over pages and returning visitors'],
] as const

export function scriptTag({ origin, key, ...said }: Installation): string {
  const attributes = { src: `${origin}/sdk/v1.js`, 'data-key': key, ...dataOf(said) }
  const text = Object.entries(attributes).map(([name, value]) => `${name}="${attributeText(value)}"`)
  return `<script ${text.join(' ')} defer></script>`
}

export function npmCode({ origin, key, ...said }: Installation): string {
  const options = Object.entries({ key, endpoint: origin, ...given(said) })
  const lines = options.map(([name, value]) => `  ${name}: ${scriptText(value)},`)
  return [`import { init } from 'sightline'`, '', 'init({', ...lines, '})'].join('\n')
}

/** As the text of an attribute in double quotes. */
export function attributeText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** As a string of JavaScript that may stand in a page too. */
export function scriptText(value: string): string {
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"')
  return `'${inner.replaceAll("'", "\\'").replaceAll('<', '\\u003c')}'`
}

type Said = Pick<Installation, 'consent' | 'release' | 'environment'>

function given(said: Said): Record<string, string> {
  const entries = Object.entries(said).map(([name, value]) => [name, value.trim()] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

function dataOf(said: Said): Record<string, string> {
  return Object.fromEntries(Object.entries(given(said)).map(([name, value]) => [`data-${name}`, value]))
}
