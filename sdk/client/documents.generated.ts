/* Generated from documents/*.graphql by `npm run build`. Do not edit. */
/* eslint-disable */

import { typedDocument } from './typed-document.ts'

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a token may do. */
export type Scope =
  /** Ask for figures. */
  | 'READ'
  /** Change sites, keys and settings. */
  | 'MANAGE';

export type CreateTokenInput = {
  /** What it is for, 100 characters at most. */
  name: string;
  scopes?: Array<Scope> | null | undefined;
  /** The sites that it may see. Empty: all that the asking token sees. */
  sites?: Array<string> | null | undefined;
  /** When it stops working; absent: never. */
  expiresIn?: string | null | undefined;
};

export type DeadLetterState =
  /** Not stored: it can be replayed or dropped. */
  | 'KEPT'
  /** To be replayed by the jobs process, within seconds while it runs. */
  | 'ASKED'
  /** Stored, exactly once. */
  | 'REPLAYED';

export type DeadLetterKind =
  /** One row of a batch whose others are stored. */
  | 'ROW'
  /** A batch of which nothing is stored. */
  | 'BATCH';

export type DeadLettersInput = {
  site: string;
  /** Which ones: 1,000 at most. Or `all`. */
  ids?: Array<string> | null | undefined;
  /** Every one that is kept. */
  all?: boolean | null | undefined;
};

export type RecordDeployInput = {
  site: string;
  /** As pages name their release: `web@4.2.0`; 200 characters at most. */
  version: string;
  /** 100 characters at most. */
  environment?: string | null | undefined;
  /** Default: now. A year back at most, and a day ahead. */
  at?: string | null | undefined;
  /** 500 characters at most. */
  note?: string | null | undefined;
  /** An address for whoever wants to know more: http or https. */
  url?: string | null | undefined;
};

export type EraseInput = {
  site: string;
  subject: SubjectInput;
};

/** One of the three. */
export type SubjectInput = {
  /** The id of a visitor, a UUID. */
  visitor?: string | null | undefined;
  /** The id of a session, a UUID. */
  session?: string | null | undefined;
  user?: UserInput | null | undefined;
};

/** Whom an attribute names, as in `sightline.setUser({ id: 'u-42' })`. */
export type UserInput = {
  /** The name of the attribute: `id`. */
  attribute: string;
  /** Its value as text. */
  value: string;
};

/** By what groups of errors are ordered. */
export type ErrorOrder =
  /** Sessions with the error in the period, most first. */
  | 'SESSIONS'
  /** Occurrences in the period, most first. */
  | 'EVENTS'
  /** `lastSeen`, latest first. */
  | 'LAST_SEEN'
  /** `firstSeen`, latest first. */
  | 'FIRST_SEEN'
  /** Those that were seen first in the period come before all others; within each part by sessions. */
  | 'NEW';

/** Where a group of errors stands. */
export type ErrorState =
  /** Nobody decided about it, or what was decided is over. */
  | 'OPEN'
  /** Resolved, and not seen since where the fix should be. */
  | 'RESOLVED'
  /** Out of sight until a moment, until so many more events, or until it is opened again. */
  | 'IGNORED'
  /**
   * Resolved, and seen since: in the release that has the fix or in one that was seen first later; where no release was
   * given, anywhere.
   */
  | 'REGRESSED';

export type ComparisonPeriod =
  /** The time just before, as long as this: whole days by the calendar of the site's zone. */
  | 'PREVIOUS_PERIOD'
  /** As many whole weeks earlier as are needed not to overlap: each weekday meets the same weekday. */
  | 'SAME_DAYS_LAST_WEEK';

export type Verdict =
  /** The whole interval lies on the good side of 0. */
  | 'BETTER'
  /** The whole interval lies on the bad side of 0. */
  | 'WORSE'
  /** The interval holds 0. That is no proof that there is no difference. */
  | 'NO_DIFFERENCE_SHOWN'
  /** Under 100 values in one of the two, or for a share under 5 of either outcome. */
  | 'TOO_LITTLE_DATA';

/** A period, half-open: from ≤ time < to. Give `last`, or `from` and `to`. */
export type RangeInput = {
  /**
   * So long until now. Its ends are moved outwards to whole minutes up to 6 hours, and to whole hours beyond, so that
   * the answer can come from rollups; `Segment.range` tells which ends were used.
   */
  last?: string | null | undefined;
  /** The first moment that belongs to the period. */
  from?: string | null | undefined;
  /** The first moment that does not belong to it any more. */
  to?: string | null | undefined;
};

