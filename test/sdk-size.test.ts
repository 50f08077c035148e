import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { CORE_BUDGET, TOTAL_BUDGET } from '../bench/size-budget.ts'
import { bundleSdk, CORE_PATH } from '../bundle-sdk.ts'

test('the SDK is within its budget, its core and all of it; the same sources make the same bytes', async () => {
  const files = await bundleSdk()
  const sizes = files
    .filter(({ path }) => path === CORE_PATH || path.startsWith('v1/'))
    .map(({ path, code }) => ({ path, bytes: brotliCompressSync(code).length }))
  expect(sizes.find(({ path }) => path === CORE_PATH)?.bytes).toBeLessThanOrEqual(CORE_BUDGET)
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(TOTAL_BUDGET)
  expect((await bundleSdk()).map(({ code }) => code)).toEqual(files.map(({ code }) => code))
})
