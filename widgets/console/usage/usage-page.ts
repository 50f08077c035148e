import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { lengthMs, parseRange } from '../../data/period.ts'
import { QueryController } from '../../data/query-controller.ts'
import { dataTable } from '../../elements/base/data-table.ts'
import { define } from '../../elements/base/define.ts'
import { plotStyles } from '../../elements/base/plot.styles.ts'
import { formatCount, NO_VALUE } from '../../format/number.ts'
import { formatBucket, formatMoment } from '../../format/time.ts'
import { ConsolePart } from '../forms/console-part.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import './dead-letters.ts'
import { bucketsOf, createUsageChart, type UsageBucket } from './usage-chart.ts'
import { renderCodes } from './usage-codes.ts'
import { USAGE_QUERY, type Usage, type UsageAnswer, type UsageVariables } from './usage.query.ts'
import { usageStyles } from './usage.styles.ts'
import {
  QUOTA_STATES,
  capWords,
  identityWords,
  lossWords,
  missingOf,
  nearCaps,
  quotaWords,
} from './usage-words.ts'

const DAY_MS = 86_400_000
/** Up to here by hours. */
const FINE_UP_TO_MS = 3 * DAY_MS

const COLUMNS = [
  'accepted',
  'stored',
  'dead',
  'queued',
  'duplicate',
  'rejected',
  'refused',
  'dropped',
] as const

/** `<sight-usage-page>`: what became of everything that was sent in the period, and what could not be stored. */
export class SightUsagePage extends ConsolePart {
  static override styles: CSSResultGroup = [ConsolePart.styles, plotStyles, settingsStyles, usageStyles]

  static override properties: PropertyDeclarations = {
    tableOpen: { state: true },
  }

  declare private tableOpen: boolean

  readonly #usage = new QueryController<UsageAnswer, UsageVariables>(this, {
    query: USAGE_QUERY,
    variables: () => {
      const by = lengthMs(this.period) <= FINE_UP_TO_MS ? 'HOUR' : 'DAY'
      return this.siteName === null ? null : { site: this.siteName, range: parseRange(this.period), by }
    },
    connection: () => this.connection,
    refreshSeconds: () => this.refreshSeconds,
  })
  readonly #chart = createUsageChart(this)

  constructor() {
    super()
    this.tableOpen = false
  }

  protected override render(): TemplateResult {
    // The letters come after the accounts, so that nothing is pushed down.
    const { answer, error, pending } = this.#usage
    return html`<article class="stack" aria-busy=${pending}>
      ${this.renderAsked(this.#usage, ({ site }) =>
        site === null
          ? this.renderState('No such site', 'Choose another one in the menu.')
          : html`<div class="stack">${this.#renderUsage(site.usage, site.timeZone)}</div>`,
      )}
      ${
        answer === null && error === null
          ? nothing
          : html`<sight-dead-letters .manages=${this.manages} .onGo=${this.onGo}></sight-dead-letters>`
      }
    </article>`
  }

  #renderUsage(usage: Usage, timeZone: string): TemplateResult {
    const { language } = this
    const count = (n: number) => formatCount(n, language)
    const missing = missingOf(usage)
    return html`<section class="panel" aria-label="Accounts">
        <h3>What became of it</h3>
        <p class="sentence">${identityWords(usage, language)}</p>
        ${
          missing === 0
            ? nothing
            : html`<p class="mistake" role="alert">
                ${count(missing)} of them are unaccounted for: that must not be. Look at the log of the jobs.
              </p>`
        }
        <p>
          ${lossWords(usage.loss, language)} ${count(usage.duplicate)} events came twice and were stored once.
          ${usage.unknownFields === 0 ? '' : `${count(usage.unknownFields)} fields that the protocol does not name were dropped.`}
        </p>
        ${this.#renderQuota(usage, timeZone)}
      </section>
      <section class="panel" aria-label="Over time">
        <h3>Over time</h3>
        ${this.#renderSeries(bucketsOf(usage.over, usage.range.to), timeZone)}
      </section>
      ${renderCodes(usage, language)} ${this.#renderCaps(usage)}`
  }

  #renderQuota({ quota }: Usage, timeZone: string): TemplateResult {
    if (quota === null)
      return html`<p class="muted">
        There is no quota: any number of events may come. One is set under Settings, Data collection.
      </p>`
    const { label, rating } = QUOTA_STATES[quota.state]
    const renews = formatMoment(Date.parse(quota.renewsAt), timeZone, this.language)
    return html`<p>
      Quota: ${quotaWords(quota, this.language)}. <strong class=${rating}>${label}</strong>. The next day
      begins ${renews}.
    </p>`
  }

  #renderSeries(buckets: readonly UsageBucket[], timeZone: string): TemplateResult {
    const { language: locale } = this
    const cell = (value: number | null) => (value === null ? NO_VALUE : formatCount(value, locale))
    return html`<ul class="legend">
        <li>accepted</li>
        <li class="is-gone">came to nothing: refused one by one, dead, or given up by clients</li>
      </ul>
      ${this.#chart(buckets, { timeZone, locale })}
      ${dataTable(
        {
          caption: 'Events over time',
          columns: ['Time', ...COLUMNS],
          rows: () =>
            buckets.map((bucket) => [
              formatBucket(bucket.start, bucket.end, timeZone, locale),
              ...COLUMNS.map((column) => cell(bucket[column])),
            ]),
          csv: () => ({
            name: 'usage over time',
            columns: ['at', ...COLUMNS],
            rows: buckets.map((bucket) => [bucket.at, ...COLUMNS.map((column) => bucket[column])]),
          }),
        },
        this.tableOpen,
        (isOpen) => (this.tableOpen = isOpen),
      )}`
  }

  #renderCaps({ caps }: Usage): TemplateResult {
    const near = nearCaps(caps)
    return html`<section class="panel" aria-label="Caps">
      <h3>Values without end</h3>
      ${
        near.length === 0
          ? html`<p class="muted">Nothing is near its cap: every value is kept apart.</p>`
          : html`<p class="lead">Beyond its cap a value becomes “other”.</p>
              <ul class="plain">
                ${near.map((cap) => html`<li>${capWords(cap, this.language)}</li>`)}
              </ul>`
      }
    </section>`
  }
}

define('sight-usage-page', SightUsagePage)
