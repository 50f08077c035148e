import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { formatCount } from '../../format/number.ts'
import { formatMoment } from '../../format/time.ts'
import '../forms/code.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderInput, renderSelect } from '../forms/controls.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import './erase-form.ts'
import './erasures.ts'
import { STORED_OF_QUERY, type StoredOfAnswer, type SubjectInput } from './people.query.ts'
import {
  SUBJECT_KINDS,
  emptySubject,
  exportLine,
  subjectInput,
  subjectMistakes,
  type SubjectDraft,
  type SubjectKind,
} from './subject-draft.ts'

interface StoredOfVariables {
  site: string
  subject: SubjectInput
}

/** `<sight-people>`: what is stored of somebody, how they get it, and how they are forgotten. */
export class SightPeople extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    draft: { state: true },
    subject: { state: true },
    erasures: { state: true },
  }

  declare private draft: SubjectDraft
  /** Whom was looked for; null before, and once the form says another. */
  declare private subject: SubjectDraft | null
  /** How many erasures were asked for here: with each the receipts are asked anew. */
  declare private erasures: number

  readonly #stored = new QueryController<StoredOfAnswer, StoredOfVariables>(this, {
    query: STORED_OF_QUERY,
    variables: () =>
      this.siteName === null || this.subject === null
        ? null
        : { site: this.siteName, subject: subjectInput(this.subject) },
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })

  constructor() {
    super()
    this.draft = emptySubject
    this.subject = null
    this.erasures = 0
  }

  #change(change: Partial<SubjectDraft>): void {
    this.draft = { ...this.draft, ...change }
    this.subject = null
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault()
    if (subjectMistakes(this.draft).length > 0) return
    this.subject = this.draft
  }

  readonly #onErased = (): void => {
    this.erasures++
  }

  protected override render(): TemplateResult {
    return html`<div class="stack">
      <article class="panel">
        <h3>Somebody’s data</h3>
        <p class="lead">
          Whoever asks what is known of them gets all of it, and is forgotten if they want: every session,
          event and error, and what they counted for.
        </p>
        ${this.manages ? this.#renderForm() : this.renderReadOnly()}
        ${this.subject === null ? nothing : this.#renderFound(this.subject)}
      </article>
      <sight-erasures .asked=${this.erasures}></sight-erasures>
    </div>`
  }

  #renderForm(): TemplateResult {
    const { draft } = this
    const errors = subjectMistakes(draft)
    return html`<form class="stack" @submit=${this.#onSubmit}>
      <div class="row">
        ${renderSelect({
          id: 'kind',
          label: 'Who',
          value: draft.kind,
          options: SUBJECT_KINDS,
          onInput: (kind) => this.#change({ kind: kind as SubjectKind }),
        })}
        ${
          draft.kind === 'USER'
            ? renderInput({
                id: 'attribute',
                label: 'Attribute',
                hint: 'As in setUser({ id: … }).',
                value: draft.attribute,
                errors,
                required: true,
                onInput: (attribute) => this.#change({ attribute }),
              })
            : nothing
        }
        ${renderInput({
          id: 'value',
          label: draft.kind === 'USER' ? 'Value' : 'Id',
          hint: draft.kind === 'USER' ? 'Exactly as it was set.' : 'A UUID, as a session shows it.',
          value: draft.value,
          errors,
          required: true,
          onInput: (value) => this.#change({ value }),
        })}
      </div>
      <div class="actions"><button class="primary">Look up</button></div>
    </form>`
  }

  #renderFound(subject: SubjectDraft): TemplateResult {
    return html`<section class="stack" aria-label="What is stored">
      ${this.renderAsked(this.#stored, ({ site }, variables) =>
        // What was found of another one is not shown, least of all beside the button that erases.
        site === null || !isOf(variables, subject)
          ? html`<p class="muted">Looking…</p>`
          : this.#renderStored(site, subject),
      )}
    </section>`
  }

  #renderStored(
    { storedOf, timeZone }: NonNullable<StoredOfAnswer['site']>,
    subject: SubjectDraft,
  ): TemplateResult {
    const { sessions, firstAt, lastAt } = storedOf
    const moment = (at: string | null) =>
      at === null ? '' : formatMoment(Date.parse(at), timeZone, this.language)
    return html`<div class="stack">
      <p role="status">
        ${
          sessions === 0
            ? 'Nothing is stored. Erasing all the same keeps out what still arrives late.'
            : `${formatCount(sessions, this.language)} ${sessions === 1 ? 'session' : 'sessions'}, from ${moment(firstAt)} to ${moment(lastAt)}.`
        }
      </p>
      ${
        sessions === 0
          ? nothing
          : html`<sight-code
              label="Download all of it as lines of JSON, with a token that may manage"
              .text=${exportLine(subject, { origin: location.origin, site: this.siteName ?? '' })}
            ></sight-code>`
      }
      ${keyed(
        subject,
        html`<sight-erase-form .subject=${subject} @erased=${this.#onErased}></sight-erase-form>`,
      )}
    </div>`
  }
}

function isOf({ subject }: StoredOfVariables, wanted: SubjectDraft): boolean {
  return JSON.stringify(subject) === JSON.stringify(subjectInput(wanted))
}

define('sight-people', SightPeople)
