import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { parseRange } from '../data/period.ts'
import { QueryController } from '../data/query-controller.ts'
import { choices } from '../elements/base/choices.styles.ts'
import { define } from '../elements/base/define.ts'
import { SightElement } from '../elements/base/sight-element.ts'
import { formatCount } from '../format/number.ts'
import { DIMENSIONS, keyLabel, type DimensionName } from '../format/names.ts'
import { VALUES_QUERY, type ValuesAnswer, type ValuesVariables } from './console.query.ts'
import { controls } from './controls.styles.ts'
import { filterFormStyles } from './filter-form.styles.ts'

const CHOICES = Object.entries(DIMENSIONS) as [DimensionName, { label: string }][]

/**
 * `<sight-filter-form>`: narrows the context around it to one value of a dimension: of those that there are, the most
 * frequent first, or one that is written.
 *
 * Event `sight-select` {dimension, key}.
 */
export class SightFilterForm extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, choices, controls, filterFormStyles]

  static override properties: PropertyDeclarations = {
    isOpen: { state: true },
    dimension: { state: true },
    text: { state: true },
  }

  declare private isOpen: boolean
  declare private dimension: DimensionName
  declare private text: string

  readonly #values = new QueryController<ValuesAnswer, ValuesVariables>(this, {
    query: VALUES_QUERY,
    variables: () =>
      this.isOpen && this.siteName !== null
        ? {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            dimension: this.dimension,
          }
        : null,
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })

  constructor() {
    super()
    this.isOpen = false
    this.dimension = 'PAGE'
    this.text = ''
  }

  #open(isOpen: boolean): void {
    this.isOpen = isOpen
    this.text = ''
  }

  #choose(key: string | null): void {
    const detail = { dimension: this.dimension, key }
    this.dispatchEvent(new CustomEvent('sight-select', { detail, bubbles: true, composed: true }))
    this.#open(false)
    this.renderRoot.querySelector('button')?.focus()
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isOpen) return
    event.stopPropagation()
    this.#open(false)
    this.renderRoot.querySelector('button')?.focus()
  }

  /** Left by Tab or by a press elsewhere. */
  readonly #onLeave = (event: FocusEvent): void => {
    if (event.relatedTarget !== null && !this.renderRoot.contains(event.relatedTarget as Node))
      this.#open(false)
  }

  #submit(event: Event): void {
    event.preventDefault()
    const text = this.text.trim()
    if (text !== '') this.#choose(text)
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('isOpen') && this.isOpen) this.renderRoot.querySelector('select')?.focus()
  }

  protected override render(): TemplateResult {
    return html`<div class="wrap" @keydown=${this.#onKey} @focusout=${this.#onLeave}>
      <button class="chip" aria-expanded=${this.isOpen} @click=${() => this.#open(!this.isOpen)}>
        <span aria-hidden="true">+</span> Filter
      </button>
      ${this.isOpen ? this.#renderForm() : nothing}
    </div>`
  }

  #renderForm(): TemplateResult {
    const { answer, error, pending } = this.#values
    const isCurrent = answer?.variables.dimension === this.dimension
    const parts = isCurrent ? (answer.data.site?.segment.by ?? []).filter(({ other }) => !other) : []
    const label = (key: string | null) => keyLabel(this.dimension, key, this.language)
    const shown = parts.filter(({ key }) => label(key).toLowerCase().includes(this.text.toLowerCase()))
    return html`<form class="panel" aria-label="Filter" @submit=${(event: Event) => this.#submit(event)}>
      <select
        aria-label="Dimension"
        @change=${(event: Event) => (this.dimension = (event.target as HTMLSelectElement).value as DimensionName)}
      >
        ${CHOICES.map(
          ([name, { label }]) =>
            html`<option value=${name} ?selected=${name === this.dimension}>${label}</option>`,
        )}
      </select>
      <input
        type="search"
        aria-label="Value"
        placeholder="Type a value, or choose one"
        autocomplete="off"
        .value=${this.text}
        @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
      />
      <ul aria-busy=${pending}>
        ${shown.map(
          ({ key, segment }) =>
            html`<li>
              <button type="button" @click=${() => this.#choose(key)}>
                <span class="name" title=${label(key)}>${label(key)}</span>
                <span class="muted">${formatCount(segment.views, this.language)}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${
        error === null && (shown.length > 0 || pending || !isCurrent)
          ? nothing
          : html`<p class="muted" role="status">
              ${error === null ? (this.text === '' ? 'Nothing was seen in the period.' : 'None of the most frequent ones. Enter takes it as it is written.') : error.message}
            </p>`
      }
    </form>`
  }
}

define('sight-filter-form', SightFilterForm)
