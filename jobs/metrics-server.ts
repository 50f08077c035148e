/** The jobs process answers no requests but these: what it counts, and that it lives. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type MetricsAddress = { host: string; port: number }

export async function serveMetrics(
  { host, port }: MetricsAddress,
  text: () => string,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics')
      response.setHeader('content-type', 'text/plain; version=0.0.4').end(text())
    else if (request.url === '/healthz') response.end('{"status":"ok"}')
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
