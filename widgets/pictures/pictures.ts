/**
 * Every element that there is a picture of: which registered operation it asks, with which variables, and how its answer
 * is drawn. Null is an answer without the site, the SLO or the funnel that was asked for.
 */
import { chartInterval, parseRange, sparklineInterval } from '../data/period.ts'
import type { BreakdownAnswer } from '../elements/breakdown/breakdown.query.ts'
import type { DistributionAnswer } from '../elements/distribution/distribution.query.ts'
import type { FunnelAnswer } from '../elements/funnel/funnel.query.ts'
import type { SloBudgetAnswer } from '../elements/slo-budget/slo-budget.query.ts'
import type { StatusStripAnswer } from '../elements/status-strip/status-strip.query.ts'
import type { TimeSeriesAnswer } from '../elements/time-series/time-series.query.ts'
import type { VitalCardAnswer } from '../elements/vital-card/vital-card.query.ts'
import { framed, type Drawing } from './frame.ts'
import { readParameters, type PictureParameters } from './parameters.ts'
import { breakdownDrawing, funnelDrawing } from './row-pictures.ts'
import { sloBudgetDrawing, statusStripDrawing } from './slo-pictures.ts'
import { distributionDrawing, timeSeriesDrawing, vitalCardDrawing } from './vital-pictures.ts'

interface Picture {
  operation: string
  width: number
  /** A parameter without which there is nothing to ask. */
  needs?: 'slo' | 'funnel'
  variables: (asked: PictureParameters) => Record<string, unknown>
  draw: (data: unknown, asked: PictureParameters) => Drawing | null
}

const segment = ({ site, period, filter }: PictureParameters) => ({
  site,
  range: parseRange(period),
  where: filter,
})
const missing = null

const PICTURES: Record<string, Picture> = {
  'vital-card': {
    operation: 'VitalCard',
    width: 320,
    variables: (asked) => ({
      ...segment(asked),
      metric: asked.metric,
      interval: sparklineInterval(asked.period),
    }),
    draw: (data, asked) => {
      const { site } = data as VitalCardAnswer
      return site === null ? missing : vitalCardDrawing(site, asked, asked.look)
    },
  },
  'time-series': {
    operation: 'TimeSeries',
    width: 800,
    variables: (asked) => ({
      ...segment(asked),
      metric: asked.metric,
      interval: chartInterval(asked.period),
      q: 0.75,
    }),
    draw: (data, asked) => {
      const { site } = data as TimeSeriesAnswer
      return site === null ? missing : timeSeriesDrawing(site, asked, asked.look)
    },
  },
  distribution: {
    operation: 'Distribution',
    width: 800,
    variables: (asked) => ({ ...segment(asked), metric: asked.metric, bins: 40 }),
    draw: (data, asked) => {
      const { site } = data as DistributionAnswer
      return site === null ? missing : distributionDrawing(site, asked, asked.look)
    },
  },
  breakdown: {
    operation: 'Breakdown',
    width: 720,
    variables: (asked) => ({
      ...segment(asked),
      metric: asked.metric,
      dimension: asked.dimension,
      top: asked.top,
      orderBy: { direction: 'DESC' },
    }),
    draw: (data, asked) => {
      const { site } = data as BreakdownAnswer
      return site === null ? missing : breakdownDrawing(site, asked, asked.look)
    },
  },
  funnel: {
    operation: 'Funnel',
    width: 720,
    needs: 'funnel',
    variables: (asked) => ({
      ...segment(asked),
      saved: true,
      adHoc: false,
      funnel: asked.funnel,
      // Those of one that is not saved, which the operation asks for as well.
      steps: [],
      order: 'ORDERED',
      countBy: 'SESSION',
      window: null,
      split: false,
      by: 'DEVICE',
      top: 5,
    }),
    draw: (data, asked) => {
      const funnel = (data as FunnelAnswer).site?.funnel ?? null
      if (funnel === null) return missing
      return funnelDrawing({ name: funnel.name, found: funnel.result }, asked, asked.look)
    },
  },
  'status-strip': {
    operation: 'StatusStrip',
    width: 720,
    needs: 'slo',
    variables: ({ site, slo, days }) => ({ site, slo, range: { last: `P${days}D` } }),
    draw: (data, asked) => {
      const slo = (data as StatusStripAnswer).site?.slo ?? null
      return slo === null ? missing : statusStripDrawing(slo, asked, asked.look)
    },
  },
  'slo-budget': {
    operation: 'SloBudget',
    width: 800,
    needs: 'slo',
    variables: ({ site, slo }) => ({ site, slo, interval: 'DAY' }),
    draw: (data, asked) => {
      const { site } = data as SloBudgetAnswer
      if (site === null || site.slo === null) return missing
      return sloBudgetDrawing(site.slo, site.timeZone, asked.look)
    },
  },
}

export const PICTURE_NAMES: readonly string[] = Object.keys(PICTURES)

export interface AskedPicture {
  /** The registered operation that answers it. */
  operation: string
  variables: Record<string, unknown>
  /** The picture as an SVG document; null where what was asked for is not there. */
  draw: (data: unknown) => string | null
}

/** `name` is that of the element, with or without `sight-`. */
export function askPicture(name: string, search: URLSearchParams): AskedPicture | { problem: string } {
  const short = name.replace(/^sight-/, '')
  const picture = Object.hasOwn(PICTURES, short) ? PICTURES[short] : undefined
  if (picture === undefined)
    return { problem: `there is no picture of "${name.slice(0, 60)}": choose ${PICTURE_NAMES.join(', ')}` }
  const parsed = readParameters(search, picture.width)
  if ('problem' in parsed) return parsed
  const { parameters } = parsed
  if (picture.needs !== undefined && parameters[picture.needs] === '')
    return {
      problem: `${picture.needs} is missing: name its id, as in ?${picture.needs}=shop/${picture.needs}/1`,
    }
  return {
    operation: picture.operation,
    variables: picture.variables(parameters),
    draw: (data) => {
      const drawing = picture.draw(data, parameters)
      return drawing === null ? null : framed(drawing, parameters.look)
    },
  }
}
