/**
 * Answers that are known beforehand: the URL itself says what they are. `/answer/orders?status=503&delay=300&size=1000`.
 *
 * - `status` (200), `type` (text/plain), `size` or `body` of the answer
 * - `delay` before its head, `bodyDelay` between its head and its body, ms
 * - `cors`, `tao`: with Access-Control-Allow-Origin, with Timing-Allow-Origin
 * - `reset`: the connection is cut instead; `never`: no answer at all
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

export function answerAsTold(request: IncomingMessage, response: ServerResponse): void {
  const told = new URL(request.url ?? '/', 'http://localhost').searchParams
  const number = (name: string, otherwise: number) => Number(told.get(name) ?? otherwise)
  if (told.has('reset')) {
    request.socket.destroy()
    return
  }
  if (told.has('never')) return
  const isPreflight = request.method === 'OPTIONS'
  const body = isPreflight ? '' : (told.get('body') ?? 'x'.repeat(number('size', 0)))
  const head = {
    'content-type': told.get('type') ?? 'text/plain',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(told.has('cors') && {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-allow-methods': '*',
    }),
    ...(told.has('tao') && { 'timing-allow-origin': '*' }),
  }
  setTimeout(
    () => {
      response.writeHead(isPreflight ? 200 : number('status', 200), head)
      response.flushHeaders()
      setTimeout(() => response.end(body), number('bodyDelay', 0))
    },
    number('delay', 0),
  )
}
