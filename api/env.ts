/** Every variable that Sightline reads: its default, its meaning, and how it is checked. The README's table is this one. */

import { parseSmtpUrl } from './deliveries/smtp-url.ts'
import { parseOrigins } from './deliveries/origins.ts'
import { type OidcSettings, isIssuer, oidcSettings, parsePeople } from './access/oidc-settings.ts'

type Variable = { default: string | null; meaning: string; parse?: (value: string) => string | null }

const VARIABLES = {
  DATABASE_URL: {
    default: null,
    meaning: 'PostgreSQL ≥ 15 or TimescaleDB to use. Absent: a private TimescaleDB is made.',
    parse: (value) =>
      /^postgres(ql)?:\/\//.test(value) ? null : 'expected postgresql://user:password@host:port/database',
  },
  REDIS_URL: {
    default: null,
    meaning:
      'Redis for the queue, with AOF on and maxmemory-policy noeviction. Absent: the queue lives in PostgreSQL.',
    parse: (value) => (/^rediss?:\/\//.test(value) ? null : 'expected redis://host:port'),
  },
  REDIS_PREFIX: {
    default: '{sightline}',
    meaning:
      'What every key in Redis begins with: another one for each installation that shares a Redis. In braces, so that Redis Cluster keeps them together.',
    parse: (value) => (/^\{[\w.-]+\}$/.test(value) ? null : 'expected a name in braces such as {sightline}'),
  },
  HOST: { default: '127.0.0.1', meaning: 'The address to listen on; 0.0.0.0 for every one.' },
  PORT: {
    default: '4455',
    meaning: 'The port of the collector, the API and the console.',
    parse: (value) =>
      /^\d+$/.test(value) && Number(value) < 65_536 ? null : 'expected a port between 0 and 65535',
  },
  PUBLIC_URL: {
    default: null,
    meaning: 'Where browsers reach it, if not at http://HOST:PORT. With https cookies are marked Secure.',
    parse: (value) =>
      /^https?:\/\/[^/]+$/.test(value) ? null : 'expected an origin such as https://rum.example.com',
  },
  SIGHTLINE_DATA: { default: '.sightline', meaning: 'The folder of the private servers: data, logs, locks.' },
  GEO_DATABASE: {
    default: null,
    meaning:
      'An mmdb file (GeoLite2-City or alike) for country, region and city. Absent: the bundled country file.',
  },
  TRUSTED_PROXIES: {
    default: '0',
    meaning:
      'How many proxies in front of Sightline may name the client in X-Forwarded-For and its country in CF-IPCountry.',
    parse: (value) => (/^\d+$/.test(value) ? null : 'expected a number of hops such as 1'),
  },
  GRAPHQL_DOCUMENTS: {
    default: 'any',
    meaning:
      'any: /graphql answers every question. trusted: only the registered documents of the widgets, the console and the client.',
    parse: (value) => (['any', 'trusted'].includes(value) ? null : 'expected any or trusted'),
  },
  SMTP_URL: {
    default: null,
    meaning:
      'The mail server: smtps://user:password@host, or smtp:// with STARTTLS, which ?tls=optional does not insist on. Absent: no mail is sent.',
    parse: (value) => (parseSmtpUrl(value) === null ? 'expected smtps://user:password@host:port' : null),
  },
  MAIL_FROM: {
    default: 'sightline@localhost',
    meaning: 'The sender of mails: an address, or a name with one in angle brackets.',
    parse: (value) =>
      /^[^\p{Cc}]*$/u.test(value) && value.includes('@') ? null : 'expected Sightline <rum@example.com>',
  },
  OUTBOUND_ORIGINS: {
    default: '',
    meaning:
      'Receivers of notices that may be internal or speak plain http, as origins with commas between them: http://10.0.0.5:8080. All others must be public and speak https.',
    parse: (value) =>
      parseOrigins(value) === null
        ? 'expected origins such as http://10.0.0.5:8080,https://hooks.internal'
        : null,
  },
  OIDC_ISSUER: {
    default: null,
    meaning:
      'The provider of OpenID Connect by which people sign in: https://accounts.google.com. Absent: by token alone.',
    parse: (value) => (isIssuer(value) ? null : 'expected https://sso.example.com/realms/staff'),
  },
  OIDC_CLIENT_ID: { default: null, meaning: 'As the provider knows Sightline. Required with OIDC_ISSUER.' },
  OIDC_CLIENT_SECRET: { default: null, meaning: 'The secret that belongs to it. Required with OIDC_ISSUER.' },
  OIDC_SCOPES: {
    default: 'openid email profile',
    meaning: 'What the provider is asked for.',
    parse: (value) => (value.split(' ').includes('openid') ? null : 'expected openid among them'),
  },
  OIDC_NAME: {
    default: null,
    meaning: 'What the button of the sign-in says. Absent: the host of the issuer.',
  },
  OIDC_ALLOWED: {
    default: null,
    meaning:
      'Who may sign in: e-mail addresses and domains with commas between them: anna@example.com,@example.org. Required with OIDC_ISSUER.',
    parse: (value) => (parsePeople(value) === null ? 'expected anna@example.com,@example.org' : null),
  },
  OIDC_MANAGERS: {
    default: '',
    meaning: 'Who of them gets the scope MANAGE, written alike; all others may read.',
    parse: (value) => (parsePeople(value) === null ? 'expected anna@example.com,@example.org' : null),
  },
  OIDC_SITES: {
    default: null,
    meaning: 'The sites that they see, with commas between them. Absent: every site.',
  },
  LOG_LEVEL: {
    default: 'info',
    meaning: 'trace, debug, info, warn, error or silent.',
    parse: (value) =>
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'].includes(value)
        ? null
        : 'expected trace, debug, info, warn, error or silent',
  },
} as const satisfies Record<string, Variable>

/** What the command line reads; it runs in the surroundings of whoever types. */
const COMMAND_VARIABLES = {
  SIGHTLINE_URL: {
    default: 'http://localhost:4455',
    meaning: 'Where Sightline answers.',
    parse: (value) =>
      /^https?:\/\/[^/]/.test(value) ? null : 'expected an address such as https://rum.example.com',
  },
  SIGHTLINE_TOKEN: { default: null, meaning: 'An API token (sl_…).' },
} as const satisfies Record<string, Variable>

type Name = keyof typeof VARIABLES

export type Env = {
  databaseUrl: string | null
  redisUrl: string | null
  redisPrefix: string
  host: string
  port: number
  publicUrl: string
  dataFolder: string
  geoDatabase: string | null
  trustedProxies: number
  graphqlDocuments: 'any' | 'trusted'
  smtpUrl: string | null
  mailFrom: string
  outboundOrigins: string[]
  /** Null: people sign in with a token. */
  oidc: OidcSettings | null
  logLevel: string
  home: string | null
  cacheHome: string | null
  nodeEnv: string | null
}

/** Reads and checks the variables. Throws one error that names every bad one and its remedy. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const problems: string[] = []
  const read = (name: Name): string | null => {
    const variable: Variable = VARIABLES[name]
    const value = source[name] === undefined || source[name] === '' ? variable.default : source[name]
    const problem = value === null ? null : (variable.parse?.(value) ?? null)
    if (problem !== null) problems.push(`invalid ${name} "${value}": ${problem}`)
    return value
  }
  const required = (name: Name): string => read(name) ?? ''
  const host = required('HOST')
  const port = Number(required('PORT'))
  const env: Env = {
    databaseUrl: read('DATABASE_URL'),
    redisUrl: read('REDIS_URL'),
    redisPrefix: required('REDIS_PREFIX'),
    host,
    port,
    publicUrl:
      read('PUBLIC_URL') ??
      `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}`,
    dataFolder: required('SIGHTLINE_DATA'),
    geoDatabase: read('GEO_DATABASE'),
    trustedProxies: Number(required('TRUSTED_PROXIES')),
    graphqlDocuments: required('GRAPHQL_DOCUMENTS') === 'trusted' ? 'trusted' : 'any',
    smtpUrl: read('SMTP_URL'),
    mailFrom: required('MAIL_FROM'),
    outboundOrigins: parseOrigins(required('OUTBOUND_ORIGINS')) ?? [],
    oidc: oidcSettings(read, problems),
    logLevel: required('LOG_LEVEL'),
    home: source['HOME'] ?? null,
    cacheHome: source['XDG_CACHE_HOME'] ?? null,
    nodeEnv: source['NODE_ENV'] ?? null,
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return env
}

export type CommandEnv = { folder: string; url: string; token: string | null }

/** The same for the command line. `folder` is where the person stands who typed, not where npm runs it. */
export function readCommandEnv(source: Record<string, string | undefined> = process.env): CommandEnv {
  const { SIGHTLINE_URL: address } = COMMAND_VARIABLES
  const url =
    source['SIGHTLINE_URL'] === undefined || source['SIGHTLINE_URL'] === ''
      ? address.default
      : source['SIGHTLINE_URL']
  const problem = address.parse(url)
  if (problem !== null) throw new Error(`invalid SIGHTLINE_URL "${url}": ${problem}`)
  const token = source['SIGHTLINE_TOKEN'] ?? ''
  return { folder: source['INIT_CWD'] ?? process.cwd(), url, token: token === '' ? null : token }
}

/** The variables of this process with some of them set, for a process that it forks. */
export function childEnvironment(set: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { ...Object.fromEntries(own), ...set }
}

/** The rows of the README's table. */
export function describeEnv(): Described[] {
  return described(VARIABLES)
}

export function describeCommandEnv(): Described[] {
  return described(COMMAND_VARIABLES)
}

type Described = { name: string; default: string | null; meaning: string }

function described(variables: Readonly<Record<string, Variable>>): Described[] {
  return Object.entries(variables).map(([name, variable]) => ({
    name,
    default: variable.default,
    meaning: variable.meaning,
  }))
}
