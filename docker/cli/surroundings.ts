/** Where a command runs: what it reads and says. Tests make their own. */
import type { Writable } from 'node:stream'
import { type Client, createClient } from '../../sdk/client/client.ts'
import { Sites } from '../../sdk/client/documents.generated.ts'
import { CommandError } from './command-error.ts'

export type Surroundings = {
  /** Where the person stands who typed the command. */
  folder: string
  url: string
  token: string | null
  say: (text: string) => void
  complain: (text: string) => void
  /** For what is too much to say at once. */
  output: Writable
  /** What commands end with unless they fail: 0 if all is well. */
  exitCode: number
}

/** The options that every command has which asks the API. */
export type ApiOptions = { url?: string; token?: string; site?: string }

export function clientFor(around: Surroundings, options: ApiOptions): Client {
  const token = tokenOf(around, options)
  return createClient({ url: `${addressOf(around, options)}/graphql`, token })
}

export function tokenOf({ token }: Surroundings, options: ApiOptions): string {
  const secret = options.token ?? token
  if (secret === null)
    throw new CommandError('no token: give --token or set SIGHTLINE_TOKEN to an API token (sl_…)')
  return secret
}

/** Of the server, whether or not `/graphql` was typed behind it. */
export function addressOf({ url }: Surroundings, options: ApiOptions): string {
  const address = (options.url ?? url).replace(/\/+$/, '').replace(/\/graphql$/, '')
  if (!/^https?:\/\/[^/]/.test(address))
    throw new CommandError(`invalid --url "${address}": expected an address such as https://rum.example.com`)
  return address
}

/** The site that was named, or the only one there is. */
export async function oneSite(client: Client, options: ApiOptions): Promise<string> {
  const sites = await sitesFor(client, options)
  const [first] = sites
  if (first !== undefined && sites.length === 1) return first
  throw new CommandError(
    sites.length === 0
      ? 'the token may see no site'
      : `the token may see ${sites.length} sites: choose one with --site, such as --site ${first}`,
  )
}

/** The site that was named, or all of them. */
export async function sitesFor(client: Client, { site }: ApiOptions): Promise<string[]> {
  if (site !== undefined) return [site]
  const ids: string[] = []
  for (let after: string | null = null; ;) {
    const { sites }: Awaited<ReturnType<typeof page>> = await page(client, after)
    ids.push(...sites.nodes.map(({ id }) => id))
    if (!sites.pageInfo.hasNextPage) return ids
    after = sites.pageInfo.endCursor ?? null
  }
}

function page(client: Client, after: string | null) {
  return client.query(Sites, { after })
}