/** Conditions on a text; all that are given must hold. Matching is exact, case included. */
export type StringFilter = {
  /** Is this value. */
  eq?: string | null | undefined;
  /** Is one of these. An empty list matches nothing. */
  in?: Array<string> | null | undefined;
  /** Is none of these; an unknown value passes. */
  notIn?: Array<string> | null | undefined;
  /** Starts with this. */
  prefix?: string | null | undefined;
  /** Has this in it. */
  contains?: string | null | undefined;
  /** True: the value is known. False: it is unknown. */
  exists?: boolean | null | undefined;
};

/** Conditions on the kind of device. */
export type DeviceFilter = {
  eq?: Device | null | undefined;
  in?: Array<Device> | null | undefined;
  notIn?: Array<Device> | null | undefined;
  /** True: the device is known. False: it is unknown. */
  exists?: boolean | null | undefined;
};

/** Conditions on how a view came about. */
export type NavigationFilter = {
  eq?: NavigationType | null | undefined;
  in?: Array<NavigationType> | null | undefined;
  notIn?: Array<NavigationType> | null | undefined;
};

/** Conditions on a feature flag: the variant that the session saw first. */
export type FlagFilter = {
  /** The flag. */
  key: string;
  /** Is this variant. */
  eq?: string | null | undefined;
  /** Is one of these variants. */
  in?: Array<string> | null | undefined;
  /** True: the flag was evaluated in the session. False: it was not. */
  exists?: boolean | null | undefined;
};

/** Conditions on an attribute that the site set on the session. */
export type AttributeFilter = {
  /** The attribute. */
  key: string;
  eq?: string | null | undefined;
  in?: Array<string> | null | undefined;
  notIn?: Array<string> | null | undefined;
  prefix?: string | null | undefined;
  contains?: string | null | undefined;
  exists?: boolean | null | undefined;
};

/** Bounds of a whole number, both included. One may be left out. */
export type IntRange = {
  min?: number | null | undefined;
  max?: number | null | undefined;
};

/** Bounds of a length of time, both included. One may be left out. */
export type DurationRange = {
  min?: string | null | undefined;
  max?: string | null | undefined;
};

/**
 * Conditions on the whole session; all that are given must hold. They are asked of everything in the session, also of
 * what lies before or after the segment's period.
 */
export type SessionFilter = {
  /** This happened in it. */
  has?: PredicateInput | null | undefined;
  /** This did not happen in it. */
  hasNot?: PredicateInput | null | undefined;
  /** How many views it had. */
  views?: IntRange | null | undefined;
  /** How many errors it had. */
  errors?: IntRange | null | undefined;
  /** How many clicks, submits and scrolls it had. */
  interactions?: IntRange | null | undefined;
  /** How many rage, dead and error clicks and abandoned forms it had. */
  frustrations?: IntRange | null | undefined;
  /** From its start to the last thing that happened in it. */
  duration?: DurationRange | null | undefined;
  /** True: it had one view and no interaction. False: it had more. */
  bounced?: boolean | null | undefined;
};

/** One thing that may happen in a session: exactly one of page, event, action, error, vital, request and transaction. */
export type PredicateInput = {
  /** A view of such a page. */
  page?: StringFilter | null | undefined;
  /** A custom event of this name. */
  event?: string | null | undefined;
  action?: ActionPredicate | null | undefined;
  error?: ErrorPredicate | null | undefined;
  vital?: VitalPredicate | null | undefined;
  request?: RequestPredicate | null | undefined;
  transaction?: TransactionPredicate | null | undefined;
  /** And this holds for the view or session in which it happened. */
  where?: FilterInput | null | undefined;
};

/** What a visitor did. */
export type ActionKind =
  | 'CLICK'
  /** At least 3 clicks on one target within a second. */
  | 'RAGE_CLICK'
  /** A click after which nothing happened for 2.5 s. */
  | 'DEAD_CLICK'
  /** A click followed by an error within a second. */
  | 'ERROR_CLICK'
  | 'SUBMIT'
  /** A form that was begun and left without a submit. */
  | 'FORM_ABANDON'
  | 'SCROLL';

/** An action of this kind, on such a target. */
export type ActionPredicate = {
  kind?: ActionKind | null | undefined;
  /** Its CSS selector. */
  target?: StringFilter | null | undefined;
  /** Its accessible name. */
  label?: StringFilter | null | undefined;
};

