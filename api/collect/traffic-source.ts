/** Where a session came from: the referring host and the campaign, as its opening view tells them. */
import type { ViewContext } from '../../sdk/wire/batch.generated.ts'
import { LIMITS } from '../../sdk/wire/limits.ts'
import { storableText } from './parse-body.ts'
import type { Scrubber } from './scrubber.ts'

export type TrafficSource = {
  referrer: string | null
  utmSource: string | null
  utmMedium: string | null
  utmCampaign: string | null
}

/** The earliest view that is a page load; soft navigations have the page before as their referrer. */
export function openingView(views: Iterable<ViewContext>): ViewContext | undefined {
  return [...views]
    .filter(({ navigation }) => navigation !== 'soft')
    .sort((a, b) => a.startedAt - b.startedAt)[0]
}

export function trafficSource(view: ViewContext | undefined, scrub: Scrubber): TrafficSource {
  const query = new URLSearchParams(/\?([^#]*)/.exec(view?.url ?? '')?.[1] ?? '')
  const parameter = (name: string) => {
    const value = query.get(name)
    if (value === null || value === '') return null
    // Percent-encoding brings in what the body's own repair has not seen.
    return storableText(scrub.text(value).slice(0, LIMITS.nameLength))
  }
  const referrer = hostName(view?.referrer ?? '')
  return {
    referrer: referrer === null || referrer === hostName(view?.url ?? '') ? null : scrub.text(referrer),
    utmSource: parameter('utm_source'),
    utmMedium: parameter('utm_medium'),
    utmCampaign: parameter('utm_campaign'),
  }
}

function hostName(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null
}
