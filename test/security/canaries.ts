/** A visit in which every text that a page can send bears the mark of its site. */
import { randomUUID } from 'node:crypto'
import { fingerprint } from '../../api/errors/fingerprint.ts'
import type { Batch } from '../../sdk/wire/batch.generated.ts'
import { aBatch, aView } from '../batches.ts'

export type Visit = {
  batch: Batch
  session: string
  view: string
  /** The fingerprint of its error. */
  error: string
  marks: string[]
}

/** What the mark is looked for in: `${mark}-page` and so on. */
export const MARKED = `
  page title release environment referrer utm-source utm-medium utm-campaign flag variant element
  error stack crumb request resource target label flag-reason script custom attribute
  attribute-value transaction crash scope
`
  .trim()
  .split(/\s+/)

export function markedVisit(mark: string, key: string): Visit {
  const session = randomUUID()
  const visitor = randomUUID()
  const view = randomUUID()
  const begun = Date.now() - 60_000
  const url = `https://shop.example/${mark}-page?utm_source=${mark}-utm-source&utm_medium=${mark}-utm-medium&utm_campaign=${mark}-utm-campaign`
  const own: Record<string, unknown>[] = [
    { t: 'view', timing: { load: 1450 } },
    {
      t: 'vital',
      name: 'LCP',
      value: 1834,
      attribution: { element: `img.${mark}-element`, phases: { ttfb: 300 } },
    },
    {
      t: 'error',
      type: `${mark}-error`,
      message: `${mark}-error`,
      stack: `at ${mark}-stack (a.js:1:1)`,
      source: 'window',
      breadcrumbs: [{ at: begun, kind: 'click', text: `${mark}-crumb` }],
    },
    {
      t: 'request',
      method: 'POST',
      url: `https://api.example/${mark}-request`,
      status: 503,
      duration: 812,
      failed: 'status',
      timing: { dns: 1 },
    },
    { t: 'resource', url: `https://cdn.example/${mark}-resource.js`, duration: 95 },
    { t: 'action', kind: 'click', target: `button#${mark}-target`, name: `${mark}-label` },
    { t: 'flag', key: `${mark}-flag`, variant: `${mark}-variant`, reason: `${mark}-flag-reason` },
    { t: 'longtask', duration: 240, script: `https://shop.example/${mark}-script.js` },
    { t: 'custom', name: `${mark}-custom`, attributes: { [`${mark}-attribute`]: `${mark}-attribute-value` } },
    { t: 'txn', name: `${mark}-transaction`, outcome: 'success', duration: 4210 },
    { t: 'app', kind: 'crash', message: `${mark}-crash`, stack: `${mark}-crash` },
    { t: 'consent', state: 'granted', scope: [`${mark}-scope`] },
  ]
  const batch = aBatch({
    key,
    session: { id: session, startedAt: begun, visitor },
    context: {
      release: `${mark}-release`,
      environment: `${mark}-environment`,
      flags: { [`${mark}-flag`]: `${mark}-variant` },
      attributes: { [`${mark}-attribute`]: `${mark}-attribute-value` },
    },
    views: {
      [view]: aView({
        url,
        title: `${mark}-title`,
        referrer: `https://${mark}-referrer.example/`,
        startedAt: begun,
      }),
    },
    events: own.map((event, seq) => ({ ...event, at: begun + seq, seq, view })) as Batch['events'],
  })
  const error = fingerprint({ type: `${mark}-error`, message: `${mark}-error`, source: 'window' })
  return { batch, session, view, error, marks: [mark, session, visitor, view] }
}
