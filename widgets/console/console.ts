/** The console at `/`: the widgets on one page, and what they are all asked about. */
import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { VitalName } from '../../sdk/wire/vitals.ts'
import { DEFAULT_ENDPOINT } from '../data/client.ts'
import { QueryController } from '../data/query-controller.ts'
import { choices } from '../elements/base/choices.styles.ts'
import { define } from '../elements/base/define.ts'
import { tokens } from '../elements/base/tokens.styles.ts'
import '../elements/breakdown/breakdown.ts'
import '../elements/session-timeline/session-timeline.ts'
import '../elements/sessions/sessions.ts'
import '../elements/time-series/time-series.ts'
import '../elements/vital-card/vital-card.ts'
import { DIMENSIONS, keyLabel, type DimensionName } from '../format/names.ts'
import { periodWords } from '../format/time.ts'
import { renderBar, type Preferences } from './bar.ts'
import { ARRIVAL_QUERY, CONSOLE_QUERY, type ArrivalAnswer, type ConsoleAnswer } from './console.query.ts'
import { consoleStyles } from './console.styles.ts'
import { controls } from './controls.styles.ts'
import './first-run.ts'
import { formatLocation, parseLocation, whereOf, type ConsoleLocation } from './location.ts'
import './sign-in.ts'
import { signInFromLink } from './sign-in-link.ts'
import { recallTheme, rememberTheme } from './theme.ts'

const CARDS: VitalName[] = ['LCP', 'INP', 'CLS', 'FCP', 'TTFB']
const BREAKDOWNS: [DimensionName, top: number][] = [
  ['PAGE', 8],
  ['COUNTRY', 8],
  ['DEVICE', 5],
  ['BROWSER', 5],
  ['RELEASE', 5],
]
const LIVE_SECONDS = 10

