import { html, nothing, svg, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { mediumSpans, readSpan } from '../../charts/grid-spans.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import { dashboardStyles } from './dashboard.styles.ts'

/** Styles of a shadow tree cannot turn the paper: this sheet is the document's while there is a dashboard on it. */
let paper: CSSStyleSheet | null = null

const LONGEST_WAIT_MS = 3000

/**
 * `<sight-dashboard>`: elements and anything else in a grid of 12 columns; of 6 where there is less room, of one on a
 * phone. Every row is filled, and the order is that of the document: what Tab reaches next is what stands next.
 *
 * - `heading`: its title, as a heading of the second level.
 * - `wall`: without controls, as high as the screen. Set while it is in full screen.
 *
 * Children: `data-span`, columns of 12 (default 4; h2 and h3: all), and `data-rows`, rows where there are 12 columns
 * (default 1).
 * Slots: the elements; `heading` in place of the attribute; `controls`, at the top while the page scrolls.
 * While the focus is in it, F switches full screen, as the button does. Prints on A4, landscape.
 * Event `sight-wall` {wall}: full screen was entered or left.
 * Parts: `bar`, `heading`, `controls`, `wall`, `grid`.  Custom property: `--sight-page`, the ground between the cards.
 */
export class SightDashboard extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, dashboardStyles]

  static override properties: PropertyDeclarations = {
    heading: { reflect: true },
    wall: { type: Boolean, reflect: true },
    waiting: { state: true },
  }

  declare heading: string | null
  declare wall: boolean
  /** For the scripts of what is inside, whose size is not known before. */
  declare private waiting: boolean

  readonly #children = new MutationObserver(() => this.#place())

  constructor() {
    super()
    this.heading = null
    this.wall = false
    this.waiting = true
    this.addEventListener('keydown', (event) => this.#onKey(event))
    this.addEventListener('fullscreenchange', () => this.#onFullscreen())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (paper === null) {
      paper = new CSSStyleSheet()
      paper.replaceSync('@page { size: A4 landscape; margin: 10mm }')
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper]
    this.#children.observe(this, {
      attributes: true,
      attributeFilter: ['data-span', 'data-rows', 'hidden', 'slot'],
      childList: true,
      subtree: true,
    })
    this.#place()
    void this.#wait()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    const sheets = [...document.adoptedStyleSheets]
    if (paper !== null) sheets.splice(sheets.lastIndexOf(paper), 1)
    document.adoptedStyleSheets = sheets
    this.#children.disconnect()
  }

  /** Nothing jumps while one script after the other comes; one that does not come holds nothing up for long. */
  async #wait(): Promise<void> {
    const names = new Set([...this.querySelectorAll(':not(:defined)')].map(({ localName }) => localName))
    if (names.size > 0) {
      let timer
      await Promise.race([
        Promise.all([...names].map((name) => customElements.whenDefined(name))),
        new Promise((resolve) => (timer = setTimeout(resolve, LONGEST_WAIT_MS))),
      ])
      clearTimeout(timer)
    }
    this.waiting = false
  }

  /** Through CSSOM, as the page may forbid style attributes. The styles choose among them by the room there is. */
  #place(): void {
    const placed = [...this.children].filter(
      (child): child is HTMLElement => child instanceof HTMLElement && child.slot === '' && !child.hidden,
    )
    const wide = placed.map((child) =>
      /^H[23]$/.test(child.tagName) ? 12 : readSpan(child.getAttribute('data-span')),
    )
    const medium = mediumSpans(wide)
    placed.forEach((child, index) => {
      child.style.setProperty('--_wide', String(wide[index]))
      child.style.setProperty('--_medium', String(medium[index]))
      child.style.setProperty(
        '--_deep',
        String(Math.max(1, Math.floor(Number(child.dataset['rows'] ?? 1)) || 1)),
      )
    })
  }

  #onKey(event: KeyboardEvent): void {
    const isTyping = event
      .composedPath()
      .some((target) => target instanceof Element && target.matches(TYPED_IN))
    if (event.key.toLowerCase() !== 'f' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    void this.#switch()
  }

  async #switch(): Promise<void> {
    if (document.fullscreenElement === this) return document.exitFullscreen()
    // A page that forbids it, as a frame may be: then the wall is as large as the page lets it be.
    await this.requestFullscreen().catch(() => this.#setWall(!this.wall))
  }

  #onFullscreen(): void {
    this.#setWall(document.fullscreenElement === this)
  }

  #setWall(wall: boolean): void {
    this.wall = wall
    this.dispatchEvent(new CustomEvent('sight-wall', { detail: { wall }, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    return html`
      <div class="bar" part="bar">
        <slot name="heading"
          >${this.heading === null ? nothing : html`<h2 part="heading">${this.heading}</h2>`}</slot
        >
        <div class="controls" part="controls"><slot name="controls"></slot></div>
        <button
          class="wall-switch"
          part="wall"
          aria-pressed=${this.wall}
          aria-keyshortcuts="F"
          title="Full screen (F)"
          @click=${() => void this.#switch()}
        >
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            ${svg`<path d=${this.wall ? 'M5 1v4H1M9 1v4h4M5 13V9H1M9 13V9h4' : 'M1 5V1h4M13 5V1H9M1 9v4h4M13 9v4H9'} />`}
          </svg>
          Full screen
        </button>
      </div>
      <div class="grid" part="grid" ?data-waiting=${this.waiting}><slot></slot></div>
    `
  }
}

/** Where an F is a letter. */
const TYPED_IN = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'

define('sight-dashboard', SightDashboard)

declare global {
  interface HTMLElementTagNameMap {
    'sight-dashboard': SightDashboard
  }
}
