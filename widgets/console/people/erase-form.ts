import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderInput } from '../forms/controls.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { ERASE, type ErasePayload } from './people.query.ts'
import { emptySubject, subjectInput, valueOf, type SubjectDraft } from './subject-draft.ts'

/**
 * `<sight-erase-form>`: somebody is forgotten once their id was typed again.
 *
 * - `subject`: who.
 *
 * Event `erased`: it has begun.
 */
export class SightEraseForm extends ConsolePart {
  static override styles: CSSResultGroup = ConsolePart.styles

  static override properties: PropertyDeclarations = {
    subject: { attribute: false },
    typed: { state: true },
    done: { state: true },
  }

  declare subject: SubjectDraft
  declare private typed: string
  declare private done: boolean

  readonly #erase = new MutationController<ErasePayload>(this, ERASE, () => this.connection)

  constructor() {
    super()
    this.subject = emptySubject
    this.typed = ''
    this.done = false
  }

  get #isSure(): boolean {
    return valueOf({ ...this.subject, value: this.typed }) === valueOf(this.subject)
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!this.#isSure) return
    const input = { site: this.siteName, subject: subjectInput(this.subject) }
    if ((await this.#erase.run({ input })) === null) return
    this.done = true
    this.dispatchEvent(new CustomEvent('erased'))
  }

  protected override render(): TemplateResult {
    if (this.done)
      return html`<p role="status">It has begun and is done within minutes. The receipt is below.</p>`
    const { userErrors, error, pending } = this.#erase
    const problem = userErrors[0]?.message ?? error?.message ?? null
    return html`<form class="stack" @submit=${this.#onSubmit}>
      ${renderInput({
        id: 'again',
        label: 'To erase all of it for good, type it again',
        hint: 'It cannot be undone. Figures are counted anew without it.',
        value: this.typed,
        onInput: (typed) => (this.typed = typed),
      })}
      ${problem === null ? nothing : html`<p class="mistake" role="alert">${problem}</p>`}
      <div class="actions">
        <button class="secondary danger" ?disabled=${pending || !this.#isSure}>
          ${pending ? 'Erasing…' : 'Erase'}
        </button>
      </div>
    </form>`
  }
}

define('sight-erase-form', SightEraseForm)
