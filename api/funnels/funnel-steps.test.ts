import { expect, test } from 'vitest'
import { type Random, createRandom } from '../../test/oracle/random.ts'
import { EVERYTHING } from '../segment/conditions.ts'
import { wholeScope } from '../segment/segment.ts'
import { parseFunnel } from './definition.ts'
import { conversion, entrants, entrantsInterval } from './funnel-steps.ts'
import { PARTS } from './funnel-events.queries.ts'
import type { FunnelPart } from './open-funnel.ts'
import { addWay, createTally } from './tally.ts'

const POPULATIONS = 300
const VISITORS = 8000

test('of 300 populations about 95 % hold the truth in the interval of their sixteenth', () => {
  const random = createRandom(3)
  let counts = 0
  let shares = 0
  for (let i = 0; i < POPULATIONS; i++) {
    const { sample, all } = aPopulation(random)
    const interval = entrantsInterval({ part: sample, index: 0 })
    const truth = entrants({ part: all, index: 0 })
    if (interval !== null && interval.low <= truth && truth <= interval.high) counts++
    const { low, high } = conversion({ part: sample, index: 1 }, 0)
    const share = conversion({ part: all, index: 1 }, 0).value ?? NaN
    if (low !== null && high !== null && low <= share && share <= high) shares++
  }
  expect(counts / POPULATIONS).toBeGreaterThan(0.9)
  expect(shares / POPULATIONS).toBeGreaterThan(0.9)
})

/** Visitors with one to eight sessions, each with a mind of its own: sessions of one visitor are alike. */
function aPopulation(random: Random) {
  const [sample, all] = [createTally(2), createTally(2)]
  for (let visitor = 0; visitor < VISITORS; visitor++) {
    const part = random.int(0, PARTS - 1)
    const isSampled = random.int(0, 15) === 0
    const converts = random.next()
    const about = { id: Buffer.alloc(16), weight: 1, part, isOpen: false }
    for (let session = random.int(1, 8); session > 0; session--) {
      const depth = random.chance(converts) ? 2 : 1
      const way = { depth, start: 0, reached: Float64Array.of(0, 1000), removed: false }
      addWay(all, way, about)
      if (isSampled) addWay(sample, way, about)
    }
  }
  return { sample: aPart(sample, true), all: aPart(all, false) }
}

function aPart(tally: FunnelPart['tally'], isSampled: boolean): FunnelPart {
  const site = { id: 1, slug: 'shop', name: 'Shop', origins: [], timeZone: 'UTC' }
  const segment = wholeScope({ site, range: { from: 0, to: 1 }, where: EVERYTHING, includeBots: false })
  const definition = parseFunnel({ steps: [{ event: 'A' }, { event: 'B' }] })
  const funnel = {
    segment,
    definition,
    isSampled: () => Promise.resolve(isSampled),
    answer: () => Promise.resolve(new Map()),
  }
  return {
    funnel,
    axis: null,
    key: null,
    other: false,
    tally,
    isSampled,
    scale: isSampled ? 16 : 1,
    fullTally: () => Promise.resolve(tally),
  }
}
