import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { isDimension, type DimensionName } from '../../format/names.ts'
import { periodWords } from '../../format/time.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'
import { FUNNEL_QUERY, type FunnelAnswer, type FunnelFound, type FunnelVariables } from './funnel.query.ts'
import { funnelStyles } from './funnel.styles.ts'
import { funnelSplit } from './funnel-split.ts'
import { funnelHeadline, funnelSteps } from './funnel-steps.ts'
import { funnelTable } from './funnel-table.ts'
import { stepsProperty, type FunnelSteps } from './steps-property.ts'

const ORDERS = ['ORDERED', 'STRICT', 'UNORDERED']
const ENTRANTS: Record<string, string> = { SESSION: 'sessions', VISITOR: 'visitors' }

/**
 * `<sight-funnel>`: how many go through steps, where they leave, and how long they take.
 *
 * - `funnel`: the id of a saved funnel (`shop/funnel/3`), or
 * - `steps`: a list of FunnelStepInput as an array, or as JSON in the attribute. With it:
 *   `order`: `ORDERED`, `STRICT` or `UNORDERED`. Default `ORDERED`.  `count-by`: `SESSION` or `VISITOR`. Default `SESSION`.
 *   `window`: an ISO 8601 duration from the first step to the last.
 * - `by`: a Dimension to split it by.  `top`: how many parts, 1 to 50. Default 5.
 * - `room`: for how many steps there is room before a saved funnel has come. Default 4.
 *
 * Event `sight-select` {dimension, key}: a part was chosen; the key null is the unknown value.
 * Parts: `card`, `headline`, `steps`, `bar`, `split`, `table`, `csv`, `state`, `skeleton`.
 */
export class SightFunnel extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, funnelStyles]

  static override properties: PropertyDeclarations = {
    funnel: { reflect: true },
    steps: stepsProperty,
    order: { reflect: true },
    countBy: { attribute: 'count-by', reflect: true },
    window: { reflect: true },
    by: { reflect: true },
    top: { type: Number, reflect: true },
    room: { type: Number, reflect: true },
    tableOpen: { state: true },
  }

  declare funnel: string | null
  declare steps: FunnelSteps | string | null
  declare order: string
  declare countBy: string
  declare window: string | null
  declare by: DimensionName | null
  declare top: number
  declare room: number
  declare private tableOpen: boolean

  readonly #query = new QueryController<FunnelAnswer, FunnelVariables>(this, {
    query: FUNNEL_QUERY,
    variables: () => this.#variables,
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })

  constructor() {
    super()
    this.funnel = null
    this.steps = null
    this.order = 'ORDERED'
    this.countBy = 'SESSION'
    this.window = null
    this.by = null
    this.top = 5
    this.room = 4
    this.tableOpen = false
  }

  get #variables(): FunnelVariables | null {
    if (this.problem !== null || this.siteName === null || typeof this.steps === 'string') return null
    return {
      site: this.siteName,
      range: parseRange(this.period),
      where: this.where,
      saved: this.funnel !== null,
      adHoc: this.funnel === null,
      funnel: this.funnel ?? '',
      steps: this.steps ?? [],
      order: this.order,
      countBy: this.countBy,
      window: this.window,
      split: this.by !== null,
      by: this.by ?? 'DEVICE',
      top: this.top,
    }
  }

  protected override get problem(): string | null {
    return super.problem ?? this.#stepsProblem ?? this.#choiceProblem
  }

  get #stepsProblem(): string | null {
    const { funnel, steps } = this
    if (typeof steps === 'string') return `The steps attribute is not a JSON list of steps: ${steps}`
    if (funnel !== null && steps !== null) return 'Set either funnel or steps, not both.'
    if (funnel === null && steps === null)
      return 'Set funnel to the id of a saved funnel, or steps to a list of steps.'
    if (steps !== null && (steps.length < 1 || steps.length > 10))
      return `There are ${steps.length} steps: choose 1 to 10.`
    return null
  }

  get #choiceProblem(): string | null {
    if (!ORDERS.includes(this.order)) return `There is no order ${this.order}: choose ${ORDERS.join(', ')}.`
    if (!Object.hasOwn(ENTRANTS, this.countBy))
      return `There is no count-by ${this.countBy}: choose ${Object.keys(ENTRANTS).join(', ')}.`
    if (this.by !== null && !isDimension(this.by)) return `There is no dimension ${String(this.by)}.`
    return this.top >= 1 && this.top <= 50 ? null : `top is ${this.top}: choose 1 to 50.`
  }

  /** Room for every row there may be, through CSSOM, as the page may forbid style attributes. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const steps = Array.isArray(this.steps) ? this.steps.length : this.room
    this.style.setProperty('--_steps', String(steps))
    this.style.setProperty('--_parts', String(this.by === null ? 0 : this.top + 2))
  }

  #onSelect(dimension: DimensionName, key: string | null): void {
    const detail = { dimension, key }
    this.dispatchEvent(new CustomEvent('sight-select', { detail, bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult {
    const name = this.#query.answer?.data.site?.funnel?.name
    return html`
      <article class="card" part="card" aria-busy=${this.#query.pending}>
        <header>
          <h3>
            <span class="title">Funnel</span>
            <span class="muted" title=${name ?? nothing}>${name ?? '\u00a0'}</span>
          </h3>
        </header>
        ${this.renderAsked(this.#query, ({ site }, variables) => {
          if (site === null) {
            return this.renderState(
              'No such site',
              `There is no site ${this.siteName ?? ''} that you may see.`,
            )
          }
          const found = variables.saved ? site.funnel?.result : site.segment?.funnel
          if (found === undefined) {
            return this.renderState(
              'No such funnel',
              `${variables.site} has no funnel ${variables.funnel}: save one, or set steps instead.`,
            )
          }
          if ((found.steps[0]?.entrants ?? 0) > 0) return this.#renderFound(found, variables)
          return this.renderState(
            `Nobody entered in the ${periodWords(this.period)}`,
            `Nothing matches the first step${found.steps[0] === undefined ? '' : ` “${found.steps[0].name}”`}: choose a longer period, fewer filters or another step.`,
          )
        })}
      </article>
    `
  }

  #renderFound(found: FunnelFound, { saved, countBy, by, split }: FunnelVariables): TemplateResult {
    const locale = this.language
    const noun = (saved ? undefined : ENTRANTS[countBy]) ?? 'entrants'
    const dimension = by as DimensionName
    return html`
      ${funnelHeadline(found, noun, locale)} ${funnelSteps(found, noun, locale)}
      ${
        split && found.breakdown !== undefined
          ? funnelSplit(found.breakdown, { dimension, noun, locale }, (key) => this.#onSelect(dimension, key))
          : nothing
      }
      ${funnelTable(found, locale, this.tableOpen, (isOpen) => (this.tableOpen = isOpen))}
    `
  }
}

define('sight-funnel', SightFunnel)

declare global {
  interface HTMLElementTagNameMap {
    'sight-funnel': SightFunnel
  }
}
