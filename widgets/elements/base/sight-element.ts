/** What every widget shares: where it asks, what about, and how its states look. */
import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit'
import { DEFAULT_ENDPOINT, type Connection, type QueryError, type RenewToken } from '../../data/client.ts'
import { parseFilter, type Filter } from '../../data/filter.ts'
import { card } from './card.styles.ts'
import { tokens } from './tokens.styles.ts'

/** The part of a query controller that decides which state is shown. */
interface Asked<Data, Variables> {
  answer: { data: Data; variables: Variables } | null
  error: QueryError | null
  pending: boolean
  retry(): void
}

/**
 * Base of all widgets. Every property is an attribute of the same name.
 *
 * - `site`: the site's name. Required.
 * - `range`: an ISO 8601 duration until now (`P7D`, `PT24H`) or an interval (`from/to`). Default `P7D`.
 * - `filter`: a FilterInput as an object, or as JSON in the attribute.
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
    filter: {
      converter: {
        fromAttribute: parseFilter,
        toAttribute: (filter: Filter | string | null) =>
          typeof filter === 'object' && filter !== null ? JSON.stringify(filter) : filter,
      },
      reflect: true,
    },
    endpoint: { reflect: true },
    token: {},
    renewToken: { attribute: false },
    refresh: { type: Number, reflect: true },
    theme: { reflect: true },
    locale: { reflect: true },
  }

  declare site: string | null
  declare range: string
  declare filter: Filter | string | null
  declare endpoint: string | null
  declare token: string | null
  declare renewToken: RenewToken | null
  declare refresh: number
  declare theme: 'light' | 'dark' | 'auto' | null
  declare locale: string | null

  constructor() {
    super()
    this.site = null
    this.range = 'P7D'
    this.filter = null
    this.endpoint = null
    this.token = null
    this.renewToken = null
    this.refresh = 0
    this.theme = null
    this.locale = null
  }

  /** The locale in which figures are written; a tag that Intl refuses falls back to the browser's. */
  protected get language(): string {
    const wanted = this.locale ?? document.documentElement.lang
    try {
      return Intl.getCanonicalLocales(wanted)[0] ?? navigator.language
    } catch {
      return navigator.language
    }
  }

  protected get connection(): Connection {
    return { endpoint: this.endpoint ?? DEFAULT_ENDPOINT, token: this.token, renewToken: this.renewToken }
  }

  /** What is wrong with the attributes; null if nothing is. */
  protected get problem(): string | null {
    if (this.site === null || this.site === '') return 'Set the site attribute to the name of a site.'
    if (typeof this.filter === 'string') return `The filter attribute is not a JSON object: ${this.filter}`
    return null
  }

  /** The filter of a query; only asked for when there is no problem. */
  protected get where(): Filter | null {
    return typeof this.filter === 'string' ? null : this.filter
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
      <div class="body" ?data-outdated=${pending && this.refresh === 0}>
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
