/** What browsers get: the SDK and the widgets for everybody's pages, the console, and the demo shop. */
import type { FastifyInstance } from 'fastify'
import type { Assets } from './assets.ts'
import { sendAsset } from './assets.ts'

export type PagesParts = { assets: Assets; demoWriteKey: () => Promise<string | null> }

/** Scripts change with a release: browsers ask again after five minutes. */
const SCRIPT_CACHE = 'public, max-age=300'
/** Names with a hash of their content never mean anything else. */
const HASHED = /^([\w-]+\.[0-9a-f]{10}|v1\/.+-[0-9a-f]{10}|chunks\/.+-[0-9A-Z]{8})\.js$/
const HASHED_CACHE = 'public, max-age=31536000, immutable'

/** Where the console has a page; which one is shown, its script tells from the address. */
export const CONSOLE_PATHS = [
  '/',
  '/vitals',
  '/pages',
  '/sessions',
  '/errors',
  '/requests',
  '/funnels',
  '/retention',
  '/flags',
  '/alerts',
  '/slos',
  '/usage',
  '/settings',
] as const

export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
}

export function pagesRoutes(app: FastifyInstance, { assets, demoWriteKey }: PagesParts): void {
  for (const folder of ['sdk', 'widgets'] as const) {
    app.get<{ Params: { '*': string } }>(`/${folder}/*`, (request, reply) => {
      const file = assets.get(`${folder}/${request.params['*']}`)
      if (file === undefined) return reply.callNotFound()
      // Other sites' pages load these, and may see how long that took.
      void reply
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
      void reply
        .header('timing-allow-origin', '*')
        .header('cache-control', HASHED.test(request.params['*']) ? HASHED_CACHE : SCRIPT_CACHE)
      return sendAsset(request, reply, file)
    })
  }

  app.get<{ Params: { '*': string } }>('/console/*', (request, reply) => {
    const file = assets.get(`console/${request.params['*']}`)
    return file === undefined ? reply.callNotFound() : sendAsset(request, reply.headers(PAGE_HEADERS), file)
  })
  for (const path of CONSOLE_PATHS)
    app.get(path, (request, reply) => {
      const page = assets.get('console/index.html')
      return page === undefined ? reply.callNotFound() : sendAsset(request, reply.headers(PAGE_HEADERS), page)
    })

  app.get('/demo', (_, reply) => reply.redirect('/demo/', 302))
  app.get<{ Params: { '*': string } }>('/demo/*', async (request, reply) => {
    const path = request.params['*']
    const file = assets.get(`demo/${demoFile(path)}`)
    if (file === undefined) return reply.callNotFound()
    if (!file.type.startsWith('text/html'))
      return sendAsset(request, reply.header('cache-control', SCRIPT_CACHE), file)
    const page = file.body.toString().replaceAll('%WRITE_KEY%', (await demoWriteKey()) ?? '')
    return reply.headers(PAGE_HEADERS).type(file.type).send(page)
  })
}

/** The file behind an address of the shop: product pages are one page that shows the product of its address. */
function demoFile(path: string): string {
  if (path === '') return 'index.html'
  return path.startsWith('products/') ? 'products.html' : path
}
