/** An API token as the form has it, and as the API takes it; and what the list says of one. */
import type { ApiToken } from './settings.query.ts'

export interface TokenDraft {
  name: string
  scopes: ReadonlySet<string>
  /** Empty: all that whoever makes it sees. */
  sites: ReadonlySet<string>
  /** An ISO 8601 duration; empty: it does not end. */
  expiresIn: string
}

export const SCOPES = [
  ['READ', 'READ – ask for figures'],
  ['MANAGE', 'MANAGE – change sites, keys and settings'],
] as const

export const LIVES = [
  ['P30D', '30 days'],
  ['P90D', '90 days'],
  ['P365D', 'A year'],
  ['P7D', '7 days'],
  ['', 'It does not end'],
] as const

export function emptyToken(): TokenDraft {
  return { name: '', scopes: new Set(['READ']), sites: new Set(), expiresIn: 'P90D' }
}

export function tokenInput({ name, scopes, sites, expiresIn }: TokenDraft): object {
  return {
    name: name.trim(),
    scopes: [...scopes],
    sites: [...sites],
    ...(expiresIn === '' ? {} : { expiresIn }),
  }
}

const KINDS: Record<ApiToken['kind'], string> = {
  API: 'API token',
  SESSION: 'Signed-in browser',
  START: 'Link printed at the start',
}

/** `day` writes a moment. */
export function tokenWords(token: ApiToken, now: number, day: (at: string) => string): string {
  const { kind, scopes, sites, createdAt } = token
  return [
    token.asking ? `${KINDS[kind]}: this one` : KINDS[kind],
    scopes.length === 0 ? 'no scopes' : scopes.join(' and '),
    sites === null ? 'every site' : sites.length === 0 ? 'no site any more' : sites.join(', '),
    `made ${day(createdAt)}`,
    endOf(token, now, day),
  ].join(' · ')
}

export function hasEnded({ revokedAt, expiresAt }: ApiToken, now: number): boolean {
  return revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) <= now)
}

function endOf({ revokedAt, expiresAt }: ApiToken, now: number, day: (at: string) => string): string {
  if (revokedAt !== null) return `revoked ${day(revokedAt)}`
  if (expiresAt === null) return 'does not end'
  return `${Date.parse(expiresAt) <= now ? 'ended' : 'ends'} ${day(expiresAt)}`
}
