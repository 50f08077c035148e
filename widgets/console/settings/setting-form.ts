import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import { formatCount } from '../../format/number.ts'
import { dateFormat } from '../../format/time.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderActions } from '../forms/fields.ts'
import { MutationController, type UserError } from '../forms/mutation-controller.ts'
import { settingControl } from './setting-control.ts'
import {
  changedPaths,
  mistakePath,
  settingDraft,
  settingInput,
  settingMistakes,
  type SettingDraft,
} from './setting-draft.ts'
import { pathsOf, type SettingPath, type SettingSection } from './setting-fields.ts'
import { SETTINGS_QUERY, type SettingsAnswer, type SettingsVariables } from './setting-form.query.ts'
import { firstKept, lossesOf } from './setting-losses.ts'
import { UPDATE_SITE, type SitePayload } from './settings.query.ts'
import { settingsStyles } from './settings.styles.ts'

const DAY_MS = 86_400_000

const HEADS: Record<SettingSection, { title: string; lead: string }> = {
  collection: {
    title: 'Data collection',
    lead: 'What pages send. It holds at their next start, without a new version of them; at the collector within 10 s.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'Who is measured, and what is taken out before anything is stored. It holds for what comes from now on.',
  },
  retention: {
    title: 'Retention',
    lead: 'For how long each kind is kept. Days are those of UTC and go whole.',
  },
}

/**
 * `<sight-setting-form>`: one section of what is set of a site. What was not changed is not sent, so that two people do
 * not undo each other.
 *
 *   kept ──written──▶ draft ──Save──▶ pending ──▶ kept (Saved.)
 *                       ▲  └─Save, and it loses something─▶ asked ──Save all the same──▶ pending
 *                       └──────────────── Keep ────────────────┘
 *
 * - `section`: collection, privacy or retention.
 */
export class SightSettingForm extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    section: { attribute: false },
    draft: { state: true },
    asked: { state: true },
    saved: { state: true },
  }

  declare section: SettingSection
  /** What is written that is not saved; null while nothing is. */
  declare private draft: SettingDraft | null
  /** What the change would lose, while that is asked about. */
  declare private asked: readonly string[]
  declare private saved: boolean

  readonly #settings = new QueryController<SettingsAnswer, SettingsVariables>(this, {
    query: SETTINGS_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName, today: todayOf(Date.now()) }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #update = new MutationController<SitePayload>(this, UPDATE_SITE, () => this.connection)

  constructor() {
    super()
    this.section = 'collection'
    this.draft = null
    this.asked = []
    this.saved = false
  }

  #change(draft: SettingDraft | null): void {
    this.draft = draft
    this.asked = []
    this.saved = false
    this.#update.forget()
  }

  get #usedToday(): number | null {
    return this.#settings.answer?.data.site?.usage.accepted ?? null
  }

  #day(at: number): string {
    return dateFormat(this.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
  }

  async #save(before: SettingDraft, isSure: boolean): Promise<void> {
    const draft = this.draft ?? before
    if (settingMistakes(draft).length > 0) return
    const world = { now: Date.now(), day: (at: number) => this.#day(at), usedToday: this.#usedToday }
    this.asked = isSure ? [] : lossesOf(before, draft, world)
    if (this.asked.length > 0) return
    const isChanged = changedPaths(before, draft).length > 0
    const input = { id: this.siteName, ...settingInput(before, draft) }
    if (isChanged && (await this.#update.run({ input })) === null) return
    this.#change(null)
    this.saved = true
    this.#settings.retry()
  }

  protected override render(): TemplateResult {
    const { title, lead } = HEADS[this.section]
    return html`<article class="panel">
      <h3>${title}</h3>
      <p class="lead">${lead}</p>
      ${this.renderAsked(this.#settings, ({ site }) =>
        site === null
          ? this.renderState('No such site', 'Choose another one in the menu.')
          : this.#renderForm(settingDraft(this.section, site)),
      )}
    </article>`
  }

  #renderForm(before: SettingDraft): TemplateResult {
    const draft = this.draft ?? before
    const errors = [...this.#update.userErrors, ...settingMistakes(draft)]
    const paths = pathsOf(this.section)
    return html`<form
      class="stack"
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#save(before, false)
      }}
    >
      ${paths.map((path) => this.#renderField(path, draft, errors))}
      ${
        this.asked.length > 0
          ? this.#renderQuestion(before)
          : this.manages
            ? renderActions(this.#update, paths.map(mistakePath), {
                submit: 'Save',
                onCancel: () => this.#change(null),
              })
            : this.renderReadOnly()
      }
      <p class="muted" role="status">${this.saved ? 'Saved.' : nothing}</p>
    </form>`
  }

  #renderField(path: SettingPath, draft: SettingDraft, errors: readonly UserError[]): TemplateResult {
    return settingControl({
      path,
      value: draft[path] ?? '',
      errors,
      told: this.#told(path, draft[path] ?? ''),
      onInput: (value) => this.#change({ ...draft, [path]: value }),
    })
  }

  /** What the value means just now. */
  #told(path: SettingPath, value: string): string {
    const used = this.#usedToday
    if (path === 'eventsADay' && used !== null)
      return `Today ${formatCount(used, this.language)} were accepted.`
    const days = Number(value)
    if (!path.startsWith('retention.') || value.trim() === '' || !Number.isInteger(days) || days < 1)
      return ''
    return days > 760 ? '' : `Kept from ${this.#day(firstKept(days, Date.now()))} on.`
  }

  #renderQuestion(before: SettingDraft): TemplateResult {
    return html`<div class="stack">
      <div role="alert">${this.asked.map((loss) => html`<p>${loss}</p>`)}</div>
      <div class="actions">
        <button
          type="button"
          class="secondary danger"
          ?disabled=${this.#update.pending}
          @click=${() => this.#save(before, true)}
        >
          Save all the same
        </button>
        <button type="button" class="secondary" @click=${() => (this.asked = [])}>Go back</button>
      </div>
    </div>`
  }
}

function todayOf(now: number): SettingsVariables['today'] {
  const from = Math.floor(now / DAY_MS) * DAY_MS
  return { from: new Date(from).toISOString(), to: new Date(from + DAY_MS).toISOString() }
}

define('sight-setting-form', SightSettingForm)
