import {
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { formatCount } from '../../format/number.ts'
import { periodWords } from '../../format/time.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import { WidthController } from '../base/width-controller.ts'
import { flowMove, linkPlace, type FlowPlace } from './flow-moves.ts'
import { pathPicture } from './path-picture.ts'
import { PATHS_QUERY, type PathsAnswer, type PathsFound, type PathsVariables } from './paths.query.ts'
import { pathsStyles } from './paths.styles.ts'
import { pathsTable } from './paths-table.ts'

const CARD_PADDING = 34
const COLUMN_PX = 140
const HEIGHT_PX = 340

/**
 * `<sight-paths>`: which ways sessions take through pages, from the entry, from a page or to one.
 *
 * - `from`: the page at which paths begin.  `to`: the page at which they end; alone: the steps that lead to it.
 * - `depth`: how many steps, 1 to 5. Default 3.
 * - `top`: how many pages at each step, 1 to 12; the others are one. Default 5.
 *
 * The picture takes the focus: left and right lead along the strongest way, up and down among its equals, Home to the
 * first page; Enter chooses.
 * Event `sight-select` {dimension: 'PAGE', key}: a page was chosen; the key null is the unknown one.
 * Event `sight-path` {from, to}: the way from a page to the next was chosen.
 * Parts: `card`, `flow`, `words`, `legend`, `table`, `csv`, `state`, `skeleton`.
 */
export class SightPaths extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, pathsStyles]

  static override properties: PropertyDeclarations = {
    from: { reflect: true },
    to: { reflect: true },
    depth: { type: Number, reflect: true },
    top: { type: Number, reflect: true },
    place: { state: true },
    words: { state: true },
    tableOpen: { state: true },
  }

  declare from: string | null
  declare to: string | null
  declare depth: number
  declare top: number
  /** What Tab leads to; null for the first page. */
  declare private place: FlowPlace | null
  declare private words: string | null
  declare private tableOpen: boolean

  readonly #query = new QueryController<PathsAnswer, PathsVariables>(this, {
    query: PATHS_QUERY,
    variables: () =>
      this.problem !== null || this.siteName === null
        ? null
        : {
            site: this.siteName,
            range: parseRange(this.period),
            where: this.where,
            from: this.from,
            to: this.to,
            depth: this.depth,
            top: this.top,
          },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #width = new WidthController(this)

  constructor() {
    super()
    this.from = null
    this.to = null
    this.depth = 3
    this.top = 5
    this.place = null
    this.words = null
    this.tableOpen = false
  }

  protected override get problem(): string | null {
    if (super.problem !== null) return super.problem
    if (!(this.depth >= 1 && this.depth <= 5)) return `depth is ${this.depth}: choose 1 to 5.`
    return this.top >= 1 && this.top <= 12 ? null : `top is ${this.top}: choose 1 to 12.`
  }

  get #question(): string {
    const [from, to] = [this.from ?? '', this.to ?? '']
    if (from !== '') return to === '' ? `from ${from}` : `from ${from} to ${to}`
    return to === '' ? 'from the entry' : `to ${to}`
  }

  get #height(): number {
    return HEIGHT_PX + Math.max(0, this.top - 5) * 36
  }

  /** Room for the picture, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    this.style.setProperty('--_height', `${this.#height}px`)
  }

  #onKey(event: KeyboardEvent, found: PathsFound, at: FlowPlace): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      this.#onChoose(found, at)
      return
    }
    const place = flowMove(found, at, event.key)
    if (place === null) return
    event.preventDefault()
    this.place = place
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<SVGElement>('.flow [tabindex="0"]')?.focus(),
    )
  }

  #onChoose({ nodes, links }: PathsFound, place: FlowPlace): void {
    const pageOf = (id: string | undefined) => nodes.find((node) => node.id === id)
    const node = pageOf(place)
    const link = links.find((other) => linkPlace(other) === place)
    const [source, target] = [pageOf(link?.source), pageOf(link?.target)]
    if (node !== undefined && !node.other) this.#tell('sight-select', { dimension: 'PAGE', key: node.page })
    if (source !== undefined && target !== undefined && !source.other && !target.other)
      this.#tell('sight-path', { from: source.page, to: target.page })
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            <span class="title">Paths</span>
            <span class="muted" title=${this.#question}>${this.#question}</span>
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const { paths } = site.segment
          if (paths.sessions > 0 && paths.nodes.length > 0) return this.#renderPaths(paths)
          return this.renderState(
            `No paths ${this.#question} in the ${periodWords(this.period)}`,
            'Choose another page, a longer period or fewer filters.',
          )
        })}
      </article>
    `
  }

  #renderPaths(found: PathsFound): TemplateResult {
    const locale = this.language
    const columns = new Set(found.nodes.map(({ step }) => step)).size
    const isThere =
      found.nodes.some(({ id }) => id === this.place) ||
      found.links.some((link) => linkPlace(link) === this.place)
    const at = isThere && this.place !== null ? this.place : (found.nodes[0]?.id ?? '')
    return html`
      <div class="scroll">
        ${pathPicture(found, {
          width: Math.max(this.#width.width - CARD_PADDING, columns * COLUMN_PX),
          height: this.#height,
          locale,
          at,
          onKey: (event) => this.#onKey(event, found, at),
          onEnter: (words, focused) => {
            this.words = words
            if (focused !== null) this.place = focused
          },
          onChoose: (place) => this.#onChoose(found, place),
        })}
      </div>
      <p class="words" part="words" aria-hidden="true">
        ${this.words ?? html`<span class="muted">${formatCount(found.sessions, locale)} sessions. Point at a page or a way, or move with the arrow keys.</span>`}
      </p>
      <ul class="legend" part="legend">
        <li><i class="stays" aria-hidden="true"></i>goes on</li>
        <li><i class="ends" aria-hidden="true"></i>goes no further</li>
      </ul>
      ${pathsTable(found, locale, this.tableOpen, (isOpen) => (this.tableOpen = isOpen))}
    `
  }
}

define('sight-paths', SightPaths)

declare global {
  interface HTMLElementTagNameMap {
    'sight-paths': SightPaths
  }
}
