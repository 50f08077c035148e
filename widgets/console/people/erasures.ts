import {
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { formatCount } from '../../format/number.ts'
import { formatMoment } from '../../format/time.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import { ERASURES_QUERY, type ErasureRow, type ErasuresAnswer } from './people.query.ts'
import { SUBJECT_WORDS } from './subject-draft.ts'

/** While one is under way it is looked at so often. */
const OPEN_SECONDS = 3

const COUNTED = [
  ['sessions', 'sessions'],
  ['events', 'events'],
  ['errors', 'errors'],
  ['deadLetters', 'dead letters'],
  ['consents', 'entries of the log of consent'],
] as const

/**
 * `<sight-erasures>`: the receipts of erasures, the latest first.
 *
 * - `asked`: how many were asked for beside it; with another number the receipts are asked anew.
 */
export class SightErasures extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    asked: { attribute: false },
  }

  declare asked: number

  readonly #erasures = new QueryController<ErasuresAnswer, { site: string }>(this, {
    query: ERASURES_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => (this.#isOpen ? OPEN_SECONDS : 0),
  })

  constructor() {
    super()
    this.asked = 0
  }

  get #isOpen(): boolean {
    const nodes = this.#erasures.answer?.data.site?.erasures.nodes ?? []
    return nodes.some(({ doneAt }) => doneAt === null)
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (this.hasUpdated && changed.has('asked')) this.#erasures.retry()
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" aria-label="Receipts">
      <h3>Receipts</h3>
      ${this.renderAsked(this.#erasures, ({ site }) => {
        const nodes = site?.erasures.nodes ?? []
        return nodes.length === 0
          ? html`<p class="muted">Nobody has been erased.</p>`
          : html`<ul class="rows" aria-label="Receipts">
              ${nodes.map((erasure) => this.#renderErasure(erasure, site?.timeZone ?? 'UTC'))}
            </ul>`
      })}
    </section>`
  }

  #renderErasure(erasure: ErasureRow, timeZone: string): TemplateResult {
    const { subject, requestedAt, requestedBy, doneAt } = erasure
    const moment = (at: string) => formatMoment(Date.parse(at), timeZone, this.language)
    const counts = COUNTED.map(([name, words]) => `${formatCount(erasure[name], this.language)} ${words}`)
    return html`<li>
      <span class="what">
        <span>${SUBJECT_WORDS[subject]}, asked ${moment(requestedAt)} by ${requestedBy}</span>
        <small>${counts.join(', ')} deleted${doneAt === null ? ' so far' : ''}</small>
      </span>
      <span class="badge">${doneAt === null ? 'Under way' : `Done ${moment(doneAt)}`}</span>
    </li>`
  }
}

define('sight-erasures', SightErasures)
