/** Rules, silences, channels and what became of them, through GraphQL on a real server. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../sdk/client/client.ts'
import { aRule, aThreshold, createTestEvaluator } from '../../test/alert-rules.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { type GraphqlServer, startGraphqlServer } from '../../test/graphql-server.ts'
import { aNotice } from '../../test/notices.ts'
import { type Pipeline, createPipeline } from '../../test/pipeline.ts'
import { type Receiver, startReceiver } from '../../test/receiver.ts'
import { createToken } from '../access/tokens.ts'
import { readRegisteredDocuments } from '../documents/documents.ts'
import { sql } from '../db/sql.ts'
import { queueDeliveries } from '../deliveries/outbox.ts'

const MINUTE_MS = 60_000

let server: GraphqlServer
let pipeline: Pipeline
let receiver: Receiver
let channel: string
let funnel: string

beforeAll(async () => {
  receiver = await startReceiver()
  server = await startGraphqlServer('plain', { OUTBOUND_ORIGINS: receiver.origin })
  pipeline = await createPipeline(server.database)
  const made = await mutate('createChannel', 'channel { id }', {
    site: 'test',
    name: 'hook',
    kind: 'WEBHOOK',
    url: `${receiver.origin}/hook`,
  })
  channel = made.channel.id
  const { id } = await server.database.control.funnel.create({
    data: { siteId: pipeline.siteId, name: 'Order', definition: { steps: [{ page: { eq: '/' } }] } },
  })
  funnel = `test/funnel/${id}`
})
afterAll(async () => {
  await server.close()
  await receiver.close()
})

const INPUTS: Record<string, string> = {
  createChannel: 'CreateChannelInput!',
  updateChannel: 'UpdateChannelInput!',
  createAlertRule: 'CreateAlertRuleInput!',
  updateAlertRule: 'UpdateAlertRuleInput!',
  createSilence: 'CreateSilenceInput!',
  createMaintenanceWindow: 'CreateMaintenanceWindowInput!',
}

async function ask(query: string, variables: object = {}) {
  const { body } = await server.post({ query, variables })
  expect(body.errors).toBeUndefined()
  return body.data
}

async function mutate(name: string, fields: string, input: object) {
  const query = `mutation($input: ${INPUTS[name]}) { ${name}(input: $input) { ${fields} userErrors { path code message } } }`
  return (await ask(query, { input }))[name]
}

async function call(name: string, fields: string, values: Record<string, string | boolean>) {
  const given = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return (
    await ask(`mutation { ${name}(${given.join(', ')}) { ${fields} userErrors { path code message } } }`)
  )[name]
}

let serial = 0
const create = (overrides: object = {}) =>
  mutate('createAlertRule', 'rule { id name times of minSample definition where channels { id } }', {
    site: 'test',
    name: `rule ${++serial}`,
    definition: { threshold: { metric: 'VITAL_PERCENTILE', vital: 'LCP', above: 4000 } },
    ...overrides,
  })

describe('a rule', () => {
  test('is made with its defaults, found, changed, disabled and deleted', async () => {
    const where = { session: { duration: { min: 'PT1M' } } }
    const { rule, userErrors } = await create({
      name: ' LCP ',
      where,
      channels: [channel],
      escalateAfter: 'PT1H',
    })
    expect(userErrors).toEqual([])
    expect(rule).toMatchObject({ name: 'LCP', times: 3, of: 5, minSample: 30, channels: [{ id: channel }] })
    expect(JSON.parse(rule.where)).toEqual(where)
    expect(JSON.parse(rule.definition)).toMatchObject({
      q: 0.75,
      windowMs: 300_000,
      recovery: 4000,
      side: 'ABOVE',
    })
    const number = rule.id.split('/').at(-1)
    const found = await ask(
      `{ node(id: "${rule.id}") { ... on AlertRule { name escalateAfter } } site(id: "test") { alertRule(id: "${number}") { id kind enabled states { phase } evaluatedUntil problem } } }`,
    )
    expect(found).toEqual({
      node: { name: 'LCP', escalateAfter: 'PT1H' },
      site: {
        alertRule: {
          id: rule.id,
          kind: 'THRESHOLD',
          enabled: true,
          states: [],
          evaluatedUntil: null,
          problem: null,
        },
      },
    })
    const versionOf = async () =>
      (await server.database.control.alertRule.findUniqueOrThrow({ where: { id: Number(number) } })).version
    const update = (changes: object) =>
      mutate('updateAlertRule', 'rule { name escalateAfter where times channels { id } }', {
        id: rule.id,
        ...changes,
      })
    expect((await update({ name: 'Slow', escalateAfter: null, channels: [] })).rule).toEqual({
      name: 'Slow',
      escalateAfter: null,
      where: rule.where,
      times: 3,
      channels: [],
    })
    expect(await versionOf()).toBe(1)
    await update({ where: null })
    expect(await versionOf()).toBe(2)
    expect((await call('enableAlertRule', 'rule { enabled }', { id: rule.id, enabled: false })).rule).toEqual(
      {
        enabled: false,
      },
    )
    expect(await call('deleteAlertRule', 'deletedId', { id: rule.id })).toEqual({
      deletedId: rule.id,
      userErrors: [],
    })
    expect((await call('deleteAlertRule', 'deletedId', { id: rule.id })).userErrors).toMatchObject([
      { code: 'UNKNOWN' },
    ])
  })

  const threshold = (fields: object) => ({
    definition: { threshold: { metric: 'VIEWS', above: 1, ...fields } },
  })
  const graphql = (fields: object) => ({
    definition: { graphql: { query: '{ viewer { name } }', path: 'a.b', above: 1, ...fields } },
  })
  test.each([
    ['no definition', { definition: {} }, 'definition', /0 definitions/],
    [
      'two definitions',
      { definition: { ...threshold({}).definition, burnRate: { slo: '1' } } },
      'definition',
      /2 def/,
    ],
    ['no bound', threshold({ above: null }), 'definition.threshold', /either `above` or `below`/],
    ['two bounds', threshold({ below: 0 }), 'definition.threshold', /either/],
    ['a recovery that is bad', threshold({ recovery: 2 }), 'definition.threshold.recovery', /is bad itself/],
    ['a vital where none is', threshold({ vital: 'LCP' }), 'definition.threshold.vital', /leave out/],
    [
      'no vital',
      threshold({ metric: 'VITAL_PERCENTILE' }),
      'definition.threshold.vital',
      /needs `vital`: one of LCP/,
    ],
    [
      'a poor share of what has no thresholds',
      threshold({ metric: 'VITAL_POOR_SHARE', vital: 'LOAD' }),
      'definition.threshold.vital',
      /no agreed thresholds/,
    ],
    ['a share of 5', threshold({ metric: 'BOUNCE_RATE', above: 5 }), 'definition.threshold', /0.05 for 5 %/],
    [
      'a q of 75',
      threshold({ metric: 'VITAL_PERCENTILE', vital: 'LCP', q: 75 }),
      'definition.threshold.q',
      /a q of 75/,
    ],
    ['half a minute', threshold({ window: 'PT30S' }), 'definition.threshold.window', /whole minutes/],
    ['a month', threshold({ window: 'P30D' }), 'definition.threshold.window', /P7D/],
    ['6 of 5', { times: 6, of: 5 }, 'of', /6 of 5/],
    ['0 times', { times: 0 }, 'times', /0 times/],
    ['a minimum below 0', { minSample: -1 }, 'minSample', /-1 samples/],
    ['an escalation at once', { escalateAfter: 'PT1S' }, 'escalateAfter', /PT1M to P7D/],
    ['another site’s channel', { channels: ['other/channel/1'] }, 'channels.0', /no channel "other/],
    [
      'a channel that is not there',
      { escalationChannels: ['9999'] },
      'escalationChannels.0',
      /no channel "9999"/,
    ],
    ['a split by a flag without key', { split: 'FLAG' }, 'split', /needs `key`/],
    ['a key without split', { splitKey: 'x' }, 'splitKey', /without `split`/],
    ['a filter that cannot be', { where: { session: { views: {} } } }, 'where', /`min`/],
    [
      'a funnel that is not there',
      { definition: { funnel: { funnel: '99', below: 0.5 } } },
      'definition.funnel.funnel',
      /no funnel "99"/,
    ],
    [
      'an SLO that is not there',
      { definition: { burnRate: { slo: '99' } } },
      'definition.burnRate.slo',
      /no SLO "99"/,
    ],
    [
      'a patience for an SLO',
      { definition: { burnRate: { slo: '99' } }, times: 3 },
      'times',
      /windows of their own/,
    ],
    ['a query that is none', graphql({ query: 'mutation { x }' }), 'definition.graphql.query', /x/],
    [
      'a mutation',
      graphql({ query: 'mutation { deleteFunnel(id: "a") { deletedId } }' }),
      'definition.graphql.query',
      /must be a query/,
    ],
    [
      'a query that costs too much',
      graphql({
        query:
          '{ site(id: "test") { segment(range: { last: "P90D" }) { by(dimension: PAGE, top: 200) { segment { over(interval: HOUR) { segment { visitors } } } } } } }',
      }),
      'definition.graphql.query',
      /limit/,
    ],
    ['a query and a document', graphql({ documentId: 'sha256:x' }), 'definition.graphql.query', /either/],
    [
      'a document that is not there',
      graphql({ query: null, documentId: 'sha256:x' }),
      'definition.graphql.documentId',
      /no registered document "sha256:x"/,
    ],
    ['a path that is none', graphql({ path: 'a[0].b' }), 'definition.graphql.path', /is no path/],
    ['variables that are a list', graphql({ variables: [1] }), 'definition.graphql.variables', /no object/],
    ['a filter for a query', { ...graphql({}), where: {} }, 'where', /takes no filter/],
    [
      'a split funnel',
      { definition: { funnel: { funnel: '1', below: 0.5 } }, split: 'PAGE' },
      'split',
      /only THRESHOLD/,
    ],
    ['no name', { name: ' ' }, 'name', /0 characters/],
    ['no site', { site: 'nowhere' }, 'site', /no site "nowhere"/],
  ])('with %s is refused with the place and the remedy', async (_, overrides, path, message) => {
    const { rule, userErrors } = await create(overrides)
    expect(rule).toBeNull()
    expect(userErrors.map(({ path }: { path: string[] }) => path.join('.'))).toContain(path)
    expect(userErrors.map(({ message }: { message: string }) => message).join('\n')).toMatch(message)
  })

  test('may watch a registered document', async () => {
    const overview = [...readRegisteredDocuments()].find(([, text]) => text.startsWith('query SiteOverview'))
    if (overview === undefined) throw new TypeError('no such document')
    const [documentId, text] = overview
    const { rule, userErrors } = await create(
      graphql({ query: null, documentId, path: 'site.segment.views' }),
    )
    expect(userErrors).toEqual([])
    expect(JSON.parse(rule.definition)).toMatchObject({ query: text, path: ['site', 'segment', 'views'] })
  })

  test('has a name of its own', async () => {
    await create({ name: 'Taken' })
    expect((await create({ name: 'Taken' })).userErrors).toMatchObject([{ path: ['name'], code: 'TAKEN' }])
  })

  test('of each kind can be made', async () => {
    const slo = await server.database.control.slo.create({
      data: {
        siteId: pipeline.siteId,
        name: 'Fast',
        definition: { objective: 0.9, indicator: { kind: 'VITAL', metric: 'LCP' } },
      },
    })
    const made = await Promise.all([
      create({ definition: { funnel: { funnel, below: 0.5 } } }),
      create({ definition: { burnRate: { slo: `test/slo/${slo.id}`, severity: 'PAGE' } } }),
      create({ ...graphql({}), split: null }),
      create({ definition: { threshold: { metric: 'CRASH_FREE_SESSIONS', below: 0.99 } }, split: 'RELEASE' }),
    ])
    expect(made.flatMap(({ userErrors }) => userErrors)).toEqual([])
    const tests = await Promise.all(
      made.map(({ rule }) =>
        call('testAlertRule', 'test { problem findings { segment bad frozen } }', { id: rule.id }),
      ),
    )
    expect(tests.map(({ test }) => [test.problem, test.findings])).toEqual([
      [null, [{ segment: '', bad: null, frozen: 'NO_EVENTS' }]],
      [null, [{ segment: '', bad: null, frozen: 'NO_EVENTS' }]],
      [null, [{ segment: '', bad: null, frozen: 'NO_EVENTS' }]],
      [null, []],
    ])
  })
})

/** Views with an LCP each, which end with a moment. */
async function see(at: number, lcps: number[], page = '/'): Promise<void> {
  const prepared = await Promise.all(
    lcps.map((lcp, i) => {
      const [view, begun] = [randomUUID(), at - 30_000 + i * 10]
      return pipeline.prepare(
        aBatch({
          sentAt: begun + 100,
          session: { id: randomUUID(), startedAt: begun },
          views: { [view]: aView({ startedAt: begun, page }) },
          events: [{ t: 'view', at: begun, view, seq: 0 }, aVital({ view, at: begun + 50, value: lcp })],
        }),
        { receivedAt: begun + 100 },
      )
    }),
  )
  await pipeline.store(prepared.flat())
}

