/* Generated from the doc comments of the elements by `npm run build`. Do not edit. */
import type { HTMLAttributes } from 'vue'
import type { SightAlerts } from './elements/alerts/alerts.ts'
import type { SightBreakdown } from './elements/breakdown/breakdown.ts'
import type { SightContext } from './elements/context/context.ts'
import type { SightCoreWebVitals } from './elements/core-web-vitals/core-web-vitals.ts'
import type { SightDashboard } from './elements/dashboard/dashboard.ts'
import type { SightDistribution } from './elements/distribution/distribution.ts'
import type { SightErrorDetail } from './elements/error-detail/error-detail.ts'
import type { SightErrors } from './elements/errors/errors.ts'
import type { SightFilters } from './elements/filters/filters.ts'
import type { SightFlag } from './elements/flag/flag.ts'
import type { SightFunnel } from './elements/funnel/funnel.ts'
import type { SightLive } from './elements/live/live.ts'
import type { SightMap } from './elements/map/map.ts'
import type { SightPaths } from './elements/paths/paths.ts'
import type { SightRange } from './elements/range/range.ts'
import type { SightRequests } from './elements/requests/requests.ts'
import type { SightRetention } from './elements/retention/retention.ts'
import type { SightSessionTimeline } from './elements/session-timeline/session-timeline.ts'
import type { SightSessions } from './elements/sessions/sessions.ts'
import type { SightSlo } from './elements/slo/slo.ts'
import type { SightSloBudget } from './elements/slo-budget/slo-budget.ts'
import type { SightSlos } from './elements/slos/slos.ts'
import type { SightSlowPages } from './elements/slow-pages/slow-pages.ts'
import type { SightStatusPage } from './elements/status-page/status-page.ts'
import type { SightStatusStrip } from './elements/status-strip/status-strip.ts'
import type { SightThirdParties } from './elements/third-parties/third-parties.ts'
import type { SightTimeSeries } from './elements/time-series/time-series.ts'
import type { SightVitalCard } from './elements/vital-card/vital-card.ts'

type Tag<Own, Events> = new () => { $props: Omit<HTMLAttributes, keyof Own> & Partial<Own> & Events }

