import { html, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { parseRange } from '../data/period.ts'
import { QueryController } from '../data/query-controller.ts'
import { define } from '../elements/base/define.ts'
import { SightElement } from '../elements/base/sight-element.ts'
import { commandsOf, matching, type Command } from './commands.ts'
import { VALUES_QUERY, type ValuesAnswer, type ValuesVariables } from './console.query.ts'
import { controls } from './controls.styles.ts'
import { dialogStyles } from './dialog.styles.ts'
import { START, type ConsoleLocation } from './location.ts'
import { paletteStyles } from './palette.styles.ts'
import type { Preferences } from './preferences.ts'

/**
 * `<sight-palette>`: everything that the console can show or do, found by a few letters: its pages, the sites, the pages
 * of the site, vitals, periods, actions. A combobox with a list, as the ARIA practices describe it.
 *
 * Event `close`.
 */
export class SightPalette extends SightElement {
  static override styles: CSSResultGroup = [SightElement.styles, controls, dialogStyles, paletteStyles]

  static override properties: PropertyDeclarations = {
    sites: { attribute: false },
    place: { attribute: false },
    onGo: { attribute: false },
    onPrefer: { attribute: false },
    text: { state: true },
    active: { state: true },
  }

  declare sites: readonly { id: string; name: string }[]
  declare place: ConsoleLocation
  declare onGo: (change: Partial<ConsoleLocation>) => void
  declare onPrefer: (change: Partial<Preferences>) => void
  declare private text: string
  declare private active: number

  readonly #pages = new QueryController<ValuesAnswer, ValuesVariables>(this, {
    query: VALUES_QUERY,
    variables: () =>
      this.siteName === null
        ? null
        : { site: this.siteName, range: parseRange(this.period), where: null, dimension: 'PAGE' },
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })

  constructor() {
    super()
    this.sites = []
    this.place = START
    this.onGo = () => undefined
    this.onPrefer = () => undefined
    this.text = ''
    this.active = 0
  }

  get #commands(): Command[] {
    const pages = (this.#pages.answer?.data.site?.segment.by ?? []).flatMap(({ key }) =>
      key === null ? [] : [key],
    )
    const { sites, place, onGo, onPrefer } = this
    return matching(commandsOf({ sites, pages, place, onGo, onPrefer }), this.text)
  }

  protected override firstUpdated(): void {
    this.#dialog?.showModal()
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog')
  }

  #run(command: Command | undefined): void {
    if (command === undefined) return
    this.#dialog?.close()
    command.run()
  }

  #onKey(event: KeyboardEvent): void {
    const { length } = this.#commands
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const move = moves[event.key]
    if (event.key === 'Enter') {
      event.preventDefault()
      this.#run(this.#commands[this.active])
    } else if (move !== undefined && length > 0) {
      event.preventDefault()
      this.active = (this.active + move + length) % length
    }
  }

  protected override render(): TemplateResult {
    const commands = this.#commands
    return html`<dialog aria-label="Find" @close=${() => this.dispatchEvent(new Event('close'))}>
      <input
        type="text"
        role="combobox"
        aria-label="Find a page, a site, an action"
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant=${commands.length === 0 ? '' : `command-${this.active}`}
        aria-autocomplete="list"
        autocomplete="off"
        placeholder="Find a page, a site, an action"
        @input=${(event: Event) => {
          this.text = (event.target as HTMLInputElement).value
          this.active = 0
        }}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event)}
      />
      <ul id="found" role="listbox" aria-label="Found">
        ${commands.map(
          (command, index) =>
            html`<li
              role="option"
              id="command-${index}"
              aria-selected=${index === this.active}
              @click=${() => this.#run(command)}
              @pointermove=${() => (this.active = index)}
            >
              <span class="name">${command.title}</span><span class="muted">${command.kind}</span>
            </li>`,
        )}
      </ul>
      <p class="none muted" role="status">
        ${commands.length === 0 ? `Nothing is called “${this.text}”.` : ''}
      </p>
    </dialog>`
  }
}

define('sight-palette', SightPalette)
