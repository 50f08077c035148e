/**
 * What holds for a request with an embed token, before it is answered: it comes from a page that the token names, and
 * asks one of the operations that the token's elements were built with.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '../access/authenticate.ts'
import { userError } from '../problem.ts'

const PREFLIGHT_KEPT_S = 86_400

/**
 * Any page may ask whether it may ask: without its own token it gets nothing, and cookies are never sent along, for
 * `access-control-allow-credentials` is missing.
 */
export function answerPreflights(app: FastifyInstance): void {
  for (const url of ['/graphql', '/images/:file'])
    app.options(url, (_, reply) =>
      reply
        .headers({
          'access-control-allow-origin': '*',
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': 'authorization, content-type, accept',
          'access-control-max-age': String(PREFLIGHT_KEPT_S),
        })
        .code(204)
        .send(),
    )
}

/** Lets the page read the answer, an error too. */
export function allowToRead({ headers }: FastifyRequest, reply: FastifyReply): void {
  void reply.header('vary', 'Origin')
  if (headers.origin !== undefined) void reply.header('access-control-allow-origin', headers.origin)
}

/** Throws if the caller is held to something else. `document` is what the request asks for. */
export function requireGranted(
  { grant }: Caller,
  { headers }: FastifyRequest,
  document: string | null,
): void {
  if (grant === undefined) return
  const { origin = '' } = headers
  if (!grant.origins.has(origin))
    throw userError(
      `the embed token is not for pages of "${origin.slice(0, 100)}": add the origin to its \`origins\``,
      'ORIGIN_FORBIDDEN',
    )
  const name = document === null ? null : operationName(document)
  if (name === null || !grant.operations.has(name))
    throw userError(
      `an embed token runs the registered operations of its elements (${[...grant.operations].join(', ')}), by their \`documentId\``,
      'DOCUMENT_UNTRUSTED',
    )
}

/** Of a registered document, which has one operation. */
function operationName(document: string): string | null {
  return /^(?:query|subscription) (\w+)/.exec(document)?.[1] ?? null
}
