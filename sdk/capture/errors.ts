/**
 * Uncaught errors and rejections, violations of the page's content security policy, and elements that failed to load.
 * The page's own handlers see them as before: nothing is replaced or prevented.
 */
import { listen, type Stop } from '../browser/listen.ts'
import type { ErrorEvent as WireErrorEvent } from '../wire/batch.generated.ts'
import type { Loose, RecordEvent } from '../record.ts'
import type { Breadcrumb } from './breadcrumbs.ts'
import { errorFacts } from './error-event.ts'
import { sendableName, sendableUrl } from './view.ts'

/** An error in a loop must not become a flood: so many of one kind, and so many in all, for one view. */
const SAME_PER_VIEW = 10
const ALL_PER_VIEW = 100
/** What led to an error is told of the first of its kind, and of so many in a view: it is most of an error's bytes. */
const WITH_BREADCRUMBS = 10
/** So many addresses of failed elements are remembered. */
const FAILED_URLS = 100

export type ErrorSource = WireErrorEvent['source']
export type ErrorDetails = Loose<Pick<WireErrorEvent, 'attributes' | 'fingerprint'>>
/** `fallback` is the message where nothing was thrown, or something out of reach. */
export type CaptureError = (
  thrown: unknown,
  source: ErrorSource,
  details?: ErrorDetails & { fallback?: string },
) => void

export type Errors = {
  capture: CaptureError
  /** Addresses of the elements that failed to load. */
  failedUrls: ReadonlySet<string>
  stop: Stop
}

export function startErrors(
  record: RecordEvent,
  currentView: () => object,
  breadcrumbs: () => Breadcrumb[],
): Errors {
  const failedUrls = new Set<string>()
  let view: object | undefined
  let counts = new Map<string, number>()
  let all = 0

  /** Counts an error of the present view: how many of its kind there were, and how many in all. */
  function countUp(kind: string): { same: number; all: number } {
    if (view !== currentView()) {
      view = currentView()
      counts = new Map()
      all = 0
    }
    const same = (counts.get(kind) ?? 0) + 1
    counts.set(kind, same)
    return { same, all: ++all }
  }
  const capture: CaptureError = (thrown, source, { fallback = 'undefined', ...details } = {}) => {
    const facts = errorFacts(thrown, fallback)
    const { same, all } = countUp(`${facts.type} ${facts.message}`)
    if (same > SAME_PER_VIEW || all > ALL_PER_VIEW) return
    // What broke the page is what nobody caught; a missing picture or a warning did not.
    const handled = source !== 'window' && source !== 'promise'
    const before = same === 1 && all <= WITH_BREADCRUMBS ? breadcrumbs() : undefined
    record({ t: 'error', ...facts, handled, source, ...details, breadcrumbs: before })
  }

  const stops = [
    listen(
      window,
      'error',
      (event: ErrorEvent | Event) => {
        const { target } = event
        if (target === window || !(target instanceof Element)) {
          const { error, message } = event as ErrorEvent
          return capture(error ?? undefined, 'window', { fallback: message })
        }
        const { src, href } = target as { src?: unknown; href?: unknown }
        const url = String(src ?? href)
        if (failedUrls.size < FAILED_URLS) failedUrls.add(url)
        capture(
          { name: 'ResourceError', message: `<${target.localName}> ${sendableUrl(url)} failed to load` },
          'network',
        )
      },
      // Failed elements are told of in the capturing phase alone.
      { capture: true },
    ),
    listen(window, 'unhandledrejection', (event: PromiseRejectionEvent) => capture(event.reason, 'promise')),
    listen(document, 'securitypolicyviolation', (event: SecurityPolicyViolationEvent) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber, disposition } = event
      const blocked = sendableUrl(blockedURI)
      const message = `${effectiveDirective} blocked ${blocked}${disposition === 'report' ? ' (report only)' : ''}`
      capture(
        {
          name: 'SecurityPolicyViolation',
          message,
          stack: sourceFile && `    at ${sendableUrl(sourceFile)}:${lineNumber}:${columnNumber}`,
        },
        'csp',
        { fingerprint: sendableName(message) },
      )
    }),
  ]
  return { capture, failedUrls, stop: () => stops.forEach((stop) => stop()) }
}
