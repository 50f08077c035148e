/** An objective of an OpenSLO document: its target, its slices, and what it compares with. */
import { type Node, isScalar } from 'yaml'
import type { BudgetingMethod, SloBudgetingInput, SloIndicatorInput } from '../../schema.generated.ts'
import { parseShorthand, shorthandMs } from './durations.ts'
import type { ReadIndicator } from './read-indicator.ts'
import { type Field, type Fields, type Reader, fieldsOf, numberOf, textOf } from './reader.ts'

export type Method = BudgetingMethod

const OBJECTIVE_FIELDS = [
  'displayName',
  'op',
  'value',
  'target',
  'targetPercent',
  'timeSliceTarget',
  'timeSliceWindow',
]
const OPERATORS = ['lt', 'lte', 'gt', 'gte']

export function readObjective(
  reader: Reader,
  at: Node,
  { method, indicator }: { method: Method; indicator: ReadIndicator },
) {
  const fields = fieldsOf(reader, at, { of: 'an objective', known: OBJECTIVE_FIELDS })
  if (fields === null) return null
  const target = targetOf(reader, fields, at)
  const displayName = textOf(reader, fields.get('displayName'))
  const op = textOf(reader, fields.get('op'))
  if (op !== null && !OPERATORS.includes(op))
    reader.wrong(fields.get('op')?.value ?? at, `op "${op.slice(0, 60)}": expected ${OPERATORS.join(', ')}`)
  const limited = indicator.isThreshold
    ? limitedBy(reader, { fields, op, indicator: indicator.indicator, at })
    : ratioOf(reader, fields, indicator.indicator)
  const budgeting = slicesOf(reader, { fields, method, at })
  if (target === null || limited === null) return null
  return {
    target: target.share,
    indicator: limited,
    budgeting,
    extras: {
      ...(displayName === null ? {} : { displayName }),
      ...(op === null || indicator.isThreshold ? {} : { op }),
      ...(target.percent ? { percent: true as const } : {}),
    },
  }
}

function targetOf(reader: Reader, fields: Fields, at: Node): { share: number; percent: boolean } | null {
  const [share, percent] = [
    numberOf(reader, fields.get('target')),
    numberOf(reader, fields.get('targetPercent')),
  ]
  if (share !== null && percent !== null)
    reader.wrong(at, 'give either `target` or `targetPercent`, not both')
  if (share !== null) return { share, percent: false }
  // 99.95 % is not the nearest number to 0.9995 once divided.
  if (percent !== null) return { share: Number((percent / 100).toPrecision(12)), percent: true }
  reader.wrong(at, 'the objective lacks `target`: the share that is to be good, such as 0.99')
  return null
}

/** What a threshold metric compares with becomes the threshold of what is measured instead. */
function limitedBy(
  reader: Reader,
  {
    fields,
    op,
    indicator,
    at,
  }: { fields: Fields; op: string | null; indicator: SloIndicatorInput; at: Node },
): SloIndicatorInput | null {
  const value = numberOf(reader, fields.get('value'))
  if (value === null || op === null) {
    reader.wrong(at, 'the objective of a thresholdMetric needs `op` and `value`')
    return null
  }
  if (op === 'gt' || op === 'gte') {
    reader.wrong(
      fields.get('op')?.value ?? at,
      `\`op: ${op}\` cannot be: what Sightline measures is good up to a limit. Write lte`,
    )
    return null
  }
  if (op === 'lt')
    reader.note(fields.get('op')?.value ?? at, '`lt` is read as lte: a value at the limit is good')
  if (indicator.kind === 'VITAL') return { ...indicator, threshold: indicator.threshold ?? value }
  if (indicator.kind === 'REQUESTS') return { ...indicator, slowerThan: indicator.slowerThan ?? value }
  reader.wrong(
    fields.get('value')?.value ?? at,
    `\`value\` says nothing about ${indicator.kind}: make it a ratioMetric`,
  )
  return null
}

function ratioOf(reader: Reader, fields: Fields, indicator: SloIndicatorInput): SloIndicatorInput {
  const value = fields.get('value')
  if (value !== undefined) reader.wrong(value.at, '`value` says nothing about a ratio: leave it out')
  return indicator
}

function slicesOf(
  reader: Reader,
  { fields, method, at }: { fields: Fields; method: Method; at: Node },
): SloBudgetingInput | null {
  const [target, window] = [fields.get('timeSliceTarget'), fields.get('timeSliceWindow')]
  if (method === 'OCCURRENCES') {
    for (const field of [target, window])
      if (field !== undefined)
        reader.wrong(field.at, `\`${field.name}\` says nothing about Occurrences: leave it out`)
    return null
  }
  if (window === undefined) {
    reader.wrong(at, 'the objective lacks `timeSliceWindow`, such as 1m')
    return null
  }
  const width = widthOf(reader, window)
  const share = numberOf(reader, target)
  return { method, ...(share === null ? {} : { target: share }), ...(width === null ? {} : { width }) }
}

/** A bare number is one of minutes. */
function widthOf(reader: Reader, field: Field): number | null {
  const data = isScalar(field.value) ? field.value.value : null
  if (typeof data === 'number') return data * 60_000
  const text = textOf(reader, field)
  const shorthand = text === null ? null : parseShorthand(text)
  const ms = shorthand === null ? null : shorthandMs(shorthand)
  if (text !== null && ms === null)
    reader.wrong(
      field.value,
      `\`timeSliceWindow: ${text.slice(0, 60)}\`: expected a duration such as 1m or 1h`,
    )
  return ms
}
