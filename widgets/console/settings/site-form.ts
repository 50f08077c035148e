import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderActions } from '../forms/fields.ts'
import { renderTextArea, renderInput } from '../forms/controls.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { linesOf, originMistakes } from './origins.ts'
import {
  CREATE_SITE,
  SITE_SETTINGS_QUERY,
  UPDATE_SITE,
  type SitePayload,
  type SiteSettings,
  type SiteSettingsAnswer,
} from './settings.query.ts'
import { settingsStyles } from './settings.styles.ts'

interface SiteDraft {
  id: string
  name: string
  origins: string
  timeZone: string
}

const PATHS = ['id', 'name', 'origins', 'timeZone']
const ZONES = Intl.supportedValuesOf('timeZone')

/** `<sight-site-form>`: what a site is called, which pages may send for it, when its days begin; and a new site. */
export class SightSiteForm extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    draft: { state: true },
    isNew: { state: true },
    saved: { state: true },
  }

  /** Null while nothing is written that is not saved. */
  declare private draft: SiteDraft | null
  declare private isNew: boolean
  declare private saved: boolean

  readonly #site = new QueryController<SiteSettingsAnswer, { site: string }>(this, {
    query: SITE_SETTINGS_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #update = new MutationController<SitePayload>(this, UPDATE_SITE, () => this.connection)
  readonly #create = new MutationController<SitePayload>(this, CREATE_SITE, () => this.connection)

  constructor() {
    super()
    this.draft = null
    this.isNew = false
    this.saved = false
  }

  #begin(isNew: boolean): void {
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    this.draft = isNew ? { id: '', name: '', origins: '', timeZone } : null
    this.isNew = isNew
    this.saved = false
    this.#create.forget()
    this.#update.forget()
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { draft } = this
    if (draft === null || originMistakes(draft.origins).length > 0) return
    const input = { ...draft, name: draft.name.trim(), origins: linesOf(draft.origins) }
    const payload = await (this.isNew ? this.#create : this.#update).run({ input })
    if (payload === null) return
    // The menu lists the site by its name, and a new one not yet: the whole console begins anew.
    if (this.isNew) location.assign(`/settings?site=${encodeURIComponent(draft.id)}&open=install`)
    this.dispatchEvent(new CustomEvent('sight-sites-changed', { bubbles: true, composed: true }))
    this.draft = null
    this.saved = true
    this.#site.retry()
  }

  protected override render(): TemplateResult {
    return html`<article class="panel">
      ${this.renderAsked(this.#site, ({ site }) =>
        site === null
          ? this.renderState('No such site', 'Choose another one in the menu.')
          : this.#renderForm(site),
      )}
    </article>`
  }

  #renderForm(site: SiteSettings): TemplateResult {
    const draft = this.draft ?? { ...site, origins: site.origins.join('\n') }
    const { isNew } = this
    const { userErrors, pending, error } = isNew ? this.#create : this.#update
    const errors = [...userErrors, ...originMistakes(draft.origins)]
    const field = (name: keyof SiteDraft, label: string, hint: string) => ({
      id: name,
      label,
      hint,
      errors,
      value: draft[name],
      onInput: (value: string) => this.#change(draft, { [name]: value }),
    })
    return html`<form class="stack" @submit=${this.#onSubmit}>
      <div class="toolbar">
        <h3>${isNew ? 'New site' : 'This site'}</h3>
        <span class="spacer"></span>
        ${
          this.manages && !isNew
            ? html`<button type="button" class="secondary" @click=${() => this.#begin(true)}>
                New site
              </button>`
            : nothing
        }
      </div>
      ${
        isNew
          ? renderInput({
              ...field('id', 'Id', 'In queries and addresses: small letters, digits and dashes. It stays.'),
              required: true,
            })
          : nothing
      }
      ${renderInput({ ...field('name', 'Name', 'For people.'), required: true })}
      ${renderTextArea({
        ...field(
          'origins',
          'Origins',
          'The pages that may send, one a line. Empty: any page that has the key. Holds within 10 s.',
        ),
        placeholder: 'https://shop.example',
      })}
      ${renderInput({
        ...field('timeZone', 'Time zone', 'Where its days begin: Europe/Berlin.'),
        required: true,
        list: 'zones',
      })}
      <datalist id="zones">${ZONES.map((zone) => html`<option value=${zone}></option>`)}</datalist>
      ${
        this.manages
          ? renderActions({ pending, userErrors, error }, PATHS, {
              submit: isNew ? 'Make the site' : 'Save',
              onCancel: () => this.#begin(false),
            })
          : this.renderReadOnly()
      }
      <p class="muted" role="status">${this.saved && this.draft === null ? 'Saved.' : nothing}</p>
    </form>`
  }

  #change(draft: SiteDraft, change: Partial<SiteDraft>): void {
    const { id, name, origins, timeZone } = draft
    this.draft = { id, name, origins, timeZone, ...change }
    this.saved = false
  }
}

define('sight-site-form', SightSiteForm)
