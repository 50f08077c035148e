/** The one door to PostgreSQL: named statements with bound values, transactions, COPY. */
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { borrowUntil } from './cancellation.ts'
import { parseIntArray } from './fast-arrays.ts'
import { becomeReader } from './reader.ts'
import { type Sql, toQuery } from './sql.ts'

/** What a statement cost, for `extensions.sightline` and the benches. */
export type StatementRecord = {
  name: string
  rows: number
  ms: number
  /** Where the planner read; absent for what reads rows as they are. */
  source?: string
}

type Recorder = (statement: StatementRecord) => void
type Both = (record?: Recorder) => Recorder | undefined

export type Queryable = {
  /** The rows of a statement. Its text begins with its name in a comment. */
  query<Row extends object>(statement: Sql, record?: (statement: StatementRecord) => void): Promise<Row[]>
}

export type Transaction = Queryable & {
  /** Pastes rows that are encoded as COPY BINARY already, without header and trailer. */
  copy(table: string, columns: readonly string[], rows: readonly Buffer[]): Promise<void>
  /** Does the work behind a savepoint: when it throws, nothing of it stays and the transaction goes on. */
  attempt(work: () => Promise<void>): Promise<void>
}

export type Database = Queryable & {
  /** Hands over each row as it arrives and keeps none, so that an answer may be larger than memory. */
  stream(
    statement: Sql,
    visit: (row: never) => void,
    record?: (statement: StatementRecord) => void,
  ): Promise<void>
  /**
   * The same database for work that nobody waits for once the signal aborts: then what runs is cancelled, nothing more
   * begins, and each statement fails with the signal's reason.
   */
  until(signal: AbortSignal): Database
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
  readonly pool: pg.Pool
}

export type DatabaseOptions = {
  url: string
  name: string
  connections: number
  /** Statements that take longer are cancelled by the server. */
  statementTimeoutMs?: number
  /** Also in the role of READER, if the database has it. */
  readOnly?: boolean
  onError?: (error: Error) => void
  /** Told of every statement that was answered, but for COPY. */
  onStatement?: (statement: StatementRecord) => void
}

const COPY_HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
const COPY_TRAILER = Buffer.from([0xff, 0xff])

// Counts fit in a double: 2^53 views are more than anyone will send.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// int2[] and int4[]; the driver has no names for them.
const INT_ARRAYS = [1005, 1007]
for (const oid of INT_ARRAYS) pg.types.setTypeParser(oid, parseIntArray)

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    application_name: `sightline-${options.name}`,
    options: [
      '-c timezone=UTC',
      ...(options.statementTimeoutMs === undefined
        ? []
        : [`-c statement_timeout=${options.statementTimeoutMs}`]),
      ...(options.readOnly === true ? ['-c default_transaction_read_only=on'] : []),
    ].join(' '),
    // The pool waits for it, though its type does not say so.
    ...(options.readOnly === true && { onConnect: (client) => becomeReader(client) as unknown as void }),
  })
  // Without a listener an idle connection that the server closes would end the process.
  pool.on('error', (error) => options.onError?.(error))
  const streamFor = (signal: AbortSignal, streaming: Streaming) =>
    borrowUntil(pool, { signal, url: options.url }, (client) => streamStatement(client, streaming))
  const { onStatement } = options
  /** Tells whoever asks about the statement, and whoever counts all of them. */
  const both = (record?: Recorder): Recorder | undefined =>
    onStatement === undefined || record === undefined
      ? (onStatement ?? record)
      : (statement) => {
          onStatement(statement)
          record(statement)
        }
  const database: Database = {
    pool,
    query: (statement, record) => runStatement(pool, statement, both(record)),
    stream: (statement, visit, record) => streamFor(FOREVER, { statement, visit, record: both(record) }),
    until: (signal) => ({
      ...database,
      query: (statement, record) =>
        borrowUntil(pool, { signal, url: options.url }, (client) =>
          runStatement(client, statement, both(record)),
        ),
      stream: (statement, visit, record) => streamFor(signal, { statement, visit, record: both(record) }),
    }),
    transaction: (work) => inTransaction(pool, work, both),
    close: () => pool.end(),
  }
  return database
}

async function runStatement<Row extends object>(
  client: pg.Pool | pg.PoolClient,
  statement: Sql,
  record?: (statement: StatementRecord) => void,
): Promise<Row[]> {
  const query = toQuery(statement)
  const begun = performance.now()
  const { rows } = await client.query<Row>(query)
  record?.({ name: nameOf(query.text), rows: rows.length, ms: performance.now() - begun })
  return rows
}

function nameOf(text: string): string {
  return /^\/\* ([\w.]+) \*\//.exec(text)?.[1] ?? 'unnamed'
}

/** For what no caller gives up. */
const FOREVER = new AbortController().signal

type Streaming = {
  statement: Sql
  visit: (row: never) => void
  record: ((statement: StatementRecord) => void) | undefined
}

async function streamStatement(
  client: pg.PoolClient,
  { statement, visit, record }: Streaming,
): Promise<void> {
  const query = toQuery(statement)
  const begun = performance.now()
  let rows = 0
  let failure: unknown
  await new Promise<void>((resolve, reject) => {
    const running = client.query(new pg.Query(query))
    running.on('row', (row) => {
      rows++
      // What is thrown in here would pass by everybody and end the process.
      try {
        if (failure === undefined) visit(row as never)
      } catch (error) {
        failure = error
      }
    })
    running.on('error', reject)
    running.on('end', () => resolve())
  })
  if (failure !== undefined) throw failure
  record?.({ name: nameOf(query.text), rows, ms: performance.now() - begun })
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (transaction: Transaction) => Promise<T>,
  both: Both,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection that breaks between two statements emits an error that nobody else listens to.
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query('BEGIN')
    const result = await work(transactionOn(client, both))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

function transactionOn(client: pg.PoolClient, both: Both): Transaction {
  return {
    query: (statement, record) => runStatement(client, statement, both(record)),
    async copy(table, columns, rows) {
      const stream = client.query(
        copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN (FORMAT binary)`),
      )
      await pipeline(Readable.from([COPY_HEADER, ...rows, COPY_TRAILER], { objectMode: false }), stream)
    },
    async attempt(work) {
      await client.query('SAVEPOINT attempt')
      try {
        await work()
        await client.query('RELEASE SAVEPOINT attempt')
      } catch (error) {
        await client.query('ROLLBACK TO SAVEPOINT attempt')
        throw error
      }
    },
  }
}

/** The SQLSTATE of an error that PostgreSQL sent, or null. */
export function sqlState(error: unknown): string | null {
  return error instanceof pg.DatabaseError ? (error.code ?? null) : null
}
