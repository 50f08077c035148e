import { GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql'
import { Duration } from 'luxon'
import { userError } from './problem.ts'
import { parseDuration } from './segment/range.ts'

/** Moments that a chunk could exist for; years of five digits are typing errors. */
const EARLIEST = Date.UTC(1970, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

function parseDateTime(value: unknown): Date {
  const time = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : NaN
  if (!(time >= EARLIEST && time < LATEST)) {
    throw userError(
      `invalid DateTime ${JSON.stringify(value)?.slice(0, 60)}: expected ISO 8601 such as 2026-11-21T09:30:00Z`,
    )
  }
  return new Date(time)
}

function parseDurationValue(value: unknown): number {
  return parseDuration(typeof value === 'string' ? value : String(value))
}

export const scalars = {
  DateTime: new GraphQLScalarType<Date, string>({
    name: 'DateTime',
    serialize: (value) =>
      value instanceof Date ? value.toISOString() : new Date(Number(value)).toISOString(),
    parseValue: parseDateTime,
    parseLiteral: (node) => parseDateTime(node.kind === Kind.STRING ? node.value : null),
  }),
  Duration: new GraphQLScalarType<number, string>({
    name: 'Duration',
    serialize: (value) => Duration.fromMillis(Number(value)).rescale().toISO(),
    parseValue: parseDurationValue,
    parseLiteral: (node) => parseDurationValue(node.kind === Kind.STRING ? node.value : ''),
  }),
  JSON: new GraphQLScalarType<unknown, unknown>({
    name: 'JSON',
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  }),
}
