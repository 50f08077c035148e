/**
 * Charts as pictures, for what shows no elements: wikis, chats, e-mails. Each asks the registered operation of its
 * element in the name of whoever asks for it, within the same limits as any question.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { askPicture } from '../../widgets/pictures/pictures.ts'
import { readRegisteredDocuments } from '../documents/documents.ts'
import { userError } from '../problem.ts'
import { pngOf } from './png.ts'

export type PictureQuestion = {
  request: FastifyRequest
  reply: FastifyReply
  /** The text of a registered operation. */
  document: string
  variables: Record<string, unknown>
}

/** How long whoever was shown a picture may show it again without asking. */
const FRESH_S = 60
const SVG_TYPE = 'image/svg+xml; charset=utf-8'

/** `ask` throws what the caller may not ask, and what is wrong with the question. */
export function pictureRoutes(
  app: FastifyInstance,
  { ask }: { ask: (question: PictureQuestion) => Promise<unknown> },
): void {
  const documents = documentsByName()
  app.get<{ Params: { file: string } }>('/images/:file', async (request, reply) => {
    const { name, type } = partsOf(request.params.file)
    const { search } = new URL(request.url, 'http://localhost')
    const asked = askPicture(name, new URLSearchParams(search))
    if ('problem' in asked) throw refused(asked.problem, 400)
    const document = documents.get(asked.operation) ?? ''
    const { variables, operation } = asked
    const svg = asked.draw(await ask({ request, reply, document, variables }))
    if (svg === null) throw refused(`${operation} found nothing of this name that you may see`, 404)
    return reply
      .headers({
        // Whoever opens the picture itself opens a document of this origin: it may do nothing.
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': `private, max-age=${FRESH_S}`,
        vary: 'Authorization, Cookie, Origin',
      })
      .type(type === 'svg' ? SVG_TYPE : 'image/png')
      .send(type === 'svg' ? svg : await pngOf(svg))
  })
}

function partsOf(file: string): { name: string; type: string } {
  const [, name = '', type = ''] = /^([\w-]+)\.(svg|png)$/.exec(file) ?? []
  if (type === '')
    throw refused(`there is no picture "${file.slice(0, 60)}": write /images/vital-card.svg or .png`, 404)
  return { name, type }
}

function documentsByName(): ReadonlyMap<string, string> {
  const texts = [...readRegisteredDocuments().values()]
  return new Map(texts.map((text) => [/^query (\w+)/.exec(text)?.[1] ?? '', text]))
}

function refused(message: string, status: number): GraphQLError {
  const { extensions } = userError(message, 'BAD_REQUEST')
  return new GraphQLError(message, { extensions: { ...extensions, http: { status } } })
}
