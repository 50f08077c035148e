/**
 * Workers that are killed, fifty times, while alerts fire, resolve and are delivered: each notice has its effect once at
 * the receiver, and none is missing. The minutes go by as fast as the kills; everything else is real.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../api/db/sql.ts'
import { newWebhookSecret } from '../../api/deliveries/sign-webhook.ts'
import { isFromSightline } from '../../docs/examples/verify-webhook.ts'
import { packagePath } from '../../prisma/package-path.ts'
import { aRule, createTestEvaluator } from '../../test/alert-rules.ts'
import { aBatch, aView, aVital } from '../../test/batches.ts'
import { type TestDatabase, createTestDatabase } from '../../test/database.ts'
import { createRandom } from '../../test/oracle/random.ts'
import { createPipeline } from '../../test/pipeline.ts'
import { type Receiver, startReceiver } from '../../test/receiver.ts'

const KILLS = 50
const AT_ONCE = 2
const RULES = 6
const MINUTES = 50
const MINUTE_MS = 60_000
const BEGIN = Date.UTC(2026, 9, 20, 12)
const SECRET = newWebhookSecret()
const minute = (n: number) => BEGIN + n * MINUTE_MS
const random = createRandom(20_261_121)

let database: TestDatabase
let receiver: Receiver
/** For each rule and minute, whether it was bad. */
const bad = Array.from({ length: RULES }, () => Array.from({ length: MINUTES + 1 }, () => random.chance(0.5)))
const folder = packagePath('dist', 'killed-test')
const script = join(folder, 'worker.mjs')

beforeAll(async () => {
  database = await createTestDatabase('plain')
  receiver = await startReceiver()
  receiver.onReceived = () => listeners.forEach((listener) => listener())
  const pipeline = await createPipeline(database, () => BEGIN)
  const { id: channelId } = await database.control.channel.create({
    data: {
      siteId: pipeline.siteId,
      name: 'hook',
      kind: 'WEBHOOK',
      settings: { url: `${receiver.origin}/` },
      secret: SECRET,
    },
  })
  for (let rule = 0; rule < RULES; rule++) {
    const where = { page: { eq: `/${rule}` } }
    await database.control.alertRule.create({
      data: aRule(pipeline.siteId, { name: String(rule), where, channelIds: [channelId] }),
    })
  }
  const batches = bad.flatMap((minutes, rule) => minutes.map((isBad, n) => aMinute({ rule, n, isBad })))
  const prepared = await Promise.all(
    batches.map((batch) => pipeline.prepare(batch, { receivedAt: batch.sentAt })),
  )
  await pipeline.store(prepared.flat())
  await createTestEvaluator(database).evaluateAt(minute(0))
  mkdirSync(folder, { recursive: true })
  await build({
    stdin: { contents: WORKER, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  })
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await receiver.close()
  await database.drop()
})

function aMinute({ rule, n, isBad }: { rule: number; n: number; isBad: boolean }) {
  const [view, at] = [randomUUID(), minute(n) - 30_000]
  return aBatch({
    id: randomUUID(),
    sentAt: at + 100,
    session: { id: randomUUID(), startedAt: at },
    views: { [view]: aView({ startedAt: at, page: `/${rule}` }) },
    events: [{ t: 'view', at, view, seq: 0 }, aVital({ view, at: at + 50, value: isBad ? 9000 : 1000 })],
  })
}

/** What the jobs process does with alerts and deliveries, with the clock of the test. */
const WORKER = `
import { createEvaluateRule } from '../../api/alerts/evaluate-rule.ts'
import { createEvidence } from '../../api/alerts/evidence.ts'
import { openDatabase } from '../../api/db/database.ts'
import { openControl } from '../../api/db/prisma.ts'
import { createSend } from '../../api/deliveries/send.ts'
import { executableSchema } from '../../api/schema.ts'
import { deliverDue } from '../deliveries/deliver.ts'
import { evaluateDue } from './evaluate.ts'

const [url, origin, minute, hours] = process.argv.slice(2)
const onError = (error) => console.error(error)
const db = openDatabase({ url, name: 'killed', connections: 10, onError })
const control = openControl(url)
const asker = { schema: executableSchema(), control, db, onError }
const evaluate = createEvaluateRule(asker, createEvidence(db, async () => Number(minute)))
// Later lives are hours later, so that what failed is tried again.
const now = () => Date.now() + Number(hours) * 3600000
const send = createSend({ allowedOrigins: [origin], smtpUrl: null, mailFrom: 'a@b' })
// The first question to Prisma takes half a second; a life that ended before it would show nothing.
await Promise.all([control.alertRule.findFirst({ include: { site: true } }), control.silence.findFirst()])
console.log('ready')
const alerting = { db, control, evaluate, publicUrl: 'https://rum.example', now: () => Number(minute) + 20000, onError }
for (;;) {
  await Promise.all([evaluateDue(alerting), deliverDue({ db, control, send, now })])
  await new Promise((resolve) => setTimeout(resolve, 5))
}`

type Life = { child: ChildProcess; ready: Promise<void>; ended: Promise<NodeJS.Signals | null> }
let hours = 0

function start(until: number): Life {
  const args = [script, database.url, receiver.origin, String(until), String(++hours)]
  const child = spawn(process.execPath, args, { cwd: packagePath(), stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_, signal) => resolve(signal))
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', () => reject(new Error('the worker ended before it was ready')))
  })
  return { child, ready, ended }
}

