/** Every refusal of the collector: its code, its status, what it means. Answers are problem details (RFC 9457). */

/** Refusals of a whole request. */
export const PROBLEMS = {
  malformed_json: { status: 400, title: 'The body is not JSON in UTF-8.' },
  too_deep: { status: 400, title: 'The body nests deeper than the limit.' },
  invalid_batch: { status: 400, title: 'The batch lacks a field or has one of the wrong kind.' },
  bad_encoding: { status: 400, title: 'The body is not what its content-encoding says.' },
  unknown_key: { status: 401, title: 'No site has this write key.' },
  origin_not_allowed: { status: 403, title: 'The site does not accept data from this origin.' },
  too_large: { status: 413, title: 'The body is larger than the limit.' },
  too_large_unpacked: { status: 413, title: 'The body is larger than the limit once unpacked.' },
  unsupported_type: {
    status: 415,
    title: 'Send application/json or text/plain, plain or with content-encoding gzip.',
  },
  nothing_valid: { status: 422, title: 'No event of the batch was valid.' },
  rate_limited_key: { status: 429, title: 'More requests came with the write key than its rate allows.' },
  rate_limited_address: { status: 429, title: 'More requests came from the network than its rate allows.' },
  rate_limited_session: { status: 429, title: 'More requests came from the session than its rate allows.' },
  quota_exceeded: { status: 429, title: 'The site has used up its events of the day.' },
  session_over: { status: 403, title: 'The session has sent as many events as a session may.' },
  queue_full: {
    status: 503,
    title: 'The queue is full. Send the batch again with the same id, later.',
  },
  storage_full: {
    status: 503,
    title: 'The database is full. Send the batch again with the same id, later.',
  },
  queue_unavailable: {
    status: 503,
    title: 'The queue cannot take more now. Send the batch again with the same id.',
  },
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** Refusals of single events; the rest of the batch goes on. */
export const REJECTIONS = {
  unknown_event_type: 'The type is not one of this version of the protocol.',
  missing_field: 'A required field is absent.',
  wrong_type: 'A field is of the wrong kind.',
  out_of_range: 'A number is outside its range.',
  implausible: 'A vital is larger than it can be.',
  too_long: 'A text is longer than its limit.',
  stack_too_long: 'The stack is longer than its limit.',
  too_many_attributes: 'There are more attributes than the limit.',
  attribute_too_long: 'The key or the text of an attribute is longer than its limit.',
  too_many_breadcrumbs: 'There are more breadcrumbs than the limit.',
  unknown_view: '`views` does not hold the view that the event names, or holds it with an error.',
  consent_missing: 'The site requires consent, and its visitor has not given it for that time.',
  shed: 'The queue is nearly full, and kinds like this are given up first.',
  clock_out_of_window: 'It happened more than 7 days ago or more than an hour ahead, the clock corrected.',
} as const

export type RejectionCode = keyof typeof REJECTIONS

export type Rejection = { index: number; code: RejectionCode; message: string }

export type Problem = {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail: string
  rejected?: Rejection[]
  /** In seconds; the header says the same. */
  retryAfter?: number
}

export function problem(code: ProblemCode, detail: string, rejected?: Rejection[]): Problem {
  const { status, title } = PROBLEMS[code]
  return { type: 'about:blank', title, status, code, detail, ...(rejected === undefined ? {} : { rejected }) }
}

/** It can be taken a moment later: with the same id, if it is a batch. */
export function unavailable(detail: string): Problem {
  return { ...problem('queue_unavailable', detail), retryAfter: 5 }
}
