/**
 * What the browser itself reports of the page: features that will go, and interventions against it
 * (https://w3c.github.io/reporting/). Violations of a content security policy are the core's: they have an event.
 */
import type { Stop } from '../browser/listen.ts'
import type { Kit } from './parts.ts'

/** The fields used of a deprecation's and an intervention's body. */
type ReportBody = {
  id?: string
  message?: string
  sourceFile?: string | null
  lineNumber?: number | null
  columnNumber?: number | null
}

const NAMES: Record<string, string> = { deprecation: 'Deprecation', intervention: 'Intervention' }

export function start({ captureError, guard, url }: Kit): Stop {
  // Firefox has none (https://bugzilla.mozilla.org/show_bug.cgi?id=1620573).
  if (!('ReportingObserver' in window)) return () => {}
  const report = guard((reports: Report[]) => {
    for (const { type = '', body } of reports) {
      const { id, message = '', sourceFile, lineNumber, columnNumber } = body as unknown as ReportBody
      captureError(
        {
          name: NAMES[type] ?? type,
          message,
          stack: sourceFile ? `    at ${url(sourceFile)}:${lineNumber ?? 0}:${columnNumber ?? 0}` : undefined,
        },
        'report',
        // One and the same wherever in the page it was done.
        { fingerprint: id ? `${type} ${id}` : undefined },
      )
    }
  })
  const observer = new ReportingObserver(report, { types: Object.keys(NAMES), buffered: true })
  observer.observe()
  return () => observer.disconnect()
}
