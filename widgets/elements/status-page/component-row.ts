/** One component: what it is, how it does now, and its days as cells. */
import { html, nothing, type TemplateResult } from 'lit'
import { buildCells, daysThatFit } from '../../charts/status-cells.ts'
import { ratingClass, ratingMark } from '../base/rating-mark.ts'
import { CELL_HEIGHT, cellMark } from '../status-strip/cell-mark.ts'
import type { ComponentAnswer } from './status-page.query.ts'
import { STATES, dayText, figureOf, summaryOf } from './status-words.ts'

export interface RowPlace {
  width: number
  timeZone: string
  locale: string
  /** The day that is looked at, counted back from the newest; null for none. */
  looked: number | null
  /** The day that takes the focus, counted likewise. */
  current: number
  look: (back: number | null) => void
  step: (event: KeyboardEvent, days: number) => void
}

export function componentRow(component: ComponentAnswer, place: RowPlace): TemplateResult {
  const { key, name, description, state, days: all } = component
  const { width, timeZone, locale, looked, look } = place
  const { label, rating } = STATES[state]
  const days = all.slice(-daysThatFit(width, all.length))
  const cells = buildCells(days.length, width)
  const current = Math.min(place.current, days.length - 1)
  const back = (index: number) => days.length - 1 - index
  const unit = component.metric === null || component.metric === 'CLS' ? '' : 'ms'
  const day = looked === null ? undefined : days.at(-1 - looked)
  return html`
    <li class="component" part="component" data-key=${key}>
      <div class="head">
        <h3 class="name">${name}</h3>
        <span class="now ${ratingClass(rating)}">${ratingMark(rating)} ${label}</span>
      </div>
      ${description === '' ? nothing : html`<p class="about">${description}</p>`}
      <div class="strip" @pointerleave=${() => look(null)}>
        <svg viewBox="0 0 ${width} ${CELL_HEIGHT}" aria-hidden="true">
          ${days.map((one, index) => cellMark(STATES[one.state].day, cells[index] ?? { x: 0, width: 0 }))}
        </svg>
        <ol
          class="days"
          aria-label="Days of ${name}"
          @keydown=${(event: KeyboardEvent) => place.step(event, days.length)}
        >
          ${days.map(
            (one, index) =>
              html`<li>
                <span
                  role="img"
                  tabindex=${back(index) === current ? 0 : -1}
                  aria-label="${dayText(one.start, timeZone, locale)}: ${STATES[one.state].label}, ${figureOf(one, unit, locale)}"
                  data-x=${(cells[index]?.x ?? 0) - 1}
                  data-width=${(cells[index]?.width ?? 0) + 2}
                  @pointerenter=${() => look(back(index))}
                  @pointerdown=${() => look(back(index))}
                  @focus=${() => look(back(index))}
                  @blur=${() => look(null)}
                ></span>
              </li>`,
          )}
        </ol>
        ${
          day === undefined || looked === null
            ? nothing
            : html`<div
                class="tooltip"
                part="tooltip"
                aria-hidden="true"
                data-x=${cells.at(-1 - looked)?.x ?? 0}
              >
                <span class="muted">${dayText(day.start, timeZone, locale)}</span>
                <strong class=${ratingClass(STATES[day.state].rating)}>${STATES[day.state].label}</strong>
                <div class="muted">${figureOf(day, unit, locale)}</div>
              </div>`
        }
      </div>
      <p class="ends">
        <span aria-hidden="true">${days.length} days ago</span><i></i> <b>${summaryOf(component, locale)}</b
        ><i></i>
        <span aria-hidden="true">Yesterday</span>
      </p>
    </li>
  `
}
