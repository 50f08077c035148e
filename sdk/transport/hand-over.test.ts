import { expect, test } from 'vitest'
import type { Batch } from '../wire/batch.generated.ts'
import { createHandOver, type Carrier } from './hand-over.ts'

const aBatch = (id: string) => ({ id, sentAt: 1 }) as Batch

function aHandOver(answer: () => Promise<unknown> = () => Promise.resolve()) {
  const posted: Batch[] = []
  const handOver = createHandOver(
    (body) => {
      posted.push(JSON.parse(body) as Batch)
      return answer()
    },
    () => 7,
  )
  const carried: [ids: string[], leaving: boolean][] = []
  const told: unknown[] = []
  const carrier: Carrier = {
    carry: (batches, leaving) => void carried.push([batches.map(({ id }) => id), leaving]),
    persist: (allowed) => void told.push(allowed),
    clear: () => void told.push('clear'),
  }
  return { handOver, posted, carrier, carried, told }
}

test('what waits is handed over in order, and all that follows goes straight on', () => {
  const { handOver, posted, carrier, carried } = aHandOver()
  handOver.carry([aBatch('a')], false)
  handOver.carry([aBatch('b')], false)
  handOver.to(carrier)
  handOver.carry([aBatch('c')], true)
  expect(carried).toEqual([
    [['a', 'b'], false],
    [['c'], true],
  ])
  expect(posted).toEqual([])
})

test('who comes late learns what may be written down before anything is handed over', () => {
  const { handOver, carrier, told } = aHandOver()
  handOver.persist(true)
  handOver.to(carrier)
  handOver.persist(false)
  handOver.clear()
  expect(told).toEqual([true, false, 'clear'])
})

test('a page that leaves before anybody has come sends by itself, with the time of sending', () => {
  const { handOver, posted } = aHandOver()
  handOver.carry([aBatch('a')], false)
  expect(posted).toEqual([])
  handOver.carry([], true)
  expect(posted).toEqual([{ id: 'a', sentAt: 7 }])
  handOver.carry([], true)
  expect(posted).toHaveLength(1)
})

test('what did not go then is tried again', async () => {
  const { handOver, carrier, carried } = aHandOver(() => Promise.reject(new TypeError('offline')))
  handOver.carry([aBatch('a'), aBatch('b')], true)
  await new Promise((resolve) => setTimeout(resolve))
  handOver.to(carrier)
  expect(carried).toEqual([[['a', 'b'], false]])
})

test('where nobody ever comes memory does not fill up', () => {
  const { handOver, carrier, carried } = aHandOver()
  for (let i = 0; i < 200; i++) handOver.carry([aBatch(String(i))], false)
  handOver.to(carrier)
  expect(carried[0]?.[0]).toHaveLength(50)
  expect(carried[0]?.[0].at(-1)).toBe('199')
})
