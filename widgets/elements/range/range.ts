import { css, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { durationMs } from '../../data/period.ts'
import { dateFormat, formatLength } from '../../format/time.ts'
import { renderChoices } from '../base/choices.ts'
import { choices } from '../base/choices.styles.ts'
import { define } from '../base/define.ts'
import { SightElement } from '../base/sight-element.ts'

const DEFAULT_OPTIONS = 'P1D P7D P14D P30D'
const CUSTOM = 'custom'

/**
 * `<sight-range>`: which period is shown, for every element of the `<sight-context>` around it: one of a few lengths until
 * now, or from one day to another.
 *
 * - `options`: ISO 8601 durations, with spaces between. Default `P1D P7D P14D P30D`.
 * - `no-custom`: without days of one's own.
 *
 * Event `sight-range-change` {range}: another period was chosen, `P7D` or `from/to`. A context takes it and keeps it.
 * Parts: `choices`, `from`, `to`.
 */
export class SightRange extends SightElement {
  static override styles: CSSResultGroup = [
    SightElement.styles,
    choices,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }
      form {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        align-items: center;
        font-size: 13px;
      }
      input[type='date'] {
        block-size: 32px;
        padding: 0 8px;
        border: 1px solid var(--_line);
        border-radius: 8px;
        background: var(--_surface);
        color: inherit;
        font: inherit;
      }
      form [role='alert'] {
        color: var(--_poor);
      }
    `,
  ]

  static override properties: PropertyDeclarations = {
    options: { reflect: true },
    noCustom: { type: Boolean, attribute: 'no-custom', reflect: true },
    choosesDays: { state: true },
    mistake: { state: true },
  }

  declare options: string
  declare noCustom: boolean
  declare private choosesDays: boolean
  declare private mistake: string | null

  constructor() {
    super()
    this.options = DEFAULT_OPTIONS
    this.noCustom = false
    this.choosesDays = false
    this.mistake = null
  }

  #choose(range: string): void {
    this.choosesDays = range === CUSTOM
    this.mistake = null
    if (!this.choosesDays) this.#tell(range)
  }

  #tell(range: string): void {
    this.range = range
    const detail = { range }
    this.dispatchEvent(new CustomEvent('sight-range-change', { detail, bubbles: true, composed: true }))
  }

  /** Days of the visitor's own clock, both whole. */
  #chooseDays(event: Event): void {
    event.preventDefault()
    const data = new FormData(event.currentTarget as HTMLFormElement)
    const [from, to] = [startOfDay(data.get('from')), startOfDay(data.get('to'))]
    if (from === null || to === null) this.mistake = 'Choose both days'
    else if (from > to) this.mistake = 'The first day is after the last'
    else {
      this.mistake = null
      to.setDate(to.getDate() + 1)
      this.#tell(`${from.toISOString()}/${to.toISOString()}`)
    }
  }

  protected override render(): TemplateResult {
    const range = this.period
    const isCustom = range.includes('/')
    const options = this.options.split(/\s+/).filter((option) => durationMs(option) !== null)
    const named = options.map((option) => [option, shortLength(option, this.language)] as const)
    const all = this.noCustom ? named : [...named, [CUSTOM, this.#customLabel(range)] as const]
    return html`${renderChoices(
      {
        name: 'range',
        legend: 'Period',
        options: all,
        chosen: this.choosesDays || isCustom ? CUSTOM : range,
      },
      (chosen) => this.#choose(chosen),
    )}${this.choosesDays ? this.#renderDays(range) : nothing}`
  }

  #customLabel(range: string): string {
    const [from, to] = range.split('/').map((moment) => Date.parse(moment))
    if (from === undefined || to === undefined || Number.isNaN(from + to)) return 'Days…'
    return dateFormat(this.language, { day: 'numeric', month: 'short' }).formatRange(from, to - 1)
  }

  #renderDays(range: string): TemplateResult {
    const [from, to] = range.split('/')
    return html`<form @submit=${(event: Event) => this.#chooseDays(event)}>
      <label>From <input part="from" type="date" name="from" required .value=${dayOf(from)} /></label>
      <label>to <input part="to" type="date" name="to" required .value=${dayOf(to, -1)} /></label>
      <button class="chip">Show</button>
      ${this.mistake === null ? nothing : html`<span role="alert">${this.mistake}</span>`}
    </form>`
  }
}

function startOfDay(day: FormDataEntryValue | null): Date | null {
  const date = new Date(`${typeof day === 'string' ? day : ''}T00:00:00`)
  return Number.isNaN(date.getTime()) ? null : date
}

/** As a date field takes it; empty for what is no moment. */
function dayOf(moment: string | undefined, laterMs = 0): string {
  const at = new Date(Date.parse(moment ?? '') + laterMs)
  if (Number.isNaN(at.getTime())) return ''
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** 24 hours, 7 days: in the words of the language. */
function shortLength(duration: string, locale: string): string {
  const hours = (durationMs(duration) ?? 0) / 3_600_000
  if (hours < 1) return formatLength(hours * 3_600_000, locale)
  const [value, unit] = hours <= 24 ? [hours, 'hour'] : [hours / 24, 'day']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value)
}

define('sight-range', SightRange)

declare global {
  interface HTMLElementTagNameMap {
    'sight-range': SightRange
  }
}
