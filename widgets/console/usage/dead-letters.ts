import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { formatCount } from '../../format/number.ts'
import { formatMoment } from '../../format/time.ts'
import { renderConfirm } from '../forms/confirm-button.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import {
  DEAD_LETTER_QUERY,
  DEAD_LETTERS_QUERY,
  DROP_DEAD_LETTERS,
  REPLAY_DEAD_LETTERS,
  type DeadLetterAnswer,
  type DeadLetterRow,
  type DeadLettersAnswer,
  type DeadLettersPayload,
  type DeadLettersVariables,
} from './dead-letters.query.ts'
import { usageStyles } from './usage.styles.ts'

const PAGE = 20
const MOST = 200
/** While something is to be replayed, what becomes of it is looked at so often. */
const ASKED_SECONDS = 3
const ALL = 'all'

const STATES: Record<DeadLetterRow['state'], string> = {
  KEPT: 'Not stored',
  ASKED: 'To be replayed',
  REPLAYED: 'Stored',
}

/** `<sight-dead-letters>`: what was accepted and could not be stored, with the reason; it is replayed or given up. */
export class SightDeadLetters extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles, usageStyles]

  static override properties: PropertyDeclarations = {
    first: { state: true },
    shown: { state: true },
    asks: { state: true },
  }

  declare private first: number
  /** The letter whose payload is shown. */
  declare private shown: string | null
  /** What is asked about: an id or all, and whether it is to go or to be replayed. */
  declare private asks: { of: string; action: 'replay' | 'drop' } | null

  readonly #letters = new QueryController<DeadLettersAnswer, DeadLettersVariables>(this, {
    query: DEAD_LETTERS_QUERY,
    variables: () =>
      this.manages && this.siteName !== null ? { site: this.siteName, first: this.first } : null,
    connection: () => this.connection,
    refreshSeconds: () => (this.#isAsked ? ASKED_SECONDS : this.refreshSeconds),
  })
  readonly #payload = new QueryController<DeadLetterAnswer, { site: string; id: string }>(this, {
    query: DEAD_LETTER_QUERY,
    variables: () =>
      this.siteName === null || this.shown === null ? null : { site: this.siteName, id: this.shown },
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #replay = new MutationController<DeadLettersPayload>(
    this,
    REPLAY_DEAD_LETTERS,
    () => this.connection,
  )
  readonly #drop = new MutationController<DeadLettersPayload>(this, DROP_DEAD_LETTERS, () => this.connection)

  constructor() {
    super()
    this.first = PAGE
    this.shown = null
    this.asks = null
  }

  get #isAsked(): boolean {
    return (this.#letters.answer?.data.site?.deadLetterCounts.asked ?? 0) > 0
  }

  async #do(change: MutationController<DeadLettersPayload>, of: string): Promise<void> {
    const which = of === ALL ? { all: true } : { ids: [of] }
    if ((await change.run({ input: { site: this.siteName, ...which } })) === null) return
    this.asks = null
    this.#letters.retry()
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" aria-label="Dead letters">
      <h3>Dead letters</h3>
      <p class="lead">
        What was accepted and the database refused, with the reason, for 30 days. Once the reason is gone it
        is replayed, and stored exactly once.
      </p>
      ${
        this.manages
          ? this.renderAsked(this.#letters, ({ site }) =>
              site === null ? html`` : this.#renderLetters(site),
            )
          : this.renderReadOnly()
      }
    </section>`
  }

  #renderLetters(site: NonNullable<DeadLettersAnswer['site']>): TemplateResult {
    const { kept, asked, replayed, dropped } = site.deadLetterCounts
    const count = (n: number) => formatCount(n, this.language)
    const { nodes, pageInfo } = site.deadLetters
    const more = pageInfo.hasNextPage && this.first < MOST
    return html`<div class="stack">
      <div class="toolbar">
        <span>
          ${count(kept)} kept, ${count(asked)} to be replayed, ${count(replayed)} stored since,
          ${count(dropped)} given up.
        </span>
        <span class="spacer"></span>
        ${kept === 0 ? nothing : this.#renderActions(ALL, `${count(kept)} letters`)}
      </div>
      ${
        nodes.length === 0
          ? html`<p class="muted">There are none.</p>`
          : html`<ul class="rows" aria-label="Dead letters">
              ${nodes.map((letter) => this.#renderLetter(letter, site.timeZone))}
            </ul>`
      }
      ${
        more
          ? html`<div>
              <button class="quiet" @click=${() => (this.first = Math.min(MOST, this.first + PAGE))}>
                Show more
              </button>
            </div>`
          : nothing
      }
    </div>`
  }

  #renderLetter(letter: DeadLetterRow, timeZone: string): TemplateResult {
    const { id, at, state, kind, code, reason, rows, tries } = letter
    const moment = formatMoment(Date.parse(at), timeZone, this.language)
    const size = kind === 'ROW' ? 'one row' : `a batch${rows === null ? '' : ` of ${rows} rows`}`
    const isShown = this.shown === id
    return html`<li>
      <span class="what">
        <span><code>${code}</code> ${reason}</span>
        <small>
          ${STATES[state]}: ${size}, refused
          ${moment}${tries === 0 ? '' : `, and ${tries} ${tries === 1 ? 'time' : 'times'} since`}
        </small>
      </span>
      <button
        class="secondary"
        aria-expanded=${isShown}
        aria-label="Payload of letter ${id}"
        @click=${() => (this.shown = isShown ? null : id)}
      >
        Payload
      </button>
      ${state === 'KEPT' ? this.#renderActions(id, `letter ${id}`) : nothing}
      ${isShown ? this.#renderPayload(id) : nothing}
    </li>`
  }

  #renderPayload(id: string): TemplateResult {
    return html`<div class="wide">
      ${this.renderAsked(this.#payload, ({ site }, variables) =>
        variables.id === id
          ? html`<pre tabindex="0" role="region" aria-label="Payload of letter ${id}">
${indented(site?.deadLetter?.payload ?? 'It is gone.')}</pre>`
          : html``,
      )}
    </div>`
  }

  #renderActions(of: string, name: string): TemplateResult {
    const { asks } = this
    const confirm = (action: 'replay' | 'drop', change: MutationController<DeadLettersPayload>) =>
      asks?.of === of && asks.action !== action
        ? nothing
        : renderConfirm(change, {
            action: `${action === 'replay' ? 'Replay' : 'Drop'}${of === ALL ? ' all' : ''}`,
            of: name,
            question:
              action === 'replay'
                ? `Store ${name} once more?`
                : `Give up ${name} for good? The payload goes.`,
            asks: asks?.of === of && asks.action === action,
            onAsk: (isAsked) => {
              this.asks = isAsked ? { of, action } : null
              change.forget()
            },
            onDo: () => this.#do(change, of),
          })
    return html`${confirm('replay', this.#replay)} ${confirm('drop', this.#drop)}`
  }
}

/** JSON as people read it; what is none as it is. */
function indented(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}

define('sight-dead-letters', SightDeadLetters)
