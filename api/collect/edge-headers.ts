/**
 * Where a client is, as the CDN in front says in a header. Believed only behind TRUSTED_PROXIES: anybody can send a header.
 * The first CDN of the table whose country is there counts for all three.
 */
import { scrubText } from '../../sdk/wire/scrub.ts'
import type { Place } from './enrich.ts'

type Names = { country: string; region: string | null; city: string | null }

export const EDGE_HEADERS: Readonly<Record<string, Names>> = {
  Cloudflare: { country: 'cf-ipcountry', region: 'cf-region', city: 'cf-ipcity' },
  CloudFront: {
    country: 'cloudfront-viewer-country',
    region: 'cloudfront-viewer-country-region-name',
    city: 'cloudfront-viewer-city',
  },
  Fastly: { country: 'fastly-geo-country', region: 'fastly-geo-region', city: 'fastly-geo-city' },
  Vercel: { country: 'x-vercel-ip-country', region: 'x-vercel-ip-country-region', city: 'x-vercel-ip-city' },
  Netlify: { country: 'x-country', region: null, city: null },
  generic: { country: 'x-geo-country', region: 'x-geo-region', city: 'x-geo-city' },
}

/** XX is what Cloudflare says where it does not know, T1 what it says of Tor. */
const NO_COUNTRY = ['XX', 'T1']
const LONGEST = 100

export function edgePlace(header: (name: string) => string | null): Place | null {
  for (const { country: name, region, city } of Object.values(EDGE_HEADERS)) {
    const country = header(name)
    if (country === null || !/^[A-Z]{2}$/.test(country) || NO_COUNTRY.includes(country)) continue
    return { country, region: nameIn(header, region), city: nameIn(header, city) }
  }
  return null
}

/** Vercel encodes names as URLs do; others send UTF-8, which HTTP hands over as Latin-1. */
function nameIn(header: (name: string) => string | null, name: string | null): string | null {
  const value = name === null ? null : header(name)
  if (value === null) return null
  const bytes = Buffer.from(value, 'latin1').toString('utf8')
  const text = bytes.includes('\ufffd') ? value : bytes
  return scrubText(decoded(text).slice(0, LONGEST)) || null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
