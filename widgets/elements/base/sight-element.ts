/** What every widget shares: where it asks, what about, and how its states look. */
import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { DEFAULT_ENDPOINT, type Connection, type QueryError, type RenewToken } from '../../data/client.ts'
import { ContextController, type ContextValue } from '../../data/context.ts'
import { allOf, type Filter } from '../../data/filter.ts'
import { card } from './card.styles.ts'
import { filterProperty } from './filter-property.ts'
import { tokens } from './tokens.styles.ts'

/** The part of a query controller that decides which state is shown. */
interface Asked<Data, Variables> {
  answer: { data: Data; variables: Variables } | null
  error: QueryError | null
  pending: boolean
  retry(): void
}

/**
 * Base of all widgets. Every property is an attribute of the same name, and what it does not say the nearest
 * `<sight-context>` around it does.
 *
 * - `site`: the site's name. Required, here or in the context.
 * - `range`: an ISO 8601 duration until now (`P7D`, `PT24H`) or an interval (`from/to`). Default `P7D`.
 * - `filter`: a FilterInput as an object, or as JSON in the attribute. It holds besides the context's.
 * - `endpoint`: the GraphQL address. Default: `/graphql` of the origin that the script came from.
 * - `token`: an embed or API token, sent as `Authorization: Bearer`. Never reflected.
 * - `renewToken` (property alone): a function that resolves to an embed token. Asked when there is none and when one has
 *   ended; elements that share the function share its tokens.
 * - `refresh`: seconds between updates while the page is visible. Default 0: none.
 * - `theme`: `light` or `dark`; otherwise as the system has it.
 * - `locale`: a BCP 47 tag. Default: the language of the document.
 *
 * Event `sight-unauthorized` (bubbles, composed): the server answered 401.
 *
 * Custom properties: `--sight-surface`, `-sunken`, `-ink`, `-muted`, `-line`, `-accent`, `-accent-soft`, `-good`,
 * `-needs-improvement`, `-poor`, `-radius`, `-font`.
 */
export abstract class SightElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, card]

  static override properties: PropertyDeclarations = {
    site: { reflect: true },
    range: { reflect: true },
    filter: filterProperty,
    endpoint: { reflect: true },
    token: {},
    renewToken: { attribute: false },
    refresh: { type: Number, reflect: true },
    theme: { reflect: true },
    locale: { reflect: true },
  }

  declare site: string | null
  declare range: string | null
  declare filter: Filter | string | null
  declare endpoint: string | null
  declare token: string | null
  declare renewToken: RenewToken | null
  declare refresh: number | null
  declare theme: 'light' | 'dark' | 'auto' | null
  declare locale: string | null

  readonly #context = new ContextController(this)

  constructor() {
    super()
    this.site = null
    this.range = null
    this.filter = null
    this.endpoint = null
    this.token = null
    this.renewToken = null
    this.refresh = null
    this.theme = null
    this.locale = null
  }

  /** The locale in which figures are written; a tag that Intl refuses falls back to the browser's. */
  protected get language(): string {
    const wanted = this.locale ?? this.#context.value?.locale ?? document.documentElement.lang
    try {
      return Intl.getCanonicalLocales(wanted)[0] ?? navigator.language
    } catch {
      return navigator.language
    }
  }

  protected get connection(): Connection {
    const { value } = this.#context
    return {
      endpoint: this.endpoint ?? value?.endpoint ?? DEFAULT_ENDPOINT,
      token: this.token ?? value?.token ?? null,
      renewToken: this.renewToken ?? value?.renewToken ?? null,
    }
  }

  /** The site that is asked about; null if nobody says which. */
  protected get siteName(): string | null {
    const said = this.site ?? this.#context.value?.site
    return said === undefined || said === '' ? null : said
  }

  /** The period that is asked about. */
  protected get period(): string {
    return this.range ?? this.#context.value?.range ?? 'P7D'
  }

  /** What was selected in the context around it, by dimension. */
  protected get selections(): ContextValue['selected'] {
    return this.#context.value?.selected ?? new Map()
  }

  protected get refreshSeconds(): number {
    return this.refresh ?? this.#context.value?.refresh ?? 0
  }

  /** What is wrong with the attributes; null if nothing is. */
  protected get problem(): string | null {
    if (this.siteName === null) return 'Set the site attribute to the name of a site.'
    for (const filter of [this.filter, this.#context.value?.filter])
      if (typeof filter === 'string') return `The filter attribute is not a JSON object: ${filter}`
    return null
  }

  /** The filter of a query; only asked for when there is no problem. */
  protected get where(): Filter | null {
    const filters = [this.#context.value?.filter ?? null, this.filter]
    return allOf(filters.map((filter) => (typeof filter === 'string' ? null : filter)))
  }

  /** The look of the context; through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(_changed: PropertyValues): void {
    const theme = this.theme === null ? this.#context.value?.theme : null
    if (theme === 'light' || theme === 'dark') this.style.setProperty('color-scheme', theme)
    else this.style.removeProperty('color-scheme')
  }

  /** The state that a question is in: skeleton, problem, error, or the answer. */
  protected renderAsked<Data, Variables>(
    asked: Asked<Data, Variables>,
    render: (data: Data, variables: Variables) => TemplateResult,
  ): TemplateResult {
    if (this.problem !== null) return this.renderState('Not set up', this.problem)
    const { answer, error, pending } = asked
    if (error !== null && (answer === null || error.code === 'UNAUTHENTICATED')) {
      return this.renderError(error, asked)
    }
    if (answer === null) return this.renderSkeleton()
    const stale = error !== null
    return html`
      <div class="body" ?data-outdated=${pending && this.refreshSeconds === 0}>
        ${render(answer.data, answer.variables)}
      </div>
      ${
        stale
          ? html`<p class="notice" role="status">
              Not up to date: ${error.message}.
              <button class="link" @click=${() => asked.retry()}>Retry</button>
            </p>`
          : nothing
      }
    `
  }

  protected renderState(title: string, hint: string): TemplateResult {
    return html`<div class="state" part="state">
      <strong>${title}</strong>
      <p>${hint}</p>
    </div>`
  }

  private renderError(error: QueryError, asked: { retry(): void }): TemplateResult {
    return html`<div class="state" part="state" role="alert" data-code=${error.code}>
      <strong>Could not load</strong>
      <p>${error.message}</p>
      <button class="retry" @click=${() => asked.retry()}>Retry</button>
    </div>`
  }

  private renderSkeleton(): TemplateResult {
    return html`<div class="skeleton" part="skeleton" role="status">
      <span class="visually-hidden">Loading</span><i></i><i></i><i></i>
    </div>`
  }
}
