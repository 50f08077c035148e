import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { readAssets, sendAsset } from './assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'sightline-assets-'))
const SCRIPT = 'console.log("tea")\n'.repeat(100)
writeFileSync(join(folder, 'a.js'), SCRIPT)
writeFileSync(join(folder, 'small.js'), 'tea()')
const assets = readAssets(folder)
const app = Fastify()
app.get<{ Params: { '*': string } }>('/*', (request, reply) => {
  const file = assets.get(request.params['*'])
  return file === undefined ? reply.callNotFound() : sendAsset(request, reply, file)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string>) => app.inject({ url, headers })

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip;q=1.0', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
])('what accepts %s gets %s', async (accepted, encoding, unpack) => {
  for (let time = 0; time < 2; time++) {
    const { headers, rawPayload } = await get('/a.js', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['vary']).toBe('accept-encoding')
    expect(unpack(rawPayload).toString()).toBe(SCRIPT)
  }
})

test('what is small is sent as it is, and what is known is not sent again', async () => {
  const { headers, body } = await get('/small.js', { 'accept-encoding': 'br' })
  expect([headers['content-encoding'], body]).toEqual([undefined, 'tea()'])
  const again = await get('/small.js', { 'if-none-match': String(headers['etag']) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})