/** An error like this. */
export type ErrorPredicate = {
  /** Of this group. */
  fingerprint?: string | null | undefined;
  /** Its class: TypeError. */
  type?: StringFilter | null | undefined;
  message?: StringFilter | null | undefined;
  /** Whether the site's own code caught it. */
  handled?: boolean | null | undefined;
};

/** A value of a metric with a rating, or between bounds. */
export type VitalPredicate = {
  metric: VitalMetric;
  rating?: Rating | null | undefined;
  /** At least this, in the metric's unit. */
  min?: number | null | undefined;
  /** At most this, in the metric's unit. */
  max?: number | null | undefined;
};

/** A request of the page like this. */
export type RequestPredicate = {
  /** Method, host and path template: `GET api.shop.example/orders/:id`. */
  endpoint?: StringFilter | null | undefined;
  failed?: boolean | null | undefined;
  duration?: DurationRange | null | undefined;
};

export type TransactionOutcome =
  | 'SUCCESS'
  | 'FAILURE'
  | 'ABANDONED';

/** A transaction like this. */
export type TransactionPredicate = {
  name?: string | null | undefined;
  outcome?: TransactionOutcome | null | undefined;
};

/** Which views and sessions a segment is made of. All conditions must hold. */
export type FilterInput = {
  /** The page: a route template, or the path with ids replaced by `:id`. */
  page?: StringFilter | null | undefined;
  /** The first part of the page's path: `/products`. */
  pageGroup?: StringFilter | null | undefined;
  /** ISO 3166-1 alpha-2 country code. */
  country?: StringFilter | null | undefined;
  region?: StringFilter | null | undefined;
  city?: StringFilter | null | undefined;
  device?: DeviceFilter | null | undefined;
  browser?: StringFilter | null | undefined;
  browserVersion?: StringFilter | null | undefined;
  os?: StringFilter | null | undefined;
  release?: StringFilter | null | undefined;
  environment?: StringFilter | null | undefined;
  /** The effective connection type: 4g, 3g, 2g, slow-2g. */
  connection?: StringFilter | null | undefined;
  /** The browser's first language, as a BCP 47 tag. */
  language?: StringFilter | null | undefined;
  /** The host that the session came from. */
  referrer?: StringFilter | null | undefined;
  /** The first page of the session. */
  entryPage?: StringFilter | null | undefined;
  navigationType?: NavigationFilter | null | undefined;
  utmSource?: StringFilter | null | undefined;
  utmMedium?: StringFilter | null | undefined;
  utmCampaign?: StringFilter | null | undefined;
  flag?: FlagFilter | null | undefined;
  attribute?: AttributeFilter | null | undefined;
  /** What the session was like, or had in it. */
  session?: SessionFilter | null | undefined;
  /** Every one of these holds. */
  and?: Array<FilterInput> | null | undefined;
  /** At least one of these holds. An empty list matches nothing. */
  or?: Array<FilterInput> | null | undefined;
  /** This does not hold. */
  not?: FilterInput | null | undefined;
};

/** The kind of device. */
export type Device =
  | 'DESKTOP'
  | 'MOBILE'
  | 'TABLET'
  /** Television sets, consoles, watches and cars. */
  | 'OTHER';

/** How a view came about. The four are populations of their own and are never mixed in a percentile. */
export type NavigationType =
  /** A page load: navigation, reload, or back and forward without the cache. The headline vitals are these, as in CrUX. */
  | 'HARD'
  /** A navigation within the page. */
  | 'SOFT'
  /** Restored from the back/forward cache. */
  | 'BFCACHE'
  /** Prerendered before it was shown. */
  | 'PRERENDER'
  /** A screen of a mobile app. */
  | 'SCREEN';

/** The width of the buckets of a series. They follow the site's time zone, daylight saving included. */
export type Interval =
  | 'MINUTE'
  | 'FIVE_MINUTES'
  | 'QUARTER_HOUR'
  | 'HOUR'
  | 'DAY'
  /** From Monday. */
  | 'WEEK'
  | 'MONTH';

export type CreateSiteInput = {
  /** Its name in queries and addresses: lower-case letters, digits and hyphens, 40 at most. */
  id: string;
  /** Its name for people, 100 characters at most. */
  name: string;
  /** The origins that may send: https://shop.example. Empty: any. */
  origins?: Array<string> | null | undefined;
  /** An IANA time zone: Europe/Berlin. */
  timeZone?: string | null | undefined;
};

