/** What a rule watches, by its kind: checked when it is saved, kept with durations in ms. */
import { VITAL_NAMES, VITALS, type VitalName } from '../../sdk/wire/vitals.ts'
import { readRegisteredDocuments } from '../documents/documents.ts'
import type { UserError } from '../user-errors.ts'
import { type AlertMetric, METRIC_TABLE } from './metrics.ts'

/** On which side of the bound it is bad, and where it is well again. */
export type Bounds = { side: 'ABOVE' | 'BELOW'; bound: number; recovery: number }

export type ThresholdDefinition = Bounds & {
  kind: 'THRESHOLD'
  metric: AlertMetric
  vital: VitalName | null
  q: number
  windowMs: number
}
export type FunnelAlertDefinition = Bounds & { kind: 'FUNNEL'; funnel: string; windowMs: number }
export type GraphqlAlertDefinition = Bounds & {
  kind: 'GRAPHQL'
  query: string
  variables: Record<string, unknown>
  /** Names and numbers from `data` down to one number. */
  path: (string | number)[]
  /** The same for how many samples it rests on; null: that is not known. */
  countPath: (string | number)[] | null
  windowMs: number
}
export type BurnRateDefinition = {
  kind: 'BURN_RATE'
  slo: string
  /** Of which rules of the SLO; null: of all. */
  severity: 'PAGE' | 'TICKET' | null
}

export type Definition =
  ThresholdDefinition | FunnelAlertDefinition | GraphqlAlertDefinition | BurnRateDefinition
export type RuleKind = Definition['kind']

