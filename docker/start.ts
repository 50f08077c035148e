/** `npm start`: everything on one box. Finds or makes the servers, migrates, starts api and jobs, prints where to look. */
import { createServer } from 'node:net'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createToken } from '../api/access/tokens.ts'
import { openDatabase } from '../api/db/database.ts'
import { type Control, openControl } from '../api/db/prisma.ts'
import { type Env, childEnvironment, describeEnv, readEnv } from '../api/env.ts'
import { type QueueStore, migrateQueues } from '../api/queue/queues.ts'
import { createDemoSite, demoWriteKey } from '../api/sites/demo-site.ts'
import { saveDemoQuestions } from '../jobs/demo/demo-questions.ts'
import { feedHistory } from '../jobs/demo/feed-history.ts'
import { migrate } from '../prisma/migrate.ts'
import type { LocalService } from './local/local-service.ts'
import { LocalServiceError } from './local/local-service-error.ts'
import { startPostgres } from './local/postgres.ts'
import { startRedis } from './local/redis.ts'
import { type Processes, startProcesses } from './processes.ts'
import { createProgressBar } from './progress-bar.ts'

const HELP = `Usage: npm start [-- OPTION…]

Starts Sightline: collector, jobs, GraphQL API and console, with a private database if DATABASE_URL names none.

  gallery      by npm run dev: shows the elements in every state instead, without a database
  --no-demo    do not make the demo site and its history on an empty database
  --help       show this

Variables:
${describeEnv()
  .map(
    ({ name, default: fallback, meaning }) =>
      `  ${name.padEnd(16)} ${meaning}${fallback === null ? '' : ` Default: ${fallback}`}`,
  )
  .join('\n')}
`

const services: LocalService[] = []
let processes: Processes | undefined
let control: Control | undefined
let stopping = false

process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))
main().catch((error: unknown) => {
  console.error(`\n${describeFailure(error)}\n`)
  void stop(1)
})

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { 'no-demo': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help === true) {
    console.log(HELP)
    return
  }
  const [command] = positionals
  if (command === 'gallery') {
    // It is made of the tests' parts, which come with the sources alone.
    await import(new URL(`../test/widgets/gallery/main${extname(import.meta.url)}`, import.meta.url).href)
    return
  }
  if (command !== undefined)
    throw new Error(`There is no command "${command}": npm start -- --help tells which`)
  const env = readEnv()
  await requireFreePort(env.host, env.port)
  console.log('\n  Sightline\n')
  const store = await startServices(env)
  await migrate(store.databaseUrl)
  await migrateQueues(store)
  control = openControl(store.databaseUrl)
  const madeDemo =
    values['no-demo'] === true
      ? false
      : await createDemoSite(control, Intl.DateTimeFormat().resolvedOptions().timeZone)
  processes = await startProcesses(['api', 'jobs'], {
    environment: childEnvironment({
      DATABASE_URL: store.databaseUrl,
      ...(store.redisUrl === null ? {} : { REDIS_URL: store.redisUrl }),
    }),
    onRestart: (name, reason) => console.error(`  ${name} ended (${reason}), starting it again`),
    onGivenUp: (name) => {
      console.error(`  ${name} ended five times within a minute: see its log above`)
      void stop(1)
    },
  })
  const token = await createStartToken(control)
  console.log(`
  Console    ${env.publicUrl}/#token=${token}
  Demo shop  ${env.publicUrl}/demo/
  GraphQL    ${env.publicUrl}/graphql   Authorization: Bearer ${token}

  The token works for a day. Ctrl+C stops everything.
`)
  if (madeDemo) await feedDemo(control, store, env)
}

async function startServices(env: Env): Promise<QueueStore> {
  const bar = createProgressBar()
  const cache = env.cacheHome ?? (env.home === null ? null : join(env.home, '.cache'))
  const shared = {
    directory: env.dataFolder,
    ...(cache === null ? {} : { cacheDirectory: join(cache, 'sightline') }),
    onProgress: ({ label, done, total }: { label: string; done: number; total: number }) =>
      bar.update(label, done, total),
  }
  const database = await startPostgres({
    ...shared,
    ...(env.databaseUrl === null ? {} : { url: env.databaseUrl }),
  })
  services.push(database)
  bar.end()
  console.log(`  Database   ${database.engine}`)
  if (env.redisUrl === null) {
    console.log('  Queue      in the database (set REDIS_URL for Redis)')
    return { databaseUrl: database.url, redisUrl: null, redisPrefix: env.redisPrefix }
  }
  const redis = await startRedis({ ...shared, url: env.redisUrl })
  services.push(redis)
  console.log(`  Queue      ${redis.engine}`)
  return { databaseUrl: database.url, redisUrl: redis.url, redisPrefix: env.redisPrefix }
}

/** A token for whoever reads the terminal; the ones that earlier starts printed stop working. */
async function createStartToken(control: Control): Promise<string> {
  await control.apiToken.deleteMany({ where: { kind: 'start' } })
  const expiresAt = new Date(Date.now() + 24 * 3_600_000)
  return createToken(control, {
    name: 'printed at start',
    kind: 'start',
    scopes: ['READ', 'MANAGE'],
    siteIds: null,
    expiresAt,
  })
}

async function feedDemo(control: Control, store: QueueStore, env: Env): Promise<void> {
  const key = await demoWriteKey(control)
  if (key === null) return
  const bar = createProgressBar()
  const begun = Date.now()
  const sessions = await feedHistory({
    control,
    store,
    key,
    origin: env.publicUrl,
    now: begun,
    onProgress: (done, total) => bar.update('14 days of visits to the demo shop', done, total),
  })
  bar.end()
  const db = openDatabase({ url: store.databaseUrl, name: 'start', connections: 1, onError: () => {} })
  await saveDemoQuestions(control, db, begun)
  await db.close()
  console.log(
    `  ${sessions} visits of the last 14 days are in (${Math.round((Date.now() - begun) / 1000)} s).\n`,
  )
}

/** Tells before anything is started that it could not be reached. */
async function requireFreePort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken ? new LocalServiceError('port-taken', `port ${port} is taken: set PORT to a free one`) : error,
      )
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function describeFailure(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  await processes?.stop()
  await control?.$disconnect()
  await Promise.allSettled(services.map((service) => service.stop()))
  process.exit(code)
}
