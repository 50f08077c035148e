import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { QueryController } from '../../data/query-controller.ts'
import { renderChoices } from '../../elements/base/choices.ts'
import { define } from '../../elements/base/define.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { MutationController } from '../forms/mutation-controller.ts'
import { alertsParts } from './alerts-parts.styles.ts'
import {
  DELIVERIES_QUERY,
  RETRY_DELIVERY,
  type DeliveriesAnswer,
  type DeliveriesVariables,
  type DeliveryRow,
  type RetryPayload,
} from './deliveries.query.ts'
import { DELIVERY_STATES, renderDelivery } from './delivery-view.ts'

const PAGE = 50
const MOST = 200
const EVERY = 'ALL'

/** `<sight-deliveries>`: what was to be told, the newest first, and how far it came; what was given up is tried again. */
export class SightDeliveries extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, alertsParts]

  static override properties: PropertyDeclarations = {
    status: { state: true },
    first: { state: true },
  }

  declare private status: DeliveryRow['status'] | null
  declare private first: number

  readonly #deliveries = new QueryController<DeliveriesAnswer, DeliveriesVariables>(this, {
    query: DELIVERIES_QUERY,
    variables: () =>
      this.siteName === null ? null : { site: this.siteName, first: this.first, status: this.status },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #retry = new MutationController<RetryPayload>(this, RETRY_DELIVERY, () => this.connection)

  constructor() {
    super()
    this.status = null
    this.first = PAGE
  }

  async #onRetry(id: string): Promise<void> {
    if ((await this.#retry.run({ site: this.siteName, id })) !== null) this.#deliveries.retry()
  }

  protected override render(): TemplateResult {
    const options = [
      [EVERY, 'All'],
      ...Object.entries(DELIVERY_STATES).map(([status, { label }]) => [status, label] as const),
    ] as const
    const problem = this.#retry.userErrors[0]?.message ?? this.#retry.error?.message ?? null
    return html`<div class="stack" aria-busy=${this.#deliveries.pending}>
      <div class="toolbar">
        ${renderChoices(
          { name: 'status', legend: 'Which deliveries', options, chosen: this.status ?? EVERY },
          (status) => (this.status = status === EVERY ? null : (status as DeliveryRow['status'])),
        )}
        ${problem === null ? nothing : html`<span class="mistake" role="alert">${problem}</span>`}
      </div>
      ${this.renderAsked(this.#deliveries, ({ site }) => this.#renderSite(site))}
    </div>`
  }

  #renderSite(site: DeliveriesAnswer['site']): TemplateResult {
    const nodes = site?.deliveries.nodes ?? []
    if (site === null || nodes.length === 0)
      return html`<div class="empty">
        <strong>${this.status === null ? 'Nothing was told yet' : 'There is none such'}</strong>
        <p class="muted">
          A notice stands here as soon as an alert, a flag or a regression has something to tell to a channel.
        </p>
      </div>`
    const more = site.deliveries.pageInfo.hasNextPage && this.first < MOST
    return html`<section class="panel" aria-label="Deliveries">
      <ul class="lines">
        ${nodes.map((delivery) =>
          renderDelivery(
            delivery,
            { timeZone: site.timeZone, locale: this.language },
            this.manages && delivery.status === 'DEAD' && delivery.channel !== null
              ? html`<button
                  class="secondary"
                  aria-label="Try again: ${delivery.title}"
                  ?disabled=${this.#retry.pending}
                  @click=${() => this.#onRetry(delivery.id)}
                >
                  Try again
                </button>`
              : nothing,
          ),
        )}
      </ul>
      ${
        more
          ? html`<button class="quiet" @click=${() => (this.first = Math.min(MOST, this.first + PAGE))}>
              Show more
            </button>`
          : nothing
      }
    </section>`
  }
}

define('sight-deliveries', SightDeliveries)
