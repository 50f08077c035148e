import { scrubText, scrubUrl } from '../wire/scrub.ts'
import { LIMITS } from '../wire/limits.ts'
import type { ViewContext } from '../wire/batch.generated.ts'
import type { VitalName } from '../wire/vitals.ts'
import type { Session } from '../session/session.ts'

/** One view of the page while it lives here. Its measurements belong to the session in which it began. */
export type View = {
  id: string
  session: Session
  /** Milliseconds since the time origin: 0 for a hard load, the activation for a prerendered one. */
  start: number
  /** The path of its URL, to tell a soft navigation from a change of the query. */
  path: string
  context: ViewContext
  /** The place of the next event; 0 is kept for the view's own. */
  nextSeq: number
  /** What was reported last for each metric, and how often. */
  reported: Partial<Record<VitalName, { value: number; revisions: number }>>
}

export type Navigation = ViewContext['navigation']

const TITLE_LENGTH = 500

/** The URL as it may be sent: scrubbed, cut, and of a `data:` or `blob:` URL the scheme alone. */
export function sendableUrl(url: string): string {
  const inline = /^(data|blob):/i.exec(url)
  return inline ? inline[0] : scrubUrl(url.slice(0, LIMITS.urlLength)).slice(0, LIMITS.urlLength)
}

/** The text as it may be sent: scrubbed and cut. Cut first as well, so that a text of megabytes costs nothing. */
export function sendableText(text: string, length: number): string {
  return scrubText(text.slice(0, length)).slice(0, length)
}

/** A name that the site gave, cut to what the wire takes. */
export function sendableName(name: string): string {
  return name.slice(0, LIMITS.nameLength)
}

/** What a view's context says of the document now. The title is asked for again later: apps set it late. */
export function describeView(view: View, title: string): void {
  if (title !== '') view.context.title = sendableText(title, TITLE_LENGTH)
}
