/** The metrics that an attribute names, as FlagMetricInput and with the unit of their values. */
import { VITALS, type VitalName } from '../../../sdk/wire/vitals.ts'

/** Figures of sessions with their units. */
const FIGURES: Record<string, string> = {
  CRASH_FREE_SESSIONS: 'share',
  ERRORS_PER_SESSION: 'number',
  BOUNCE_RATE: 'share',
  ENGAGEMENT_RATE: 'share',
  FRUSTRATION_RATE: 'share',
  VIEWS_PER_SESSION: 'number',
  REQUEST_FAILURE_RATE: 'share',
}
const MOST = 20

export interface FlagMetric {
  /** FlagMetricInput of the GraphQL schema. */
  input: Readonly<Record<string, unknown>>
  /** `ms`, `score`, `share` or `number`. */
  unit: string
}

/** Names of vitals and figures with commas between them, or FlagMetricInputs as JSON. A text says what is wrong. */
export function parseFlagMetrics(text: string): FlagMetric[] | string {
  const metrics = text.trim().startsWith('[') ? parseInputs(text) : text.split(',').map(parseName)
  if (typeof metrics === 'string') return metrics
  const wrong = metrics.find((metric) => typeof metric === 'string')
  if (wrong !== undefined) return wrong
  const found = metrics.filter((metric) => typeof metric !== 'string')
  return found.length >= 1 && found.length <= MOST ? found : `Name 1 to ${MOST} metrics.`
}

function parseName(text: string): FlagMetric | string {
  const name = text.trim()
  if (Object.hasOwn(VITALS, name))
    return { input: { vital: { metric: name } }, unit: VITALS[name as VitalName].unit }
  const unit = Object.hasOwn(FIGURES, name) ? FIGURES[name] : undefined
  return unit === undefined ? `There is no metric ${name}.` : { input: { figure: name }, unit }
}

function parseInputs(text: string): (FlagMetric | string)[] | string {
  try {
    return (JSON.parse(text) as unknown[]).map(parseInput)
  } catch {
    return `The metrics attribute is not a JSON list: ${text}`
  }
}

function parseInput(input: unknown): FlagMetric | string {
  if (typeof input !== 'object' || input === null)
    return `A metric is not an object: ${JSON.stringify(input)}`
  const { vital, figure } = input as { vital?: { metric?: string; of?: string }; figure?: string }
  const unit =
    vital === undefined || vital === null
      ? (FIGURES[figure ?? ''] ?? 'share')
      : vital.of === 'GOOD_SHARE'
        ? 'share'
        : (VITALS[vital.metric as VitalName]?.unit ?? 'ms')
  return { input: input as FlagMetric['input'], unit }
}
