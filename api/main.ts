/** The api process. Needs a database that is migrated; `sightline start` makes and migrates one. */
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { startServer } from './server.ts'
import { stopOnSignals } from './stop-on-signals.ts'

const env = readEnv()
const log = createLog({ name: 'api', level: env.logLevel })
if (env.databaseUrl === null)
  throw new Error('DATABASE_URL is not set: set it, or start with `npm start`, which makes a database')

const server = await startServer({ ...env, databaseUrl: env.databaseUrl }, log)
stopOnSignals(() => server.close(), log)
process.send?.({ ready: server.url })
