/**
 * The wire contract, version 1: what a client may send to `POST /v1/events`, as JSON Schema (2020-12).
 * The SDK's types are generated from it, the collector compiles its validation from it, and `GET /v1/schema.json` serves it.
 * Times are epoch milliseconds in the client's clock, durations milliseconds, sizes bytes, rates 0…1.
 * Fields that are not named here are dropped and counted; event types that are not named here are rejected by name.
 */
import { LIMITS } from './limits.ts'
import { DROP_REASON_MEANINGS } from './drop-reasons.ts'
import { REPORTED_VITALS, VITAL_NAMES } from './vitals.ts'

const uuid = {
  type: 'string',
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
} as const
const time = { type: 'number', minimum: 0, maximum: 8_640_000_000_000_000 } as const
const count = { type: 'integer', minimum: 0, maximum: 2_147_483_647 } as const
const duration = { type: 'number', minimum: 0, maximum: 86_400_000 } as const
const size = { type: 'number', minimum: 0, maximum: 9_007_199_254_740_991 } as const
const name = { type: 'string', minLength: 1, maxLength: LIMITS.nameLength } as const
const text = { type: 'string', maxLength: LIMITS.messageLength } as const
const url = { type: 'string', maxLength: LIMITS.urlLength } as const
const target = { type: 'string', maxLength: LIMITS.targetLength } as const
const stack = { type: 'string', maxLength: LIMITS.stackLength } as const

const scalar = {
  anyOf: [
    { type: 'string', maxLength: LIMITS.attributeValueLength },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'null' },
  ],
} as const

const attributes = {
  type: 'object',
  description: 'Up to 64 keys of 40 characters with text of 1,024 characters, numbers, booleans or null.',
  maxProperties: LIMITS.attributes,
  propertyNames: { minLength: 1, maxLength: LIMITS.attributeKeyLength },
  additionalProperties: scalar,
} as const

const networkPhases = {
  type: 'object',
  description: 'Milliseconds spent in each phase, as PerformanceResourceTiming tells them.',
  properties: { dns: duration, tcp: duration, tls: duration, request: duration, response: duration },
} as const

const bodySize = {
  ...size,
  description: 'Bytes of the body as it was sent, also from a cache. Absent where the browser does not tell.',
} as const
const thirdParty = {
  type: 'boolean',
  description: 'It comes from another site than the page: another registrable domain, as far as can be told.',
} as const

/** An event of type `t`: what every event has, and what only this one has. `view` is required of all but consent. */
function event(
  t: string,
  description: string,
  properties: Record<string, unknown>,
  required: string[] = [],
  view: 'view' | 'no view' = 'view',
) {
  return {
    title: `${t.charAt(0).toUpperCase()}${t.slice(1)}Event`,
    description,
    type: 'object',
    properties: {
      t: { const: t },
      at: { ...time, description: 'When it happened; of what has a duration, when it began.' },
      view: { ...uuid, description: 'The view in which it happened, a key of `views`.' },
      seq: { ...count, description: 'Its place in the view: events of one instant keep this order.' },
      ...properties,
    },
    required: ['t', 'at', 'seq', ...(view === 'view' ? ['view'] : []), ...required],
  }
}

