import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import '../forms/code.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderSelect, renderInput } from '../forms/controls.ts'
import { CONSENTS, npmCode, scriptTag, type Installation } from './install-code.ts'
import { WRITE_KEYS_QUERY, type WriteKeysAnswer } from './settings.query.ts'
import { settingsStyles } from './settings.styles.ts'

/** `<sight-install>`: what to put into pages so that they are measured. */
export class SightInstall extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    said: { state: true },
  }

  declare private said: Omit<Installation, 'origin'>

  readonly #keys = new QueryController<WriteKeysAnswer, { site: string }>(this, {
    query: WRITE_KEYS_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })

  constructor() {
    super()
    this.said = { key: '', consent: '', release: '', environment: '' }
  }

  protected override render(): TemplateResult {
    return html`<article class="panel">
      <h3>Measure your pages</h3>
      ${this.renderAsked(this.#keys, ({ site }) => {
        const keys = (site?.allWriteKeys ?? []).filter(({ disabledAt }) => disabledAt === null)
        const newest = keys.at(-1)
        return newest === undefined
          ? this.renderState('No write key that works', 'Make one under Write keys: pages send with it.')
          : this.#renderCode(
              keys.map(({ key }) => key),
              keys.find(({ key }) => key === this.said.key)?.key ?? newest.key,
            )
      })}
    </article>`
  }

  #renderCode(keys: readonly string[], key: string): TemplateResult {
    const page = { ...this.said, key, origin: location.origin }
    const field = (id: keyof typeof this.said, label: string, hint: string) => ({
      id,
      label,
      hint,
      value: page[id],
      onInput: (value: string) => (this.said = { ...this.said, [id]: value }),
    })
    return html`<div class="stack">
      <div class="row">
        ${renderSelect({
          ...field('key', 'Write key', 'Public: it can write and nothing else.'),
          options: keys.map((key) => [key, key] as const),
        })}
        ${renderSelect({
          ...field('consent', 'Consent', 'What holds until the page says more.'),
          options: CONSENTS,
        })}
      </div>
      <div class="row">
        ${renderInput({ ...field('release', 'Release', 'The version of your code, so that a slow one is found.'), placeholder: 'web@4.2.0' })}
        ${renderInput({ ...field('environment', 'Environment', 'Empty: not said.'), placeholder: 'production' })}
      </div>
      <sight-code label="Into the head of every page" .text=${scriptTag(page)}></sight-code>
      <sight-code label="Or from npm" .text=${npmCode(page)}></sight-code>
      <sight-code
        label="If the page has a Content-Security-Policy, add"
        .text=${`script-src ${page.origin}; connect-src ${page.origin}`}
      ></sight-code>
    </div>`
  }
}

define('sight-install', SightInstall)
