import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { define } from '../../elements/base/define.ts'
import { dateFormat } from '../../format/time.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderDelete } from '../forms/delete-button.ts'
import { renderActions } from '../forms/fields.ts'
import { renderChecks, renderTextArea, renderSelect, renderInput, type Choice } from '../forms/controls.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import type { DonePayload } from '../settings/settings.query.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import { IMPACTS, STATUSES, labelOf } from './status-draft.ts'
import {
  DELETE_INCIDENT,
  OPEN_INCIDENT,
  UPDATE_INCIDENT,
  type Incident,
  type IncidentPayload,
  type StatusPage,
} from './status.query.ts'

interface IncidentDraft {
  /** Null for a new one; then it is an update of that incident. */
  id: string | null
  title: string
  impact: string
  status: string
  message: string
  components: ReadonlySet<string>
}

/**
 * `<sight-incidents>`: the incidents of a status page: opened, told of, resolved.
 *
 * - `page`: the page with its incidents.
 *
 * Event `sight-saved`: something changed.
 */
export class SightIncidents extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    page: { attribute: false },
    draft: { state: true },
    deletes: { state: true },
  }

  declare page: StatusPage | null
  declare private draft: IncidentDraft | null
  /** The incident that may go. */
  declare private deletes: string | null

  readonly #open = new MutationController<IncidentPayload>(this, OPEN_INCIDENT, () => this.connection)
  readonly #update = new MutationController<IncidentPayload>(this, UPDATE_INCIDENT, () => this.connection)
  readonly #delete = new MutationController<DonePayload>(this, DELETE_INCIDENT, () => this.connection)

  constructor() {
    super()
    this.page = null
    this.draft = null
    this.deletes = null
  }

  #begin(draft: IncidentDraft | null): void {
    this.draft = draft
    this.#open.forget()
    this.#update.forget()
  }

  #tell(): void {
    this.draft = null
    this.deletes = null
    this.dispatchEvent(new CustomEvent('sight-saved'))
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { draft } = this
    if (draft === null) return
    const { id, title, impact, status, message } = draft
    const said = { title: title.trim(), impact, status, message: message.trim() }
    const components = [...draft.components]
    const payload =
      id === null
        ? await this.#open.run({ input: { page: this.page?.id, ...said, components } })
        : await this.#update.run({ input: { id, ...said, components } })
    if (payload !== null) this.#tell()
  }

  async #onDelete(id: string): Promise<void> {
    if ((await this.#delete.run({ id })) !== null) this.#tell()
  }

  protected override render(): TemplateResult {
    const incidents = this.page?.incidents ?? []
    const { draft } = this
    return html`<article class="panel">
      <div class="toolbar">
        <h3>Incidents</h3>
        <span class="spacer"></span>
        ${
          this.manages && draft === null
            ? html`<button class="secondary" @click=${() => this.#begin(newIncident())}>
                Open an incident
              </button>`
            : nothing
        }
      </div>
      ${draft === null ? nothing : this.#renderForm(draft)}
      ${
        incidents.length === 0
          ? html`<p class="muted">None is open, and none began within the last 90 days.</p>`
          : html`<ul class="rows" aria-label="Incidents">
              ${incidents.map((incident) => this.#renderIncident(incident))}
            </ul>`
      }
    </article>`
  }

  #renderForm(draft: IncidentDraft): TemplateResult {
    const mutation = draft.id === null ? this.#open : this.#update
    const field = (id: 'title' | 'impact' | 'status' | 'message', label: string) => ({
      id,
      label,
      errors: mutation.userErrors,
      value: draft[id],
      onInput: (value: string) => (this.draft = { ...draft, [id]: value }),
    })
    return html`<form class="stack" @submit=${this.#onSubmit}>
      ${renderInput({ ...field('title', 'Title'), required: true, placeholder: 'Pages appear slowly' })}
      <div class="row">
        ${renderSelect({ ...field('status', 'How it stands'), options: STATUSES })}
        ${renderSelect({ ...field('impact', 'Impact'), options: IMPACTS })}
      </div>
      ${renderTextArea({
        ...field('message', 'What the public reads'),
        required: true,
        hint: 'What is known, in plain words: up to 2,000 characters.',
      })}
      ${renderChecks({
        id: 'components',
        label: 'It is about',
        options: (this.page?.components ?? []).map(({ key, name }): Choice => [key, name]),
        values: [...draft.components],
        onChange: (components) => (this.draft = { ...draft, components: new Set(components) }),
        hint: draft.components.size === 0 ? 'None chosen: the whole page.' : '',
      })}
      ${renderActions(mutation, ['title', 'impact', 'status', 'message'], {
        submit: draft.id === null ? 'Open it' : draft.status === 'RESOLVED' ? 'Resolve it' : 'Tell it',
        onCancel: () => this.#begin(null),
      })}
    </form>`
  }

  #renderIncident(incident: Incident): TemplateResult {
    const { id, title, status, resolvedAt } = incident
    return html`<li>
      <span class="what">
        <strong>${title}</strong>
        <small>${this.#words(incident)}</small>
        ${incident.updates.map(
          ({ status, message, at }) =>
            html`<small><b>${labelOf(STATUSES, status)}</b> · ${this.#moment(at)}: ${message}</small>`,
        )}
      </span>
      ${
        this.manages
          ? html`<span class="ask">
              <button
                class="secondary"
                aria-label="Add an update to ${title}"
                @click=${() => this.#begin(updateOf(incident, status))}
              >
                Update
              </button>
              ${
                resolvedAt === null
                  ? html`<button
                      class="secondary"
                      aria-label="Resolve ${title}"
                      @click=${() => this.#begin(updateOf(incident, 'RESOLVED'))}
                    >
                      Resolve
                    </button>`
                  : nothing
              }
              ${renderDelete(this.#delete, {
                name: title,
                asks: this.deletes === id,
                onAsk: (asks) => {
                  this.deletes = asks ? id : null
                  this.#delete.forget()
                },
                onDelete: () => this.#onDelete(id),
              })}
            </span>`
          : nothing
      }
    </li>`
  }

  #words({ impact, startedAt, resolvedAt, components }: Incident): string {
    const names = (this.page?.components ?? [])
      .filter(({ key }) => components.includes(key))
      .map(({ name }) => name)
    return [
      resolvedAt === null ? 'Open' : `Resolved ${this.#moment(resolvedAt)}`,
      `impact ${impact.toLowerCase()}`,
      names.length === 0 ? 'the whole page' : names.join(', '),
      `began ${this.#moment(startedAt)}`,
    ].join(' · ')
  }

  #moment(at: string): string {
    return dateFormat(this.language, { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(at))
  }
}

function newIncident(): IncidentDraft {
  return {
    id: null,
    title: '',
    impact: 'MINOR',
    status: 'INVESTIGATING',
    message: '',
    components: new Set(),
  }
}

/** What stays as it is unless it is changed; the message is always a new one. */
function updateOf({ id, title, impact, components }: Incident, status: string): IncidentDraft {
  return { id, title, impact, status, message: '', components: new Set(components) }
}

define('sight-incidents', SightIncidents)
