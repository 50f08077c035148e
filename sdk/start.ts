/** The one boring file that knows everybody: it makes the parts, hands them to each other, and stops them again. */
import { cleanAttributes, type Attributes } from './attributes.ts'
import { guard } from './browser/guard.ts'
import { listen, type Stop } from './browser/listen.ts'
import { startPageLifecycle } from './browser/page-lifecycle.ts'
import { startPendingRequests } from './browser/pending-requests.ts'
import { createStorage } from './browser/storage.ts'
import { startActivity } from './capture/activity.ts'
import { startClicks } from './capture/clicks.ts'
import { startErrors } from './capture/errors.ts'
import { startFlags } from './capture/flags.ts'
import { startPageViews } from './capture/page-views.ts'
import { startRoutes } from './capture/route.ts'
import { sendableName, type View } from './capture/view.ts'
import { startVitals } from './capture/vitals.ts'
import { createContext } from './context.ts'
import type { Options } from './options.ts'
import type { Draft, Recorded } from './record.ts'
import { createSessions } from './session/session.ts'
import { cryptoBytes, uuidV4, uuidV7 } from './session/uuid.ts'
import { visitorId } from './session/visitor.ts'
import { createBatchQueue } from './transport/batch.ts'
import { composeBatches } from './transport/compose.ts'
import { createDelivery } from './transport/delivery.ts'
import { createOutbox } from './transport/outbox.ts'
import { createPost } from './transport/send.ts'
import type { WireEvent } from './wire/batch.generated.ts'

const SDK = 'browser/1.0.0'

export type EventDetails = { value?: number; attributes?: Attributes }
export type FlagVariant = string | number | boolean
export type ErrorOptions = { fingerprint?: string; attributes?: Attributes }

/** The SDK at work in a page. None of its methods may be called without a guard. */
export type Running = {
  view: (page: string) => void
  event: (name: string, details?: EventDetails) => void
  error: (error: unknown, options?: ErrorOptions) => void
  flag: (key: string, variant: FlagVariant, reason?: string) => void
  setUser: (user: Attributes | null) => void
  setAttributes: (attributes: Attributes) => void
  endSession: () => void
  stop: Stop
}

export function start(options: Options): Running {
  const now = () => Date.now()
  const newId = () => uuidV7(now(), cryptoBytes)
  const storage = createStorage(() => localStorage)
  const context = createContext(options)
  const sessions = createSessions({ storage, now, newId })
  const optedOut = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true
  const visitor = visitorId(storage, options.visitor !== false && !optedOut, uuidV4)

  const nativeFetch = window.fetch.bind(window)
  const delivery = createDelivery({
    outbox: createOutbox(storage, now),
    post: createPost(`${options.endpoint.replace(/\/+$/, '')}/v1/events`, nativeFetch),
    now,
    random: Math.random,
  })
  const queue = createBatchQueue<Recorded>((items) => {
    views.describe()
    const envelope = { key: options.key, sdk: SDK, context: context.snapshot(), visitor }
    composeBatches(items, envelope, { now, newId }).forEach(delivery.put)
    delivery.pump(document.visibilityState === 'hidden')
  })

  function record(draft: Draft, ofView?: View): void {
    const view = ofView ?? views.current()
    const session = ofView ? ofView.session : sessions.touch()
    const place = { at: draft.at ?? now(), seq: draft.seq ?? view.nextSeq++, view: view.id }
    queue.add({ event: { ...draft, ...place } as WireEvent, view, session })
  }

  const requests = startPendingRequests()
  const routes = startRoutes(record, requests.count)
  const views = startPageViews({
    record,
    touch: sessions.touch,
    newId,
    rawPages: options.pageTemplate === 'none',
    onSoft: routes.watch,
  })
  // After the views: a restored page must have its view before web-vitals reports on it.
  const vitals = startVitals(record, views.all)
  const errors = startErrors(record, views.current)
  const flags = startFlags(record, sessions.touch)
  const stops = [
    requests.stop,
    routes.stop,
    views.stop,
    vitals.stop,
    errors.stop,
    startClicks(record),
    startActivity(sessions.touch, now),
    startPageLifecycle(() => {
      routes.abandon()
      views.settle()
      vitals.settle()
      queue.flush()
      delivery.pump(true)
    }),
    listen(window, 'online', delivery.retryNow),
    queue.stop,
    delivery.stop,
  ]
  delivery.pump()

  return {
    view: views.name,
    event(name, { value, attributes } = {}) {
      record({
        t: 'custom',
        name: sendableName(name),
        value: Number.isFinite(value) ? value : undefined,
        attributes: attributes && cleanAttributes(attributes),
      })
    },
    error(error, { fingerprint, attributes } = {}) {
      errors.report(error, {
        fingerprint: fingerprint && sendableName(fingerprint),
        attributes: attributes && cleanAttributes(attributes),
      })
    },
    flag(key, variant, reason) {
      const [name, answer] = [sendableName(key), sendableName(String(variant))]
      context.setFlag(name, answer)
      flags.evaluated(name, answer, reason && sendableName(reason))
    },
    setUser(user) {
      // What was recorded so far was done by whoever was there before.
      queue.flush()
      sessions.identify(user?.id === undefined || user.id === null ? null : String(user.id))
      context.setUser(user)
    },
    setAttributes: context.setAttributes,
    endSession: sessions.end,
    stop: () => stops.forEach((stop) => guard(stop)()),
  }
}
