/** Every field that can be reached, asked by every kind of caller: nobody is told what is not theirs. */
import { isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type NewToken, createToken, hashSecret } from '../../api/access/tokens.ts'
import { KEY } from '../batches.ts'
import { type GraphqlServer, startGraphqlServer } from '../graphql-server.ts'
import { createPipeline } from '../pipeline.ts'
import { executableSchema } from '../../api/schema.ts'
import { MARKED, type Visit, markedVisit } from './canaries.ts'
import { type Question, generateQuestions } from './generate-questions.ts'
import type { Target } from './argument-values.ts'
import { POLICIES, type Policy, STREAMED } from './policies.ts'

const schema = executableSchema()
const questions = generateQuestions(schema)
const policyOf = (coordinate: string): Policy | undefined =>
  POLICIES[coordinate] ?? POLICIES[coordinate.split('.')[0] ?? '']

/** The two sites, and the mark of everything in each. */
const SITES = { test: 'alphacanary', other: 'betacanary' } as const
type Site = keyof typeof SITES
const SITE_NAMES = ['test', 'other'] as const

type Caller = {
  name: string
  sees: readonly Site[]
  manages: 'nothing' | 'some' | 'all'
  secret: string | null
  works: boolean
}

let server: GraphqlServer
let visits: Record<Site, Visit>
const callers: Caller[] = []

beforeAll(async () => {
  server = await startGraphqlServer('timescale')
  const { control } = server.database
  const pipeline = await createPipeline(server.database)
  const second = await control.site.create({
    data: { slug: 'other', name: 'Other', writeKeys: { create: { key: 'pk_other' } } },
  })
  visits = { test: markedVisit(SITES.test, KEY), other: markedVisit(SITES.other, 'pk_other') }
  for (const site of SITE_NAMES) {
    expect(await pipeline.send(visits[site].batch)).toMatchObject({ status: 202, rejected: [] })
    await control.site.update({
      where: { slug: site },
      data: {
        name: `${SITES[site]}-name`,
        origins: [`https://${SITES[site]}.example`],
        writeKeys: { create: { key: `pk_${SITES[site]}` } },
        statusPages: {
          create: {
            slug: `${site}-status`,
            title: `${SITES[site]}-page`,
            components: [],
            secret: new Uint8Array(32),
            incidents: {
              create: {
                title: `${SITES[site]}-incident`,
                impact: 'MINOR',
                status: 'MONITORING',
                startedAt: new Date(),
                updates: { create: { status: 'MONITORING', message: `${SITES[site]}-told`, at: new Date() } },
              },
            },
          },
        },
      },
    })
  }
  const ids = { test: pipeline.siteId, other: second.id }
  const add = async (name: string, sees: readonly Site[], token: Partial<NewToken>, works = true) => {
    const secret = await createToken(control, {
      name,
      kind: 'api',
      scopes: ['READ'],
      siteIds: null,
      expiresAt: null,
      ...token,
    })
    const manages = !(token.scopes ?? []).includes('MANAGE')
      ? 'nothing'
      : token.siteIds === undefined
        ? 'all'
        : 'some'
    callers.push({ name, sees, manages, secret, works })
    return secret
  }
  await add('an operator of every site', SITE_NAMES, { scopes: ['READ', 'MANAGE'] })
  await add('a reader of the site', ['test'], { siteIds: [ids.test] })
  await add('a reader of the other site', ['other'], { siteIds: [ids.other] })
  await add('a manager of the site who may not read', [], { scopes: ['MANAGE'], siteIds: [ids.test] })
  await add('a manager and reader of the site', ['test'], { scopes: ['READ', 'MANAGE'], siteIds: [ids.test] })
  await add('a token without scopes', [], { scopes: [], siteIds: [ids.test] })
  await add('a reader of no site', [], { siteIds: [] })
  await add('an expired token', [], { expiresAt: new Date(Date.now() - 1000) }, false)
  const revoked = await add('a revoked token', [], {}, false)
  await control.apiToken.update({ where: { hash: hashSecret(revoked) }, data: { revokedAt: new Date() } })
  callers.push({ name: 'nobody', sees: [], manages: 'nothing', secret: null, works: false })
  callers.push({
    name: 'a token that was never made',
    sees: [],
    manages: 'nothing',
    secret: `sl_${'x'.repeat(32)}`,
    works: false,
  })
})
afterAll(() => server.close())

