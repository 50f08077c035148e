/** What a batch says of its session: the dimensions that its rows share, the flags it saw, the attributes it was given. */
import { LIMITS } from '../../sdk/wire/limits.ts'
import type { SessionContext } from '../queue/ingest-job.ts'
import type { Agent, Place } from './enrich.ts'
import { botReason } from './bot-marks.ts'
import type { Scrubber } from './scrubber.ts'
import type { SiteRules } from './site-rules.ts'
import { openingView, trafficSource } from './traffic-source.ts'
import type { ValidBatch } from './validate.ts'

export type Surroundings = {
  siteId: number
  receivedAt: number
  visitorId: string
  place: Place
  agent: Agent
  userAgent: string
  rules: SiteRules
}

/** `offset` puts the client's clock right; the batch's first and last event are told by the corrected clock. */
export function sessionContext(
  batch: ValidBatch,
  surroundings: Surroundings,
  { offset, firstAt, lastAt }: { offset: number; firstAt: number; lastAt: number },
): SessionContext {
  const { session, context = {} } = batch.envelope
  const { place, agent, userAgent, visitorId, rules } = surroundings
  const { scrub } = rules
  const opening = openingView(batch.views.values())
  const source = trafficSource(opening, scrub)
  const evidence = {
    userAgent,
    isKnownBot: agent.bot,
    isHeadless: agent.headless,
    webdriver: context.webdriver === true,
    actionsAt: actionTimes(batch),
  }
  const reason = botReason(evidence, rules.bots)
  const startedAt = Math.round(session.startedAt + offset)
  const earliest = firstAt - LIMITS.pastMs
  return {
    id: session.id,
    visitorId,
    startedAt: Math.min(firstAt, Math.max(startedAt, earliest)),
    contextAt: firstAt,
    lastAt,
    weight: session.sampled === 'error' ? 0 : Math.fround(1 / (session.rate ?? 1)),
    bot: reason !== null,
    botReason: reason,
    revised: batch.events.some(({ event }) => event.t === 'vital' && (event.revision ?? 0) > 0),
    country: place.country,
    region: scrub.optional(place.region),
    city: scrub.optional(place.city),
    device: agent.device,
    browser: scrub.optional(agent.browser),
    browserVersion: agent.browserVersion,
    os: scrub.optional(agent.os),
    language: scrub.optional(context.language),
    connection: scrub.optional(context.connection),
    release: scrub.optional(context.release),
    environment: scrub.optional(context.environment),
    ...source,
    flags: flagExposures(batch, { offset, firstAt, scrub }),
    attributes: { ...scrub.attributes(context.user), ...scrub.attributes(context.attributes) },
  }
}

/**
 * The first variant of each flag. Those in force for the batch count from its first event, but where the batch tells of
 * their evaluation itself: then what happened before that in it was not under the flag.
 */
function flagExposures(
  batch: ValidBatch,
  { offset, firstAt, scrub }: { offset: number; firstAt: number; scrub: Scrubber },
): SessionContext['flags'] {
  const exposureOf = ({ key, variant }: { key: string; variant: string }, at: number, viewAt: number) => ({
    key: scrub.text(key),
    variant: scrub.text(variant),
    at,
    viewAt: Math.min(at, viewAt),
  })
  const told = batch.events.flatMap(({ event }) =>
    event.t === 'flag'
      ? [exposureOf(event, Math.round(event.at + offset), viewStart(batch, event.view, offset))]
      : [],
  )
  const inForce = Object.entries(batch.envelope.context?.flags ?? {})
    .map(([key, variant]) => exposureOf({ key, variant }, firstAt, firstAt))
    .filter(({ key, variant }) => !told.some((one) => one.key === key && one.variant === variant))
  const seen = [...inForce, ...told].sort((a, b) => a.at - b.at || (a.variant < b.variant ? -1 : 1))
  const exposures = new Map<string, SessionContext['flags'][string]>()
  for (const { key, ...exposure } of seen) {
    const first = exposures.get(key)
    if (first === undefined) exposures.set(key, { ...exposure, mixed: false })
    else if (first.variant !== exposure.variant) first.mixed = true
  }
  return Object.fromEntries(exposures)
}

function viewStart({ views }: ValidBatch, id: string | undefined, offset: number): number {
  const view = id === undefined ? undefined : views.get(id)
  return view === undefined ? Infinity : Math.round(view.startedAt + offset)
}

/** In order: events of one batch need not be. */
function actionTimes({ events }: ValidBatch): number[] {
  return events.flatMap(({ event }) => (event.t === 'action' ? [event.at] : [])).sort((a, b) => a - b)
}
