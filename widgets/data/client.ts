/** One GraphQL question of a widget. */
import { askQuery } from '../../sdk/client/ask.ts'
import { QueryError } from '../../sdk/client/query-error.ts'
import { DOCUMENT_IDS } from './document-ids.generated.ts'

export { QueryError } from '../../sdk/client/query-error.ts'

/** Where to ask, and as whom. */
export interface Connection {
  endpoint: string
  /** Sent as a bearer token. Without one the session cookie of the same origin speaks. */
  token: string | null
  /** Gets another token when this one has ended, and the first if there is none. */
  renewToken?: RenewToken | null
}

/** Where a page gets its embed tokens from: an address of its own server. */
export type RenewToken = () => Promise<string>

/** The source that asks this address; one for each, so that elements share its tokens. */
export function tokenFrom(address: string): RenewToken {
  const known = sources.get(address)
  if (known !== undefined) return known
  const source = async () => {
    // Whoever reads in public is nobody: no cookies.
    const response = await fetch(new URL(address, document.baseURI), {
      credentials: 'omit',
      cache: 'no-store',
    })
    if (!response.ok) throw new Error(`the token was refused with ${response.status}`)
    return (await response.text()).trim()
  }
  sources.set(address, source)
  return source
}

const sources = new Map<string, RenewToken>()

export interface Question {
  query: string
  variables: object
  connection: Connection
  signal: AbortSignal
}

/** `/graphql` of the origin that this module came from. */
export const DEFAULT_ENDPOINT = new URL('/graphql', import.meta.url).href

/** The data of the answer. Throws a QueryError for anything else, a partial answer included. */
export async function postQuery<Data>({ query, variables, connection, signal }: Question): Promise<Data> {
  return withToken(
    connection,
    async (token) =>
      (await askQuery(
        { url: connection.endpoint, token },
        { document: named(query), variables, signal },
      )) as Data,
  )
}

/** Asks as whom the connection says, and once more with another token if the one it had has ended. */
export async function withToken<Answer>(
  { token: given, renewToken }: Connection,
  ask: (token: string | null) => Promise<Answer>,
): Promise<Answer> {
  if (!renewToken) return ask(given).catch(sayThatSignInIsNeeded)
  const token = await (renewed.get(renewToken) ?? given ?? renew(renewToken, null))
  return ask(token).catch(async (error: unknown) => {
    if (!isUnauthenticated(error)) throw error
    return ask(await renew(renewToken, token)).catch((again: unknown) => {
      // The source gave one that had ended too: the next question asks it anew.
      if (isUnauthenticated(again)) renewed.delete(renewToken)
      throw again
    })
  })
}

/** The last token of each source, for all elements that have it. */
const renewed = new WeakMap<RenewToken, Promise<string>>()
const ended = new WeakMap<RenewToken, string | null>()

/** Another token than the one that has ended. Of elements that find that out together one asks. */
function renew(source: RenewToken, old: string | null): Promise<string> {
  const latest = renewed.get(source)
  if (latest !== undefined && ended.get(source) === old) return latest
  const next = source().catch((cause: unknown) => {
    renewed.delete(source)
    throw new QueryError('UNAUTHENTICATED', 'The page got no new token', { cause })
  })
  renewed.set(source, next)
  ended.set(source, old)
  return next
}

function isUnauthenticated(error: unknown): boolean {
  return error instanceof QueryError && error.code === 'UNAUTHENTICATED'
}

function sayThatSignInIsNeeded(error: unknown): never {
  if (!isUnauthenticated(error)) throw error
  throw new QueryError('UNAUTHENTICATED', 'Sign in to see this', { cause: error })
}

const known: Record<string, string> = { ...DOCUMENT_IDS }

/** Operations that are registered besides those of the elements, by name. */
export function knowDocuments(ids: Readonly<Record<string, string>>): void {
  Object.assign(known, ids)
}

/** By its id the question is 200 bytes long, by its text 1,000 and more. */
export function named(query: string) {
  const [, name = ''] = /^\s*(?:query|mutation|subscription) (\w+)/.exec(query) ?? []
  return { id: known[name], toString: () => query }
}
