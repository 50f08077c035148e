/** HTTP by hand, for what no client would send. */
import { type Socket, connect } from 'node:net'

export type RawAnswer = {
  /** Null where the connection was closed without an answer. */
  status: number | null
  text: string
  /** How long the connection lived, ms. */
  ms: number
}

export type RawConnection = { socket: Socket; answer: Promise<RawAnswer> }

/** Opens a connection, writes the pieces, and leaves closing it to the server. */
export function openRaw(url: string, ...pieces: (string | Buffer)[]): RawConnection {
  const { hostname, port } = new URL(url)
  const begun = performance.now()
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  const answer = new Promise<RawAnswer>((resolve) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A reset is an answer, too.
    socket.on('error', () => {})
    socket.on('end', () => socket.destroy())
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString()
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]
      resolve({
        status: status === undefined ? null : Number(status),
        text,
        ms: performance.now() - begun,
      })
    })
  })
  for (const piece of pieces) socket.write(piece)
  return { socket, answer }
}

/** A POST of a batch as far as its body. */
export function postHead(headers: Record<string, string>): string {
  const lines = Object.entries({ host: 'collector', 'content-type': 'text/plain', ...headers })
  return `POST /v1/events HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}
