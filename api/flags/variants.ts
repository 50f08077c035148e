/** The variants of a flag with what is counted of them. */
import {
  type Cohorts,
  MOST_VARIANTS,
  type Variant,
  expectedShares,
  exposuresOf,
  settingsOf,
} from './cohorts.ts'
import type { FlagLoaders } from './flag-loaders.ts'

export type CountedVariant = Variant & {
  isControl: boolean
  sessions: number
  share: number | null
  expectedShare: number | null
}

/** Those of most sessions first. */
export async function variantsOf(cohorts: Cohorts, loaders: FlagLoaders): Promise<CountedVariant[]> {
  const [{ control, split }, { variants }] = await Promise.all([
    settingsOf(cohorts, loaders),
    exposuresOf(cohorts, loaders),
  ])
  const total = variants.reduce((sum, { sessions }) => sum + sessions, 0)
  const expected = expectedShares(
    split,
    variants.map(({ key }) => key),
  )
  return variants.slice(0, MOST_VARIANTS).map(({ key, sessions }) => ({
    cohorts,
    key,
    isControl: key === control,
    sessions: Math.round(sessions),
    share: total > 0 ? sessions / total : null,
    expectedShare: expected.get(key) ?? null,
  }))
}
