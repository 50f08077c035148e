import { expect, test } from 'vitest'
import type { RatingName } from '../../format/names.ts'
import { assess } from './assessment.ts'
import type { AssessedVital } from './core-web-vitals.query.ts'

const aVital = (rating: RatingName | null, count = 1000): AssessedVital => ({
  unit: 'ms',
  rating,
  percentile: { value: rating === null ? null : 1, low: 1, high: 1, count, thin: count < 30 },
  shares: {
    good: null,
    needsImprovement: null,
    poor: null,
    goodCount: 0,
    needsImprovementCount: 0,
    poorCount: 0,
  },
})
const GOOD = aVital('GOOD')
const BAD = aVital('POOR')
const NONE = aVital(null, 0)
const FEW_GOOD = aVital('GOOD', 12)
const FEW_BAD = aVital('NEEDS_IMPROVEMENT', 12)

test.each([
  ['all good', [GOOD, GOOD, GOOD], true, 'passed', []],
  ['nobody interacted', [GOOD, NONE, GOOD], true, 'passed', []],
  ['one is bad', [GOOD, BAD, GOOD], false, 'failed', ['INP']],
  ['two are bad', [BAD, GOOD, BAD], false, 'failed', ['LCP', 'CLS']],
  ['nothing was measured', [NONE, NONE, NONE], null, 'unknown', ['LCP', 'CLS']],
  ['one was not measured', [GOOD, GOOD, NONE], null, 'unknown', ['CLS']],
  ['few, and good', [FEW_GOOD, GOOD, GOOD], true, 'unknown', ['LCP']],
  ['few interactions, and bad', [GOOD, FEW_BAD, GOOD], false, 'unknown', ['INP']],
  ['one is bad beyond doubt, of another there are few', [FEW_GOOD, BAD, GOOD], false, 'failed', ['INP']],
] as const)('%s', (_, [LCP, INP, CLS], passed, verdict, owedTo) => {
  expect(assess({ views: 1, coreWebVitals: { passed }, LCP, INP, CLS })).toEqual({ verdict, owedTo })
})
