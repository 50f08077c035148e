/** What a batch says of its session: the dimensions that its rows share, the flags it saw, the attributes it was given. */
import { LIMITS } from '../../sdk/wire/limits.ts'
import { scrubText } from '../../sdk/wire/scrub.ts'
import type { SessionContext } from '../queue/ingest-job.ts'
import type { Agent, Place } from './enrich.ts'
import { scrubAttributes, scrubbed } from './scrub-values.ts'
import { openingView, trafficSource } from './traffic-source.ts'
import type { ValidBatch } from './validate.ts'

export type Surroundings = { siteId: number; receivedAt: number; place: Place; agent: Agent }

/** `offset` puts the client's clock right; the batch's first and last event are told by the corrected clock. */
export function sessionContext(
  batch: ValidBatch,
  surroundings: Surroundings,
  { offset, firstAt, lastAt }: { offset: number; firstAt: number; lastAt: number },
): SessionContext {
  const { session, context = {} } = batch.envelope
  const { place, agent } = surroundings
  const opening = openingView(batch.views.values())
  const source = trafficSource(opening)
  const startedAt = Math.round(session.startedAt + offset)
  const earliest = firstAt - LIMITS.pastMs
  return {
    id: session.id,
    visitorId: session.visitor ?? session.id,
    startedAt: Math.min(firstAt, Math.max(startedAt, earliest)),
    contextAt: firstAt,
    lastAt,
    weight: session.sampled === 'error' ? 0 : Math.fround(1 / (session.rate ?? 1)),
    bot: agent.bot || context.webdriver === true,
    revised: batch.events.some(({ event }) => event.t === 'vital' && (event.revision ?? 0) > 0),
    country: place.country,
    region: place.region,
    city: place.city,
    device: agent.device,
    browser: agent.browser,
    browserVersion: agent.browserVersion,
    os: agent.os,
    language: scrubbed(context.language),
    connection: scrubbed(context.connection),
    release: scrubbed(context.release),
    environment: scrubbed(context.environment),
    ...source,
    flags: flagExposures(batch, offset, firstAt),
    attributes: { ...scrubAttributes(context.user), ...scrubAttributes(context.attributes) },
  }
}

/** The first variant of each flag: those in force for the batch count from its first event. */
function flagExposures(batch: ValidBatch, offset: number, firstAt: number): SessionContext['flags'] {
  const seen = [
    ...Object.entries(batch.envelope.context?.flags ?? {}).map(([key, variant]) => ({
      key: scrubText(key),
      variant: scrubText(variant),
      at: firstAt,
    })),
    ...batch.events.flatMap(({ event }) =>
      event.t === 'flag'
        ? [
            {
              key: scrubText(event.key),
              variant: scrubText(event.variant),
              at: Math.round(event.at + offset),
            },
          ]
        : [],
    ),
  ].sort((a, b) => a.at - b.at || (a.variant < b.variant ? -1 : 1))
  const exposures = new Map<string, { variant: string; at: number; mixed: boolean }>()
  for (const { key, variant, at } of seen) {
    const first = exposures.get(key)
    if (first === undefined) exposures.set(key, { variant, at, mixed: false })
    else if (first.variant !== variant) first.mixed = true
  }
  return Object.fromEntries(exposures)
}
