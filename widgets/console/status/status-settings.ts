import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { define } from '../../elements/base/define.ts'
import '../forms/code.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { renderDelete } from '../forms/delete-button.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import type { DonePayload } from '../settings/settings.query.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import './incidents.ts'
import { draftOf, emptyPage, type StatusPageDraft } from './status-draft.ts'
import './status-page-form.ts'
import {
  DELETE_STATUS_PAGE,
  STATUS_PAGES_QUERY,
  type StatusPage,
  type StatusPagesAnswer,
} from './status.query.ts'

type Slos = readonly { id: string; name: string }[]

/** `<sight-status-settings>`: the status pages of a site; `open` is the id of the one that is shown with its incidents. */
export class SightStatusSettings extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, settingsStyles]

  static override properties: PropertyDeclarations = {
    edits: { state: true },
    deletes: { state: true },
  }

  /** What the form begins with; null while it is closed. */
  declare private edits: StatusPageDraft | null
  declare private deletes: boolean

  readonly #pages = new QueryController<StatusPagesAnswer, { site: string }>(this, {
    query: STATUS_PAGES_QUERY,
    variables: () => (this.siteName === null ? null : { site: this.siteName }),
    connection: () => this.connection,
    refreshSeconds: () => 0,
  })
  readonly #delete = new MutationController<DonePayload>(this, DELETE_STATUS_PAGE, () => this.connection)

  constructor() {
    super()
    this.edits = null
    this.deletes = false
  }

  #choose(id: string | null): void {
    this.edits = null
    this.deletes = false
    this.#delete.forget()
    this.onGo({ open: id ?? 'status' })
  }

  #onSaved(id: string): void {
    this.#choose(id)
    this.#pages.retry()
  }

  async #onDelete(id: string): Promise<void> {
    if ((await this.#delete.run({ id })) === null) return
    this.#choose(null)
    this.#pages.retry()
  }

  protected override render(): TemplateResult {
    return html`${this.renderAsked(this.#pages, ({ site }) => {
      const pages = site?.statusPages ?? []
      const open = pages.find(({ id }) => id === this.open) ?? null
      if (this.edits !== null) return this.#renderForm(this.edits, site?.slos ?? [])
      return open === null ? this.#renderList(pages) : this.#renderOpen(open)
    })}`
  }

  #renderList(pages: readonly StatusPage[]): TemplateResult {
    return html`<article class="panel">
      <div class="toolbar">
        <h3>Status pages</h3>
        <span class="spacer"></span>
        ${
          this.manages
            ? html`<button class="secondary" @click=${() => (this.edits = emptyPage())}>
                New status page
              </button>`
            : this.renderReadOnly()
        }
      </div>
      <p class="lead">
        A status page tells the public how the site is doing, and of incidents in your words. Nobody signs in
        for it, and no figure in it rests on fewer visitors than its floor.
      </p>
      ${this.open === null ? nothing : html`<p class="mistake">There is no page ${this.open} any more.</p>`}
      ${
        pages.length === 0
          ? this.renderState(
              'No status pages yet',
              'Make one of objectives and vitals, look at it, publish it.',
            )
          : html`<ul class="choose-list" aria-label="Status pages">
              ${pages.map(
                (page) =>
                  html`<li>
                    <button @click=${() => this.#choose(page.id)}>
                      ${page.title}<small>${addressOf(page)} · ${wordsOf(page)}</small>
                    </button>
                  </li>`,
              )}
            </ul>`
      }
    </article>`
  }

  #renderOpen(page: StatusPage): TemplateResult {
    const { id, slug, title, published } = page
    return html`<div class="stack">
      <div class="toolbar">
        <button class="quiet" @click=${() => this.#choose(null)}>← All status pages</button>
        <span class="spacer"></span>
        ${
          this.manages
            ? html`<button class="secondary" @click=${() => (this.edits = draftOf(page))}>Change</button>
                ${renderDelete(this.#delete, {
                  name: title,
                  asks: this.deletes,
                  onAsk: (asks) => (this.deletes = asks),
                  onDelete: () => this.#onDelete(id),
                })}`
            : nothing
        }
      </div>
      <article class="panel">
        <div class="toolbar">
          <h3>${title}</h3>
          <span class="badge">${published ? 'Published' : 'Not published'}</span>
        </div>
        <p class="lead">
          ${
            published
              ? html`It stands at <a href="/status/${slug}" target="_blank">/status/${slug}</a>.`
              : `Publish it, and it stands at /status/${slug}. Until then the address answers 404.`
          }
          ${wordsOf(page)}.
        </p>
        <ul class="plain">
          ${page.components.map(({ name, vital }) => html`<li>${name}: ${vital ?? 'an objective'}</li>`)}
        </ul>
        ${
          published && page.origins.length > 0
            ? html`<sight-code label="In another page of yours" .text=${embedOf(slug)}></sight-code>`
            : nothing
        }
      </article>
      <sight-incidents
        .manages=${this.manages}
        .page=${page}
        @sight-saved=${() => this.#pages.retry()}
      ></sight-incidents>
    </div>`
  }

  #renderForm(draft: StatusPageDraft, slos: Slos): TemplateResult {
    return html`<sight-status-page-form
      .initial=${draft}
      .slos=${slos}
      @sight-saved=${({ detail }: CustomEvent<{ id: string }>) => this.#onSaved(detail.id)}
      @sight-cancel=${() => (this.edits = null)}
    ></sight-status-page-form>`
  }
}

function addressOf({ slug, published }: StatusPage): string {
  return published ? `/status/${slug}` : 'not published'
}

function wordsOf({ floor, components, incidents }: StatusPage): string {
  const open = incidents.filter(({ resolvedAt }) => resolvedAt === null).length
  return [
    components.length === 1 ? '1 component' : `${components.length} components`,
    `no figure of fewer than ${floor} visitors`,
    ...(open === 0 ? [] : [open === 1 ? '1 open incident' : `${open} open incidents`]),
  ].join(' · ')
}

function embedOf(slug: string): string {
  const { origin } = location
  return [
    `<script type="module" src="${origin}/widgets/v1.js"></script>`,
    `<sight-context token-from="${origin}/status/${slug}/token">`,
    '  <sight-status-page></sight-status-page>',
    '</sight-context>',
  ].join('\n')
}

define('sight-status-settings', SightStatusSettings)
