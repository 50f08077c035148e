/** The marks of a burn-down as SVG, its legend, and its words for one bucket. Colours come from the element's styles. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { BurnDownMarks } from '../../charts/burn-down-marks.ts'
import type { BurnPoint } from '../../charts/burn-down.ts'
import { formatCount } from '../../format/number.ts'
import { formatBudget, formatCompliance, formatObjective } from '../../format/objective.ts'
import { formatBucket, formatMoment } from '../../format/time.ts'
import type { SloMarkAnswer, SloPointAnswer } from './slo-budget.query.ts'

interface BurnPicture {
  marks: BurnDownMarks
  locale: string
  width: number
  height: number
  /** The point under the crosshair; -1 for none. */
  active: number
}

export function burnPicture({ width, height, ...drawing }: BurnPicture): TemplateResult {
  return html`<svg part="plot" viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${burnDrawing(drawing)}
  </svg>`
}

/** What is in the picture, for whoever has a picture of their own around it. */
export function burnDrawing({
  marks,
  locale,
  active,
}: Omit<BurnPicture, 'width' | 'height'>): SVGTemplateResult {
  const { plot, zeroY } = marks
  const right = plot.x + plot.width
  return svg`
      <g class="grid">
        ${marks.shareTicks.map(
          ({ y, share }) => svg`
            <line x1=${plot.x} x2=${right} y1=${y} y2=${y} />
            <text x=${plot.x - 8} y=${y} dy="0.32em" text-anchor="end">${formatObjective(share, locale)}</text>`,
        )}
        ${marks.timeTicks.map(
          ({ x, label }) => svg`
            <line x1=${x} x2=${x} y1=${plot.y + plot.height} y2=${plot.y + plot.height + 4} />
            <text x=${x} y=${plot.y + plot.height + 20} text-anchor="middle">${label}</text>`,
        )}
      </g>
      <path class="area" d=${marks.area} />
      <line class="zero" x1=${plot.x} x2=${right} y1=${zeroY} y2=${zeroY} />
      <g class="releases">${marks.events.map((event) => releaseMark(event, plot))}</g>
      <path class="even" part="even" d=${marks.even} />
      <path class="line" part="line" d=${marks.line} />
      ${crosshair(marks, active)}`
}

function releaseMark({ x, label }: BurnDownMarks['events'][number], { y, height }: BurnDownMarks['plot']) {
  return svg`<line x1=${x} x2=${x} y1=${y - 4} y2=${y + height} />
    <path d="M${x - 4} ${y - 10}h8l-4 7Z"><title>${label}</title></path>`
}

function crosshair({ points, plot }: BurnDownMarks, active: number): SVGTemplateResult | typeof nothing {
  const point = points[active]
  if (point === undefined) return nothing
  return svg`<g class="crosshair">
    <line x1=${point.x} x2=${point.x} y1=${plot.y} y2=${plot.y + plot.height} />
    <circle cx=${point.x} cy=${point.y} r="4" />
  </g>`
}

export function burnLegend(hasReleases: boolean): TemplateResult {
  const key = (content: SVGTemplateResult) =>
    html`<svg width="16" height="10" aria-hidden="true">${content}</svg>`
  return html`<ul class="legend" part="legend">
    <li>${key(svg`<path class="line" d="M1 5H15" />`)}Left</li>
    <li>${key(svg`<path class="even" d="M1 5H15" />`)}Even pace</li>
    ${hasReleases ? html`<li class="releases">${key(svg`<path d="M4 1h8l-4 7Z" />`)}Release, deploy</li>` : nothing}
  </ul>`
}

interface Place {
  points: readonly BurnPoint[]
  /** One less than the points: the first point is the beginning. */
  buckets: readonly SloPointAnswer[]
  releases: readonly SloMarkAnswer[]
  index: number
  objective: number
  events: string
  timeZone: string
  locale: string
}

interface Lines {
  time: string
  left: string
  even: string
  bad: string
  releases: string
}

/** What is known of one point, each as a line. Null out of the chart. */
function linesOf({ points, buckets, releases, index, ...place }: Place): Lines | null {
  const { objective, events, timeZone, locale } = place
  const point = points[index]
  if (point === undefined) return null
  const bucket = buckets[index - 1]
  const [start, end] = [Date.parse(bucket?.start ?? ''), Date.parse(bucket?.end ?? '')]
  const within = releases.filter(({ at }) => Date.parse(at) >= start && Date.parse(at) < end)
  const share = formatCompliance(bucket?.compliance ?? null, objective, locale)
  return {
    time:
      bucket === undefined
        ? formatMoment(point.at, timeZone, locale)
        : formatBucket(start, end, timeZone, locale),
    left:
      point.left < 0
        ? `${formatBudget(-point.left, locale)} overdrawn`
        : `${formatBudget(point.left, locale)} left`,
    even: `${formatBudget(point.even, locale)} at an even pace`,
    bad:
      bucket === undefined
        ? 'The window begins'
        : bucket.total === 0
          ? `No ${events}`
          : `${formatCount(bucket.bad, locale)} bad of ${formatCount(bucket.total, locale)} ${events}, ${share} good`,
    releases: within
      .map(({ kind, label }) => `${kind === 'DEPLOY' ? 'Deploy' : 'Release'} ${label}`)
      .join(', '),
  }
}

/** For those who see the chart; those who hear it get `burnWords`. */
export function burnTooltip(place: Place): TemplateResult | typeof nothing {
  const lines = linesOf(place)
  if (lines === null) return nothing
  return html`<div class="tooltip" part="tooltip" aria-hidden="true">
    <span class="muted">${lines.time}</span>
    <strong>${lines.left}</strong>
    <div class="muted">${lines.even}<br />${lines.bad}</div>
    ${lines.releases === '' ? nothing : html`<div class="release-names">${lines.releases}</div>`}
  </div>`
}

/** One bucket in a sentence. */
export function burnWords(place: Place): string {
  const lines = linesOf(place)
  if (lines === null) return ''
  const { time, left, even, bad, releases } = lines
  return `${time}: ${left}, ${even}. ${bad}${releases === '' ? '' : `. ${releases}`}`
}
