import {
  html,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import { define } from '../../elements/base/define.ts'
import '../../elements/context/context.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { emptyEmbed, saidOf, whereOf, type EmbedDraft } from './embed-draft.ts'
import { builderElement } from './embed-elements.ts'
import { settingsStyles } from './settings.styles.ts'

/** What elements of the preview tell leads nowhere: it is no page of the console. */
const KEPT_INSIDE = [
  'sight-context-change',
  'sight-select',
  'sight-deselect',
  'sight-session',
  'sight-slo',
  'sight-error',
  'sight-slow-sessions',
  'sight-unauthorized',
]

/**
 * `<sight-embed-preview>`: the elements of a draft as a page elsewhere shows them.
 *
 * - `draft`: its filter is one.
 * - `embedToken`: what they ask with; null: as whoever is signed in.
 */
export class SightEmbedPreview extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    draft: { attribute: false },
    embedToken: { attribute: false },
  }

  declare draft: EmbedDraft
  declare embedToken: string | null

  /** Made by hand, as which they are is known by their names alone. */
  #shown: HTMLElement[] = []

  constructor() {
    super()
    this.draft = emptyEmbed()
    this.embedToken = null
    for (const name of KEPT_INSIDE) this.addEventListener(name, (event) => event.stopPropagation())
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    // With another token the elements ask anew.
    if (changed.has('embedToken')) this.#shown = []
  }

  protected override render(): TemplateResult {
    const { draft } = this
    return html`<section class="preview" aria-label="Preview">
      <sight-context
        fixed
        .site=${this.siteName}
        .range=${draft.range}
        .theme=${draft.theme === '' ? null : draft.theme}
        .filter=${whereOf(draft)}
        .token=${this.embedToken}
        >${this.#nodes()}</sight-context
      >
    </section>`
  }

  /**
   * The elements of the draft; those that are still the same stay, with their answers. One that loses an attribute is made
   * anew: without it, it would not have its default again.
   */
  #nodes(): HTMLElement[] {
    this.#shown = this.draft.pieces.map((piece, index) => {
      const said = new Map(saidOf(piece))
      const before = this.#shown[index]
      const stays =
        before?.localName === piece.tag &&
        (before.dataset['said'] ?? '').split(' ').every((name) => name === '' || said.has(name))
      const node = stays ? before : document.createElement(piece.tag)
      void builderElement(piece.tag).load()
      for (const [name, value] of said) if (node.getAttribute(name) !== value) node.setAttribute(name, value)
      node.dataset['said'] = [...said.keys()].join(' ')
      return node
    })
    return this.#shown
  }
}

define('sight-embed-preview', SightEmbedPreview)