/** One schema for each event type, by the value of its `t`. */
export const EVENT_SCHEMAS = {
  view: event(
    'view',
    'A page load, soft navigation, bfcache restore, prerender activation or mobile screen.',
    {
      timing: {
        type: 'object',
        properties: { ...networkPhases.properties, domInteractive: duration, load: duration },
      },
      supported: {
        type: 'array',
        description: 'The vitals this browser is able to report at all.',
        maxItems: VITAL_NAMES.length,
        items: { enum: VITAL_NAMES },
      },
    },
  ),
  vital: event(
    'vital',
    'One value of one metric for one view. The report with the highest revision replaces the earlier ones.',
    {
      name: { enum: REPORTED_VITALS },
      value: { type: 'number', minimum: 0, maximum: 86_400_000 },
      revision: {
        ...count,
        maximum: 32_767,
        description: 'How many reports for this view and metric went before; 0 if absent.',
      },
      attribution: {
        type: 'object',
        properties: {
          element: target,
          url,
          event: name,
          script: url,
          loadState: name,
          phases: { type: 'object', maxProperties: 12, additionalProperties: { type: 'number' } },
        },
      },
    },
    ['name', 'value'],
  ),
  error: event(
    'error',
    'A JavaScript error, rejection, console error, failed resource, CSP violation or browser report.',
    {
      type: { ...name, description: 'The class of the error: TypeError.' },
      message: text,
      stack,
      handled: { type: 'boolean' },
      source: { enum: ['window', 'promise', 'console', 'network', 'csp', 'report', 'custom'] },
      fingerprint: name,
      attributes,
      breadcrumbs: {
        type: 'array',
        maxItems: LIMITS.breadcrumbs,
        items: {
          type: 'object',
          properties: {
            at: time,
            kind: name,
            text: { type: 'string', maxLength: 500 },
            value: { type: 'number' },
          },
          required: ['at', 'kind'],
        },
      },
    },
    ['message', 'source'],
  ),
  request: event(
    'request',
    'A fetch or XMLHttpRequest. `failed` is absent if it did not fail; `status` means 400 or more.',
    {
      method: { type: 'string', pattern: '^[A-Za-z]{1,16}$' },
      url,
      status: { type: 'integer', minimum: 0, maximum: 999 },
      duration: {
        ...duration,
        description: 'Until the answer was complete; if that is not known, until its head was there.',
      },
      timing: {
        ...networkPhases,
        description: 'Milliseconds of each phase. A connection that is used again has no dns, tcp and tls.',
      },
      size: bodySize,
      traceId: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      spanId: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      failed: { enum: ['status', 'timeout', 'abort', 'network'] },
    },
    ['method', 'url', 'duration'],
  ),
  resource: event(
    'resource',
    'A script, style sheet, image, font or other file that the page loaded.',
    {
      url,
      initiator: name,
      duration,
      size: bodySize,
      blocking: { type: 'boolean', description: 'The page could not be shown before it was there.' },
      thirdParty,
      failed: { type: 'boolean' },
    },
    ['url', 'duration'],
  ),
  action: event(
    'action',
    'What the visitor did. `value` is the share of the page seen (scroll) or the number of clicks (rage_click); `name` is an accessible name, or that of the field touched last (form_abandon).',
    {
      kind: {
        enum: ['click', 'rage_click', 'dead_click', 'error_click', 'submit', 'form_abandon', 'scroll'],
      },
      target,
      name,
      value: { type: 'number' },
    },
    ['kind'],
  ),
  flag: event('flag', 'A feature flag was evaluated.', { key: name, variant: name, reason: name }, [
    'key',
    'variant',
  ]),
  longtask: event(
    'longtask',
    'A long task, or an animation frame with one; `blocking` is the time of its tasks over 50 ms.',
    {
      duration,
      blocking: duration,
      script: { ...url, description: 'The file in which the longest of its scripts began.' },
      thirdParty,
    },
    ['duration'],
  ),
  custom: event('custom', "An event of the site's own.", { name, value: { type: 'number' }, attributes }, [
    'name',
  ]),
  txn: event(
    'txn',
    'A transaction that the site started and that succeeded, failed or was abandoned.',
    { name, outcome: { enum: ['success', 'failure', 'abandoned'] }, duration },
    ['name', 'outcome', 'duration'],
  ),
  app: event(
    'app',
    'Mobile: a start, a screen, a freeze or a crash. `value` is its duration.',
    {
      kind: { enum: ['cold_start', 'warm_start', 'screen_load', 'anr', 'crash'] },
      value: duration,
      message: text,
      stack,
    },
    ['kind'],
  ),
  consent: event(
    'consent',
    'The visitor gave or withdrew consent.',
    {
      state: { enum: ['granted', 'denied'] },
      scope: { type: 'array', maxItems: 8, items: name },
    },
    ['state'],
    'no view',
  ),
} as const