/** Lives until a random moment soon after it began to work, or until the receiver has heard and not answered yet. */
async function liveAndDie(until: number, end: 'soon' | 'heard'): Promise<void> {
  const { child, ready, ended } = start(until)
  await ready
  await (end === 'soon' ? wait(random.int(0, 300)) : Promise.race([heard(random.int(1, 3)), wait(1500)]))
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
}

const listeners = new Set<() => void>()

function heard(times: number): Promise<void> {
  return new Promise((resolve) => {
    let left = times
    const listener = () => {
      if (--left > 0) return
      listeners.delete(listener)
      resolve()
    }
    listeners.add(listener)
  })
}

/** What must have been told: the first bad minute after good ones fires, the first good one after bad ones resolves. */
function expectedNotices(): string[] {
  return bad.flatMap((minutes, rule) => {
    let open = false
    return minutes.flatMap((isBad, n) => {
      if (n === 0) {
        open = isBad
        return isBad ? [`${rule} alert.firing 0`] : []
      }
      if (isBad === open) return []
      open = isBad
      return [`${rule} alert.${isBad ? 'firing' : 'resolved'} ${n}`]
    })
  })
}

type Body = { type: string; timestamp: string; data: { data: { ruleName: string } } }

function noticeOf(body: string): string {
  const { type, timestamp, data } = JSON.parse(body) as Body
  return `${data.data.ruleName} ${type} ${(Date.parse(timestamp) - BEGIN) / MINUTE_MS}`
}

test(
  'a worker killed 50 times: each notice has its effect once, none is missing',
  { timeout: 300_000 },
  async () => {
    let kills = 0
    const heardInLives: number[] = []
    const lane = async () => {
      while (kills < KILLS) {
        const life = ++kills
        const before = receiver.received.length
        // Every fifth life meets a receiver that fails, so that tries are repeated as well.
        receiver.answer =
          life % 5 === 0 ? { status: 503, body: '' } : { status: 200, body: '', afterMs: random.int(0, 20) }
        await liveAndDie(minute(Math.min(MINUTES, life)), life % 2 === 0 ? 'soon' : 'heard')
        heardInLives.push(receiver.received.length - before)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
    expect(kills).toBeGreaterThanOrEqual(KILLS)
    expect(heardInLives.filter((heard) => heard > 0).length).toBeGreaterThan(KILLS / 4)

    receiver.answer = { status: 200, body: '' }
    hours += 24
    const last = start(minute(MINUTES))
    await last.ready
    await expect
      .poll(undone, { timeout: 60_000, interval: 100 })
      .toEqual([{ waiting: 0, dead: 0, behind: 0, untold: 0 }])
    last.child.kill('SIGKILL')
    await last.ended

    const effects = new Map<string, string>()
    for (const { headers, body } of receiver.received) {
      const id = String(headers['webhook-id'])
      expect(isFromSightline(headers, body, SECRET)).toBe(true)
      // The same id is the same notice, however often it comes.
      expect(effects.get(id) ?? noticeOf(body)).toBe(noticeOf(body))
      effects.set(id, noticeOf(body))
    }
    expect([...effects.values()].sort()).toEqual(expectedNotices().sort())
    expect(effects.size).toBeGreaterThan(100)
    process.stdout.write(
      `${kills} kills: ${effects.size} notices, ${receiver.received.length} requests, ${heardInLives.filter((heard) => heard > 0).length} lives delivered\n`,
    )
  },
)

async function undone() {
  return database.db.query(sql`SELECT
  (SELECT count(*) FROM rum.deliveries WHERE status = 'WAITING') AS waiting,
  (SELECT count(*) FROM rum.deliveries WHERE status = 'DEAD') AS dead,
  (SELECT count(*) FROM rum.alert_progress WHERE evaluated_until < ${new Date(minute(MINUTES))}) AS behind,
  (SELECT count(*) FROM rum.alerts WHERE told IS DISTINCT FROM state) AS untold`)
}
