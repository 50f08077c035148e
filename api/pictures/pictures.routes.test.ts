import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBatch } from '../../test/batches.ts'
import { type GraphqlServer, startGraphqlServer } from '../../test/graphql-server.ts'
import { createPipeline } from '../../test/pipeline.ts'
import { createToken } from '../access/tokens.ts'

let server: GraphqlServer
const ORIGIN = 'https://wiki.example'

beforeAll(async () => {
  server = await startGraphqlServer()
  const pipeline = await createPipeline(server.database)
  for (let n = 0; n < 40; n++) await pipeline.send(aBatch())
})
afterAll(() => server.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/images/${path}`, { headers: { authorization: `Bearer ${server.token}`, ...headers } })
const refusal = async (response: Response) => {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string } }[]
  }
  return { status: response.status, code: errors[0]?.extensions.code, message: errors[0]?.message }
}
async function embedToken(widgets: string[]): Promise<string> {
  const { body } = await server.post({
    query: 'mutation ($input: CreateEmbedTokenInput!) { createEmbedToken(input: $input) { token } }',
    variables: { input: { site: 'test', widgets, origins: [ORIGIN] } },
  })
  return body.data.createEmbedToken.token
}

describe('pictures of charts', () => {
  it('have the figures that the question of the element is answered with', async () => {
    const { body } = await server.post({
      query: `{ site(id: "test") { segment(range: { last: "P7D" }) { vital(metric: LCP) { percentile(q: 0.75) { value count } } } } }`,
    })
    const { value, count } = body.data.site.segment.vital.percentile
    const response = await get('vital-card.svg?site=test')
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('private, max-age=60')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const svg = await response.text()
    expect(svg).toContain(`p75 of ${count} samples, last 7 days`)
    const shown = /<text class="big"[^>]*>([\d.]+)<tspan[^>]*>(\w+)</.exec(svg)
    expect(Number(shown?.[1]) * (shown?.[2] === 's' ? 1000 : 1)).toBeCloseTo(value, -1)
  })

  it.each(['vital-card', 'time-series', 'distribution', 'breakdown'])(
    'of %s come as PNG, twice as fine',
    async (name) => {
      const begun = performance.now()
      const response = await get(`sight-${name}.png?site=test&theme=dark&width=400`)
      expect(response.headers.get('content-type')).toBe('image/png')
      const { width, data } = PNG.sync.read(Buffer.from(await response.arrayBuffer()))
      process.stdout.write(`${name}.png: ${Math.round(performance.now() - begun)} ms\n`)
      expect(width).toBe(800)
      const colours = new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4))
      expect(colours.size).toBeGreaterThan(20)
    },
  )

  it('are drawn for whoever may ask, and for nobody else', async () => {
    const { database } = server
    const other = await createToken(database.control, {
      name: 'no site',
      kind: 'api',
      scopes: ['READ'],
      siteIds: [],
      expiresAt: null,
    })
    const nobody = await fetch(`${server.url}/images/vital-card.svg?site=test`)
    expect(await refusal(nobody)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer')
    const stranger = await get('vital-card.svg?site=test', { authorization: `Bearer ${other}` })
    expect(await refusal(stranger)).toMatchObject({
      status: 404,
      message: expect.stringContaining('that you may see'),
    })
  })

  it('come by an embed token of the element, on its own origin', async () => {
    const authorization = `Bearer ${await embedToken(['sight-vital-card'])}`
    const fine = await get('vital-card.png?site=test', { authorization, origin: ORIGIN })
    expect([fine.status, fine.headers.get('access-control-allow-origin')]).toEqual([200, ORIGIN])
    const otherElement = await get('breakdown.png?site=test', { authorization, origin: ORIGIN })
    expect(await refusal(otherElement)).toMatchObject({ status: 403, code: 'DOCUMENT_UNTRUSTED' })
    const otherOrigin = await get('vital-card.png?site=test', {
      authorization,
      origin: 'https://evil.example',
    })
    expect(await refusal(otherOrigin)).toMatchObject({ status: 403, code: 'ORIGIN_FORBIDDEN' })
    const preflight = await fetch(`${server.url}/images/vital-card.png`, { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
  })

  it.each([
    ['shoe.svg?site=test', 400, 'there is no picture of "shoe": choose vital-card, '],
    [
      'vital-card.gif?site=test',
      404,
      'there is no picture "vital-card.gif": write /images/vital-card.svg or .png',
    ],
    ['vital-card.svg', 400, 'site is missing: name the site, as in ?site=shop'],
    ['vital-card.svg?site=test&range=soon', 400, 'soon'],
    ['breakdown.svg?site=test&filter={"shoe":1}', 400, 'shoe'],
    [
      'slo-budget.svg?site=test&slo=test/slo/99',
      404,
      'SloBudget found nothing of this name that you may see',
    ],
    ['vital-card.svg?site=nowhere', 404, 'VitalCard found nothing of this name that you may see'],
  ])('%s is refused with the remedy', async (path, status, message) => {
    expect(await refusal(await get(path))).toMatchObject({
      status,
      message: expect.stringContaining(message),
    })
  })
})