test('every field of every type has a policy, and every policy a field', () => {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  )
  expect(fields.filter((coordinate) => policyOf(coordinate) === undefined)).toEqual([])
  const known = new Set(fields.flatMap((coordinate) => [coordinate, coordinate.split('.')[0]]))
  expect(Object.keys(POLICIES).filter((coordinate) => !known.has(coordinate))).toEqual([])
})

test('every type that has a policy is asked', () => {
  const asked = new Set(questions.map(({ coordinate }) => coordinate))
  const types = Object.keys(POLICIES).filter((name) => !name.includes('.'))
  expect(types.filter((name) => !asked.has(name)).sort()).toEqual([...STREAMED].sort())
})

describe('what comes back', () => {
  /** Everything that was answered, by caller. */
  const answered = new Map<string, string>()
  let serial = 0

  test.each(questions.map((question) => [`${question.coordinate} by ${question.root}`, question] as const))(
    '%s',
    async (_, question) => {
      // Side by side: what one caller is told must not depend on what another asks meanwhile.
      await Promise.all(
        callers.map(async (caller) => {
          for (const target of targets()) {
            const texts = question.text({ ...target, serial: ++serial })
            for (const text of texts) await ask(caller, question, { target, text })
          }
        }),
      )
    },
  )

  test('whoever may read a site was told every text of it, so that silence means something', () => {
    for (const { name, sees } of callers) {
      const all = answered.get(name) ?? ''
      for (const site of sees) {
        expect(MARKED.filter((part) => !all.includes(`${SITES[site]}-${part}`))).toEqual([])
        expect(visits[site].marks.filter((mark) => !all.includes(mark))).toEqual([])
        expect(all).toContain(`pk_${SITES[site]}`)
        expect(all).toContain(`${SITES[site]}-told`)
      }
    }
  })

  type Asked = { target: Omit<Target, 'serial'>; text: string }

  async function ask(caller: Caller, { root, coordinate }: Question, { target, text }: Asked): Promise<void> {
    const headers = { authorization: caller.secret === null ? '' : `Bearer ${caller.secret}` }
    const { status, body } = await server.post({ query: text }, { headers })
    const where = `${caller.name} asks ${text}`
    if (!caller.works) {
      expect([status, body.data, body.errors[0].extensions.code], where).toEqual([
        401,
        undefined,
        'UNAUTHENTICATED',
      ])
      return
    }
    const answer = JSON.stringify(body)
    answered.set(caller.name, (answered.get(caller.name) ?? '') + answer)
    for (const site of SITE_NAMES) {
      // The question's own ids are no answer.
      const foreign = visits[site].marks.filter(
        (mark) => !caller.sees.includes(site) && answer.includes(mark),
      )
      expect(foreign, where).toEqual([])
    }
    expectPolicy({ caller, root, coordinate, target, body, where })
  }
})

type Outcome = {
  caller: Caller
  root: string
  coordinate: string
  target: Omit<Target, 'serial'>
  // oxlint-disable-next-line typescript/no-explicit-any -- any answer
  body: any
  where: string
}

function expectPolicy({ caller, root, coordinate, target, body, where }: Outcome): void {
  const codes: string[] = (body.errors ?? []).map(
    ({ extensions }: { extensions: { code: string } }) => extensions.code,
  )
  const policy = policyOf(root)
  if (policy === 'MANAGE' || policy === 'MANAGE_ALL') {
    const may = policy === 'MANAGE' ? caller.manages !== 'nothing' : caller.manages === 'all'
    expect(codes, where).toEqual(may ? [] : ['FORBIDDEN'])
    return
  }
  // Behind the door of a site some of it is for managers alone.
  const isBehindDoor =
    root === 'Query.sites' ? caller.sees.length > 0 : caller.sees.includes(target.site as Site)
  if (policyOf(coordinate) === 'MANAGE' && isBehindDoor && caller.manages === 'nothing') {
    expect([...new Set(codes)], where).toEqual(['FORBIDDEN'])
    return
  }
  expect(codes, where).toEqual([])
  if ('site' in body.data)
    expect(body.data.site !== null, where).toBe(caller.sees.includes(target.site as Site))
  if (body.data.sites?.totalCount !== undefined)
    expect(body.data.sites.totalCount, where).toBe(caller.sees.length)
  if (!caller.sees.includes(target.site as Site)) expect(body.data.node ?? null, where).toBeNull()
}

/** Each site with its own ids, and each with those of the other. */
function targets(): Omit<Target, 'serial'>[] {
  return SITE_NAMES.flatMap((site) =>
    SITE_NAMES.map((ids) => {
      const { session, view, error } = visits[ids]
      return { site, session, view, error }
    }),
  )
}
