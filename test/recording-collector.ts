import { randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { bundleSdk } from '../bundle-sdk.ts'
import type { Batch, WireEvent } from '../sdk/wire/batch.generated.ts'
import type { SettingsPatch } from '../sdk/wire/settings.ts'
import { BATCH_SCHEMA } from '../sdk/wire/batch-schema.ts'

import { answerAsTold } from './answer-as-told.ts'

/** A request of the page's own to `/answer/…`. */
export type Asked = { method: string; url: string; headers: IncomingHttpHeaders; body: string }
export type Received = {
  batch: Batch
  problems: string[]
  contentType: string | undefined
  /** As it travelled. */
  gzipped: boolean
  bytes: number
  at: number
}
export type PlannedAnswer = number | 'reset' | 'silence' | { status: number; retryAfter: number }

/** A collector and a site in one, on a port of its own: it serves pages and the SDK, and remembers what comes in. */
export type RecordingCollector = {
  origin: string
  received: Received[]
  /** The events of every accepted batch, each batch once. */
  events: () => WireEvent[]
  /**
   * What the next requests are answered with, 202 when used up. `reset` cuts the connection, `silence` says nothing as
   * long as the client waits.
   */
  answers: PlannedAnswer[]
  /** What was asked at `/answer/…`, in order. */
  asked: Asked[]
  /** What `/v1/config` says beyond the defaults. Answers to batches name the version. */
  settings: { site: SettingsPatch; version: number }
  /** The page at a path, as HTML. */
  pages: Map<string, string>
  waitFor: <T>(find: () => T | undefined | false, what: string) => Promise<T>
  close: () => Promise<void>
}

/** How long `/slow` takes to answer. */
const SLOW_MS = 250
const PIXEL = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="teal"/></svg>`

/** 300 × 200 pixels of noise: what is drawn from few bytes is too plain to be an LCP. */
const PHOTO = noise(300, 200)

function noise(width: number, height: number): Buffer {
  const pixels = randomBytes(width * height * 3)
  const header = Buffer.alloc(54)
  header.write('BM')
  header.writeUInt32LE(header.length + pixels.length, 2)
  header.writeUInt32LE(header.length, 10)
  header.writeUInt32LE(40, 14)
  header.writeInt32LE(width, 18)
  header.writeInt32LE(height, 22)
  header.writeUInt16LE(1, 26)
  header.writeUInt16LE(24, 28)
  return Buffer.concat([header, pixels])
}

export async function startRecordingCollector(
  onAccepted: (batch: Batch) => void = () => {},
): Promise<RecordingCollector> {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(BATCH_SCHEMA)
  const sdk = new Map((await bundled()).map(({ path, code }) => [`/sdk/${path}`, code]))
  const pages = new Map<string, string>()
  const received: (Received & { accepted: boolean })[] = []
  const answers: PlannedAnswer[] = []

  const asked: Asked[] = []
  const settings: { site: SettingsPatch; version: number } = { site: {}, version: 1 }
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const page = pages.get(path)
    const send = (type: string, body: string | Buffer) =>
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(body)
    if (path === '/v1/events') {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const answer = answers.shift() ?? 202
        const body = Buffer.concat(chunks)
        const gzipped = body[0] === 0x1f && body[1] === 0x8b
        const batch = JSON.parse((gzipped ? gunzipSync(body) : body).toString()) as Batch
        const problems = validate(batch)
          ? []
          : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
        const contentType = request.headers['content-type']
        const bytes = body.length
        received.push({
          batch,
          problems,
          contentType,
          gzipped,
          bytes,
          at: Date.now(),
          accepted: answer === 202,
        })
        if (answer === 202) onAccepted(batch)
        if (answer === 'reset') request.socket.destroy()
        if (answer === 'reset' || answer === 'silence') return
        const { status, retryAfter } =
          typeof answer === 'number' ? { status: answer, retryAfter: undefined } : answer
        if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
        response
          .writeHead(status, {
            'access-control-allow-origin': '*',
            'access-control-expose-headers': 'retry-after',
          })
          .end(JSON.stringify(status === 202 ? { config: settings.version } : {}))
      })
    } else if (path.startsWith('/answer/')) {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const { method = '', url = '', headers } = request
        asked.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
        answerAsTold(request, response)
      })
    } else if (path === '/v1/config') {
      response
        .writeHead(200, {
          'content-type': 'application/json',
          'access-control-allow-origin': '*',
          'cache-control': 'no-store',
        })
        .end(JSON.stringify({ version: settings.version, ...settings.site }))
    } else if (sdk.has(path)) send('text/javascript', sdk.get(path) ?? '')
    else if (path === '/slow') setTimeout(() => send('text/plain', 'done'), SLOW_MS)
    else if (path === '/pixel.svg') send('image/svg+xml', PIXEL)
    else if (path === '/photo.bmp') send('image/bmp', PHOTO)
    else if (page === undefined) response.writeHead(404).end()
    else send('text/html; charset=utf-8', page)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers,
    asked,
    pages,
    settings,
    events() {
      const accepted = received.filter(({ accepted }) => accepted).map(({ batch }) => batch)
      return [...new Map(accepted.map((batch) => [batch.id, batch])).values()].flatMap(({ events }) => events)
    },
    async waitFor(find, what) {
      const until = Date.now() + 15_000
      for (;;) {
        const found = find()
        if (found !== undefined && found !== false) return found
        if (Date.now() > until) {
          const seen = received.flatMap(({ batch }) => batch.events.map((event) => JSON.stringify(event)))
          throw new Error(`waited 15 s for ${what}; received:\n${seen.join('\n')}`)
        }
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

let bundling: ReturnType<typeof bundleSdk> | undefined
/** Once for all tests of a file. */
function bundled() {
  bundling ??= bundleSdk()
  return bundling
}
