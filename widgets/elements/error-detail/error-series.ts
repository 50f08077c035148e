/** The events of a group over time, as a chart that is read bucket by bucket. Loaded after the element itself. */
import { html, svg, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { buildColumns } from '../../charts/columns.ts'
import { formatCount } from '../../format/number.ts'
import { formatBucket } from '../../format/time.ts'
import { CursorController } from '../base/cursor-controller.ts'
import { columnPicture, placeTicks, plot, valueGrid } from '../base/plot.ts'
import { plotStyles } from '../base/plot.styles.ts'
import { WidthController } from '../base/width-controller.ts'
import type { ErrorGroupAnswer } from './error-detail.query.ts'

export const seriesStyles = plotStyles
export type ErrorSeries = (over: ErrorGroupAnswer['over'], timeZone: string, locale: string) => TemplateResult

const CARD_PADDING = 34
const USUAL_HEIGHT = 160

export function createErrorSeries(
  host: ReactiveControllerHost & HTMLElement & { renderRoot: ParentNode },
): ErrorSeries {
  const size = new WidthController(host)
  const cursor = new CursorController(host)
  return (over, timeZone, locale) => {
    const buckets = over.map(({ start, end, events, sessions }) => ({
      start: Date.parse(start),
      end: Date.parse(end),
      count: events,
      sessions,
    }))
    const width = Math.max(240, size.width - CARD_PADDING)
    const height = host.renderRoot.querySelector('.plot')?.clientHeight ?? USUAL_HEIGHT
    const marks = buildColumns({ buckets, width, height, timeZone, locale })
    cursor.points = marks.points
    const time = (index: number) => {
      const { start = 0, end = 0 } = buckets[index] ?? {}
      return formatBucket(start, end, timeZone, locale)
    }
    const events = (index: number) => formatCount(buckets[index]?.count ?? 0, locale)
    const sessions = (index: number) => formatCount(buckets[index]?.sessions ?? 0, locale)
    const labels = marks.valueTicks.map(({ y, value }) => ({ y, label: formatCount(value, locale) }))
    return plot({
      label: 'Events over time',
      cursor,
      words: (index) => `${time(index)}: ${events(index)} events in ${sessions(index)} sessions`,
      picture: svg`${valueGrid(labels, marks.plot)}${placeTicks(marks.timeTicks, marks.plot)}
        ${columnPicture(marks.columns, cursor.active)}`,
      width,
      height,
      tooltip: (index) =>
        html`<span class="muted">${time(index)}</span><strong>${events(index)} events</strong>
          <div class="muted">in ${sessions(index)} sessions</div>`,
    })
  }
}