declare module 'vue' {
  interface GlobalComponents {
    /** what is wrong now and was lately: state, rule, for whom, how bad, since when; and the rules that say nothing because they have no evidence, with the reason. */
    'sight-alerts': Tag<Pick<SightAlerts, 'first' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightAlert?: (event: CustomEvent<{ id: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** a segment split by a dimension, each part with its p75, interval, share of views and samples. */
    'sight-breakdown': Tag<Pick<SightBreakdown, 'dimension' | 'metric' | 'top' | 'sort' | 'direction' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ dimension: string; key: string | null }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** what the elements inside it have in common. What an element says itself goes before; filters are joined, so that both hold. Controls inside (`<sight-range>`, `<sight-filters>`) drive all of them, and what is selected in one element (`sight-select`) narrows every other. */
    'sight-context': Tag<Pick<SightContext, 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'tokenFrom' | 'refresh' | 'theme' | 'locale' | 'fixed' | 'selected'>, { onSightContextChange?: (event: CustomEvent<{ range: string; selected: Record<string, string | null> }>) => void }>
    /** the assessment that Google makes of a site, with the three vitals it rests on. It passes where LCP, INP and CLS are good at the 75th percentile; INP does not count where nobody interacted. */
    'sight-core-web-vitals': Tag<Pick<SightCoreWebVitals, 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** elements and anything else in a grid of 12 columns; of 6 where there is less room, of one on a phone. Every row is filled, and the order is that of the document: what Tab reaches next is what stands next. */
    'sight-dashboard': Tag<Pick<SightDashboard, 'heading' | 'wall' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightWall?: (event: CustomEvent<{ wall: boolean }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** how the values of a vital are spread, over the bands of its ratings, with p50, p75, p90 and p99. */
    'sight-distribution': Tag<Pick<SightDistribution, 'metric' | 'bins' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** one group of errors: whom it hit, when and where, its stack, and what went before the latest. */
    'sight-error-detail': Tag<Pick<SightErrorDetail, 'error' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ dimension: string; key: string | null }>) => void; onSightSession?: (event: CustomEvent<{ id: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** the errors of a segment, grouped by what is wrong, with whom they hit and where they stand. */
    'sight-errors': Tag<Pick<SightErrors, 'sort' | 'state' | 'first' | 'selected' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightError?: (event: CustomEvent<{ id: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** what was selected in the elements of the `<sight-context>` around it, each as a chip that takes it away again. Shows nothing where nothing is selected. */
    'sight-filters': Tag<Pick<SightFilters, 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightDeselect?: (event: CustomEvent<{ dimension: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** what the variants of a feature flag do: sessions by variant, whether those came as they were meant to, and each variant beside the control with the interval that holds at every look and the verdict corrected for all of them. */
    'sight-flag': Tag<Pick<SightFlag, 'flag' | 'metrics' | 'control' | 'fixed' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** how many go through steps, where they leave, and how long they take. */
    'sight-funnel': Tag<Pick<SightFunnel, 'funnel' | 'steps' | 'order' | 'countBy' | 'window' | 'by' | 'top' | 'room' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ dimension: string; key: string | null }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** who is on the site now, on which pages, and the newest errors. Told as it happens, while the page is visible and the element in sight; `range` and `refresh` have no effect. Each such element keeps a connection open. */
    'sight-live': Tag<Pick<SightLive, 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ dimension: string; key: string | null }>) => void; onSightSession?: (event: CustomEvent<{ id: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** where visitors are, and how fast it is for them: countries shaded by p75 of a vital, or by their share of views. */
    'sight-map': Tag<Pick<SightMap, 'metric' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ dimension: string; key: string | null }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** which ways sessions take through pages, from the entry, from a page or to one. */
    'sight-paths': Tag<Pick<SightPaths, 'from' | 'to' | 'depth' | 'top' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ dimension: string; key: string | null }>) => void; onSightPath?: (event: CustomEvent<{ from: string | null; to: string | null }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** which period is shown, for every element of the `<sight-context>` around it: one of a few lengths until now, or from one day to another. */
    'sight-range': Tag<Pick<SightRange, 'options' | 'noCustom' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightRangeChange?: (event: CustomEvent<{ range: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** the endpoints that pages ask, how long they take and how often they fail. */
    'sight-requests': Tag<Pick<SightRequests, 'sort' | 'failedOnly' | 'first' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightRequest?: (event: CustomEvent<{ name: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** who comes again. Visitors by the day, week or month in which they were first seen in the period, and the share of them with a view in each one after it. */
    'sight-retention': Tag<Pick<SightRetention, 'interval' | 'cohorts' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** everything that happened in one session, in order. */
    'sight-session-timeline': Tag<Pick<SightSessionTimeline, 'session' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** the latest sessions of a segment. */
    'sight-sessions': Tag<Pick<SightSessions, 'first' | 'selected' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSession?: (event: CustomEvent<{ id: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** how an SLO stands: its compliance beside the objective, the budget that is left and until when, how fast it burns, which rules say so, and who burned it. */
    'sight-slo': Tag<Pick<SightSlo, 'top' | 'slo' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ dimension: string; key: string | null }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** how the error budget of an SLO's window was used up, beside the even pace at which it would last to the end, with the releases and deploys of the time. 100 % are (1 − objective) of the events that the window has had so far. */
    'sight-slo-budget': Tag<Pick<SightSloBudget, 'interval' | 'slo' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** the SLOs of a site, those in trouble first: state, compliance, what is left of the budget, and how it went in the window. */
    'sight-slos': Tag<Pick<SightSlos, 'top' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSlo?: (event: CustomEvent<{ id: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** what to mend first: the pages whose p75 is not good, those with the most slow views first, then the good ones for comparison; for whom they mostly are, and with which release that began. For whom: the device, country or browser that has more of the slow views than its size would give it, and whose p75 lies above that of the page with its whole 95 % interval. Since: the release whose interval lies wholly above that of the one before, and which no later one has mended. */
    'sight-slow-pages': Tag<Pick<SightSlowPages, 'metric' | 'top' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ dimension: string; key: string | null }>) => void; onSightSlowSessions?: (event: CustomEvent<{ metric: string; page: string | null; dimension: string | null; key: string | null }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** how a site is doing, for the public: the state of the whole and of each component with its last 90 days, and incidents in the words of people. It asks with the token of the page's readers, which the context gets from `token-from`; no figure in it rests on fewer visitors than the page's floor. */
    'sight-status-page': Tag<Pick<SightStatusPage, 'page' | 'compact' | 'feed' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** the days of an SLO as cells, the newest at the end, for a status page: whether each kept the objective, burned budget or missed it, and the share of good events over all of them. Where there is no room for all days the newest are shown. */
    'sight-status-strip': Tag<Pick<SightStatusStrip, 'days' | 'label' | 'slo' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** the other sites that pages load from, most resources first: on how many views, how long they take, how much they send, how long their scripts block the page and how often they fail. */
    'sight-third-parties': Tag<Pick<SightThirdParties, 'first' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** one percentile of a vital over time, with its 95 % interval and the metric's thresholds. */
    'sight-time-series': Tag<Pick<SightTimeSeries, 'metric' | 'interval' | 'q' | 'showViews' | 'marks' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightRangeChange?: (event: CustomEvent<{ range: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
    /** one vital at its 75th percentile, with its rating, 95 % interval, samples and shares. */
    'sight-vital-card': Tag<Pick<SightVitalCard, 'metric' | 'selectable' | 'selected' | 'site' | 'range' | 'filter' | 'endpoint' | 'token' | 'renewToken' | 'refresh' | 'theme' | 'locale'>, { onSightSelect?: (event: CustomEvent<{ metric: string }>) => void; onSightUnauthorized?: (event: CustomEvent<null>) => void }>
  }
}
