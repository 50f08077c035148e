/** The jobs process. Any number of them may run. */
import { readEnv } from '../api/env.ts'
import { createLog } from '../api/log.ts'
import { stopOnSignals } from '../api/stop-on-signals.ts'
import { startJobs } from './worker.ts'

const env = readEnv()
const log = createLog({ name: 'jobs', level: env.logLevel })
if (env.databaseUrl === null)
  throw new Error('DATABASE_URL is not set: set it, or start with `npm start`, which makes a database')

const {
  redisUrl,
  redisPrefix,
  databaseUrl,
  publicUrl,
  smtpUrl,
  mailFrom,
  outboundOrigins: allowedOrigins,
} = env
const jobs = await startJobs({ redisUrl, redisPrefix, databaseUrl }, log, {
  send: { smtpUrl, mailFrom, allowedOrigins },
  publicUrl,
  databaseMaxBytes: env.databaseMaxBytes,
  metrics: env.jobsMetricsPort === null ? null : { host: env.host, port: env.jobsMetricsPort },
})
stopOnSignals(() => jobs.close(), log)
process.send?.({ ready: true })
