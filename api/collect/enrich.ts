/**
 * What the collector adds to a batch from the request that brought it: country, device, browser, system, bot or not.
 * The IP address is used here and goes no further: it is not returned, stored or logged.
 */
import { isbot } from 'isbot'
import { type Reader, type Response, open } from 'maxmind'
import { createRequire } from 'node:module'
import { UAParser } from 'ua-parser-js'
import { brandOf } from './client-hints.ts'
import { scrubText } from '../../sdk/wire/scrub.ts'

export type RequestFacts = {
  ip: string
  userAgent: string
  /** Where the client is, as a trusted proxy in front says; null where it does not. */
  edgePlace: Place | null
  /** Client hints, where the browser sends them: `Sec-CH-UA-Mobile`, `-Platform`, and the brands with their versions. */
  mobileHint: string | null
  platformHint: string | null
  brandsHint: string | null
  /** `Sec-GPC: 1`: Global Privacy Control. */
  gpc: boolean
}

export type Place = { country: string | null; region: string | null; city: string | null }
export type Agent = {
  device: 'DESKTOP' | 'MOBILE' | 'TABLET' | 'OTHER'
  browser: string | null
  browserVersion: string | null
  os: string | null
  /** Its user agent is that of a known crawler. */
  bot: boolean
  headless: boolean
}

export type Enricher = { place(facts: RequestFacts): Place; agent(facts: RequestFacts): Agent }

/** GeoLite2 and its like nest; the bundled country file is flat. */
type GeoRecord = Response & {
  country_code?: string
  country?: { iso_code?: string }
  subdivisions?: { names?: { en?: string } }[]
  city?: { names?: { en?: string } }
}

const AGENTS_KEPT = 5000

export async function createEnricher(geoDatabase: string | null): Promise<Enricher> {
  const bundled = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb'
  const path = geoDatabase ?? createRequire(import.meta.url).resolve(bundled)
  const geo: Reader<GeoRecord> = await open<GeoRecord>(path)
  const agents = new Map<string, Agent>()
  return {
    place: ({ ip, edgePlace }) => placeOf(edgePlace, lookUp(geo, ip)),
    agent: (facts) => {
      const key = [facts.userAgent, facts.mobileHint, facts.platformHint, facts.brandsHint].join('\n')
      const known = agents.get(key)
      if (known !== undefined) return known
      const agent = parseAgent(facts)
      // The oldest goes first: a Map keeps the order in which keys came.
      if (agents.size >= AGENTS_KEPT) agents.delete(agents.keys().next().value ?? '')
      agents.set(key, agent)
      return agent
    },
  }
}

/** The edge goes before the file. What it leaves out the file tells, unless the two contradict each other. */
export function placeOf(edge: Place | null, record: GeoRecord | null): Place {
  const country = record?.country_code ?? record?.country?.iso_code ?? null
  if (edge !== null && edge.country !== country) return edge
  return {
    country,
    region: edge?.region ?? record?.subdivisions?.[0]?.names?.en ?? null,
    city: edge?.city ?? record?.city?.names?.en ?? null,
  }
}

function lookUp(geo: Reader<GeoRecord>, ip: string): GeoRecord | null {
  try {
    return geo.get(ip)
  } catch {
    return null
  }
}

const DEVICES = new Map<string, Agent['device']>([
  ['mobile', 'MOBILE'],
  ['tablet', 'TABLET'],
])

/** One word a thing: the names that the parser gives to variants of one browser or system. */
const BROWSERS = new Map([
  ['Mobile Safari', 'Safari'],
  ['Chrome Headless', 'Chrome'],
  ['Mobile Chrome', 'Chrome'],
  ['Mobile Firefox', 'Firefox'],
])
const SYSTEMS = new Map([
  ['Mac OS', 'macOS'],
  ['Chromium OS', 'ChromeOS'],
])

/** A hint is what a client says it is: no longer than any name, and no place for secrets. */
const HINT_LENGTH = 40

function parseAgent({ userAgent, mobileHint, platformHint, brandsHint }: RequestFacts): Agent {
  const { browser, os, device } = UAParser(userAgent.slice(0, 512))
  const hintedOs =
    platformHint === null ? null : scrubText(platformHint.replace(/^"|"$/g, '')).slice(0, HINT_LENGTH)
  const systemName =
    hintedOs === null || hintedOs === '' || hintedOs === 'Unknown' ? (os.name ?? null) : hintedOs
  const hinted = brandsHint === null ? null : brandOf(brandsHint)
  const byAgent = device.type === undefined ? 'DESKTOP' : (DEVICES.get(device.type) ?? 'OTHER')
  return {
    device: byAgent === 'DESKTOP' && mobileHint === '?1' ? 'MOBILE' : byAgent,
    browser:
      hinted?.browser ?? (browser.name === undefined ? null : (BROWSERS.get(browser.name) ?? browser.name)),
    browserVersion: hinted?.version ?? browser.version?.split('.', 1)[0] ?? null,
    os: systemName === null ? null : (SYSTEMS.get(systemName) ?? systemName),
    bot: isbot(userAgent),
    headless: brandsHint !== null && /headless/i.test(brandsHint),
  }
}
