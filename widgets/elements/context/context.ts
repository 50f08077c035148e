import { LitElement, css, html, type PropertyDeclarations, type TemplateResult } from 'lit'
import { tokenFrom, type RenewToken } from '../../data/client.ts'
import {
  CONTEXT_READY,
  CONTEXT_REQUEST,
  type ContextRequest,
  type ContextValue,
  type FollowContext,
} from '../../data/context.ts'
import { allOf, whereEquals, type Filter } from '../../data/filter.ts'
import { isDimension, type DimensionName } from '../../format/names.ts'
import { define } from '../base/define.ts'
import { filterProperty } from '../base/filter-property.ts'

/**
 * `<sight-context>`: what the elements inside it have in common. What an element says itself goes before; filters are
 * joined, so that both hold. Controls inside (`<sight-range>`, `<sight-filters>`) drive all of them, and what is selected
 * in one element (`sight-select`) narrows every other.
 *
 * - `site`, `range`, `filter`, `endpoint`, `token`, `refresh`, `theme`, `locale`, `renewToken`: as the elements take them.
 * - `token-from`: an address that answers a GET with a token as text: `https://rum.example/status/shop/token`, or one of
 *   your own server.
 * - `fixed`: selecting a row narrows nothing.
 * - `selected` (property alone): what is selected, a Map of keys by dimension.
 *
 * Event `sight-context-change` {range, selected}: somebody chose another period or selected something; `selected` is an
 * object of keys by dimension, for an address or a setting of yours.
 * Slot: the elements. It takes no room of its own.
 */
export class SightContext extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `

  static override properties: PropertyDeclarations = {
    site: { reflect: true },
    range: { reflect: true },
    filter: filterProperty,
    endpoint: { reflect: true },
    token: {},
    renewToken: { attribute: false },
    tokenFrom: { attribute: 'token-from', reflect: true },
    refresh: { type: Number, reflect: true },
    theme: { reflect: true },
    locale: { reflect: true },
    fixed: { type: Boolean, reflect: true },
    selected: { attribute: false },
  }

  declare site: string | null
  declare range: string | null
  declare filter: Filter | string | null
  declare endpoint: string | null
  declare token: string | null
  declare renewToken: RenewToken | null
  declare tokenFrom: string | null
  declare refresh: number | null
  declare theme: ContextValue['theme']
  declare locale: string | null
  declare fixed: boolean
  /** Keys by dimension; the key null is the unknown value. */
  declare selected: ReadonlyMap<DimensionName, string | null>

  readonly #followers = new Set<(value: ContextValue) => void>()

  constructor() {
    super()
    this.site = null
    this.range = null
    this.filter = null
    this.endpoint = null
    this.token = null
    this.renewToken = null
    this.tokenFrom = null
    this.refresh = null
    this.theme = null
    this.locale = null
    this.fixed = false
    this.selected = new Map()
    this.addEventListener(CONTEXT_REQUEST, (event) => this.#onRequest(event as ContextRequest))
    this.addEventListener('sight-select', (event) => this.#onSelect(event as SelectEvent))
    this.addEventListener('sight-deselect', (event) => this.#onDeselect(event as SelectEvent))
    this.addEventListener('sight-range-change', (event) => this.#onRange(event as RangeEvent))
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.dispatchEvent(new CustomEvent(CONTEXT_READY))
  }

  /** Before the elements inside are drawn with what is no longer so. */
  protected override willUpdate(): void {
    const value = this.#value
    for (const follower of this.#followers) follower(value)
  }

  get #value(): ContextValue {
    const { site, range, endpoint, token, refresh, theme, locale, selected, tokenFrom: address } = this
    const renewToken = this.renewToken ?? (address === null ? null : tokenFrom(address))
    const others = { site, range, endpoint, token, renewToken, refresh, theme, locale, selected }
    if (typeof this.filter === 'string') return { ...others, filter: this.filter }
    const narrowed = [...selected].map(([dimension, key]) => whereEquals(dimension, key))
    return { ...others, filter: allOf([this.filter, ...narrowed]) }
  }

  #onRequest(event: ContextRequest): void {
    // A context inside this one asks for itself.
    if (event.composedPath()[0] === this) return
    event.stopPropagation()
    const follow: FollowContext = (onChange) => {
      this.#followers.add(onChange)
      onChange(this.#value)
      return () => this.#followers.delete(onChange)
    }
    event.detail.provide(follow)
  }

  #onSelect(event: SelectEvent): void {
    const { dimension, key } = event.detail
    if (this.fixed || event.defaultPrevented || !isDimension(dimension)) return
    event.stopPropagation()
    this.#change({ selected: new Map([...this.selected, [dimension, key]]) })
  }

  #onDeselect(event: SelectEvent): void {
    event.stopPropagation()
    this.#change({
      selected: new Map([...this.selected].filter(([dimension]) => dimension !== event.detail.dimension)),
    })
  }

  #onRange(event: RangeEvent): void {
    event.stopPropagation()
    this.#change({ range: event.detail.range })
  }

  #change(change: Partial<Pick<ContextValue, 'range' | 'selected'>>): void {
    Object.assign(this, change)
    const detail = { range: this.range, selected: Object.fromEntries(this.selected) }
    this.dispatchEvent(new CustomEvent('sight-context-change', { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`
  }
}

type SelectEvent = CustomEvent<{ dimension: DimensionName; key: string | null }>
type RangeEvent = CustomEvent<{ range: string }>

define('sight-context', SightContext)

declare global {
  interface HTMLElementTagNameMap {
    'sight-context': SightContext
  }
}
