/** The jobs process put together, on both queues: what lies in the outbox goes out, and rules are evaluated. */
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '../api/db/sql.ts'
import { queueDeliveries } from '../api/deliveries/outbox.ts'
import { aRule } from '../test/alert-rules.ts'
import { type QueueBackend, type TestDatabase, createTestDatabase } from '../test/database.ts'
import { aNotice } from '../test/notices.ts'
import { type Receiver, startReceiver } from '../test/receiver.ts'
import { until } from '../test/until.ts'
import { type Jobs, startJobs } from './worker.ts'

describe.each<QueueBackend>(['redis', 'postgres'])('on %s', (backend) => {
  let database: TestDatabase
  let receiver: Receiver
  let jobs: Jobs

  beforeEach(async () => {
    database = await createTestDatabase('plain')
    receiver = await startReceiver()
  })
  afterEach(async () => {
    await jobs.close()
    await receiver.close()
    await database.drop()
  })

  test('notices are sent and rules evaluated, by themselves', async () => {
    const { id: siteId } = await database.control.site.create({ data: { slug: 'test', name: 'Test' } })
    const { id } = await database.control.channel.create({
      data: { siteId, name: 'hook', kind: 'SLACK', settings: { url: `${receiver.origin}/` } },
    })
    await database.control.alertRule.create({ data: aRule(siteId, { channelIds: [id] }) })
    await queueDeliveries(database.db, { siteId, channelIds: [id], key: 'x', notice: aNotice() })
    const send = { smtpUrl: null, mailFrom: 'a@b', allowedOrigins: [receiver.origin] }
    jobs = await startJobs(database.store(backend), pino({ level: 'silent' }), {
      send,
      publicUrl: 'https://rum.example',
      metrics: { host: '127.0.0.1', port: 0 },
    })
    await until('the notice arrives', () => Promise.resolve(receiver.received.length === 1))
    const states = () => database.db.query(sql`SELECT phase, frozen FROM rum.alert_states`)
    await until('the rule is evaluated', async () => (await states()).length === 1, 60_000)
    expect(await states()).toEqual([{ phase: 'OK', frozen: 'NO_EVENTS' }])
    const metrics = await (await fetch(`${jobs.metricsUrl}/metrics`)).text()
    expect(metrics).toMatch(/^sightline_compaction_lag_seconds [\d.]+$/m)
    expect(metrics).toMatch(/^sightline_sql_statements_total\{statement="compaction\.sites"\} [1-9]/m)
    expect((await fetch(`${jobs.metricsUrl}/readyz`)).status).toBe(404)
  })
})
