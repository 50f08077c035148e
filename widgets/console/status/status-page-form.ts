import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { ConsoleForm } from '../forms/console-form.ts'
import { errorsAt, renderActions } from '../forms/fields.ts'
import { renderTextArea, renderSelect, renderInput, type Choice } from '../forms/controls.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import {
  PAGE_THEMES,
  PAGE_VITALS,
  emptyComponent,
  emptyPage,
  pageInput,
  pageMistakes,
  slugOf,
  type ComponentDraft,
  type StatusPageDraft,
} from './status-draft.ts'
import { SAVE_STATUS_PAGE, type StatusPagePayload } from './status.query.ts'

const PATHS = ['title', 'slug', 'description', 'components.', 'origins', 'floor', 'theme']
const MOST_COMPONENTS = 20

/**
 * `<sight-status-page-form>`: makes a status page or changes one.
 *
 * - `initial`: what the form begins with.
 * - `slos`: what a component can be of besides vitals.
 *
 * Event `sight-saved` {id}. Event `sight-cancel`.
 */
export class SightStatusPageForm extends ConsoleForm<StatusPageDraft> {
  static override styles: CSSResultGroup = [ConsoleForm.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    slos: { attribute: false },
    slugIsOwn: { state: true },
  }

  declare slos: readonly { id: string; name: string }[]
  /** Whether the address was written by hand: until then it follows the title. */
  declare private slugIsOwn: boolean

  readonly #save = new MutationController<StatusPagePayload>(this, SAVE_STATUS_PAGE, () => this.connection)

  constructor() {
    super(emptyPage())
    this.slos = []
    this.slugIsOwn = false
  }

  #change(change: Partial<StatusPageDraft>): void {
    this.draft = { ...this.draft, ...change }
  }

  #changeComponent(index: number, change: Partial<ComponentDraft> | null): void {
    const components = this.draft.components.flatMap((one, i) =>
      i !== index ? one : change === null ? [] : { ...one, ...change },
    )
    this.#change({ components })
  }

  #move(index: number): void {
    const components = [...this.draft.components]
    components.splice(index - 1, 0, ...components.splice(index, 1))
    this.#change({ components })
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (pageMistakes(this.draft).length > 0) return
    const payload = await this.#save.run({ input: pageInput(this.draft, this.siteName ?? '') })
    if (payload?.statusPage)
      this.dispatchEvent(new CustomEvent('sight-saved', { detail: { id: payload.statusPage.id } }))
  }

  protected override render(): TemplateResult {
    const { draft } = this
    const errors = [...pageMistakes(draft), ...this.#save.userErrors]
    const field = (id: 'title' | 'slug' | 'description' | 'origins' | 'floor' | 'theme', label: string) => ({
      id,
      label,
      errors,
      value: draft[id],
      onInput: (value: string) => this.#change({ [id]: value }),
    })
    const followsTitle = draft.id === null && !this.slugIsOwn
    return html`<form class="panel" @submit=${this.#onSubmit}>
      <h3>${draft.id === null ? 'New status page' : 'Change the status page'}</h3>
      ${renderInput({
        ...field('title', 'Title'),
        required: true,
        onInput: (title) => this.#change(followsTitle ? { title, slug: slugOf(title) } : { title }),
      })}
      ${renderInput({
        ...field('slug', 'Address'),
        required: true,
        hint: `${location.origin}/status/${draft.slug}`,
        onInput: (slug) => {
          this.slugIsOwn = true
          this.#change({ slug })
        },
      })}
      ${renderTextArea({ ...field('description', 'Description'), hint: 'Up to 500 characters.', rows: 2 })}
      ${draft.components.map((component, index) => this.#renderComponent(component, index, errors))}
      ${errorsAt(errors, 'components')
        .filter(({ path }) => path.length === 1)
        .map(({ message }) => html`<p class="mistake" role="alert">${message}</p>`)}
      <div>
        <button
          type="button"
          class="secondary"
          ?disabled=${draft.components.length >= MOST_COMPONENTS}
          @click=${() => this.#change({ components: [...draft.components, emptyComponent()] })}
        >
          Add a component
        </button>
      </div>
      <div class="row">
        ${renderInput({
          ...field('floor', 'Fewest visitors of a figure'),
          type: 'number',
          required: true,
          hint: 'What rests on fewer is not told; 5 or more.',
        })}
        ${renderSelect({ ...field('theme', 'Theme'), options: PAGE_THEMES })}
      </div>
      ${renderTextArea({
        ...field('origins', 'Other pages that may show it'),
        hint: 'Their origins, one a line. Empty: none.',
        rows: 2,
        placeholder: 'https://www.shop.example',
      })}
      <label class="check"
        ><input
          type="checkbox"
          .checked=${draft.published}
          @change=${() => this.#change({ published: !draft.published })}
        />
        <span>Published: everybody can read it</span></label
      >
      ${renderActions(this.#save, PATHS, {
        submit: 'Save',
        onCancel: () => this.dispatchEvent(new CustomEvent('sight-cancel')),
      })}
    </form>`
  }

  #renderComponent(
    component: ComponentDraft,
    index: number,
    errors: Parameters<typeof errorsAt>[0],
  ): TemplateResult {
    const place = index + 1
    const slos = this.slos.map(({ id, name }): Choice => [id, `Objective: ${name}`])
    const isGone = ![...PAGE_VITALS, ...slos].some(([value]) => value === component.of)
    const field = (name: 'name' | 'description' | 'of', label: string) => ({
      id: `${name}-${index}`,
      label: `${label} ${place}`,
      errors,
      path: `components.${index}.${name === 'of' ? 'slo' : name}`,
      value: component[name],
      onInput: (value: string) => this.#changeComponent(index, { [name]: value }),
    })
    return html`<fieldset class="piece">
      <legend>Component ${place}</legend>
      <div class="row">
        ${renderInput({ ...field('name', 'Name for the public'), required: true })}
        ${renderSelect({
          ...field('of', 'Shows'),
          options: [
            ...PAGE_VITALS,
            ...slos,
            ...(isGone ? [[component.of, 'An objective that was deleted'] as const] : []),
          ],
        })}
      </div>
      ${renderInput(field('description', 'Description'))}
      <div class="actions">
        ${
          index === 0
            ? nothing
            : html`<button
                type="button"
                class="secondary"
                aria-label="Component ${place}: move up"
                @click=${() => this.#move(index)}
              >
                Move up
              </button>`
        }
        ${
          this.draft.components.length === 1
            ? nothing
            : html`<button
                type="button"
                class="secondary"
                aria-label="Component ${place}: remove"
                @click=${() => this.#changeComponent(index, null)}
              >
                Remove
              </button>`
        }
      </div>
    </fieldset>`
  }
}

define('sight-status-page-form', SightStatusPageForm)
