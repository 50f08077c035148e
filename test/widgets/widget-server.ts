/**
 * Serves the bundled widgets, the console and a made-up API, under the strictest content security policy. `/graphql`
 * answers as the tests say (`variant`, `signedIn`); `/graphql/thin` and its like (see element-states.ts) always the same,
 * so that one page can show every state.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import {
  buildSchema,
  defaultFieldResolver,
  execute,
  getNamedType,
  graphql,
  type GraphQLFieldResolver,
  parse,
} from 'graphql'
import { createDocuments } from '../../api/documents/documents.ts'
import { bundleWidgets } from '../../bundle-widgets.ts'
import { pageAt } from '../../widgets/console/console-pages.ts'
import { liveOf } from './answers/live.ts'
import type { Variant } from './answers/made-up.ts'
import { answeredBy, type Answered } from './element-states.ts'
import { rootOf } from './believable-answers.ts'

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'"
/** Texts that the server chooses from a few and elements look up. */
const OWN_WORDS = new Set(['unit', 'timeZone'])
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}

export interface WidgetServer {
  origin: string
  /** What the API answers with from now on. */
  variant: Variant
  signedIn: boolean
  /** What stands in place of every text of a hostile answer, the n-th of that answer; null: what the answers say. */
  sentText: ((n: number) => string) | null
  /** Bodies of what was asked, oldest first. */
  asked: { documentId?: string; query?: string; variables: Record<string, unknown> }[]
  /** Markup of pages of a portal, by path. */
  pages: Map<string, string>
  /** Whatever else is served, by path; its type is told by the extension, HTML without one. */
  files: Map<string, string | Uint8Array>
  /** Subscriptions that are open now, each as what sends its next event: so many visitors more than before. */
  streams: Set<(more: number) => Promise<void>>
  /** Breaks them all. */
  breakStreams(): void
  /** Of every served script by path. */
  scripts: Map<string, Uint8Array>
  close(): Promise<void>
}

/** On a free port unless one is named. */
export async function startWidgetServer(port = 0): Promise<WidgetServer> {
  const schema = buildSchema(await readFile('api/schema.graphql', 'utf8'))
  const scripts = new Map((await bundleWidgets()).map(({ path, contents }) => [`/${path}`, contents]))
  const documents = createDocuments('any')
  /** What was answered at stale addresses: the next question there fails. */
  const stale = new Set<string>()
  const http = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
  const server: WidgetServer = {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    variant: 'plenty',
    signedIn: true,
    sentText: null,
    asked: [],
    pages: new Map(),
    files: new Map(),
    streams: new Set(),
    breakStreams: () => http.closeAllConnections(),
    scripts,
    close: async () => {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  return server

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    response.setHeader('content-security-policy', CSP)
    if (pathname === '/graphql') {
      const { variant, signedIn } = server
      return answerQuery(request, response, signedIn ? variant : 'signed-out')
    }
    const state = answeredBy(pathname)
    if (state !== null) return answerQuery(request, response, state)
    if (pathname === '/sign-in') {
      const { token } = JSON.parse(await bodyOf(request)) as { token: string }
      server.signedIn = token === 'right'
      response.writeHead(server.signedIn ? 204 : 401).end()
      return
    }
    if (pathname === '/sign-out') {
      server.signedIn = false
      response.writeHead(204).end()
      return
    }
    const markup = server.pages.get(pathname)
    if (markup !== undefined) {
      response.writeHead(200, { 'content-type': TYPES['.html'] }).end(portal(markup))
      return
    }
    if (pathname === '/embed') {
      const theme = searchParams.get('theme') ?? ''
      response
        .writeHead(200, { 'content-type': TYPES['.html'] })
        .end(embedPage(searchParams.get('tag') ?? '', theme))
      return
    }
    const script = scripts.get(pathname) ?? server.files.get(pathname)
    const file = pageAt(pathname) === null ? pathname : '/console/index.html'
    const type = TYPES[extname(file)] ?? (script === undefined ? 'application/octet-stream' : TYPES['.html'])
    const content = script ?? (await readStatic(file))
    response.writeHead(content === null ? 404 : 200, { 'content-type': type }).end(content)
  }

  /** Puts the sent text wherever the schema has a text that is not one of the server's own words. */
  function resolverOf(variant: Variant): GraphQLFieldResolver<unknown, unknown> {
    const { sentText } = server
    if (variant !== 'hostile' || sentText === null) return defaultFieldResolver
    let count = 0
    return (source, args, context, info) => {
      const told: unknown = defaultFieldResolver(source, args, context, info)
      const isText = getNamedType(info.returnType).name === 'String' && !OWN_WORDS.has(info.fieldName)
      if (!isText) return told
      if (Array.isArray(told)) return told.map(() => sentText(count++))
      return typeof told === 'string' ? sentText(count++) : told
    }
  }

  async function stream(
    question: WidgetServer['asked'][number],
    response: ServerResponse,
    variant: Variant,
  ): Promise<void> {
    const { query } = documents.ofBody(question) as { query: string }
    const tell = async (more: number) => {
      const rootValue = { live: liveOf(variant, more) }
      const result = await execute({
        schema,
        document: parse(query),
        rootValue,
        variableValues: question.variables,
        fieldResolver: resolverOf(variant),
      })
      response.write(`event: next\ndata: ${JSON.stringify(result)}\n\n`)
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    server.streams.add(tell)
    response.on('close', () => server.streams.delete(tell))
    await tell(0)
  }

  async function answerQuery(
    request: IncomingMessage,
    response: ServerResponse,
    state: Answered,
  ): Promise<void> {
    const body = await bodyOf(request)
    const question = JSON.parse(body) as WidgetServer['asked'][number]
    server.asked.push(question)
    if (state === 'loading') return
    const signedIn = state !== 'signed-out' || request.headers.authorization === 'Bearer right'
    if (!signedIn) {
      response.writeHead(401, { 'content-type': 'application/json' }).end('{}')
      return
    }
    const key = `${request.url} ${body}`
    const isStale = state === 'stale' && stale.has(key)
    if (state === 'stale') stale.add(key)
    const variant = isStale ? 'error' : state === 'stale' || state === 'signed-out' ? 'plenty' : state
    if (request.headers.accept?.includes('text/event-stream') === true && variant !== 'error') {
      await stream(question, response, variant)
      if (state === 'stale') response.end()
      return
    }
    // What broke is asked again at once, and waits.
    if (isStale && request.headers.accept?.includes('text/event-stream') === true) return
    const result = await graphql({
      schema,
      source: (documents.ofBody(question) as { query: string }).query,
      variableValues: question.variables,
      rootValue: rootOf(variant),
      fieldResolver: resolverOf(variant),
    })
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result))
  }
}

async function readStatic(path: string): Promise<Uint8Array | null> {
  if (!/^\/console\/[a-z.-]+$/.test(path)) return null
  return readFile(`widgets/console/static/${path.slice('/console/'.length)}`).catch(() => null)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks).toString('utf8')
}

function embedPage(tag: string, theme: string): string {
  return portal(`<${tag} site="shop" theme="${theme}" session="s1" show-views></${tag}>`, theme)
}

function portal(markup: string, theme = 'light'): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Portal</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="${theme === 'dark' ? 'dark' : 'light'}">
<script type="module" src="/widgets/v1.js"></script></head>
<body><main><h1>Portal</h1><h2>Speed</h2>${markup}</main></body></html>`
}
