/** The outbox sent to real receivers: by HTTP and by SMTP. */
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import type { ChannelKind } from '../../api/deliveries/channel-settings.ts'
import { queueDeliveries } from '../../api/deliveries/outbox.ts'
import { createSend } from '../../api/deliveries/send.ts'
import { newWebhookSecret } from '../../api/deliveries/sign-webhook.ts'
import { isFromSightline } from '../../docs/examples/verify-webhook.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { aNotice } from '../../test/notices.ts'
import { type Receiver, startReceiver } from '../../test/receiver.ts'
import { deliverDue } from './deliver.ts'

const HOUR_MS = 3_600_000
const SECRET = newWebhookSecret()

let database: TestDatabase
let receiver: Receiver
let siteId: number
let now: number

beforeAll(async () => {
  database = await createTestDatabase('plain')
  siteId = (await database.control.site.create({ data: { slug: 'test', name: 'Test' } })).id
})
afterAll(() => database.drop())
beforeEach(async () => {
  receiver = await startReceiver()
  now = Date.now() + 60_000
})
afterEach(() => receiver.close())

let serial = 0
async function aChannel(kind: ChannelKind, settings: object = { url: `${receiver.origin}/${kind}` }) {
  const data = { siteId, name: `${kind} ${++serial}`, kind, settings, secret: SECRET }
  return (await database.control.channel.create({ data })).id
}

async function queue(channelIds: number[], notice = aNotice()): Promise<string> {
  const key = `test/${++serial}`
  await queueDeliveries(database.db, { siteId, channelIds, key, notice })
  return key
}

const deliver = (more: { smtpUrl?: string; random?: () => number } = {}) =>
  deliverDue({
    db: database.db,
    control: database.control,
    send: createSend({
      allowedOrigins: [receiver.origin],
      smtpUrl: more.smtpUrl ?? null,
      mailFrom: 'Sightline <rum@example.com>',
      now: () => now,
    }),
    now: () => now,
    random: more.random ?? (() => 0.5),
  })

type Row = {
  id: string
  status: string
  attempts: number
  next_at: Date | null
  answer: string | null
}
async function row(key: string): Promise<Row> {
  const [found] = await database.db.query<Row>(
    sql`SELECT id, status, attempts, next_at, answer FROM rum.deliveries WHERE key = ${key}`,
  )
  if (found === undefined) throw new TypeError(`no delivery ${key}`)
  return found
}

describe('a webhook', () => {
  test('comes once, signed, and is recorded', async () => {
    const key = await queue([await aChannel('WEBHOOK')])
    expect(await deliver()).toBe(1)
    expect(await deliver()).toBe(0)
    const { id, ...recorded } = await row(key)
    expect(recorded).toEqual({ status: 'DELIVERED', attempts: 1, next_at: null, answer: '200' })
    expect(receiver.received).toHaveLength(1)
    const [received] = receiver.received
    if (received === undefined) throw new TypeError('nothing came')
    const { headers, body } = received
    expect(headers['webhook-id']).toBe(id)
    expect(isFromSightline(headers, body, SECRET, now / 1000)).toBe(true)
    expect(JSON.parse(body)).toMatchObject({ type: 'alert.firing', data: { title: 'LCP is slow' } })
  })

  test('is signed with both secrets until the old one ends', async () => {
    const old = newWebhookSecret()
    const channel = await aChannel('WEBHOOK')
    const oldSecretUntil = new Date(now + HOUR_MS)
    await database.control.channel.update({
      where: { id: channel },
      data: { oldSecret: old, oldSecretUntil },
    })
    await queue([channel])
    await deliver()
    now += 2 * HOUR_MS
    await queue([channel])
    await deliver()
    const verified = receiver.received.map(({ headers, body }) =>
      [SECRET, old].map((secret) =>
        isFromSightline(headers, body, secret, Number(headers['webhook-timestamp'])),
      ),
    )
    expect(verified).toEqual([
      [true, true],
      [true, false],
    ])
  })

  test('that fails is tried eight times within a day under one id, then dead with the reason', async () => {
    receiver.answer = { status: 503, body: 'over capacity' }
    const key = await queue([await aChannel('WEBHOOK')])
    const begun = now
    for (let tries = 1; tries <= 8; tries++) {
      expect(await deliver()).toBe(1)
      const { status, attempts, next_at: nextAt } = await row(key)
      expect([status, attempts]).toEqual([tries < 8 ? 'WAITING' : 'DEAD', tries])
      if (nextAt !== null) {
        now = nextAt.getTime() - 1
        expect(await deliver()).toBe(0)
        now++
      }
    }
    expect(now - begun).toBeLessThanOrEqual(24 * HOUR_MS)
    expect((await row(key)).answer).toBe('503')
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    now += 48 * HOUR_MS
    expect(await deliver()).toBe(0)
  })

  test('that nobody answers waits for the next try', async () => {
    const key = await queue([await aChannel('WEBHOOK', { url: `${receiver.origin}/` })])
    const { origin } = receiver
    await receiver.close()
    await deliver()
    expect(await row(key)).toMatchObject({
      status: 'WAITING',
      attempts: 1,
      answer: expect.stringMatching(/REFUSED/) as string,
    })
    expect(origin).toMatch(/^http:/)
  })

  test.each([
    ['to an inner address', { url: 'https://169.254.169.254/' }, /not a public address/],
    ['to a receiver that is gone', null, /^410$/],
  ])('%s is not tried twice', async (_, settings, answer) => {
    receiver.answer = { status: 410, body: '' }
    const key = await queue([await aChannel('WEBHOOK', settings ?? undefined)])
    await deliver()
    expect(await row(key)).toMatchObject({
      status: 'DEAD',
      attempts: 1,
      answer: expect.stringMatching(answer) as string,
    })
  })

  test('to a channel that was deleted dies', async () => {
    const channel = await aChannel('WEBHOOK')
    const key = await queue([channel])
    await database.control.channel.delete({ where: { id: channel } })
    await deliver()
    expect(await row(key)).toMatchObject({ status: 'DEAD', answer: 'the channel was deleted' })
    expect(receiver.received).toEqual([])
  })
})

