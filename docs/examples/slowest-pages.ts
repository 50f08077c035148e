/**
 * Prints the slowest pages of a site, each beside the same page a week before.
 *
 *   SIGHTLINE_URL=http://localhost:4455/graphql SIGHTLINE_TOKEN=sl_… npx tsx docs/examples/slowest-pages.ts shop
 *
 * A tool of your own imports from 'sightline/client' and 'sightline/client/documents'.
 */
import { pathToFileURL } from 'node:url'
import { type Client, QueryError, createClient } from '../../sdk/client/client.ts'
import { SlowestPages } from '../../sdk/client/documents.generated.ts'

/** A line for each page: its p75 with the 95 % interval, the difference with its interval, and the verdict. */
export async function slowestPages(sightline: Client, site: string): Promise<string[]> {
  const answer = await sightline.query(SlowestPages, { site, range: { last: 'P7D' } })
  if (answer.site === null) return [`there is no site "${site}" that this token may see`]
  return answer.site.segment.by.map(({ key, segment: { vital, compare } }) => {
    const { value, low, high, count, thin } = vital.percentile
    const change = compare.vital
    return [
      (key ?? '(unknown)').padEnd(28),
      `${ms(value)} ${interval(low, high)}`.padEnd(30),
      `of ${count}${thin ? ' (thin)' : ''}`.padEnd(18),
      `${signed(change.difference)} ${interval(change.low, change.high)}`.padEnd(30),
      change.verdict,
    ].join(' ')
  })
}

function ms(value: number | null): string {
  return value === null ? '—' : `${Math.round(value)} ms`
}

function signed(value: number | null): string {
  return value !== null && value > 0 ? `+${ms(value)}` : ms(value)
}

function interval(low: number | null, high: number | null): string {
  return low === null || high === null ? '' : `[${Math.round(low)}, ${Math.round(high)}]`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sightline = createClient({
    url: process.env['SIGHTLINE_URL'] ?? 'http://localhost:4455/graphql',
    token: process.env['SIGHTLINE_TOKEN'],
  })
  try {
    for (const line of await slowestPages(sightline, process.argv[2] ?? 'shop')) console.log(line)
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    console.error(`${error.code}: ${error.message}`)
    process.exitCode = 1
  }
}
