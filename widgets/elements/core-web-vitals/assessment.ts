/** Whether a site passes, and why not: all three good at the 75th percentile, INP only where somebody interacted. */
import type { AssessedSegment, CoreVitalName } from './core-web-vitals.query.ts'

export interface Assessment {
  verdict: 'passed' | 'failed' | 'unknown'
  /** What is not good, or what there is too little of. */
  owedTo: CoreVitalName[]
}

const CORE_VITALS = ['LCP', 'INP', 'CLS'] as const

export function assess(segment: AssessedSegment): Assessment {
  const { passed } = segment.coreWebVitals
  const isBad = (name: CoreVitalName) => segment[name].rating !== null && segment[name].rating !== 'GOOD'
  const isThin = (name: CoreVitalName) => {
    const { value, thin } = segment[name].percentile
    // Nobody interacted: that is not too little, it does not count.
    return name === 'INP' && value === null ? false : value === null || thin
  }
  const bad = CORE_VITALS.filter((name) => isBad(name) && !isThin(name))
  // One that is bad beyond doubt decides, whatever the others would say.
  if (bad.length > 0) return { verdict: 'failed', owedTo: bad }
  const thin = CORE_VITALS.filter(isThin)
  if (thin.length > 0 || passed === null) return { verdict: 'unknown', owedTo: thin }
  return { verdict: passed ? 'passed' : 'failed', owedTo: [] }
}
