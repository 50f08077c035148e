/** The cohorts of a flag: the part of a segment that was exposed to it, split by the variant. */
import { userError } from '../problem.ts'
import type { Axis } from '../segment/axes.ts'
import { exposureIn } from '../segment/exposures.ts'
import { type Segment, atKey, narrowed } from '../segment/segment.ts'
import type { FlagLoaders } from './flag-loaders.ts'
import type { Split } from './saved-flags.ts'
import type { Exposures } from './exposures.queries.ts'

/** A flag that was asked of a segment. */
export type Cohorts = {
  segment: Segment
  key: string
  /** What the question says; null where the saved flag is to say it. */
  control: string | null
  split: Split | null
  sequential: boolean
}

export type Variant = { cohorts: Cohorts; key: string }

export const MOST_VARIANTS = 50
const LONGEST_KEY = 200

export function openCohorts(cohorts: Cohorts): Cohorts {
  const { key } = cohorts
  if (key === '' || key.length > LONGEST_KEY || key.includes('\0'))
    throw userError(
      `a flag's key has ${key.length} characters: expected 1 to ${LONGEST_KEY}, none of them NUL`,
    )
  const other = exposureIn(cohorts.segment.scope.where)
  if (other !== null)
    throw userError(
      `the variants of "${other}" have no variants of "${key}": filter the segment by \`flag\` instead`,
    )
  if (cohorts.split !== null) checkSplit(cohorts.split)
  return cohorts
}

/** Each variant at most once, each with a part. */
export function checkSplit(split: Split): void {
  const variants = new Set(split.map(({ variant }) => variant))
  if (split.length < 2 || split.length > MOST_VARIANTS || variants.size < split.length)
    throw userError(`a split of ${split.length} parts: give 2 to ${MOST_VARIANTS}, each variant once`)
  const wrong = split.find(({ weight }) => !(weight > 0 && Number.isFinite(weight)))
  if (wrong !== undefined)
    throw userError(`the weight of "${wrong.variant}" is ${wrong.weight}: expected more than 0`)
}

/** The variants of a segment are the values of this axis in its exposed part. */
export function flagAxis({ key }: { key: string }): Axis {
  return `FLAG:${key}`
}

export function exposedPart({ segment, key }: Pick<Cohorts, 'segment' | 'key'>): Segment {
  return narrowed(segment, { op: 'exposed', flag: key })
}

export function variantSegment({ cohorts, key }: Variant): Segment {
  return atKey(exposedPart(cohorts), flagAxis(cohorts), key)
}

/** The question's own word goes before what was saved. */
export async function settingsOf(cohorts: Cohorts, { saved }: FlagLoaders) {
  const flag = await saved.load({ site: cohorts.segment.scope.site, key: cohorts.key })
  return {
    control: cohorts.control ?? flag?.definition.control ?? null,
    split: cohorts.split ?? flag?.definition.split ?? null,
    guardrails: flag?.definition.guardrails ?? [],
  }
}

export async function exposuresOf(cohorts: Cohorts, loaders: FlagLoaders): Promise<Exposures> {
  const { split } = await settingsOf(cohorts, loaders)
  const declared = split === null ? null : split.map(({ variant }) => variant).sort()
  return loaders.exposures.load({ segment: cohorts.segment, key: cohorts.key, declared })
}

/** By variant the part that it was meant to have; where nothing was declared all alike. */
export function expectedShares(split: Split | null, seen: readonly string[]): Map<string, number> {
  const parts = split ?? seen.map((variant) => ({ variant, weight: 1 }))
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  return new Map(parts.map(({ variant, weight }) => [variant, weight / total]))
}