test('two that deliver at once send each notice once', async () => {
  const channels = [await aChannel('WEBHOOK'), await aChannel('SLACK'), await aChannel('TEAMS')]
  receiver.answer = { status: 200, body: '', afterMs: 20 }
  for (let i = 0; i < 5; i++) await queue(channels)
  const tries = await Promise.all([deliver(), deliver(), deliver()])
  expect(tries.reduce((sum, some) => sum + some, 0)).toBe(15)
  expect(receiver.received).toHaveLength(15)
})

test('a sender that dies between sending and recording sends the same id again', async () => {
  const key = await queue([await aChannel('WEBHOOK')])
  const send = createSend({ allowedOrigins: [receiver.origin], smtpUrl: null, mailFrom: 'a@b' })
  const dying = deliverDue({
    db: database.db,
    control: database.control,
    now: () => now,
    send: async (channel, message) => {
      await send(channel, message)
      throw new Error('killed')
    },
  })
  await expect(dying).rejects.toThrow('killed')
  expect(await row(key)).toMatchObject({ status: 'WAITING', attempts: 0 })
  await deliver()
  const { id } = await row(key)
  expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id])
})

describe('a mail', () => {
  type Received = { to: string[]; raw: string; secure: boolean }

  async function startMailServer(): Promise<{ url: string; mails: Received[]; close(): Promise<void> }> {
    const mails: Received[] = []
    const server = new SMTPServer({
      authOptional: true,
      onData: (stream, { envelope, secure }, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const raw = Buffer.concat(parts).toString('utf8')
          mails.push({ to: envelope.rcptTo.map(({ address }) => address), raw, secure })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    const { port } = server.server.address() as { port: number }
    return {
      url: `smtp://127.0.0.1:${port}?tls=unverified`,
      mails,
      close: () => new Promise((resolve) => server.close(() => resolve())),
    }
  }

  test('reaches a mail server by TLS, as text and HTML, with the id of the delivery', async () => {
    const server = await startMailServer()
    const to = ['anna@example.com', 'ben@example.com']
    const title = 'LCP of "<b>/cart</b>\r\nBcc: evil@example.com" is slow'
    const key = await queue([await aChannel('EMAIL', { to })], aNotice({ title }))
    await deliver({ smtpUrl: server.url })
    const { id, status } = await row(key)
    await server.close()
    expect(status).toBe('DELIVERED')
    expect(server.mails).toMatchObject([{ to, secure: true }])
    const raw = server.mails[0]?.raw ?? ''
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n'))
    expect(headers).toContain(`Message-ID: <${id}@sightline>`)
    expect(headers).not.toMatch(/^Bcc:/im)
    const subject = /^Subject: =\?UTF-8\?Q\?(.*)\?=$/m.exec(headers.replaceAll('?=\r\n =?UTF-8?Q?', ''))?.[1]
    const decoded = subject
      ?.replaceAll('_', ' ')
      .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    expect(decoded).toBe('LCP of "<b>/cart</b> Bcc: evil@example.com" is slow')
    expect(raw).toMatch(/Content-Type: text\/plain/)
    expect(raw.replaceAll('=\r\n', '')).toContain('&lt;b&gt;/cart&lt;/b&gt; Bcc: evil@example.com')
  })

  test('waits while no mail server is set, and says so', async () => {
    const key = await queue([await aChannel('EMAIL', { to: ['anna@example.com'] })])
    await deliver()
    expect(await row(key)).toMatchObject({ status: 'WAITING', answer: 'no mail server is set: SMTP_URL' })
  })

  test('does not go where the certificate is not the server’s', async () => {
    const server = await startMailServer()
    const key = await queue([await aChannel('EMAIL', { to: ['anna@example.com'] })])
    await deliver({ smtpUrl: server.url.replace('unverified', 'required') })
    await server.close()
    expect(await row(key)).toMatchObject({
      status: 'WAITING',
      answer: expect.stringMatching(/certificate/) as string,
    })
    expect(server.mails).toEqual([])
  })
})
