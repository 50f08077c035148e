/**
 * The cubes: by which dimensions figures are kept ready. Environment, population and time belong to each of them. The
 * planner takes the first that covers a question, so they stand from small to large.
 */
export const CUBES = [
  { code: 0, dimensions: [] },
  { code: 2, dimensions: ['DEVICE'] },
  { code: 4, dimensions: ['BROWSER'] },
  { code: 5, dimensions: ['OS'] },
  { code: 6, dimensions: ['RELEASE'] },
  { code: 3, dimensions: ['COUNTRY'] },
  { code: 1, dimensions: ['PAGE'] },
  { code: 7, dimensions: ['PAGE', 'DEVICE'] },
] as const

export type CubeDimension = 'PAGE' | 'DEVICE' | 'COUNTRY' | 'BROWSER' | 'OS' | 'RELEASE'
export type Cube = { code: number; dimensions: readonly CubeDimension[] }

/** The columns of a rollup row, in the order in which it is encoded for COPY. */
export const ROLLUP_COLUMNS = [
  { name: 'bucket', type: 'timestamptz' },
  { name: 'sum', type: 'float8' },
  { name: 'min', type: 'float8' },
  { name: 'max', type: 'float8' },
  { name: 'site_id', type: 'int4' },
  { name: 'n', type: 'int4' },
  { name: 'good', type: 'int4' },
  { name: 'poor', type: 'int4' },
  { name: 'weight', type: 'float4' },
  { name: 'cube', type: 'int2' },
  { name: 'metric', type: 'int2' },
  { name: 'population', type: 'int2' },
  { name: 'environment', type: 'text' },
  { name: 'k1', type: 'text' },
  { name: 'k2', type: 'text' },
] as const

export const ROLLUP_ARRAYS = [
  { name: 'bins', type: 'int2' },
  { name: 'counts', type: 'int4' },
] as const

/** What a rollup row is about. `bucket` is epoch ms; '' stands for what is unknown or not part of the cube. */
export type RollupKey = {
  siteId: number
  cube: number
  metric: number
  population: number
  environment: string
  k1: string
  k2: string
  weight: number
  bucket: number
}

/** A mergeable distribution: exact counts and the non-empty bins of its sketch. Corrections may make counts negative. */
export type Distribution = {
  n: number
  sum: number
  min: number | null
  max: number | null
  good: number
  poor: number
  bins: Map<number, number>
}

export type RollupRow = RollupKey & Distribution

export function emptyDistribution(): Distribution {
  return { n: 0, sum: 0, min: null, max: null, good: 0, poor: 0, bins: new Map() }
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
