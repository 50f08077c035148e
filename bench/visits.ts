/** Visits for the benches of funnels and retention: sessions of ten events each, visitors who come back. */
import type { Database } from '../api/db/database.ts'
import { sql } from '../api/db/sql.ts'
import { createRowWriter, takeWritten, writeFields, writeRowStart } from '../api/rows/encode.ts'
import { EVENT_KINDS, columnsOf } from '../api/rows/layout.ts'
import { type Random, createRandom } from '../jobs/demo/random.ts'

export const VISIT_DAYS = 56

const DAY_MS = 86_400_000
const EVENTS_A_SESSION = 10
const SESSIONS_A_VISITOR = 2.5
const SESSIONS_A_FLUSH = 2000

const { view, vital, request, custom } = EVENT_KINDS

/** What happens in a session, in order, each with its chance: 4.4 of 10 events are of the funnel's four steps. */
const COURSE = [
  { kind: view, page: '/', name: null },
  { kind: vital, page: '/', name: null },
  { kind: view, page: '/products/:id', name: null },
  { kind: custom, page: '/products/:id', name: 'zoom' },
  { kind: view, page: '/products/:id', name: null },
  { kind: request, page: '/products/:id', name: 'GET api.shop.example/stock/:id' },
  { kind: custom, page: '/products/:id', name: 'add_to_cart' },
  { kind: request, page: '/cart', name: 'POST api.shop.example/cart' },
  { kind: view, page: '/checkout', name: null },
  { kind: custom, page: '/checkout', name: 'order' },
] as const
/** So often the last ones happen; else the visitor looks at one more product or asks for one more thing. */
const CHANCES = [1, 1, 1, 1, 1, 1, 0.75, 1, 0.4, 0.2]

const DEVICES = [
  ['MOBILE', 55],
  ['DESKTOP', 45],
] as const

/** Adds sessions until there are `size` events of site 1, as of `now`. */
export async function fillVisits(
  db: Database,
  { already, size, now }: { already: number; size: number; now: number },
): Promise<void> {
  const random = createRandom(size)
  const names = columnsOf('events').map(({ name }) => name)
  const sessions = (size - already) / EVENTS_A_SESSION
  const visitors = Array.from({ length: Math.ceil(sessions / SESSIONS_A_VISITOR) }, () => random.uuid(0))
  for (let done = 0; done < sessions; done += SESSIONS_A_FLUSH) {
    const writer = createRowWriter(SESSIONS_A_FLUSH * EVENTS_A_SESSION * 256)
    for (let i = 0; i < Math.min(SESSIONS_A_FLUSH, sessions - done); i++) {
      const startedAt = Math.floor(now - (1 - (done + i) / sessions) * VISIT_DAYS * DAY_MS - 1_800_000)
      const visitor = visitors[random.integer(0, visitors.length - 1)] ?? ''
      writeSession(writer, random, { startedAt, visitor })
    }
    const events = takeWritten(writer)
    await db.transaction((transaction) => transaction.copy('rum.events', names, [events]))
    process.stderr.write(`\r  filling ${(already + done * EVENTS_A_SESSION).toLocaleString('en')} events`)
  }
  process.stderr.write('\n')
  await db.query(SESSIONS)
  await db.query(sql`/* bench.vacuum */ VACUUM (ANALYZE) rum.events, rum.sessions`)
}

function writeSession(
  writer: ReturnType<typeof createRowWriter>,
  random: Random,
  { startedAt, visitor }: { startedAt: number; visitor: string },
): void {
  const columns = columnsOf('events')
  const session = random.uuid(startedAt)
  const device = random.pick(DEVICES)
  let time = startedAt
  COURSE.forEach((usual, seq) => {
    time += random.integer(2000, 60_000)
    const other = random.chance(0.25) ? COURSE[2] : COURSE[5]
    const { kind, page, name } = random.chance(CHANCES[seq] ?? 1) ? usual : other
    writeRowStart(writer, columns.length)
    const values = {
      time,
      kind,
      seq,
      lcp: kind === vital ? random.logNormal(1850, 0.65) : null,
      duration: kind === request ? random.logNormal(120, 0.5) : null,
      name,
      view_id: session,
      page,
      navigation: 'navigate',
      site_id: 1,
      weight: 1,
      bot: false,
      session_id: session,
      visitor_id: visitor,
      country: 'DE',
      device,
      browser: 'Chrome',
      os: 'Linux',
      release: 'web@1.0.0',
      environment: 'production',
    }
    writeFields(
      writer,
      columns,
      columns.map((column) => values[column.name as keyof typeof values] ?? null),
    )
  })
}

const SESSIONS = sql`/* bench.sessions */
INSERT INTO rum.sessions (site_id, session_id, visitor_id, started_at, last_at, context_at, entry_at, exit_at, views, errors,
  unhandled_errors, interactions, frustrations, weight, bot, revised, entry_page, exit_page, country, device, browser, os, release,
  environment, flags, attributes)
SELECT site_id, session_id, min(visitor_id::text)::uuid, min(time), max(time), min(time), min(time) FILTER (WHERE kind = ${view}),
  max(time) FILTER (WHERE kind = ${view}), count(*) FILTER (WHERE kind = ${view}), 0, 0, 0, 0, 1, FALSE, FALSE, '/', '/checkout', 'DE',
  min(device), 'Chrome', 'Linux', 'web@1.0.0', 'production', '{}', '{}'
FROM rum.events
WHERE site_id = 1
GROUP BY site_id, session_id
ON CONFLICT DO NOTHING`
