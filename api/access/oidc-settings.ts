/** Who may sign in by OpenID Connect, and where they are asked who they are. */

export type OidcSettings = {
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string
  /** What the button says. */
  name: string
  allowed: readonly string[]
  managers: readonly string[]
  /** Names of sites; null: every site. */
  sites: readonly string[] | null
}

/** Addresses and domains in small letters; null where one of them is neither. */
export function parsePeople(text: string): string[] | null {
  const people = listOf(text.toLowerCase())
  return people.every((one) => /^[^\s@,]*@[^\s@,]+$/.test(one)) ? people : null
}

/** Without TLS only a provider on the same machine is believed. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return (protocol === 'https:' || (protocol === 'http:' && isLocal)) && search === '' && hash === ''
}

export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** Whether an address is one of these, or of one of these domains and no other that ends like it. */
export function isAmong(email: string, people: readonly string[]): boolean {
  const address = email.toLowerCase()
  // Two of them leave open which is the domain.
  if (address.split('@').length !== 2) return false
  return people.some((one) =>
    one.startsWith('@') ? address.slice(address.lastIndexOf('@')) === one : address === one,
  )
}

export type OidcVariable =
  | 'OIDC_ISSUER'
  | 'OIDC_CLIENT_ID'
  | 'OIDC_CLIENT_SECRET'
  | 'OIDC_SCOPES'
  | 'OIDC_NAME'
  | 'OIDC_ALLOWED'
  | 'OIDC_MANAGERS'
  | 'OIDC_SITES'

/** Null without an issuer. What is missing beside one is a problem: a provider alone lets everybody in whom it knows. */
export function oidcSettings(
  read: (name: OidcVariable) => string | null,
  problems: string[],
): OidcSettings | null {
  const issuer = read('OIDC_ISSUER')
  if (issuer === null) return null
  const needed = (name: OidcVariable, why: string): string => {
    const value = read(name)
    if (value === null) problems.push(`${name} is not set beside OIDC_ISSUER: ${why}`)
    return value ?? ''
  }
  const sites = read('OIDC_SITES')
  return {
    issuer,
    clientId: needed('OIDC_CLIENT_ID', 'register Sightline at the provider, which gives one'),
    clientSecret: needed('OIDC_CLIENT_SECRET', 'the provider gives it with the client id'),
    scopes: read('OIDC_SCOPES') ?? '',
    name: read('OIDC_NAME') ?? (URL.canParse(issuer) ? new URL(issuer).hostname : issuer),
    allowed:
      parsePeople(
        needed(
          'OIDC_ALLOWED',
          'everybody whom the provider knows could sign in; name addresses or domains, such as anna@example.com,@example.org',
        ),
      ) ?? [],
    managers: parsePeople(read('OIDC_MANAGERS') ?? '') ?? [],
    sites: sites === null ? null : listOf(sites),
  }
}
