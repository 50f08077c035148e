import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { memo } from './memo.ts'

test('the work on a text that comes again is done once', () => {
  let done = 0
  const upper = memo((text) => {
    done++
    return text.toUpperCase()
  })
  for (let i = 0; i < 1000; i++) expect([upper('tea'), upper('oolong')]).toEqual(['TEA', 'OOLONG'])
  expect(done).toBe(2)
})

test('what comes all the time stays known, whatever comes in between, and the rest is forgotten', () => {
  const asked: string[] = []
  const same = memo((text) => {
    asked.push(text)
    return text
  })
  for (let i = 0; i < 20_000; i++) {
    same('often')
    same(`once ${i}`)
  }
  expect(asked.filter((text) => text === 'often')).toHaveLength(1)
  same('once 0')
  expect(asked.filter((text) => text === 'once 0')).toHaveLength(2)
})

test('the result is that of the work, for every text', () => {
  const work = (text: string) => text.replaceAll('a', 'b')
  const remembered = memo(work)
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => remembered(text) === work(text)))
})
