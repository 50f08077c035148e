/** What is told to people and their tools, before it has the form of a channel: the formats render the same notice. */

/** What a notice can be about: the `type` of a webhook's body. */
export const NOTICE_KINDS = [
  'alert.firing',
  'alert.escalated',
  'alert.resolved',
  'flag.verdict',
  'test',
] as const

export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

export type Notice = {
  kind: NoticeKind
  /** The slug of the site that it is about. */
  site: string
  /** One line that says what is the matter. It may hold visitors' text; every format escapes it. */
  title: string
  tone: 'bad' | 'good' | 'neutral'
  /** When it became so, ISO 8601. */
  at: string
  /** A line each, in this order: for whom, since when, how bad. */
  facts: { name: string; value: string }[]
  /** http and https addresses only; any other is left out. */
  links: { name: string; url: string }[]
  /** What to POST to /graphql for the same figure. */
  operation: { query: string; variables: { [name: string]: Json } } | null
  /** The same for machines. */
  data: { [name: string]: Json }
}
