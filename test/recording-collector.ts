import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { build } from 'esbuild'
import type { Batch, WireEvent } from '../sdk/wire/batch.generated.ts'
import { BATCH_SCHEMA } from '../sdk/wire/batch-schema.ts'

export type Received = { batch: Batch; problems: string[]; contentType: string | undefined }

/** A collector and a site in one, on a port of its own: it serves pages and the SDK, and remembers what comes in. */
export type RecordingCollector = {
  origin: string
  received: Received[]
  /** The events of every accepted batch, each batch once. */
  events: () => WireEvent[]
  /** What the next requests are answered with, 202 when used up. `reset` cuts the connection. */
  answers: (number | 'reset')[]
  /** The page at a path, as HTML. */
  pages: Map<string, string>
  waitFor: <T>(find: () => T | undefined | false, what: string) => Promise<T>
  close: () => Promise<void>
}

/** How long `/slow` takes to answer. */
const SLOW_MS = 250
const PIXEL = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="teal"/></svg>`

export async function startRecordingCollector(): Promise<RecordingCollector> {
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(BATCH_SCHEMA)
  const sdk = await bundleSdk()
  const pages = new Map<string, string>()
  const received: (Received & { accepted: boolean })[] = []
  const answers: (number | 'reset')[] = []

  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const page = pages.get(path)
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(body)
    if (path === '/v1/events') {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        const answer = answers.shift() ?? 202
        const batch = JSON.parse(body) as Batch
        const problems = validate(batch)
          ? []
          : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
        const contentType = request.headers['content-type']
        received.push({ batch, problems, contentType, accepted: answer === 202 })
        if (answer === 'reset') request.socket.destroy()
        else response.writeHead(answer, { 'access-control-allow-origin': '*' }).end('{}')
      })
    } else if (path === '/sdk/v1.js') send('text/javascript', sdk)
    else if (path === '/slow') setTimeout(() => send('text/plain', 'done'), SLOW_MS)
    else if (path === '/pixel.svg') send('image/svg+xml', PIXEL)
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
    pages,
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

async function bundleSdk(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['sdk/v1.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}
