/** The finder for a funnel's rules; with exclusions it also says who would have got further without. */
import { createOrderedFinder } from './ordered-way.ts'
import type { FindWay, Rules } from './rules.ts'
import { createUnorderedFinder } from './unordered-way.ts'

export function createWayFinder(rules: Rules): FindWay {
  if (rules.order === 'UNORDERED') return createUnorderedFinder(rules)
  const findClean = createOrderedFinder(rules)
  if (rules.exclusions.length === 0) return findClean
  const findAny = createOrderedFinder({ ...rules, exclusions: [] })
  return (track) => {
    const way = findClean(track)
    way.removed = way.depth < findAny(track).depth
    if (way.removed) way.depth = 0
    return way
  }
}
