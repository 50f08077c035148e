/** What a timeline entry says in one line, and what more there is to know about it. */
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'
import { RATING_LABELS, type RatingName } from '../../format/names.ts'
import { formatCount, formatMeasureText } from '../../format/number.ts'
import type { TimelineEntry } from './session-timeline.query.ts'

export interface EntryWords {
  kind: string
  text: string
  /** Behind the text, quieter. */
  aside: string
  isTrouble: boolean
  rating: RatingName | null
  details: [name: string, value: string][]
}

type Spoken = Partial<EntryWords> & Pick<EntryWords, 'kind' | 'text'>
type Named<Name> = Extract<TimelineEntry, { __typename: Name }>
type Speakers = { [Name in TimelineEntry['__typename']]: (entry: Named<Name>, locale: string) => Spoken }

const SPEAKERS: Speakers = {
  ViewEntry: ({ page, title, url, navigationType, load }, locale) => ({
    kind: 'View',
    text: page,
    aside: navigationType === 'HARD' ? '' : navigationType.toLowerCase(),
    details: facts({ Title: title, URL: url, Load: milliseconds(load, locale) }),
  }),
  VitalEntry: ({ values }, locale) => ({
    kind: 'Vital',
    text: values.map(({ metric, value }) => `${metric} ${vitalText(metric, value, locale)}`).join(' · '),
    rating: worst(values.map(({ rating }) => rating)),
    details: values.flatMap(({ metric, rating, element }) =>
      facts({
        [metric]: rating === null ? null : RATING_LABELS[rating],
        [`${metric} element`]: element,
      }),
    ),
  }),
  ActionEntry: ({ action, label, target }) => ({
    kind: ACTIONS[action] ?? action,
    text: label ?? target ?? 'Unnamed element',
    isTrouble: ['rage_click', 'dead_click', 'error_click', 'form_abandon'].includes(action),
    details: facts({ Target: target }),
  }),
  ErrorEntry: ({ type, message, source, handled, stack }) => ({
    kind: 'Error',
    text: `${type}: ${message}`,
    aside: handled ? 'handled' : '',
    isTrouble: true,
    details: facts({ Source: source, Handled: handled ? 'yes' : 'no', Stack: stack }),
  }),
  RequestEntry: ({ method, url, status, failure, duration, size, traceId }, locale) => ({
    kind: 'Request',
    text: `${method} ${url}`,
    aside: [failure === 'status' ? null : failure, status, milliseconds(duration, locale)]
      .filter((part) => part !== null)
      .join(' · '),
    isTrouble: failure !== null,
    details: facts({ Failure: failure, Size: bytes(size, locale), Trace: traceId }),
  }),
  ResourceEntry: ({ url, initiator, duration, size, failed, renderBlocking, thirdParty }, locale) => ({
    kind: 'Resource',
    text: url,
    aside: failed ? 'failed' : (milliseconds(duration, locale) ?? ''),
    isTrouble: failed,
    details: facts({
      Initiator: initiator,
      Size: bytes(size, locale),
      Rendering: renderBlocking ? 'waited for it' : null,
      Origin: thirdParty ? 'third party' : 'own',
    }),
  }),
  LongTaskEntry: ({ duration, blocking, script }, locale) => ({
    kind: 'Long task',
    text: script ?? 'Main thread busy',
    aside: milliseconds(duration, locale) ?? '',
    details: facts({ Blocking: milliseconds(blocking, locale) }),
  }),
  CustomEntry: ({ name, value, attributes }, locale) => ({
    kind: 'Event',
    text: name,
    aside: value === null ? '' : formatNumber(value, locale),
    details: attributes.map(({ key, value }) => [key, value ?? 'null']),
  }),
  TransactionEntry: ({ name, outcome, duration }, locale) => ({
    kind: 'Transaction',
    text: name,
    aside: [outcome, milliseconds(duration, locale)].join(' · '),
    isTrouble: outcome === 'failure',
  }),
  FlagEntry: ({ key, variant, reason }) => ({
    kind: 'Flag',
    text: `${key} = ${variant}`,
    details: facts({ Reason: reason }),
  }),
  ConsentEntry: ({ state, scope }) => ({ kind: 'Consent', text: state, aside: scope.join(', ') }),
  AppEntry: ({ event, reason, value, stack }, locale) => ({
    kind: 'App',
    text: event.replaceAll('_', ' '),
    aside: milliseconds(value, locale) ?? '',
    isTrouble: event === 'crash' || event === 'anr',
    details: facts({ Reason: reason, Stack: stack }),
  }),
}

const ACTIONS: Record<string, string> = {
  click: 'Click',
  rage_click: 'Rage click',
  dead_click: 'Dead click',
  error_click: 'Error click',
  submit: 'Submit',
  form_abandon: 'Form left',
  scroll: 'Scroll',
}

/** An entry of a kind that is newer than this widget is shown by its kind alone. */
export function entryWords(entry: TimelineEntry, locale: string): EntryWords {
  const speak = SPEAKERS[entry.__typename] as ((entry: TimelineEntry, locale: string) => Spoken) | undefined
  const spoken = speak?.(entry, locale) ?? { kind: entry.kind, text: '' }
  return { aside: '', isTrouble: false, rating: null, details: [], ...spoken }
}

function worst(ratings: (RatingName | null)[]): RatingName | null {
  return (['POOR', 'NEEDS_IMPROVEMENT', 'GOOD'] as const).find((rating) => ratings.includes(rating)) ?? null
}

function vitalText(metric: string, value: number, locale: string): string {
  const unit = Object.hasOwn(VITALS, metric) ? VITALS[metric as VitalName].unit : ''
  return formatMeasureText(value, unit, locale)
}

function milliseconds(value: number | null, locale: string): string | null {
  return value === null ? null : formatMeasureText(value, 'ms', locale)
}

function bytes(value: number | null, locale: string): string | null {
  if (value === null) return null
  return value < 1000 ? `${formatCount(value, locale)} B` : `${formatCount(value / 1000, locale)} kB`
}

function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value)
}

function facts(named: Record<string, string | null>): [string, string][] {
  return Object.entries(named).filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '')
}