export type SloIndicatorKind =
  /**
   * Values of a vital, one a view: good up to a threshold. The same values as `Segment.vital`: hard loads only, unless the
   * filter says otherwise. A threshold that is not the metric's rating is read off sketches, so within 1 %.
   */
  | 'VITAL'
  /** Sessions, each at the moment it began: good while it has no unhandled error. The same as `Segment.crashFreeSessions`. */
  | 'CRASH_FREE'
  /** Requests of pages: good if they did not fail and were not too slow. */
  | 'REQUESTS'
  /**
   * Hard loads of pages (no prerendered, restored or soft ones): good if the load event had ended when the page was first
   * hidden or left, bad if not. A page that could not run the script at all is not known and does not count; a client that
   * reports views without timing counts as bad.
   */
  | 'PAGE_LOADS'
  /** Transactions of one name: good if they succeeded, bad if they failed or were abandoned. */
  | 'TRANSACTIONS';

export type BurnRateSeverity =
  | 'PAGE'
  | 'TICKET';

export type SloState =
  /** There is budget left and no rule burns. */
  | 'OK'
  /** A rule burns. */
  | 'BURNING'
  /** The budget of the window is used up. */
  | 'EXHAUSTED'
  /** The window has no events. That is not 100 %. */
  | 'NO_DATA';

export type BurnRateState =
  /** Both windows are above the factor, the long one with enough evidence (the lower 95 % bound is above it too). */
  | 'BURNING'
  | 'CALM'
  /** There are no events, or data are late: nothing is said, and an alert keeps the state it has. */
  | 'FROZEN';

export type SloIndicatorInput = {
  kind: SloIndicatorKind;
  /** VITAL needs it. */
  metric?: VitalMetric | null | undefined;
  /** VITAL: values up to this are good, in the metric's unit. Default: up to where it is rated good. */
  threshold?: number | null | undefined;
  /** REQUESTS: what took longer is bad, ms. */
  slowerThan?: number | null | undefined;
  /** REQUESTS: only this endpoint, as `Segment.requests` names it: `POST api.example/orders/:id`. */
  endpoint?: string | null | undefined;
  /** TRANSACTIONS need it. */
  name?: string | null | undefined;
};

export type ImportSlosInput = {
  /** The site that they are of. */
  site: string;
  /** Documents of kind SLO, SLI, Service, AlertPolicy and AlertCondition, separated by `---`; 256 KiB at most. */
  yaml: string;
  /** What to measure where a document's metric source is not `sightline`: by the name of the indicator or of the SLO. */
  indicators?: Array<NamedIndicatorInput> | null | undefined;
  /** Only tells what would be done. */
  dryRun?: boolean | null | undefined;
};

export type NamedIndicatorInput = {
  name: string;
  indicator: SloIndicatorInput;
};

export type ImportAction =
  | 'CREATE'
  | 'REPLACE';

/** What is kept as a distribution. Durations are in milliseconds, CLS is a score without unit. */
export type VitalMetric =
  /** Largest Contentful Paint. Good ≤ 2,500 ms, poor > 4,000 ms (web.dev). */
  | 'LCP'
  /** Interaction to Next Paint. Good ≤ 200 ms, poor > 500 ms (web.dev). */
  | 'INP'
  /** Cumulative Layout Shift. Good ≤ 0.1, poor > 0.25 (web.dev). */
  | 'CLS'
  /** First Contentful Paint. Good ≤ 1,800 ms, poor > 3,000 ms (web.dev). */
  | 'FCP'
  /** Time to First Byte. Good ≤ 800 ms, poor > 1,800 ms (web.dev). */
  | 'TTFB'
  /** First Input Delay, from old clients only. Good ≤ 100 ms, poor > 300 ms (web.dev). */
  | 'FID'
  /** Total Blocking Time. Good ≤ 200 ms, poor > 600 ms (Lighthouse, mobile). */
  | 'TBT'
  /** loadEventEnd of a hard load. */
  | 'LOAD'
  /** A soft navigation, from the change of the URL to the settled view. */
  | 'ROUTE'
  /** A mobile app started afresh. */
  | 'COLD_START'
  /** A mobile app brought back. */
  | 'WARM_START'
  /** A mobile screen until it was drawn. */
  | 'SCREEN_LOAD';

export type Rating =
  | 'GOOD'
  | 'NEEDS_IMPROVEMENT'
  | 'POOR';

export type CreateSiteMutationVariables = Exact<{
  input: CreateSiteInput;
}>;


export type CreateSiteMutation = { createSite: { site: { id: string, writeKeys: Array<string> } | null, userErrors: Array<{ path: Array<string>, code: string, message: string }> } };

