import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobFacts, jobId } from './job-id.ts'

const AT = 1_763_689_200_123

test('an id tells when the job was added, its bytes and its events by site', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.uniqueArray(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30, selector: ([site]) => site }),
      (bytes, pairs) => {
        const id = jobId(AT, { bytes, events: new Map(pairs) })
        const events = pairs.length === 0 || pairs.length > 20 ? null : new Map(pairs)
        expect(jobFacts(id)).toEqual({ id, addedAt: AT, bytes, events })
        expect(id.length).toBeLessThan(512)
      },
    ),
  )
})

test('an id of an earlier version tells when, and no more', () => {
  const id = '1763689200123-0193aaaa-bbbb'
  expect(jobFacts(id)).toEqual({ id, addedAt: AT, bytes: null, events: null })
})

test.each(['', '12', 'repeat:compaction:1763689200123', '1763689200123-x'])('"%s" is no id of ours', (id) => {
  expect(jobFacts(id)).toBeNull()
})
