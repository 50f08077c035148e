import { expect, test } from 'vitest'
import { until } from '../../test/until.ts'
import { reopening } from './reopen.ts'

test('what cannot get ready is closed and opened anew until it can, and not once it is closed', async () => {
  const log: string[] = []
  let opened = 0
  const kept = reopening(() => {
    const number = ++opened
    const part = {
      number,
      waitUntilReady: () => (number < 3 ? Promise.reject(new Error('starting up')) : Promise.resolve()),
      close: () => Promise.resolve(void log.push(`close ${number}`)),
    }
    return { part, abandon: () => void log.push(`abandon ${number}`) }
  })
  await until('the third is open', () => Promise.resolve(kept.part().number === 3))
  expect(log).toEqual(['close 1', 'abandon 1', 'close 2', 'abandon 2'])
  await kept.close()
  expect([opened, ...log]).toEqual([3, 'close 1', 'abandon 1', 'close 2', 'abandon 2', 'close 3'])
})
