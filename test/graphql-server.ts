/** A real server on a database of its own, with a token that may do everything, to be asked over HTTP. */
import { pino } from 'pino'
import { createToken } from '../api/access/tokens.ts'
import { readEnv } from '../api/env.ts'
import { type Server, startServer } from '../api/server.ts'
import { type Engine, type TestDatabase, createTestDatabase } from './database.ts'

export type Answer = {
  status: number
  headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- what a test expects of an answer it says itself
  body: any
}

export type Init = {
  method?: string
  body?: NonNullable<RequestInit['body']> | null
  headers?: Record<string, string>
  /** What follows /graphql in the address. */
  path?: string
}

export type GraphqlServer = Server & {
  database: TestDatabase
  token: string
  /** What the server logged. */
  log: string[]
  /** Posts the question; `init` overrides the method, headers and body. */
  post(question: object, init?: Init): Promise<Answer>
}

export async function startGraphqlServer(
  engine: Engine = 'plain',
  variables: Record<string, string> = {},
): Promise<GraphqlServer> {
  const database = await createTestDatabase(engine)
  const token = await createToken(database.control, {
    name: 'test',
    kind: 'api',
    scopes: ['READ', 'MANAGE'],
    siteIds: null,
    expiresAt: null,
  })
  const log: string[] = []
  const env = readEnv({ DATABASE_URL: database.url, PORT: '0', ...variables })
  const sink = { write: (line: string) => void log.push(line) }
  const server = await startServer({ ...env, databaseUrl: database.url }, pino({ level: 'warn' }, sink))
  return {
    url: server.url,
    database,
    token,
    log,
    post: async (question, { path = '', ...init } = {}) => {
      const response = await fetch(`${server.url}/graphql${path}`, {
        method: 'POST',
        body: JSON.stringify(question),
        ...init,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...init.headers },
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: parsed(text) }
    },
    close: async () => {
      await server.close()
      await database.drop()
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
