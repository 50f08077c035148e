import { html, type CSSResultGroup, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { define } from '../../elements/base/define.ts'
import { ConsolePart } from '../forms/console-part.ts'
import '../people/people.ts'
import '../status/status-settings.ts'
import './api-tokens.ts'
import './embed-settings.ts'
import './install.ts'
import './setting-form.ts'
import type { SettingSection } from './setting-fields.ts'
import { SECTIONS, sectionOf, type SectionName } from './sections.ts'
import { settingsStyles } from './settings.styles.ts'
import './site-form.ts'
import './write-keys.ts'

/** `<sight-settings-page>`: one section at a time; which one, and what is open in it, is `open`. */
export class SightSettingsPage extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  protected override render(): TemplateResult {
    const section = sectionOf(this.open)
    return html`<div class="stack">
      <nav aria-label="Settings">
        <ul class="sections">
          ${Object.entries(SECTIONS).map(
            ([name, title]) =>
              html`<li>
                <button aria-current=${name === section} @click=${() => this.onGo({ open: name })}>
                  ${title}
                </button>
              </li>`,
          )}
        </ul>
      </nav>
      ${this.#renderSection(section)}
    </div>`
  }

  #renderSection(section: SectionName): unknown {
    const { open, manages, onGo } = this
    const settings = (section: SettingSection) => () =>
      keyed(
        section,
        html`<sight-setting-form .section=${section} .manages=${manages} .onGo=${onGo}></sight-setting-form>`,
      )
    const sections: Record<SectionName, () => unknown> = {
      site: () => html`<sight-site-form .manages=${manages} .onGo=${onGo}></sight-site-form>`,
      install: () => html`<sight-install .manages=${manages} .onGo=${onGo}></sight-install>`,
      collection: settings('collection'),
      privacy: settings('privacy'),
      retention: settings('retention'),
      people: () => html`<sight-people .manages=${manages} .onGo=${onGo}></sight-people>`,
      keys: () => html`<sight-write-keys .manages=${manages} .onGo=${onGo}></sight-write-keys>`,
      tokens: () => html`<sight-api-tokens .manages=${manages} .onGo=${onGo}></sight-api-tokens>`,
      embed: () => html`<sight-embed-settings .manages=${manages} .onGo=${onGo}></sight-embed-settings>`,
      status: () =>
        html`<sight-status-settings
          .open=${open === 'status' ? null : open}
          .manages=${manages}
          .onGo=${onGo}
        ></sight-status-settings>`,
    }
    return sections[section]()
  }
}

define('sight-settings-page', SightSettingsPage)
