/** Sessions that evaluate a flag early, late, twice or never, from a seed: as batches, and as facts to count by hand. */
import type { Batch, WireEvent } from '../sdk/wire/batch.generated.ts'
import { aBatch, aView } from './batches.ts'
import type { Random } from './oracle/random.ts'

export const FLAG = 'new-checkout'

export type FlaggedView = { at: number; lcp: number; load: number }

/** What happened, without what only its batch needs. */
export type FlaggedSession = {
  batch: Batch
  visitor: string
  weight: number
  startedAt: number
  views: FlaggedView[]
  /** In the order of their time; `viewAt`: when the view began in which it was. */
  evaluations: { at: number; viewAt: number; variant: string }[]
  errors: { at: number; handled: boolean }[]
  requests: { at: number; failed: boolean }[]
  paid: number[]
  clicks: number[]
  rages: number[]
}

const SAMPLING = [
  [{}, 1],
  [{}, 1],
  [{ sampled: 'rate', rate: 0.25 }, 4],
  [{ sampled: 'error', rate: 0.25 }, 0],
] as const

const VIEW_MS = 60_000

/** It begins up to a day before `now`. The variant `on` is slower and fails more often. */
export function aFlaggedSession(random: Random, visitor: string, now: number): FlaggedSession {
  const startedAt = now - random.int(20 * 60_000, 24 * 3_600_000)
  const [sampling, weight] = random.pick(SAMPLING)
  const variant = random.pick(['on', 'off'])
  const views = Array.from({ length: random.int(1, 3) }, (_, i) => ({
    id: random.uuid(),
    at: startedAt + i * VIEW_MS,
    lcp: Math.round(random.logNormal(variant === 'on' ? 3100 : 2100, 0.4)),
    load: 900,
  }))
  const within = (view: { at: number }) => view.at + random.int(100, VIEW_MS - 1)
  const some = (chance: number) =>
    views.filter(() => random.chance(chance)).map((view) => ({ view, at: within(view) }))
  const evaluations = evaluationsOf(random, views, variant)
  const errors = some(0.2).map((one) => ({ ...one, handled: random.chance(0.4) }))
  const requests = [...some(0.7), ...some(0.7)].map((one) => ({
    ...one,
    failed: random.chance(variant === 'on' ? 0.3 : 0.15),
  }))
  const paid = some(0.25)
  const clicks = some(0.3)
  const rages = some(0.1)
  // A report may come when the next view has long begun.
  const reports = views.map((view) => ({
    view,
    at: random.chance(0.3) ? view.at + VIEW_MS + 900 : view.at + 5000,
  }))
  const of = (t: string, { view, at }: { view: { id: string }; at: number }, fields: object) =>
    ({ t, view: view.id, at, ...fields }) as Omit<WireEvent, 'seq'>
  const events = [
    ...views.map((view) => of('view', { view, at: view.at }, { timing: { load: view.load } })),
    ...reports.map((one) => of('vital', one, { name: 'LCP', value: one.view.lcp })),
    ...evaluations.map((one) => of('flag', one, { key: FLAG, variant: one.variant })),
    ...errors.map((one) => of('error', one, { message: 'x', source: 'window', handled: one.handled })),
    ...requests.map((one) =>
      of('request', one, {
        method: 'GET',
        url: '/api',
        duration: 9,
        ...(one.failed ? { failed: 'network' } : { status: 200 }),
      }),
    ),
    ...paid.map((one) => of('custom', one, { name: 'paid' })),
    ...clicks.map((one) => of('action', one, { kind: 'click' })),
    ...rages.map((one) => of('action', one, { kind: 'rage_click' })),
  ].map((event, seq) => ({ ...event, seq }) as WireEvent)
  const last = evaluations.at(-1)
  const batch = aBatch({
    id: random.uuid(),
    sentAt: now - 1000,
    session: { id: random.uuid(), startedAt, visitor, ...sampling },
    // As the SDK does: what is in force when the batch goes out.
    context: last === undefined ? {} : { flags: { [FLAG]: last.variant } },
    views: Object.fromEntries(views.map(({ id, at }) => [id, aView({ startedAt: at, page: '/shop' })])),
    events,
  })
  const times = (ones: readonly { at: number }[]) => ones.map(({ at }) => at)
  return {
    batch,
    visitor,
    weight,
    startedAt,
    views,
    evaluations: evaluations.map(({ at, view, variant }) => ({ at, viewAt: view.at, variant })),
    errors,
    requests,
    paid: times(paid),
    clicks: times(clicks),
    rages: times(rages),
  }
}

/** Never, once in any view, or twice with another variant. */
function evaluationsOf<V extends { at: number }>(random: Random, views: readonly V[], variant: string) {
  const view = random.pick(views)
  const at = view.at + random.int(50, 20_000)
  const other = variant === 'on' ? 'off' : 'on'
  return random.weighted([
    [[], 1],
    [[{ view, at, variant }], 8],
    [
      [
        { view, at, variant },
        { view, at: at + 1000, variant: other },
      ],
      1,
    ],
  ])
}