test('a rule that is tested says what it would say now, and how often it would have fired', async () => {
  const now = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS
  // Two troubles of ten minutes, half a day ago and 6 hours ago.
  for (const hours of [12, 6])
    for (let i = 0; i < 30; i += 5)
      await see(now - hours * 60 * MINUTE_MS + i * MINUTE_MS, [i >= 10 && i < 20 ? 9000 : 1000], '/tested')
  await see(now, [7000, 7000, 7000], '/tested')
  const { rule } = await create({ where: { page: { eq: '/tested' } }, minSample: 1 })
  const { test } = await call(
    'testAlertRule',
    'test { at wouldSay problem findings { bad frozen reading { text } } backtest { bucket fired judged frozen } }',
    { id: rule.id },
  )
  expect(test.wouldSay).toMatch(/^Firing: rule \d+, p75 of LCP is 7,000 ms$/)
  expect(test.findings).toEqual([
    {
      bad: true,
      frozen: null,
      reading: {
        text: 'p75 of LCP is 7,000 ms over the last 5 min (bound: above 4,000 ms), of 3 samples',
      },
    },
  ])
  expect(test.backtest).toMatchObject({ bucket: 'FIVE_MINUTES', fired: expect.any(Number) as number })
  expect([2, 3]).toContain(test.backtest.fired)
  expect(test.backtest.judged + test.backtest.frozen).toBe(288)
})

