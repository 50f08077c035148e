/* Generated from batch-schema.ts by `npm run build`. Do not edit. */

export type WireEvent = (ViewEvent | VitalEvent | ErrorEvent | RequestEvent | ResourceEvent | ActionEvent | FlagEvent | LongtaskEvent | CustomEvent | TxnEvent | AppEvent | ConsentEvent)

export interface Batch {
v: 1
/**
 * The site's write key.
 */
key: string
/**
 * Once per batch, the same again when it is sent again.
 */
id: string
/**
 * The client's clock at the moment of sending.
 */
sentAt: number
/**
 * Name and version: browser/1.0.0.
 */
sdk?: string
/**
 * One run of a client: a page load. Batches are numbered within it.
 */
sender?: string
/**
 * The place of the batch among those of its sender, from 0: a gap is loss.
 */
number?: number
/**
 * How many events the client gave up since its last batch, by reason. If this batch is given up as well, the next one reports both.
 */
dropped?: {
/**
 * More was unsent than the outbox may hold: the oldest went.
 */
outbox_full?: number
/**
 * Unsent for longer than the collector would take it.
 */
too_old?: number
/**
 * The collector refused it for good.
 */
refused?: number
/**
 * A single event was larger than a batch may be.
 */
too_large?: number
/**
 * More happened than is kept while the site's settings are not known yet: the oldest went.
 */
before_settings?: number
}
session: {
id: string
startedAt: number
/**
 * Null without consent.
 */
visitor?: (string | null)
/**
 * Drawn by the rate, or kept only because it held an error.
 */
sampled?: ("rate" | "error")
rate?: number
}
context?: {
release?: string
environment?: string
language?: string
/**
 * @minItems 2
 * @maxItems 2
 */
viewport?: number[]
connection?: string
deviceMemory?: number
/**
 * navigator.webdriver: the browser is driven by a program.
 */
webdriver?: boolean
flags?: {
[k: string]: string
}
/**
 * Up to 64 keys of 40 characters with text of 1,024 characters, numbers, booleans or null.
 */
user?: {
[k: string]: string | number | boolean | null
}
/**
 * Up to 64 keys of 40 characters with text of 1,024 characters, numbers, booleans or null.
 */
attributes?: {
[k: string]: string | number | boolean | null
}
}
views?: {
[k: string]: ViewContext
}
events: WireEvent[]
}
export interface ViewContext {
url: string
/**
 * The route template if the app has one: /products/:id.
 */
page?: string
title?: string
referrer?: string
navigation: ("navigate" | "reload" | "back_forward" | "bfcache" | "prerender" | "soft" | "screen")
startedAt: number
}
/**
 * A page load, soft navigation, bfcache restore, prerender activation or mobile screen.
 */
export interface ViewEvent {
t: "view"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
timing?: {
dns?: number
tcp?: number
tls?: number
request?: number
response?: number
domInteractive?: number
load?: number
}
/**
 * The vitals this browser is able to report at all.
 * 
 * @maxItems 12
 */
supported?: ("LCP" | "INP" | "CLS" | "FCP" | "TTFB" | "FID" | "TBT" | "LOAD" | "ROUTE" | "COLD_START" | "WARM_START" | "SCREEN_LOAD")[]
}
/**
 * One value of one metric for one view. The report with the highest revision replaces the earlier ones.
 */
export interface VitalEvent {
t: "vital"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
name: ("LCP" | "INP" | "CLS" | "FCP" | "TTFB" | "FID" | "TBT" | "ROUTE")
value: number
/**
 * How many reports for this view and metric went before; 0 if absent.
 */
revision?: number
attribution?: {
element?: string
url?: string
event?: string
script?: string
loadState?: string
phases?: {
[k: string]: number
}
}
}
/**
 * A JavaScript error, rejection, console error, failed resource, CSP violation or browser report.
 */
export interface ErrorEvent {
t: "error"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
/**
 * The class of the error: TypeError.
 */
type?: string
message: string
stack?: string
handled?: boolean
source: ("window" | "promise" | "console" | "network" | "csp" | "report" | "custom")
fingerprint?: string
/**
 * Up to 64 keys of 40 characters with text of 1,024 characters, numbers, booleans or null.
 */
attributes?: {
[k: string]: string | number | boolean | null
}
/**
 * @maxItems 50
 */
breadcrumbs?: {
at: number
kind: string
text?: string
value?: number
}[]
}
/**
 * A fetch or XMLHttpRequest. `failed` is absent if it did not fail; `status` means 400 or more.
 */
export interface RequestEvent {
t: "request"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
method: string
url: string
status?: number
/**
 * Until the answer was complete; if that is not known, until its head was there.
 */
duration: number
/**
 * Milliseconds of each phase. A connection that is used again has no dns, tcp and tls.
 */
timing?: {
dns?: number
tcp?: number
tls?: number
request?: number
response?: number
}
/**
 * Bytes of the body as it was sent, also from a cache. Absent where the browser does not tell.
 */
size?: number
traceId?: string
spanId?: string
failed?: ("status" | "timeout" | "abort" | "network")
}
/**
 * A script, style sheet, image, font or other file that the page loaded.
 */
export interface ResourceEvent {
t: "resource"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
url: string
initiator?: string
duration: number
/**
 * Bytes of the body as it was sent, also from a cache. Absent where the browser does not tell.
 */
size?: number
/**
 * The page could not be shown before it was there.
 */
blocking?: boolean
/**
 * It comes from another site than the page: another registrable domain, as far as can be told.
 */
thirdParty?: boolean
failed?: boolean
}
/**
 * What the visitor did. `value` is the share of the page seen (scroll) or the number of clicks (rage_click); `name` is an accessible name, or that of the field touched last (form_abandon).
 */
export interface ActionEvent {
t: "action"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
kind: ("click" | "rage_click" | "dead_click" | "error_click" | "submit" | "form_abandon" | "scroll")
target?: string
name?: string
value?: number
}
/**
 * A feature flag was evaluated.
 */
export interface FlagEvent {
t: "flag"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
key: string
variant: string
reason?: string
}
/**
 * A long task, or an animation frame with one; `blocking` is the time of its tasks over 50 ms.
 */
export interface LongtaskEvent {
t: "longtask"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
duration: number
blocking?: number
/**
 * The file in which the longest of its scripts began.
 */
script?: string
/**
 * It comes from another site than the page: another registrable domain, as far as can be told.
 */
thirdParty?: boolean
}
/**
 * An event of the site's own.
 */
export interface CustomEvent {
t: "custom"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
name: string
value?: number
/**
 * Up to 64 keys of 40 characters with text of 1,024 characters, numbers, booleans or null.
 */
attributes?: {
[k: string]: string | number | boolean | null
}
}
/**
 * A transaction that the site started and that succeeded, failed or was abandoned.
 */
export interface TxnEvent {
t: "txn"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
name: string
outcome: ("success" | "failure" | "abandoned")
duration: number
}
/**
 * Mobile: a start, a screen, a freeze or a crash. `value` is its duration.
 */
export interface AppEvent {
t: "app"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
kind: ("cold_start" | "warm_start" | "screen_load" | "anr" | "crash")
value?: number
message?: string
stack?: string
}
/**
 * The visitor gave or withdrew consent.
 */
export interface ConsentEvent {
t: "consent"
/**
 * When it happened; of what has a duration, when it began.
 */
at: number
/**
 * The view in which it happened, a key of `views`.
 */
view?: string
/**
 * Its place in the view: events of one instant keep this order.
 */
seq: number
state: ("granted" | "denied")
/**
 * @maxItems 8
 */
scope?: string[]
}
