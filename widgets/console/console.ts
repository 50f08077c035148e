/**
 * The console: elements on pages, and what they are all asked about.
 *
 *   address ──parse──▶ place ──▶ `<sight-context>` ──▶ elements of the page
 *      ▲                                                     │
 *      └──────────────── push ◀── what was chosen ◀──────────┘
 */
import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { DEFAULT_ENDPOINT, knowDocuments } from '../data/client.ts'
import { QueryController } from '../data/query-controller.ts'
import { choices } from '../elements/base/choices.styles.ts'
import { define } from '../elements/base/define.ts'
import { tokens } from '../elements/base/tokens.styles.ts'
import '../elements/context/context.ts'
import { renderBar } from './bar.ts'
import { CONSOLE_PAGES, type ConsolePage, type PageName } from './console-pages.ts'
import { ARRIVAL_QUERY, CONSOLE_QUERY, type ArrivalAnswer, type ConsoleAnswer } from './console.query.ts'
import { consoleStyles } from './console.styles.ts'
import { controls } from './controls.styles.ts'
import { CONSOLE_DOCUMENT_IDS } from './document-ids.generated.ts'
import './first-run.ts'
import { followEvents } from './follow-events.ts'
import { changed, formatLocation, parseLocation, type ConsoleLocation } from './location.ts'
import { renderMenu } from './menu.ts'
import { menuStyles } from './menu.styles.ts'
import './palette.ts'
import { recallPreferences, rememberTheme, type Preferences } from './preferences.ts'
import { renderSession } from './session-panel.ts'
import { followKeys } from './shortcuts.ts'
import './shortcuts-help.ts'
import './sign-in.ts'
import { signInFromLink } from './sign-in-link.ts'

const ARRIVAL_SECONDS = 10

type Site = ConsoleAnswer['sites']['nodes'][number]
type Over = 'palette' | 'shortcuts'