describe('silences and maintenance', () => {
  const inAnHour = () => new Date(Date.now() + 60 * MINUTE_MS).toISOString()

  test('are made, listed and ended', async () => {
    const { silence, userErrors } = await mutate(
      'createSilence',
      'silence { id by reason rule { id } from to }',
      {
        site: 'test',
        reason: 'deploying',
        to: inAnHour(),
      },
    )
    expect(userErrors).toEqual([])
    expect(silence).toMatchObject({ by: 'test', reason: 'deploying', rule: null })
    const listed = async () => (await ask('{ site(id: "test") { silences { id } } }')).site.silences
    expect(await listed()).toEqual([{ id: silence.id }])
    await call('endSilence', 'silence { to }', { site: 'test', id: silence.id })
    expect(await listed()).toEqual([])
    expect(
      (await call('endSilence', 'silence { to }', { site: 'test', id: silence.id })).userErrors,
    ).toMatchObject([{ code: 'UNKNOWN' }])
    const made = await mutate(
      'createMaintenanceWindow',
      'maintenanceWindow { id timeZone weekdays startsAt duration }',
      { site: 'test', name: 'backup', weekdays: [7, 1, 7], startsAt: '02:30', duration: 'PT90M' },
    )
    expect(made.maintenanceWindow).toMatchObject({
      timeZone: 'UTC',
      weekdays: [1, 7],
      startsAt: '02:30',
      duration: 'PT1H30M',
    })
    const { id } = made.maintenanceWindow
    expect((await ask('{ site(id: "test") { maintenanceWindows { id } } }')).site.maintenanceWindows).toEqual(
      [{ id }],
    )
    expect((await call('deleteMaintenanceWindow', 'deletedId', { site: 'test', id })).deletedId).toBe(id)
  })

  test.each([
    ['createSilence', { to: '2020-01-01T00:00:00Z' }, 'to', /expected the future/],
    ['createSilence', { to: '2199-01-01T00:00:00Z' }, 'to', /90 days/],
    ['createSilence', { reason: '' }, 'reason', /0 characters/],
    ['createSilence', { rule: 'test/rule/9999' }, 'rule', /no alert rule/],
    ['createSilence', { segment: 'DE' }, 'segment', /in quotes/],
    ['createMaintenanceWindow', { timeZone: 'Mars' }, 'timeZone', /Europe\/Berlin/],
    ['createMaintenanceWindow', { weekdays: [0] }, 'weekdays', /1 \(Monday\)/],
    ['createMaintenanceWindow', { startsAt: '25:00' }, 'startsAt', /02:30/],
    ['createMaintenanceWindow', { duration: 'P2D' }, 'duration', /PT24H/],
  ])('%s refuses %j', async (name, overrides, path, message) => {
    const whole =
      name === 'createSilence'
        ? { reason: 'x', to: inAnHour() }
        : { name: 'x', weekdays: [1], startsAt: '02:00', duration: 'PT1H' }
    const { userErrors } = await mutate(name, '', { site: 'test', ...whole, ...overrides })
    expect(userErrors).toMatchObject([{ path: [path], message: expect.stringMatching(message) as string }])
  })
})

