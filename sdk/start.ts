/** The one boring file that knows everybody: it makes the parts, hands them to each other, and stops them again. */
import { cleanAttributes, type Attributes } from './attributes.ts'
import { attempt } from './browser/attempt.ts'
import { guard } from './browser/guard.ts'
import { listen, type Stop } from './browser/listen.ts'
import { startPageLifecycle } from './browser/page-lifecycle.ts'
import { replaceMethod } from './browser/replace-method.ts'
import { createStorage } from './browser/storage.ts'
import { startActivity } from './capture/activity.ts'
import { createBreadcrumbs } from './capture/breadcrumbs.ts'
import { startClicks } from './capture/clicks.ts'
import { startErrors } from './capture/errors.ts'
import { startFlags } from './capture/flags.ts'
import { startPageViews } from './capture/page-views.ts'
import { startRequests } from './capture/requests.ts'
import { startRoutes } from './capture/route.ts'
import { sendableName, sendableText, sendableUrl, type View } from './capture/view.ts'
import { startVitals } from './capture/vitals.ts'
import { createContext } from './context.ts'
import type { Options } from './options.ts'
import { startParts } from './parts/load-parts.ts'
import type { LoadPart } from './parts/parts.ts'
import type { Draft, Recorded } from './record.ts'
import { createSampler, type Sampled } from './session/sampling.ts'
import { createSessions } from './session/session.ts'
import { cryptoBytes, uuidV4, uuidV7 } from './session/uuid.ts'
import { visitorId } from './session/visitor.ts'
import { createSettings } from './settings.ts'
import { startTransactions } from './transactions.ts'
import { createBatchQueue } from './transport/batch.ts'
import { composeBatches } from './transport/compose.ts'
import { createHandOver } from './transport/hand-over.ts'
import type { ConsentEvent, TxnEvent, WireEvent } from './wire/batch.generated.ts'
import type { ConsentLevel } from './wire/settings.ts'

const SDK = 'browser/1.0.0'
/** So much is kept while nobody knows yet whether the session is to be sent. */
const MAX_UNDECIDED = 500

export type EventDetails = { value?: number; attributes?: Attributes }
export type FlagVariant = string | number | boolean
export type ErrorOptions = { fingerprint?: string; attributes?: Attributes }

/** The SDK at work in a page. None of its methods may be called without a guard. */
export type Running = {
  view: (page: string) => void
  event: (name: string, details?: EventDetails) => void
  error: (error: unknown, options?: ErrorOptions) => void
  timing: (name: string, durationMs?: number) => void
  transaction: (name: string) => (outcome: TxnEvent['outcome']) => void
  flag: (key: string, variant: FlagVariant, reason?: string) => void
  setUser: (user: Attributes | null) => void
  setAttributes: (attributes: Attributes) => void
  endSession: () => void
  /** Another level than before is told to the collector. `none` ends with that. */
  consent: (level: ConsentLevel) => void
  stop: Stop
}

export type Surroundings = {
  loadPart: LoadPart
  /** What was agreed to. Undefined: as the site is set. */
  consent: ConsentLevel | undefined
  /** The site turned out to require consent, which nobody gave: everything has stopped, nothing was sent. */
  onConsentRequired: () => void
}

