/** A receiver of webhooks that keeps what it was sent, and answers as it is told. */
import { type IncomingHttpHeaders, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { path: string; headers: IncomingHttpHeaders; body: string }

export type Receiver = {
  origin: string
  received: Received[]
  /** How many connections were made, heard or not. */
  connections: () => number
  /** Called with each request before it is answered. */
  onReceived: () => void
  answer: { status: number; body: string; headers?: Record<string, string>; afterMs?: number }
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      })
      receiver.onReceived()
      const { status, body, headers = {}, afterMs = 0 } = receiver.answer
      setTimeout(() => response.writeHead(status, headers).end(body), afterMs)
    })
  })
  server.on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    connections: () => connections,
    onReceived: () => {},
    answer: { status: 200, body: 'ok' },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return receiver
}