describe('channels and deliveries', () => {
  test('a secret is told once; where a channel leads is not told whole', async () => {
    const made = await mutate('createChannel', 'channel { id target kind } secret', {
      site: 'test',
      name: 'Slack',
      kind: 'SLACK',
      url: 'https://hooks.slack.com/services/T0/B0/canary',
    })
    expect(made).toMatchObject({ secret: null, channel: { target: 'https://hooks.slack.com' } })
    const rotated = await call('rotateChannelSecret', 'secret channel { oldSecretUntil }', { id: channel })
    expect(rotated.secret).toMatch(/^whsec_/)
    expect(Date.parse(rotated.channel.oldSecretUntil)).toBeGreaterThan(Date.now())
    expect((await call('rotateChannelSecret', 'secret', { id: made.channel.id })).userErrors).toMatchObject([
      { code: 'INVALID' },
    ])
    const all = JSON.stringify(
      await ask('{ site(id: "test") { channels { id name kind target oldSecretUntil } } }'),
    )
    expect(all).not.toMatch(/canary|whsec/)
    const update = await mutate('updateChannel', 'channel { name target }', {
      id: made.channel.id,
      name: 'Team',
    })
    expect(update.channel).toEqual({ name: 'Team', target: 'https://hooks.slack.com' })
    expect((await call('deleteChannel', 'deletedId', { id: made.channel.id })).deletedId).toBe(
      made.channel.id,
    )
  })

  test.each([
    [{ url: 'http://public.example/' }, 'url', /not https/],
    [{ url: 'https://10.0.0.1/' }, 'url', /not a public address/],
    [{ url: null }, 'url', /needs the `url`/],
    [{ to: ['a@b.example'] }, 'to', /no `to`/],
    [{ kind: 'EMAIL', url: null, to: ['a@b.example\r\nBcc: c@d.example'] }, 'to', /no mail address/],
    [{ kind: 'EMAIL', url: null, to: [] }, 'to', /0 recipients/],
    [{ kind: 'EMAIL', to: ['a@b.example'] }, 'url', /no `url`/],
    [{ name: 'hook' }, 'name', /already/],
  ])('%j is refused', async (overrides, path, message) => {
    const whole = { site: 'test', name: 'x', kind: 'WEBHOOK', url: 'https://public.example/', ...overrides }
    const { channel: none, userErrors } = await mutate('createChannel', 'channel { id }', whole)
    expect(none).toBeNull()
    expect(userErrors).toMatchObject([{ path: [path], message: expect.stringMatching(message) as string }])
  })

  test('a test really sends, and answers with what the receiver said', async () => {
    receiver.answer = { status: 204, body: '' }
    expect(await call('testChannel', 'delivered answer', { id: channel })).toEqual({
      delivered: true,
      answer: '204',
      userErrors: [],
    })
    expect(JSON.parse(receiver.received.at(-1)?.body ?? '')).toMatchObject({ type: 'test' })
    receiver.answer = { status: 500, body: 'no' }
    expect(await call('testChannel', 'delivered answer', { id: channel })).toMatchObject({
      delivered: false,
      answer: '500',
    })
    expect((await call('testChannel', 'delivered', { id: 'test/channel/9999' })).userErrors).toMatchObject([
      { code: 'UNKNOWN' },
    ])
  })

  test('the log tells what waits, what went and what died, page by page; the dead can be tried again', async () => {
    const channelIds = [Number(channel.split('/').at(-1))]
    const { db } = server.database
    for (const key of ['log/1', 'log/2', 'log/3'])
      await queueDeliveries(db, { siteId: pipeline.siteId, channelIds, key, notice: aNotice({ title: key }) })
    await db.query(
      sql`UPDATE rum.deliveries SET status = 'DEAD', attempts = 8, next_at = NULL, last_at = now(), answer = '503' WHERE key = 'log/2'`,
    )
    const log = async (after: string | null) =>
      (
        await ask(
          'query($after: String) { site(id: "test") { deliveries(first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes { id key title kind status attempts answer nextAttemptAt lastAttemptAt channel { name } } } } }',
          { after },
        )
      ).site.deliveries
    const first = await log(null)
    const second = await log(first.pageInfo.endCursor)
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false])
    const all = [...first.nodes, ...second.nodes]
    expect(new Set(all.map(({ key }) => key))).toEqual(new Set(['log/1', 'log/2', 'log/3']))
    const dead = all.find(({ key }) => key === 'log/2')
    expect(dead).toMatchObject({
      status: 'DEAD',
      attempts: 8,
      answer: '503',
      nextAttemptAt: null,
      channel: { name: 'hook' },
    })
    const { delivery } = await call('retryDelivery', 'delivery { status attempts nextAttemptAt }', {
      site: 'test',
      id: dead.id,
    })
    expect(delivery).toMatchObject({
      status: 'WAITING',
      attempts: 0,
      nextAttemptAt: expect.any(String) as string,
    })
    for (const id of ['x', randomUUID()])
      expect((await call('retryDelivery', 'delivery { id }', { site: 'test', id })).userErrors).toMatchObject(
        [{ path: ['id'], code: 'UNKNOWN' }],
      )
  })
})