export type EventType = keyof typeof EVENT_SCHEMAS
export const EVENT_TYPES = Object.keys(EVENT_SCHEMAS) as EventType[]

/** One entry of `views`: what the events of a view share. */
export const VIEW_SCHEMA = {
  title: 'ViewContext',
  type: 'object',
  properties: {
    url,
    page: { ...name, description: 'The route template if the app has one: /products/:id.' },
    title: { type: 'string', maxLength: 500 },
    referrer: url,
    navigation: { enum: ['navigate', 'reload', 'back_forward', 'bfcache', 'prerender', 'soft', 'screen'] },
    startedAt: time,
  },
  required: ['url', 'navigation', 'startedAt'],
} as const

/** The batch without its views and events, which are judged one by one so that a bad one takes nothing else with it. */
export const ENVELOPE_SCHEMA = {
  title: 'Envelope',
  type: 'object',
  properties: {
    v: { const: 1 },
    key: { type: 'string', minLength: 1, maxLength: 100, description: "The site's write key." },
    id: { ...uuid, description: 'Once per batch, the same again when it is sent again.' },
    sentAt: { ...time, description: "The client's clock at the moment of sending." },
    sdk: { type: 'string', maxLength: 60, description: 'Name and version: browser/1.0.0.' },
    sender: { ...uuid, description: 'One run of a client: a page load. Batches are numbered within it.' },
    number: {
      ...count,
      description: 'The place of the batch among those of its sender, from 0: a gap is loss.',
    },
    dropped: {
      type: 'object',
      description:
        'How many events the client gave up since its last batch, by reason. If this batch is given up as well, the next one reports both.',
      properties: Object.fromEntries(
        Object.entries(DROP_REASON_MEANINGS).map(([reason, description]) => [
          reason,
          { ...count, description },
        ]),
      ),
    },
    session: {
      type: 'object',
      properties: {
        id: uuid,
        startedAt: time,
        visitor: { anyOf: [uuid, { type: 'null' }], description: 'Null without consent.' },
        sampled: {
          enum: ['rate', 'error'],
          description: 'Drawn by the rate, or kept only because it held an error.',
        },
        rate: { type: 'number', minimum: LIMITS.minimumRate, maximum: 1 },
      },
      required: ['id', 'startedAt'],
    },
    context: {
      type: 'object',
      properties: {
        release: name,
        environment: name,
        language: { type: 'string', maxLength: 35 },
        viewport: { type: 'array', minItems: 2, maxItems: 2, items: count },
        connection: { type: 'string', maxLength: 20 },
        deviceMemory: { type: 'number', minimum: 0, maximum: 1024 },
        webdriver: {
          type: 'boolean',
          description: 'navigator.webdriver: the browser is driven by a program.',
        },
        flags: {
          type: 'object',
          maxProperties: LIMITS.flags,
          propertyNames: { minLength: 1, maxLength: LIMITS.nameLength },
          additionalProperties: { type: 'string', maxLength: LIMITS.nameLength },
        },
        user: attributes,
        attributes,
      },
    },
    views: { type: 'object', maxProperties: LIMITS.views },
    events: { type: 'array', minItems: 1, maxItems: LIMITS.events },
  },
  required: ['v', 'key', 'id', 'sentAt', 'session', 'events'],
} as const

/** The whole contract as one schema, for documentation and for clients that check before they send. */
export const BATCH_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'sightline/batch/v1',
  ...ENVELOPE_SCHEMA,
  title: 'Batch',
  properties: {
    ...ENVELOPE_SCHEMA.properties,
    views: {
      type: 'object',
      maxProperties: LIMITS.views,
      propertyNames: uuid,
      additionalProperties: VIEW_SCHEMA,
    },
    events: {
      type: 'array',
      minItems: 1,
      maxItems: LIMITS.events,
      items: { anyOf: Object.values(EVENT_SCHEMAS) },
    },
  },
} as const