type BoundsInput = { above?: number | null; below?: number | null; recovery?: number | null }
export type DefinitionInput = {
  threshold?:
    | (BoundsInput & {
        metric: AlertMetric
        vital?: VitalName | null
        q?: number | null
        window?: number | null
      })
    | null
  funnel?: (BoundsInput & { funnel: string; window?: number | null }) | null
  graphql?:
    | (BoundsInput & {
        query?: string | null
        documentId?: string | null
        variables?: unknown
        path: string
        countPath?: string | null
        window?: number | null
      })
    | null
  burnRate?: { slo: string; severity?: 'PAGE' | 'TICKET' | null } | null
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const WINDOWS_MS = { least: MINUTE_MS, most: 7 * 24 * HOUR_MS }
const DEFAULT_WINDOW_MS = { threshold: 5 * MINUTE_MS, funnel: HOUR_MS, graphql: 5 * MINUTE_MS }
const MOST_QUERY = 10_000
/** `site.segment.vital.percentile.value`, with numbers for the items of lists. */
const PATH = /^\w{1,80}(\.\w{1,80}){0,19}$/

/** The one that is given, completed; or everything that is wrong with it. */
export function parseDefinition(
  input: DefinitionInput,
): { definition: Definition } | { mistakes: UserError[] } {
  const given = (['threshold', 'funnel', 'graphql', 'burnRate'] as const).filter((name) =>
    isGiven(input[name]),
  )
  if (given.length !== 1)
    return {
      mistakes: [
        wrong(
          [],
          `${given.length} definitions: give exactly one of \`threshold\`, \`burnRate\`, \`funnel\` and \`graphql\``,
        ),
      ],
    }
  const mistakes: UserError[] = []
  const definition = parseGiven(input, mistakes)
  return definition === null || mistakes.length > 0 ? { mistakes } : { definition }
}

function parseGiven(
  { threshold, funnel, graphql, burnRate }: DefinitionInput,
  mistakes: UserError[],
): Definition | null {
  if (isGiven(threshold)) return parseThreshold(threshold, mistakes)
  if (isGiven(funnel)) {
    const bounds = parseBounds('funnel', funnel, mistakes)
    checkShare('funnel', bounds, mistakes)
    const windowMs = parseWindow('funnel', funnel.window, mistakes)
    return bounds && { kind: 'FUNNEL', funnel: funnel.funnel, windowMs, ...bounds }
  }
  if (isGiven(graphql)) return parseGraphql(graphql, mistakes)
  return isGiven(burnRate)
    ? { kind: 'BURN_RATE', slo: burnRate.slo, severity: burnRate.severity ?? null }
    : null
}

function parseThreshold(
  threshold: NonNullable<DefinitionInput['threshold']>,
  mistakes: UserError[],
): ThresholdDefinition | null {
  const { metric, q = 0.75 } = threshold
  const vital = threshold.vital ?? null
  const { ofVital, unit } = METRIC_TABLE[metric]
  const told = (field: string, message: string) => mistakes.push(wrong(['threshold', field], message))
  if (ofVital && vital === null) told('vital', `${metric} needs \`vital\`: one of ${VITAL_NAMES.join(', ')}`)
  if (!ofVital && vital !== null) told('vital', `${metric} is of no vital: leave out \`vital\``)
  if (metric === 'VITAL_POOR_SHARE' && vital !== null && VITALS[vital].poor === null)
    told('vital', `${vital} has no agreed thresholds, so no value of it is poor: watch a percentile`)
  if (q === null || !(q > 0 && q < 1))
    told('q', `a q of ${q}: expected more than 0 and less than 1, such as 0.75`)
  const bounds = parseBounds('threshold', threshold, mistakes)
  const windowMs = parseWindow('threshold', threshold.window, mistakes)
  if (mistakes.length > 0 || bounds === null) return null
  const asked = { metric, vital, q: q ?? 0.75 }
  if (unit(asked) === 'share') checkShare('threshold', bounds, mistakes)
  return { kind: 'THRESHOLD', ...asked, windowMs, ...bounds }
}

function parseGraphql(
  graphql: NonNullable<DefinitionInput['graphql']>,
  mistakes: UserError[],
): GraphqlAlertDefinition | null {
  const { variables, path, countPath } = graphql
  const told = (field: string, message: string) => mistakes.push(wrong(['graphql', field], message))
  const query = textOf(graphql, told)
  const given = variables ?? {}
  if (typeof given !== 'object' || Array.isArray(given))
    told('variables', 'the variables are no object: expected { "page": "/" }')
  for (const [field, one] of Object.entries({ path, countPath: countPath ?? 'data' }))
    if (!PATH.test(one))
      told(field, `"${one.slice(0, 80)}" is no path: expected names with dots, such as site.segment.views`)
  const bounds = parseBounds('graphql', graphql, mistakes)
  const windowMs = parseWindow('graphql', graphql.window, mistakes)
  if (mistakes.length > 0 || bounds === null || query === null) return null
  return {
    kind: 'GRAPHQL',
    query,
    variables: given as Record<string, unknown>,
    path: partsOf(path),
    countPath: isGiven(countPath) ? partsOf(countPath) : null,
    windowMs,
    ...bounds,
  }
}

/** The text of the operation: given, or registered under the id that is given. */
function textOf(
  { query, documentId }: NonNullable<DefinitionInput['graphql']>,
  told: (field: string, message: string) => void,
): string | null {
  if (isGiven(query) === isGiven(documentId)) {
    told('query', 'give either `query` or `documentId`: the operation that is asked')
    return null
  }
  const text = isGiven(documentId) ? readRegisteredDocuments().get(documentId) : query
  if (!isGiven(text)) told('documentId', `there is no registered document "${documentId?.slice(0, 80)}"`)
  else if (text.length > MOST_QUERY)
    told('query', `the query has ${text.length} characters: expected ${MOST_QUERY} at most`)
  return text ?? null
}

function partsOf(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

function parseBounds(
  field: string,
  { above, below, recovery }: BoundsInput,
  mistakes: UserError[],
): Bounds | null {
  const bound = above ?? below
  if (!isGiven(bound) || (isGiven(above) && isGiven(below))) {
    mistakes.push(wrong([field], 'give either `above` or `below`: the bound beyond which it is bad'))
    return null
  }
  const side = isGiven(above) ? 'ABOVE' : 'BELOW'
  const back = recovery ?? bound
  if (!Number.isFinite(bound) || !Number.isFinite(back))
    mistakes.push(wrong([field], `the bounds ${bound} and ${back} are no numbers`))
  if (side === 'ABOVE' ? back > bound : back < bound)
    mistakes.push(
      wrong(
        [field, 'recovery'],
        `a recovery at ${back} is bad itself, with a bound of ${bound}: expected ${side === 'ABOVE' ? 'no more' : 'no less'} than that`,
      ),
    )
  return { side, bound, recovery: back }
}

function checkShare(field: string, bounds: Bounds | null, mistakes: UserError[]): void {
  if (bounds !== null && !(bounds.bound >= 0 && bounds.bound <= 1))
    mistakes.push(
      wrong([field], `a bound of ${bounds.bound} for a share: expected 0 to 1, such as 0.05 for 5 %`),
    )
}

function parseWindow(
  field: keyof typeof DEFAULT_WINDOW_MS,
  window: number | null | undefined,
  mistakes: UserError[],
): number {
  const windowMs = window ?? DEFAULT_WINDOW_MS[field]
  const { least, most } = WINDOWS_MS
  if (!(windowMs >= least && windowMs <= most && windowMs % MINUTE_MS === 0))
    mistakes.push(
      wrong([field, 'window'], `a window of ${windowMs} ms: expected whole minutes from PT1M to P7D`),
    )
  return windowMs
}

function wrong(path: string[], message: string): UserError {
  return { path: ['definition', ...path], code: 'INVALID', message }
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