describe('the stream', () => {
  const ALERTS =
    'subscription($site: ID) { alerts(site: $site) { at change alert { id state reading { value } } open { id ruleName } } }'
  type Told = {
    alerts: {
      change: string | null
      alert: { id: string; state: string; reading: { value: number } } | null
      open: { id: string; ruleName: string }[]
    }
  }
  const listen = (variables: object, token = server.token) =>
    createClient({ url: `${server.url}/graphql`, token }).subscribe<Told, object>(ALERTS, variables)

  test('tells what is open at once, then the firing and the resolution', async () => {
    await server.database.control.alertRule.deleteMany()
    await server.database.control.alertRule.create({
      data: aRule(pipeline.siteId, {
        name: 'Streamed',
        definition: aThreshold({ vital: 'INP' }),
        where: { page: { eq: '/stream' } },
      }),
    })
    const evaluator = createTestEvaluator(server.database)
    const begin = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 10 * MINUTE_MS
    await server.database.control.alertRule.updateMany({ data: { definition: aThreshold() } })
    await evaluator.evaluateAt(begin)
    const [one, every] = [listen({ site: 'test' }), listen({})]
    for (const answers of [one, every])
      expect((await answers.next()).value).toMatchObject({ alerts: { change: null, alert: null, open: [] } })
    await see(begin + MINUTE_MS, [9000], '/stream')
    await evaluator.evaluateAt(begin + MINUTE_MS)
    const firing = await one.next()
    expect(firing.value).toMatchObject({
      alerts: { change: 'FIRING', alert: { reading: { value: 9000 } }, open: [{ ruleName: 'Streamed' }] },
    })
    const again = listen({ site: 'test' })
    expect((await again.next()).value).toMatchObject({
      alerts: { change: null, open: [{ ruleName: 'Streamed' }] },
    })
    await again.return()
    await see(begin + 2 * MINUTE_MS, [1000], '/stream')
    await evaluator.evaluateAt(begin + 2 * MINUTE_MS)
    expect((await one.next()).value).toMatchObject({
      alerts: { change: 'RESOLVED', alert: { state: 'RESOLVED' }, open: [] },
    })
    expect((await every.next()).value).toMatchObject({ alerts: { change: 'FIRING' } })
    await Promise.all([one.return(), every.return()])
    expect(evaluator.errors).toEqual([])
    const { site, node } = await ask(
      `query($id: ID!) { node(id: $id) { ... on Alert { ruleName } } site(id: "test") { alerts(state: RESOLVED) { nodes { id ruleName endedBy rule { name } query variables reading { text } } } none: alerts(state: FIRING) { nodes { id } } silencedNotices { heldBy } } }`,
      { id: (firing.value as Told).alerts.alert?.id },
    )
    expect(node).toEqual({ ruleName: 'Streamed' })
    expect(site.none.nodes).toEqual([])
    expect(site.alerts.nodes).toMatchObject([
      { ruleName: 'Streamed', endedBy: 'RECOVERED', rule: { name: 'Streamed' } },
    ])
    const [{ query, variables }] = site.alerts.nodes
    const same = await ask(query, JSON.parse(variables))
    expect(same.site.segment.vital.percentile.value).toBe(1000)
  })

  test('a token of another site is told that there is none, and without a site of nothing of it', async () => {
    const other = await server.database.control.site.create({ data: { slug: 'other', name: 'Other' } })
    const secret = await createToken(server.database.control, {
      name: 'other',
      kind: 'api',
      scopes: ['READ'],
      siteIds: [other.id],
      expiresAt: null,
    })
    await expect(listen({ site: 'test' }, secret).next()).rejects.toThrow(/no site "test"/)
    const own = listen({}, secret)
    expect((await own.next()).value).toMatchObject({ alerts: { open: [] } })
    await own.return()
  })
})
