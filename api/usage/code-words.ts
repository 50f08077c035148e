/** What the codes of the accounts mean, each from the table that gives it out, and what to do about them. */
import { type DropReason, DROP_REASON_MEANINGS } from '../../sdk/wire/drop-reasons.ts'
import { type ProblemCode, type RejectionCode, PROBLEMS, REJECTIONS } from '../collect/problems.ts'
import { type Capped, CAPS, OTHER } from '../limits/caps.ts'
import type { Outcome } from './accounting.ts'

export type CodeWords = { meaning: string | null; remedy: string | null }

const UPDATE_CLIENT = 'Update the client: it writes what this protocol does not have.'
const SHORTEN = 'Shorten it where it is set: the SDK does so by itself, other clients have to.'
const FEWER_REQUESTS =
  'The SDK sends it again later. If that happens often, allow more: see docs/operations.md.'
const FREE_VALUES =
  'Look for ids or free text where a few values are expected, and set a name or a rule instead.'

/** Null: nothing has to be done. */
type Remedies<Code extends string> = Readonly<Record<Code, string | null>>

const REFUSAL_REMEDIES: Remedies<ProblemCode> = {
  malformed_json: 'Look at what sends it: it is not the SDK, or a proxy changes the body.',
  too_deep: 'Look at what sends it: it is not the SDK.',
  invalid_batch: UPDATE_CLIENT,
  bad_encoding: 'Look for a proxy that unpacks or packs the body and leaves the header.',
  unknown_key: 'Put a write key of this site into the page.',
  origin_not_allowed: 'Add the origin to those of the site, if it is yours.',
  too_large: 'Send smaller batches.',
  too_large_unpacked: 'Send smaller batches.',
  unsupported_type: 'Set the content type in the client that sends it.',
  nothing_valid: 'Look at the codes of single events: they say what is wrong.',
  rate_limited_key: FEWER_REQUESTS,
  rate_limited_address: `If all visitors seem to be one network, set TRUSTED_PROXIES. ${FEWER_REQUESTS}`,
  rate_limited_session: FEWER_REQUESTS,
  quota_exceeded: 'Raise the quota under Settings, Data collection, or sample fewer sessions.',
  session_over: 'Look for a page that reports in a loop, or for a robot.',
  queue_full: 'Start more workers, or see why they do not come along: the queue does not get shorter.',
  storage_full: 'Keep data for fewer days, or give the database more room.',
  queue_unavailable:
    'Nothing, if it is over: the SDK sends it again. Else look at the queue and the database.',
}

const REJECTION_REMEDIES: Remedies<RejectionCode> = {
  unknown_event_type: UPDATE_CLIENT,
  missing_field: UPDATE_CLIENT,
  wrong_type: UPDATE_CLIENT,
  out_of_range: UPDATE_CLIENT,
  implausible: null,
  too_long: SHORTEN,
  stack_too_long: SHORTEN,
  too_many_attributes: 'Set fewer attributes.',
  attribute_too_long: SHORTEN,
  too_many_breadcrumbs: 'Send fewer: the SDK keeps the last ones by itself.',
  unknown_view: UPDATE_CLIENT,
  consent_missing: null,
  shed: 'Start more workers: the queue is nearly full.',
  clock_out_of_window: null,
}

const DROP_REMEDIES: Remedies<DropReason> = {
  outbox_full: null,
  too_old: null,
  refused: 'Look at the codes of refused requests: they say why.',
  too_large: SHORTEN,
  before_settings: 'See that /v1/config is reached from the page, and how fast.',
}

const CAP_REMEDIES: Remedies<Capped> = {
  page: `${FREE_VALUES} Page rules are under Settings, Privacy.`,
  release: 'Name releases, not builds of every developer.',
  event: FREE_VALUES,
  flag: FREE_VALUES,
  variant: FREE_VALUES,
  attribute: FREE_VALUES,
  attribute_value: FREE_VALUES,
}

/** By what became of it: `too_large` is told of requests and of events. */
const WORDS = {
  refused: words(PROBLEMS, REFUSAL_REMEDIES, ({ title }) => title),
  rejected: words(REJECTIONS, REJECTION_REMEDIES, (meaning) => meaning),
  dropped: words(DROP_REASON_MEANINGS, DROP_REMEDIES, (meaning) => meaning),
  other: words(CAPS, CAP_REMEDIES, capMeaning),
} satisfies Partial<Record<Outcome, ReadonlyMap<string, CodeWords>>>

export type Coded = keyof typeof WORDS

export function wordsOf(what: Coded, code: string): CodeWords {
  return WORDS[what].get(code) ?? { meaning: null, remedy: null }
}

function words<Code extends string, Told>(
  told: Readonly<Record<Code, Told>>,
  remedies: Remedies<Code>,
  meaningOf: (told: Told) => string,
): ReadonlyMap<string, CodeWords> {
  const codes = Object.keys(told) as Code[]
  return new Map(codes.map((code) => [code, { meaning: meaningOf(told[code]), remedy: remedies[code] }]))
}

function capMeaning({ most, perParent }: (typeof CAPS)[Capped]): string {
  const whole = `${most.toLocaleString('en')} different values are kept apart`
  return `${whole}${perParent ? ' of each key' : ''}: further ones became \`${OTHER}\`.`
}