export function start(options: Options, { loadPart, consent, onConsentRequired }: Surroundings): Running {
  const now = () => Date.now()
  const newId = () => uuidV7(now(), cryptoBytes)
  const collector = options.endpoint.replace(/\/+$/, '')
  const nativeFetch = window.fetch.bind(window)

  let agreed = consent
  const storage = createStorage(
    () => localStorage,
    () => level() === 'full',
  )
  const settings = createSettings({
    storage,
    own: options.settings,
    get: async (again) => {
      const response = await nativeFetch(`${collector}/v1/config?key=${encodeURIComponent(options.key)}`, {
        credentials: 'omit',
        cache: again ? 'no-cache' : 'default',
      })
      return response.ok ? response.json() : undefined
    },
    onChange: () => {
      store()
      if (level() === 'none') {
        stop()
        onConsentRequired()
        return
      }
      parts.follow(settings.current())
      send([], false)
    },
  })
  /** What is done: what was agreed to or the site's default, less what the browser's signal refuses. */
  function level(): ConsentLevel {
    const { consent, gpc } = settings.current().privacy
    const wanted = agreed ?? consent
    const signal = attempt(() => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl)
    return wanted === 'full' && signal === true && gpc === 'honour' ? 'cookieless' : wanted
  }

  /** What may outlive the page is written down, or else taken away. */
  function store(): void {
    const allowed = level() === 'full'
    handOver.persist(allowed)
    storage.persist(allowed)
  }

  const context = createContext(options)
  const sessions = createSessions({ storage, now, newId, idleMs: () => settings.current().session.idleMs })
  const sampler = createSampler<Recorded>({ sessions, settings: () => settings.current().sampling, now })
  const sender = newId()
  let batches = 0
  const handOver = createHandOver(
    (body) =>
      nativeFetch(`${collector}/v1/events`, {
        method: 'POST',
        body,
        keepalive: true,
        headers: { 'content-type': 'text/plain' },
        credentials: 'omit',
      }),
    now,
  )
  let undecided: Recorded[] = []
  /** How many events were given up since the last batch, because there were more of them than may be undecided. */
  let lost = 0
  const queue = createBatchQueue<Recorded>(
    (items) => send(items, document.visibilityState === 'hidden'),
    attempt(() => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData) === true,
  )
  /** Where the site asks first, each session begins with what the visitor said: without it nothing of it is stored. */
  let toldOf: string | undefined
  function withConsent(sampled: Sampled<Recorded>): Sampled<Recorded>[] {
    const { item } = sampled
    const isAsked = !settings.isKnown() || settings.current().privacy.consent === 'none'
    if (!agreed || !isAsked || toldOf === item.session.id) return [sampled]
    toldOf = item.session.id
    const event = { t: 'consent', at: item.event.at, seq: 0, ...consentTo(level()) } as WireEvent
    return [{ ...sampled, item: { ...item, event } }, sampled]
  }
  /** `leaving`: now or never, even if nobody knows yet how the site is set. */
  function send(items: readonly Recorded[], leaving: boolean): void {
    undecided.push(...items)
    while (undecided.length > MAX_UNDECIDED) {
      undecided.shift()
      lost++
    }
    if (!settings.isKnown() && !leaving) return
    views.describe()
    const visitor = visitorId(storage, level() === 'full', uuidV4)
    const envelope = { key: options.key, sdk: SDK, sender, context: context.snapshot(), visitor }
    const decided = sampler.take(undecided).flatMap(withConsent)
    // Before they are composed: what cannot be, because of the page's `beforeSend`, must not hold up the next ones.
    undecided = []
    const made = composeBatches(decided, envelope, { now, newId, nextNumber: () => batches++ })
    if (made[0] && lost > 0) {
      made[0].dropped = { before_settings: lost }
      lost = 0
    }
    handOver.carry(made, leaving)
  }

  const listeners = new Set<(event: WireEvent, view: View) => void>()
  const viewEndListeners = new Set<(view: View, isOver: boolean) => void>()
  const breadcrumbs = createBreadcrumbs()
  function record(draft: Draft, ofView?: View, session = ofView ? ofView.session : sessions.touch()): void {
    const view = ofView ?? views.current()
    const made = {
      ...draft,
      at: draft.at ?? now(),
      seq: draft.seq ?? view.nextSeq,
      view: view.id,
    } as WireEvent
    const event = options.beforeSend ? options.beforeSend(made, view.context) : made
    if (!event) return
    if (event.seq === view.nextSeq) view.nextSeq++
    breadcrumbs.follow(event, view)
    queue.add({ event, view, session })
    for (const listener of listeners) listener(event, view)
  }

  const requests = startRequests(() => settings.current().capture.requests)
  const routes = startRoutes(record, requests.pending)
  const views = startPageViews({
    record,
    touch: sessions.touch,
    newId,
    rawPages: options.pageTemplate === 'none',
    onEnd: (view) => endView(view, true),
    onSoft: routes.watch,
  })
  // After the views: a restored page must have its view before web-vitals reports on it.
  const vitals = startVitals(record, views.all)
  const errors = startErrors(record, views.current, () => {
    // The request that led to an error has ended, but perhaps not been recorded yet.
    requests.settle()
    return breadcrumbs.list()
  })
  const flags = startFlags(record, sessions.touch)
  const transactions = startTransactions(record)
  const clicks = startClicks(views.current, sessions.touch)
  const parts = startParts(
    {
      record,
      recordPassive(draft, view) {
        const session = sessions.current()
        if (session) record(draft, view, session)
      },
      settings: settings.current,
      attributeVitals: vitals.attributeWith,
      transport: {
        key: options.key,
        collector,
        fetch: nativeFetch,
        heardOf: settings.heardOf,
        handOver: handOver.to,
      },
      captureError: errors.capture,
      onRecorded: (callback) => subscribe(listeners, callback),
      onViewEnd: (callback) => subscribe(viewEndListeners, callback),
      onClick: clicks.follow,
      currentView: views.current,
      viewAt: views.at,
      watchRequests: requests.watch,
      requestsStarted: requests.started,
      // Also where the collector shares its origin with the site.
      isOwn: (url) =>
        url.startsWith(collector) &&
        /^\/(sdk\/|v1\/(events|replay|config)\b)/.test(url.slice(collector.length)),
      failedUrls: errors.failedUrls,
      listen,
      guard,
      replaceMethod,
      text: sendableText,
      url: sendableUrl,
    },
    loadPart,
    (name) => {
      if (name === 'interactions') clicks.forget()
    },
  )
  const stops = [
    settings.stop,
    requests.stop,
    routes.stop,
    views.stop,
    vitals.stop,
    errors.stop,
    transactions.stop,
    parts.stop,
    clicks.stop,
    startActivity(sessions.touch, now),
    startPageLifecycle((isLeft) => {
      routes.abandon()
      requests.settle()
      endView(views.current(), isLeft)
      views.settle()
      vitals.settle()
      queue.flush()
      send([], true)
    }),
    queue.stop,
  ]
  function endView(view: View, isOver: boolean): void {
    for (const listener of viewEndListeners) listener(view, isOver)
  }
  function stop(): void {
    stops.forEach((stop) => guard(stop)())
  }
  if (settings.isKnown()) parts.follow(settings.current())
  if (settings.isKnown() || level() === 'full') store()

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
      errors.capture(error, 'custom', {
        fingerprint: fingerprint && sendableName(fingerprint),
        attributes: attributes && cleanAttributes(attributes),
      })
    },
    timing(name, durationMs = performance.now() - views.current().start) {
      if (Number.isFinite(durationMs))
        record({ t: 'custom', name: sendableName(name), value: Math.round(durationMs) })
    },
    transaction: transactions.begin,
    flag(key, variant, reason) {
      const [name, answer] = [sendableName(key), sendableName(String(variant))]
      context.setFlag(name, answer)
      flags.evaluated(name, answer, reason && sendableName(reason))
    },
    setUser(user) {
      // What was recorded so far was done by whoever was there before.
      requests.settle()
      queue.flush()
      sessions.identify(user?.id === undefined || user.id === null ? null : String(user.id))
      context.setUser(user)
    },
    setAttributes: context.setAttributes,
    endSession() {
      requests.settle()
      sessions.end()
    },
    consent(next) {
      const before = level()
      agreed = next
      const after = level()
      if (after === before) return
      if (after === 'none') {
        // What was seen under a consent that is withdrawn goes nowhere.
        undecided = []
        queue.clear()
        sampler.clear()
        handOver.clear()
      }
      store()
      record({ t: 'consent', ...consentTo(after) })
      if (after === 'none') {
        queue.flush()
        handOver.carry([], true)
        stop()
      }
    },
    stop,
  }
}

function consentTo(level: ConsentLevel): Pick<ConsentEvent, 'state' | 'scope'> {
  return {
    state: level === 'none' ? 'denied' : 'granted',
    scope: level === 'full' ? ['measurement', 'storage'] : ['measurement'],
  }
}

function subscribe<Callback>(listeners: Set<Callback>, callback: Callback): Stop {
  listeners.add(callback)
  return () => listeners.delete(callback)
}
