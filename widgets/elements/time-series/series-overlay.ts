import {
  LitElement,
  html,
  nothing,
  svg,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { VitalName } from '../../../sdk/wire/vitals.ts'
import { happenedWithin, markHappenings, type Happening } from '../../charts/happenings.ts'
import { bucketAt, type Bucket, type SeriesMarks } from '../../charts/series.ts'
import { DEFAULT_ENDPOINT, type Connection } from '../../data/client.ts'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../base/define.ts'
import { tokens } from '../base/tokens.styles.ts'
import type { Words } from './series-key.ts'
import {
  SERIES_EVENTS_QUERY,
  SERIES_RELEASES_QUERY,
  type SeriesEventsAnswer,
  type SeriesEventsVariables,
  type SeriesReleasesAnswer,
  type SeriesReleasesVariables,
} from './series-overlay.query.ts'
import { seriesOverlayStyles } from './series-overlay.styles.ts'
import { seriesTooltip } from './series-tooltip.ts'

/** Nearer than this a press is a press, px. */
const LEAST_DRAG = 6

/**
 * `<sight-series-overlay>`: what lies over the chart of a series: what happened meanwhile, the figures of the bucket that is
 * looked at, and the period that somebody is marking. It comes after the chart, which is whole without it, and says nothing of its own mistakes.
 *
 *   press or Shift + arrow ──▶ marking ──release or Enter──▶ `sight-range-change`
 *                                 └──Escape──▶ nothing
 *
 * Event `sight-notes` {notesOf}: what happened in a bucket may have changed.
 */
export class SightSeriesOverlay extends LitElement {
  static override styles: CSSResultGroup = [tokens, seriesOverlayStyles]

  static override properties: PropertyDeclarations = {
    site: { attribute: false },
    range: { attribute: false },
    connection: { attribute: false },
    kinds: { attribute: false },
    marks: { attribute: false },
    buckets: { attribute: false },
    active: { attribute: false },
    words: { attribute: false },
    metric: { attribute: false },
    anchor: { state: true },
  }

  declare site: string | null
  declare range: string
  declare connection: Connection
  /** Of releases, deploys and alerts. */
  declare kinds: readonly string[]
  declare marks: SeriesMarks | null
  declare buckets: readonly Bucket[]
  /** The bucket under the crosshair; -1 for none. */
  declare active: number
  declare words: Words | null
  declare metric: VitalName
  /** The bucket at which marking began; null while nothing is marked. */
  declare private anchor: number | null

  #pressedAt: number | null = null
  #plot: HTMLElement | null = null

  readonly #releases = new QueryController<SeriesReleasesAnswer, SeriesReleasesVariables>(this, {
    query: SERIES_RELEASES_QUERY,
    variables: () => (this.kinds.includes('releases') ? this.#asked : null),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #events = new QueryController<SeriesEventsAnswer, SeriesEventsVariables>(this, {
    query: SERIES_EVENTS_QUERY,
    variables: () => {
      const [deploys, alerts] = [this.kinds.includes('deploys'), this.kinds.includes('alerts')]
      return this.#asked === null || !(deploys || alerts) ? null : { ...this.#asked, deploys, alerts }
    },
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })

  constructor() {
    super()
    this.site = null
    this.range = ''
    this.connection = { endpoint: DEFAULT_ENDPOINT, token: null }
    this.kinds = []
    this.marks = null
    this.buckets = []
    this.active = -1
    this.words = null
    this.metric = 'LCP'
    this.anchor = null
  }

  get #asked(): SeriesReleasesVariables | null {
    return this.site === null ? null : { site: this.site, range: parseRange(this.range) }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#plot = this.parentElement
    // Before the chart itself, which moves the crosshair.
    for (const [name, listener] of this.#listeners) this.#plot?.addEventListener(name, listener, true)
  }

  override disconnectedCallback(): void {
    for (const [name, listener] of this.#listeners) this.#plot?.removeEventListener(name, listener, true)
    this.anchor = null
    super.disconnectedCallback()
  }

  protected override updated(_changed: PropertyValues): void {
    this.#placeTooltip()
    const happenings = this.#happenings
    const key = JSON.stringify(happenings)
    if (key === this.#told) return
    this.#told = key
    const notesOf = ({ start, end }: Bucket) => happenedWithin(happenings, start, end)
    this.dispatchEvent(new CustomEvent('sight-notes', { detail: { notesOf } }))
  }
  #told = '[]'

  /** Beside the crosshair, on the side with more room; through CSSOM, as the page may forbid style attributes. */
  #placeTooltip(): void {
    const tooltip = this.renderRoot.querySelector<HTMLElement>('.tooltip')
    const point = this.marks?.points[this.active]
    if (tooltip === null || point === undefined) return
    const left = point.x > this.clientWidth / 2 ? point.x - tooltip.offsetWidth - 12 : point.x + 12
    tooltip.style.setProperty('transform', `translateX(${Math.max(0, Math.round(left))}px)`)
  }

  get #happenings(): Happening[] {
    const releases = this.#releases.answer?.data.site?.releases.nodes ?? []
    const { deploys = [], alerts } = this.#events.answer?.data.site ?? {}
    return [
      ...releases.map(({ version, firstSeen }) => ({
        label: `Release ${version}`,
        at: Date.parse(firstSeen),
      })),
      ...deploys.map(({ at, version, environment }) => ({
        label: `Deploy ${version} to ${environment}`,
        at: Date.parse(at),
      })),
      ...(alerts?.nodes ?? []).map(({ ruleName, startedAt, resolvedAt }) => ({
        label: `Alert ${ruleName}`,
        at: Date.parse(startedAt),
        until: resolvedAt === null ? null : Date.parse(resolvedAt),
      })),
    ]
  }

  readonly #listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['pointerdown', (event) => this.#onPress(event as PointerEvent)],
    ['pointermove', (event) => this.#onMove(event as PointerEvent)],
    ['pointerup', () => this.#onRelease()],
    ['pointercancel', () => this.#forget()],
    ['keydown', (event) => this.#onKey(event as KeyboardEvent)],
  ]

  #onPress(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return
    this.#pressedAt = event.clientX
  }

  #onMove(event: PointerEvent): void {
    if (this.#pressedAt === null || this.#plot === null || this.marks === null) return
    if (this.anchor !== null || Math.abs(event.clientX - this.#pressedAt) < LEAST_DRAG) return
    this.anchor = bucketAt(this.marks, this.#pressedAt - this.#plot.getBoundingClientRect().left)
    this.#plot.setPointerCapture(event.pointerId)
  }

  #onRelease(): void {
    this.#pressedAt = null
    this.#tell()
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#tell()
    else if (event.key === 'Escape') this.#forget()
    else if (event.key.startsWith('Arrow')) {
      if (!event.shiftKey) this.anchor = null
      else this.anchor ??= this.active
    }
  }

  #forget(): void {
    this.#pressedAt = null
    this.anchor = null
  }

  /** From the beginning of the first bucket that is marked to the end of the last. */
  #tell(): void {
    const [from, to] = this.#marked
    this.#forget()
    if (from === undefined || to === undefined) return
    const range = `${new Date(from.start).toISOString()}/${new Date(to.end).toISOString()}`
    this.dispatchEvent(
      new CustomEvent('sight-range-change', { detail: { range }, bubbles: true, composed: true }),
    )
  }

  get #marked(): [from?: Bucket, to?: Bucket] {
    if (this.anchor === null || this.active === -1) return []
    const [from, to] = [Math.min(this.anchor, this.active), Math.max(this.anchor, this.active)]
    const [first, last] = [this.buckets[from], this.buckets[to]]
    return first === undefined || last === undefined ? [] : [first, last]
  }

  protected override render(): TemplateResult | typeof nothing {
    const { marks, buckets, words } = this
    const [first, last] = [buckets[0], buckets.at(-1)]
    if (marks === null || first === undefined || last === undefined) return nothing
    const { plot } = marks
    const frame = { from: first.start, to: last.end, plot }
    const [from, to] = this.#marked
    const marked =
      from === undefined || to === undefined
        ? []
        : markHappenings([{ label: '', at: from.start, until: to.end }], frame)
    const active = buckets[this.active]
    return html`<svg aria-hidden="true">
        ${svg`
        ${marked.map(
          ({ x, width }) =>
            svg`<rect class="marked" x=${x} y=${plot.y} width=${width} height=${plot.height} />`,
        )}
        ${markHappenings(this.#happenings, frame).map(({ x, width }) =>
          width === null
            ? svg`<g class="moment">
                <line x1=${x} x2=${x} y1=${plot.y - 4} y2=${plot.y + plot.height} />
                <path d="M${x - 4} ${plot.y - 10}h8l-4 7Z" />
              </g>`
            : svg`<rect class="span" x=${x} y=${plot.y - 2} width=${width} height="3" rx="1.5" />`,
        )}`}
      </svg>
      ${active === undefined || words === null ? nothing : seriesTooltip(active, words, this.metric)}`
  }
}

define('sight-series-overlay', SightSeriesOverlay)