export type CreateTokenMutationVariables = Exact<{
  input: CreateTokenInput;
}>;


export type CreateTokenMutation = { createToken: { secret: string | null, userErrors: Array<{ path: Array<string>, code: string, message: string }> } };

export type DeadLetterQueryVariables = Exact<{
  site: string;
  id: string;
}>;


export type DeadLetterQuery = { site: { deadLetter: { id: string, at: string, state: DeadLetterState, kind: DeadLetterKind, batchId: string | null, code: string, reason: string, rows: number | null, tries: number, triedAt: string | null, replayedAt: string | null, payload: string } | null } | null };

export type DeadLettersQueryVariables = Exact<{
  site: string;
  first?: number;
  after?: string | null | undefined;
  state?: DeadLetterState | null | undefined;
}>;


export type DeadLettersQuery = { site: { deadLetterCounts: { kept: number, asked: number, replayed: number, dropped: number }, deadLetters: { nodes: Array<{ id: string, at: string, state: DeadLetterState, kind: DeadLetterKind, batchId: string | null, code: string, reason: string, rows: number | null, tries: number, triedAt: string | null, replayedAt: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type DropDeadLettersMutationVariables = Exact<{
  input: DeadLettersInput;
}>;


export type DropDeadLettersMutation = { dropDeadLetters: { count: number | null, userErrors: Array<{ message: string }> } };

export type EraseMutationVariables = Exact<{
  input: EraseInput;
}>;


export type EraseMutation = { erase: { erasure: { id: string, doneAt: string | null } | null, userErrors: Array<{ path: Array<string>, code: string, message: string }> } };

export type ErasuresQueryVariables = Exact<{
  site: string;
  of: SubjectInput;
}>;


export type ErasuresQuery = { site: { erasures: { nodes: Array<{ id: string, requestedAt: string, requestedBy: string, doneAt: string | null, sessions: number, events: number, errors: number, deadLetters: number, consents: number }> } } | null };

export type ErrorGroupsQueryVariables = Exact<{
  site: string;
  range: RangeInput;
  where?: FilterInput | null | undefined;
  state?: ErrorState | null | undefined;
  orderBy?: ErrorOrder;
  first?: number;
  after?: string | null | undefined;
}>;


export type ErrorGroupsQuery = { site: { segment: { errors: { nodes: Array<{ id: string, type: string | null, message: string, state: ErrorState, firstSeen: string, lastSeen: string, firstRelease: string | null, lastRelease: string | null, events: number, sessions: number, shareOfSessions: { value: number | null, low: number | null, high: number | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type ErrorSessionsQueryVariables = Exact<{
  site: string;
  range: RangeInput;
  first?: number;
  after?: string | null | undefined;
}>;


export type ErrorSessionsQuery = { site: { segment: { sessions: { nodes: Array<{ id: string, startedAt: string, duration: string, views: number, errors: number, frustrations: number, country: string | null, device: Device | null, browser: string | null, release: string | null, entryPage: string | null, exitPage: string | null, traceIds: Array<string> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } } | null };

export type ImportSlosMutationVariables = Exact<{
  input: ImportSlosInput;
}>;


export type ImportSlosMutation = { importSlos: { imported: Array<{ name: string, action: ImportAction }>, notes: Array<{ line: number | null, column: number | null, message: string }>, userErrors: Array<{ path: Array<string>, code: string, line: number | null, column: number | null, message: string }> } };

export type LiveSubscriptionVariables = Exact<{
  site: string;
  where?: FilterInput | null | undefined;
}>;


export type LiveSubscription = { live: { at: string, activeVisitors: number, viewsPerMinute: number, pages: Array<{ page: string | null, visitors: number }>, newestErrors: Array<{ at: string, type: string | null, message: string, page: string | null, session: string }> } };

export type OpenSloQueryVariables = Exact<{
  site: string;
}>;


export type OpenSloQuery = { site: { openSlo: string } | null };

export type RecordDeployMutationVariables = Exact<{
  input: RecordDeployInput;
}>;


export type RecordDeployMutation = { recordDeploy: { deploy: { version: string, environment: string, at: string } | null, userErrors: Array<{ message: string }> } };

export type ReplayDeadLettersMutationVariables = Exact<{
  input: DeadLettersInput;
}>;


export type ReplayDeadLettersMutation = { replayDeadLetters: { count: number | null, userErrors: Array<{ message: string }> } };

export type SiteOverviewQueryVariables = Exact<{
  site: string;
  range: RangeInput;
  where?: FilterInput | null | undefined;
}>;


export type SiteOverviewQuery = { site: { name: string, timeZone: string, segment: { views: number, visitors: number, sessionCount: number, range: { from: string, to: string }, bounceRate: { value: number | null, low: number | null, high: number | null }, crashFreeSessions: { value: number | null, low: number | null, high: number | null }, coreWebVitals: { passed: boolean | null }, lcp: { unit: string, rating: Rating | null, percentile: { value: number | null, low: number | null, high: number | null, count: number, thin: boolean }, shares: { good: number | null, needsImprovement: number | null, poor: number | null } }, inp: { unit: string, rating: Rating | null, percentile: { value: number | null, low: number | null, high: number | null, count: number, thin: boolean }, shares: { good: number | null, needsImprovement: number | null, poor: number | null } }, cls: { unit: string, rating: Rating | null, percentile: { value: number | null, low: number | null, high: number | null, count: number, thin: boolean }, shares: { good: number | null, needsImprovement: number | null, poor: number | null } } } } | null };

export type VitalSummaryFragment = { unit: string, rating: Rating | null, percentile: { value: number | null, low: number | null, high: number | null, count: number, thin: boolean }, shares: { good: number | null, needsImprovement: number | null, poor: number | null } };

export type SitesQueryVariables = Exact<{
  first?: number;
  after?: string | null | undefined;
}>;


export type SitesQuery = { sites: { nodes: Array<{ id: string, name: string, timeZone: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SloStatusesQueryVariables = Exact<{
  site: string;
  at?: string | null | undefined;
}>;


export type SloStatusesQuery = { site: { slos: Array<{ id: string, name: string, status: { state: SloState, objective: number, exhaustedAt: string | null, compliance: { value: number | null, total: number }, budget: { remainingShare: number } | null, rules: Array<{ state: BurnRateState, reason: string, rule: { name: string, severity: BurnRateSeverity } }> } }> } | null };

export type SlowestPagesQueryVariables = Exact<{
  site: string;
  range: RangeInput;
  where?: FilterInput | null | undefined;
  metric?: VitalMetric;
  top?: number;
  against?: ComparisonPeriod;
}>;


export type SlowestPagesQuery = { site: { segment: { by: Array<{ key: string | null, segment: { views: number, vital: { unit: string, rating: Rating | null, percentile: { value: number | null, low: number | null, high: number | null, count: number, thin: boolean } }, compare: { vital: { baseline: number | null, difference: number | null, low: number | null, high: number | null, verdict: Verdict } } } }> } } | null };

export type VitalSeriesQueryVariables = Exact<{
  site: string;
  range: RangeInput;
  where?: FilterInput | null | undefined;
  metric: VitalMetric;
  interval: Interval;
  q?: number;
}>;


export type VitalSeriesQuery = { site: { timeZone: string, segment: { over: Array<{ start: string, end: string, segment: { views: number, vital: { percentile: { value: number | null, low: number | null, high: number | null, count: number, thin: boolean } } } }> } } | null };

export const CreateSite = typedDocument<CreateSiteMutation, CreateSiteMutationVariables>(`mutation CreateSite($input: CreateSiteInput!) {
  createSite(input: $input) {
    site {
      id
      writeKeys
    }
    userErrors {
      path
      code
      message
    }
  }
}`, 'sha256:e158c6d3bbf9750a829776847a52959d30477fa059c04828cb7077a289a7b6d3')

export const CreateToken = typedDocument<CreateTokenMutation, CreateTokenMutationVariables>(`mutation CreateToken($input: CreateTokenInput!) {
  createToken(input: $input) {
    secret
    userErrors {
      path
      code
      message
    }
  }
}`, 'sha256:71a2e812aa58d8fea24b978b7ad2a3a974e2a0365cbeb21f5eeb2b7fb07eafba')

export const DeadLetter = typedDocument<DeadLetterQuery, DeadLetterQueryVariables>(`query DeadLetter($site: ID!, $id: ID!) {
  site(id: $site) {
    deadLetter(id: $id) {
      id
      at
      state
      kind
      batchId
      code
      reason
      rows
      tries
      triedAt
      replayedAt
      payload
    }
  }
}`, 'sha256:72585f2556104b6a0ce07594945c8e3d8b554c79cc7193b7e25ebadd4ac1c85c')

export const DeadLetters = typedDocument<DeadLettersQuery, DeadLettersQueryVariables>(`query DeadLetters($site: ID!, $first: Int! = 50, $after: String, $state: DeadLetterState) {
  site(id: $site) {
    deadLetterCounts {
      kept
      asked
      replayed
      dropped
    }
    deadLetters(first: $first, after: $after, state: $state) {
      nodes {
        id
        at
        state
        kind
        batchId
        code
        reason
        rows
        tries
        triedAt
        replayedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`, 'sha256:461131bed2f145c9d3474b684549b421bb04a32631eecab19e8c5a2491ad8975')

export const DropDeadLetters = typedDocument<DropDeadLettersMutation, DropDeadLettersMutationVariables>(`mutation DropDeadLetters($input: DeadLettersInput!) {
  dropDeadLetters(input: $input) {
    count
    userErrors {
      message
    }
  }
}`, 'sha256:df9f16aa9c1afc08ba302abf39c3eba516c100637d29b9e330387cdb507c25d3')

export const Erase = typedDocument<EraseMutation, EraseMutationVariables>(`mutation Erase($input: EraseInput!) {
  erase(input: $input) {
    erasure {
      id
      doneAt
    }
    userErrors {
      path
      code
      message
    }
  }
}`, 'sha256:30bc28e616da9f8855378015ca8883cef48a2624b94aa5ae65b98c6797478625')

export const Erasures = typedDocument<ErasuresQuery, ErasuresQueryVariables>(`query Erasures($site: ID!, $of: SubjectInput!) {
  site(id: $site) {
    erasures(of: $of, first: 1) {
      nodes {
        id
        requestedAt
        requestedBy
        doneAt
        sessions
        events
        errors
        deadLetters
        consents
      }
    }
  }
}`, 'sha256:5b4190b77a49f08676b68b29a61da760765929622b29267b4693ad234fc630bc')

export const ErrorGroups = typedDocument<ErrorGroupsQuery, ErrorGroupsQueryVariables>(`query ErrorGroups($site: ID!, $range: RangeInput!, $where: FilterInput, $state: ErrorState, $orderBy: ErrorOrder! = NEW, $first: Int! = 20, $after: String) {
  site(id: $site) {
    segment(range: $range, where: $where) {
      errors(state: $state, orderBy: $orderBy, first: $first, after: $after) {
        nodes {
          id
          type
          message
          state
          firstSeen
          lastSeen
          firstRelease
          lastRelease
          events
          sessions
          shareOfSessions {
            value
            low
            high
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}`, 'sha256:75b0ff7af7c74ebd3e52b5f8cccf057002ef65113376fb25c7951d4085ccbcaa')

export const ErrorSessions = typedDocument<ErrorSessionsQuery, ErrorSessionsQueryVariables>(`query ErrorSessions($site: ID!, $range: RangeInput!, $first: Int! = 20, $after: String) {
  site(id: $site) {
    segment(range: $range, where: {session: {errors: {min: 1}}}) {
      sessions(first: $first, after: $after, orderBy: ERRORS) {
        nodes {
          id
          startedAt
          duration
          views
          errors
          frustrations
          country
          device
          browser
          release
          entryPage
          exitPage
          traceIds
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}`, 'sha256:a8556ac5f5790cc9bb824dbc61a48a3a0d3b7ee6e288bacdabaef2b6e5bce524')

export const ImportSlos = typedDocument<ImportSlosMutation, ImportSlosMutationVariables>(`mutation ImportSlos($input: ImportSlosInput!) {
  importSlos(input: $input) {
    imported {
      name
      action
    }
    notes {
      line
      column
      message
    }
    userErrors {
      path
      code
      line
      column
      message
    }
  }
}`, 'sha256:cbbe03612c519e9bfe69b2e54bbc3d6c32b6a9c7b639994df549db6ae17e9b65')

export const Live = typedDocument<LiveSubscription, LiveSubscriptionVariables>(`subscription Live($site: ID!, $where: FilterInput) {
  live(site: $site, where: $where) {
    at
    activeVisitors
    viewsPerMinute
    pages {
      page
      visitors
    }
    newestErrors {
      at
      type
      message
      page
      session
    }
  }
}`, 'sha256:2766e6ded646c803c62a219e7e2a3fc791423032de0a8f7bf1393bd1a8ef9da5')

export const OpenSlo = typedDocument<OpenSloQuery, OpenSloQueryVariables>(`query OpenSlo($site: ID!) {
  site(id: $site) {
    openSlo
  }
}`, 'sha256:de1134c62206b8e0ad61bce11309bcb5b552be316c7ab0a641e06fb5cce41a33')

export const RecordDeploy = typedDocument<RecordDeployMutation, RecordDeployMutationVariables>(`mutation RecordDeploy($input: RecordDeployInput!) {
  recordDeploy(input: $input) {
    deploy {
      version
      environment
      at
    }
    userErrors {
      message
    }
  }
}`, 'sha256:10600860a1cd79d8150f08dba29532f00e51a49d6591807798e7f41ff6f55a05')

export const ReplayDeadLetters = typedDocument<ReplayDeadLettersMutation, ReplayDeadLettersMutationVariables>(`mutation ReplayDeadLetters($input: DeadLettersInput!) {
  replayDeadLetters(input: $input) {
    count
    userErrors {
      message
    }
  }
}`, 'sha256:8b9c163c63dd240d1c0a3dfc250b8d605e110380800772c24f8562ad7d542dee')

export const SiteOverview = typedDocument<SiteOverviewQuery, SiteOverviewQueryVariables>(`query SiteOverview($site: ID!, $range: RangeInput!, $where: FilterInput) {
  site(id: $site) {
    name
    timeZone
    segment(range: $range, where: $where) {
      range {
        from
        to
      }
      views
      visitors
      sessionCount
      bounceRate {
        value
        low
        high
      }
      crashFreeSessions {
        value
        low
        high
      }
      coreWebVitals {
        passed
      }
      lcp: vital(metric: LCP) {
        ...VitalSummary
      }
      inp: vital(metric: INP) {
        ...VitalSummary
      }
      cls: vital(metric: CLS) {
        ...VitalSummary
      }
    }
  }
}

fragment VitalSummary on VitalStats {
  unit
  rating
  percentile(q: 0.75) {
    value
    low
    high
    count
    thin
  }
  shares {
    good
    needsImprovement
    poor
  }
}`, 'sha256:2b0dd0ee6f5979ed350c951298e0613846a00c35ac0bc14aa22244dfb2659bc6')

export const Sites = typedDocument<SitesQuery, SitesQueryVariables>(`query Sites($first: Int! = 200, $after: String) {
  sites(first: $first, after: $after) {
    nodes {
      id
      name
      timeZone
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`, 'sha256:6c057e453d3fa75428cca043bc4d67227274ba9254a5b48a07b897ff3c1efc38')

export const SloStatuses = typedDocument<SloStatusesQuery, SloStatusesQueryVariables>(`query SloStatuses($site: ID!, $at: DateTime) {
  site(id: $site) {
    slos {
      id
      name
      status(at: $at) {
        state
        objective
        compliance {
          value
          total
        }
        budget {
          remainingShare
        }
        exhaustedAt
        rules {
          state
          reason
          rule {
            name
            severity
          }
        }
      }
    }
  }
}`, 'sha256:bbf5dd4e4d3e6051907e3a5da13c51580cc56ba58defd6d30de7a0eea7dcbade')

export const SlowestPages = typedDocument<SlowestPagesQuery, SlowestPagesQueryVariables>(`query SlowestPages($site: ID!, $range: RangeInput!, $where: FilterInput, $metric: VitalMetric! = LCP, $top: Int! = 10, $against: ComparisonPeriod! = SAME_DAYS_LAST_WEEK) {
  site(id: $site) {
    segment(range: $range, where: $where) {
      by(dimension: PAGE, top: $top, orderBy: {vital: $metric, q: 0.75}) {
        key
        segment {
          views
          vital(metric: $metric) {
            unit
            rating
            percentile(q: 0.75) {
              value
              low
              high
              count
              thin
            }
          }
          compare(to: $against) {
            vital(metric: $metric, q: 0.75) {
              baseline
              difference
              low
              high
              verdict
            }
          }
        }
      }
    }
  }
}`, 'sha256:ea729aa1af99a876e7f13948ee54a51755711ce61f2f388ef97d4ffbd4696912')

export const VitalSeries = typedDocument<VitalSeriesQuery, VitalSeriesQueryVariables>(`query VitalSeries($site: ID!, $range: RangeInput!, $where: FilterInput, $metric: VitalMetric!, $interval: Interval!, $q: Float! = 0.75) {
  site(id: $site) {
    timeZone
    segment(range: $range, where: $where) {
      over(interval: $interval) {
        start
        end
        segment {
          views
          vital(metric: $metric) {
            percentile(q: $q) {
              value
              low
              high
              count
              thin
            }
          }
        }
      }
    }
  }
}`, 'sha256:2d561a8334bfa1b31458b2bddd1082a14c398b5e61416329b7bcb655e2f7b22a')