/** `<sight-console>`: the whole page. It takes no attributes: what it shows is in the address. */
export class SightConsole extends LitElement {
  static override styles: CSSResultGroup = [tokens, choices, controls, menuStyles, consoleStyles]

  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
    place: { state: true },
    isLive: { state: true },
    menuIsOpen: { state: true },
    over: { state: true },
    loaded: { state: true },
  }

  declare theme: Preferences['theme']
  declare private place: ConsoleLocation
  declare private isLive: boolean
  declare private menuIsOpen: boolean
  /** What lies over the page. */
  declare private over: Over | null
  /** The pages that have come; null for one that did not. */
  declare private loaded: ReadonlyMap<PageName, Awaited<ReturnType<ConsolePage['load']>> | null>

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
    refreshSeconds: () => (this.#hasArrived ? 0 : ARRIVAL_SECONDS),
  })

  #stopKeys: (() => void) | null = null

  constructor() {
    super()
    const { theme, isLive } = recallPreferences()
    this.theme = theme
    this.isLive = isLive
    this.place = parseLocation(location)
    this.menuIsOpen = false
    this.over = null
    this.loaded = new Map()
    followEvents(this, { place: () => this.place, onGo: this.#onGo })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('popstate', this.#onPopState)
    this.addEventListener('sight-unauthorized', this.#onUnauthorized)
    this.addEventListener('sight-sites-changed', this.#onSitesChanged)
    this.#stopKeys = followKeys({
      onPage: (page) => this.#onGo({ page }),
      onPalette: () => (this.over = 'palette'),
      onHelp: () => (this.over = 'shortcuts'),
      onLive: () => this.#onPrefer({ isLive: !this.isLive }),
    })
  }

  override disconnectedCallback(): void {
    window.removeEventListener('popstate', this.#onPopState)
    this.removeEventListener('sight-unauthorized', this.#onUnauthorized)
    this.removeEventListener('sight-sites-changed', this.#onSitesChanged)
    this.#stopKeys?.()
    super.disconnectedCallback()
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (changes.has('place') && !this.loaded.has(this.place.page)) void this.#load(this.place.page)
  }

  protected override updated(): void {
    const { title } = CONSOLE_PAGES[this.place.page]
    document.title = this.#site === null ? 'Sightline' : `${title} · ${this.#site.name} · Sightline`
  }

  get #site(): Site | null {
    const sites = this.#sites.answer?.data.sites.nodes ?? []
    return (
      sites.find(({ id }) => id === this.place.site) ?? (this.place.site === null ? (sites[0] ?? null) : null)
    )
  }

  get #hasArrived(): boolean {
    return (this.#arrival.answer?.data.site?.segment.views ?? 0) > 0
  }

  async #load(page: PageName): Promise<void> {
    const module = await CONSOLE_PAGES[page].load().catch(() => null)
    this.loaded = new Map([...this.loaded, [page, module]])
  }

  readonly #onGo = (change: Partial<ConsoleLocation>): void => {
    const before = this.place
    this.place = changed(before, change)
    this.menuIsOpen = false
    history.pushState(null, '', formatLocation(this.place))
    if (this.place.page !== before.page) scrollTo({ top: 0 })
  }

  readonly #onPopState = (): void => {
    this.place = parseLocation(location)
  }

  /** An element found that the session has ended: asking again who is there brings up the form. */
  readonly #onUnauthorized = (event: Event): void => {
    if (event.composedPath()[0] !== this && !this.#sites.pending) this.#sites.retry()
  }

  readonly #onSitesChanged = (): void => this.#sites.retry()

  readonly #onPrefer = ({ theme, isLive }: Partial<Preferences>): void => {
    if (isLive !== undefined) this.isLive = isLive
    if (theme === undefined) return
    this.theme = theme
    rememberTheme(theme)
  }

  protected override render(): TemplateResult {
    const { answer, error } = this.#sites
    if (error?.code === 'UNAUTHENTICATED') return html`<sight-sign-in .theme=${this.theme}></sight-sign-in>`
    if (answer === null)
      return html`<main aria-busy="true">
        ${error === null ? nothing : this.#renderProblem(error.message)}
      </main>`
    const { place } = this
    const page: ConsolePage = CONSOLE_PAGES[place.page]
    const site = this.#site
    return html`<sight-context
      .site=${site?.id ?? null}
      .range=${place.range}
      .selected=${page.takes.filters ? place.filters : new Map()}
      .refresh=${this.isLive ? page.refreshSeconds : 0}
      .theme=${this.theme}
    >
      <div class="frame">
        ${renderMenu(
          { place, sites: answer.data.sites.nodes, site, isOpen: this.menuIsOpen, theme: this.theme },
          {
            onGo: this.#onGo,
            onToggle: () => (this.menuIsOpen = !this.menuIsOpen),
            onPrefer: this.#onPrefer,
          },
        )}
        <div class="content">
          ${
            site === null
              ? nothing
              : renderBar(
                  { page, place, isLive: this.isLive },
                  { onGo: this.#onGo, onPrefer: this.#onPrefer, onPalette: () => (this.over = 'palette') },
                )
          }
          <main id="main" tabindex="-1">
            <div class="heading">
              <h1>${page.title}</h1>
              <h2>${page.question}</h2>
            </div>
            ${this.#renderPage(site)}
          </main>
        </div>
      </div>
      ${place.session === null || site === null ? nothing : renderSession(place.session, this.#onGo)}
      ${
        this.over === 'palette'
          ? html`<sight-palette
              .sites=${answer.data.sites.nodes}
              .place=${place}
              .onGo=${this.#onGo}
              .onPrefer=${this.#onPrefer}
              @close=${() => (this.over = null)}
            ></sight-palette>`
          : nothing
      }
      ${
        this.over === 'shortcuts'
          ? html`<sight-shortcuts-help
              .theme=${this.theme}
              @close=${() => (this.over = null)}
            ></sight-shortcuts-help>`
          : nothing
      }
    </sight-context>`
  }

  #renderPage(site: Site | null): TemplateResult {
    if (site === null) {
      return this.#renderProblem(
        this.place.site === null
          ? 'There is no site yet that you may see.'
          : `There is no site ${this.place.site} that you may see.`,
      )
    }
    const { answer, error } = this.#arrival
    const page: ConsolePage = CONSOLE_PAGES[this.place.page]
    // Why nothing arrives is told by the usage, which has a period and no filters: it is shown before anything has.
    if (page.takes.filters) {
      if (answer?.variables.site !== site.id && error === null) return html``
      if (answer?.variables.site === site.id && !this.#hasArrived)
        return html`<sight-first-run
          .theme=${this.theme}
          .name=${site.name}
          .writeKey=${site.writeKeys[0] ?? null}
        ></sight-first-run>`
    }
    const module = this.loaded.get(this.place.page)
    if (module === null) return this.#renderProblem('This page could not be loaded. Load it again.')
    return module === undefined
      ? html``
      : module.renderPage({
          site: site.id,
          place: this.place,
          manages: this.#sites.answer?.data.viewer.scopes.includes('MANAGE') ?? false,
          onGo: this.#onGo,
        })
  }

  #renderProblem(message: string): TemplateResult {
    return html`<p class="problem" role="alert">${message}</p>`
  }
}

knowDocuments(CONSOLE_DOCUMENT_IDS)
await signInFromLink()
define('sight-console', SightConsole)
