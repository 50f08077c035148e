/** Events over time: what was accepted, and on it what came to nothing. */
import { html, svg, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { buildColumns, lowerParts } from '../../charts/columns.ts'
import { CursorController } from '../../elements/base/cursor-controller.ts'
import { columnPicture, placeTicks, plot, valueGrid } from '../../elements/base/plot.ts'
import { WidthController } from '../../elements/base/width-controller.ts'
import { formatCount } from '../../format/number.ts'
import { formatBucket } from '../../format/time.ts'
import type { UsagePoint } from './usage.query.ts'
import { goneOf } from './usage-words.ts'

const PANEL_PADDING = 42
const HEIGHT = 200

export interface UsageBucket extends UsagePoint {
  start: number
  end: number
  /** Accepted but not dead, and what came to nothing. */
  count: number
}

/** A point ends where the next begins. */
export function bucketsOf(over: readonly UsagePoint[], to: string): UsageBucket[] {
  return over.map((point, index) => ({
    ...point,
    start: Date.parse(point.at),
    end: Date.parse(over[index + 1]?.at ?? to),
    count: point.accepted - point.dead + goneOf(point),
  }))
}

export type UsageChart = (
  buckets: readonly UsageBucket[],
  look: { timeZone: string; locale: string },
) => TemplateResult

export function createUsageChart(
  host: ReactiveControllerHost & HTMLElement & { renderRoot: ParentNode },
): UsageChart {
  const size = new WidthController(host)
  const cursor = new CursorController(host)
  return (buckets, { timeZone, locale }) => {
    const width = Math.max(240, size.width - PANEL_PADDING)
    const marks = buildColumns({ buckets, width, height: HEIGHT, timeZone, locale })
    const gone = buckets.map((bucket) => (bucket.count === 0 ? 0 : goneOf(bucket) / bucket.count))
    const kept = lowerParts(
      marks.columns,
      gone.map((share) => 1 - share),
    )
    cursor.points = marks.points
    const at = (index: number) => {
      const { start = 0, end = 0, accepted = 0 } = buckets[index] ?? {}
      const bucket = buckets[index]
      return {
        time: formatBucket(start, end, timeZone, locale),
        accepted: formatCount(accepted, locale),
        gone: formatCount(bucket === undefined ? 0 : goneOf(bucket), locale),
      }
    }
    const labels = marks.valueTicks.map(({ y, value }) => ({ y, label: formatCount(value, locale) }))
    return plot({
      label: 'Events over time',
      cursor,
      words: (index) => {
        const { time, accepted, gone } = at(index)
        return `${time}: ${accepted} events accepted, ${gone} came to nothing`
      },
      picture: svg`${valueGrid(labels, marks.plot)}${placeTicks(marks.timeTicks, marks.plot)}
        <g class="gone">${columnPicture(marks.columns, -1)}</g>${columnPicture(kept, cursor.active)}`,
      width,
      height: HEIGHT,
      tooltip: (index) => {
        const { time, accepted, gone } = at(index)
        return html`<span class="muted">${time}</span><strong>${accepted} accepted</strong>
          <div class="muted">${gone} came to nothing</div>`
      },
    })
  }
}