/** `<sight-console>`: the whole page. It takes no attributes: what it shows is in the address. */
export class SightConsole extends LitElement {
  static override styles: CSSResultGroup = [tokens, choices, controls, consoleStyles]

  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    place: { state: true },
    isLive: { state: true },
  }

  declare theme: Preferences['theme']
  declare private place: ConsoleLocation
  declare private isLive: boolean

  readonly #sites = new QueryController<ConsoleAnswer, object>(this, {
    query: CONSOLE_QUERY,
    variables: () => ({}),
    connection: () => ({ endpoint: DEFAULT_ENDPOINT, token: null }),
    refreshSeconds: () => 0,
  })
  readonly #arrival = new QueryController<ArrivalAnswer, { site: string }>(this, {
    query: ARRIVAL_QUERY,
    variables: () => {
      const site = this.place.site ?? this.#site?.id ?? null
      return site === null ? null : { site }
    },
    connection: () => ({ endpoint: DEFAULT_ENDPOINT, token: null }),
    refreshSeconds: () => (this.#hasArrived ? 0 : LIVE_SECONDS),
  })

  constructor() {
    super()
    this.theme = recallTheme()
    this.place = parseLocation(location.search)
    this.isLive = true
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('popstate', this.#onPopState)
    this.addEventListener('sight-unauthorized', this.#onUnauthorized)
  }

  override disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#onPopState)
    this.removeEventListener('sight-unauthorized', this.#onUnauthorized)
    super.disconnectedCallback()
  }

  protected override updated(_changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog !== null && !dialog.open) dialog.showModal()
    document.title = this.#site === null ? 'Sightline' : `${this.#site.name} · Sightline`
  }

  get #site(): ConsoleAnswer['sites']['nodes'][number] | null {
    const sites = this.#sites.answer?.data.sites.nodes ?? []
    return (
      sites.find(({ id }) => id === this.place.site) ?? (this.place.site === null ? (sites[0] ?? null) : null)
    )
  }

  get #hasArrived(): boolean {
    return (this.#arrival.answer?.data.site?.segment.views ?? 0) > 0
  }

  #go(change: Partial<ConsoleLocation>): void {
    this.place = { ...this.place, ...change }
    history.pushState(null, '', formatLocation(this.place) || location.pathname)
  }

  readonly #onPopState = (): void => {
    this.place = parseLocation(location.search)
  }

  /** A widget found that the session has ended: asking again who is there brings up the form. */
  readonly #onUnauthorized = (event: Event): void => {
    if (event.composedPath()[0] !== this && !this.#sites.pending) this.#sites.retry()
  }

  readonly #onPrefer = ({ theme, isLive }: Partial<Preferences>): void => {
    if (isLive !== undefined) this.isLive = isLive
    if (theme === undefined) return
    this.theme = theme
    rememberTheme(theme)
  }

  readonly #onSelect = ({ detail }: CustomEvent<{ dimension: DimensionName; key: string | null }>): void => {
    this.#go({ filters: { ...this.place.filters, [detail.dimension]: detail.key } })
  }

  #onRemove(dimension: DimensionName): void {
    const { [dimension]: _removed, ...filters } = this.place.filters
    this.#go({ filters })
  }

  protected override render(): TemplateResult {
    const { answer, error } = this.#sites
    if (error?.code === 'UNAUTHENTICATED') return html`<sight-sign-in .theme=${this.theme}></sight-sign-in>`
    if (answer === null)
      return html`<main aria-busy="true">
        ${error === null ? nothing : this.#renderProblem(error.message)}
      </main>`
    return html`
      ${renderBar(
        { sites: answer.data.sites.nodes, site: this.#site?.id ?? null, place: this.place },
        { theme: this.theme, isLive: this.isLive },
        { onGo: (change) => this.#go(change), onPrefer: this.#onPrefer },
      )}
      <main>${this.#renderMain()}</main>
    `
  }

  #renderMain(): TemplateResult {
    const site = this.#site
    if (site === null) {
      return this.#renderProblem(
        this.place.site === null
          ? 'There is no site yet that you may see.'
          : `There is no site ${this.place.site}.`,
      )
    }
    const { answer, error } = this.#arrival
    if (answer?.variables.site !== site.id && error === null) return html``
    if (answer !== null && !this.#hasArrived && answer.variables.site === site.id) {
      return html`<sight-first-run
        .theme=${this.theme}
        .name=${site.name}
        .writeKey=${site.writeKeys[0] ?? null}
      ></sight-first-run>`
    }
    return this.#renderOverview(site.id)
  }

  #renderProblem(message: string): TemplateResult {
    return html`<div class="context"><h1>Sightline</h1></div>
      <p role="alert">${message}</p>`
  }

  #renderOverview(site: string): TemplateResult {
    const { range, metric, session } = this.place
    const where = whereOf(this.place)
    const refresh = this.isLive ? LIVE_SECONDS : 0
    return html`
      <div class="context">
        <h1>Web vitals</h1>
        <span class="muted">${periodWords(range)}</span>
        ${this.#renderChips()}
      </div>
      <h2 class="visually-hidden">Vitals</h2>
      <div class="vitals">
        ${CARDS.map(
          (name) =>
            html`<sight-vital-card
              selectable
              .site=${site}
              .range=${range}
              .filter=${where}
              .refresh=${refresh}
              .theme=${this.theme}
              .metric=${name}
              .selected=${name === metric}
              @sight-select=${() => this.#go({ metric: name })}
            ></sight-vital-card>`,
        )}
      </div>
      <sight-time-series
        show-views
        .site=${site}
        .range=${range}
        .filter=${where}
        .refresh=${refresh}
        .theme=${this.theme}
        .metric=${metric}
      ></sight-time-series>
      <h2 class="visually-hidden">Breakdowns</h2>
      <div class="breakdowns">
        ${BREAKDOWNS.map(
          ([dimension, top]) =>
            html`<sight-breakdown
              .site=${site}
              .range=${range}
              .filter=${where}
              .refresh=${refresh}
              .theme=${this.theme}
              .metric=${metric}
              .dimension=${dimension}
              .top=${top}
              @sight-select=${this.#onSelect}
            ></sight-breakdown>`,
        )}
      </div>
      <h2 class="visually-hidden">Sessions</h2>
      <sight-sessions
        .site=${site}
        .range=${range}
        .filter=${where}
        .refresh=${refresh}
        .theme=${this.theme}
        .selected=${session}
        @sight-session=${({ detail }: CustomEvent<{ id: string }>) => this.#go({ session: detail.id })}
      ></sight-sessions>
      ${session === null ? nothing : this.#renderSession(site, session)}
    `
  }

  #renderChips(): TemplateResult[] {
    const language = document.documentElement.lang || navigator.language
    return (Object.entries(this.place.filters) as [DimensionName, string | null][]).map(
      ([dimension, key]) => {
        const { label } = DIMENSIONS[dimension]
        const value = keyLabel(dimension, key, language)
        return html`<button
          class="chip"
          aria-label="Remove filter ${label} ${value}"
          title=${value}
          @click=${() => this.#onRemove(dimension)}
        >
          <span class="muted">${label}</span><b>${value}</b><span aria-hidden="true">×</span>
        </button>`
      },
    )
  }

  #renderSession(site: string, session: string): TemplateResult {
    return html`<dialog aria-label="Session" @close=${() => this.#go({ session: null })}>
      <div class="close">
        <form method="dialog"><button class="quiet">Close</button></form>
      </div>
      <sight-session-timeline .site=${site} .session=${session} .theme=${this.theme}></sight-session-timeline>
    </dialog>`
  }
}

await signInFromLink()
define('sight-console', SightConsole)
