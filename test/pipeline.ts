/** The way of the data without processes and queues in between: a batch in, GraphQL out, the clock in hand. */
import type { Scope } from '../api/access/tokens.ts'
import { createAcceptor, type Accepted } from '../api/collect/accept.ts'
import { createDailyVisitors } from '../api/collect/daily-visitors.ts'
import { createEnricher } from '../api/collect/enrich.ts'
import { createPrivacy } from '../api/collect/privacy.ts'
import type { Problem } from '../api/collect/problems.ts'
import { createWriteKeys } from '../api/collect/write-keys.ts'
import { createConsentLog } from '../api/consent/consent-log.ts'
import { createContext } from '../api/context.ts'
import { createGraphql } from '../api/graphql.ts'
import { LAYOUT_VERSION } from '../api/rows/layout.ts'
import type { IngestBatch } from '../api/queue/ingest-job.ts'
import { createIngest } from '../jobs/ingest/ingest.ts'
import type { Batch } from '../sdk/wire/batch.generated.ts'
import { KEY } from './batches.ts'
import type { TestDatabase } from './database.ts'
import { incomingOf } from './incoming.ts'

type Answer = {
  // oxlint-disable-next-line typescript/no-explicit-any -- what a test expects of an answer it says itself
  data: any
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[]
  statements: string[]
}

export type Pipeline = {
  /** Sends a batch and resolves when it is stored. */
  send(batch: Batch, options?: SendOptions): Promise<Accepted | Problem>
  /** Accepts batches without storing them, so that a test can store them as it likes. */
  prepare(batch: Batch, options?: SendOptions): Promise<IngestBatch[]>
  /** Stores prepared batches as one job. */
  store(batches: IngestBatch[]): Promise<void>
  /** `scopes` are those of the token that asks: READ unless given. */
  ask(query: string, variables?: Record<string, unknown>, scopes?: Scope[]): Promise<Answer>
  siteId: number
}

export type SendOptions = {
  receivedAt?: number
  userAgent?: string
  country?: string | null
  ip?: string
  gpc?: boolean
}

export async function createPipeline(
  { db, control }: TestDatabase,
  now: () => number = Date.now,
  timeZone = 'UTC',
): Promise<Pipeline> {
  // A second pipeline on a database is another collector of the same site.
  const site = await control.site.upsert({
    where: { slug: 'test' },
    update: {},
    create: {
      slug: 'test',
      name: 'Test',
      timeZone,
      // Everybody here has one address, by the day all would be one visitor; and acts as fast as a program.
      settings: { visitors: { daily: false }, bots: { allow: ['mark:pace'] } },
      writeKeys: { create: { key: KEY } },
    },
  })
  const ingest = createIngest(db)
  const enricher = await createEnricher(null)
  const keys = createWriteKeys(control, Date.now)
  const privacy = createPrivacy({
    log: createConsentLog(db),
    visitors: createDailyVisitors(control),
  })
  const acceptInto = (enqueue: (batch: IngestBatch) => Promise<void>) =>
    createAcceptor({
      keys,
      enricher,
      privacy,
      queue: { enqueue },
      onError: (error) => {
        throw error
      },
    })
  const store = (batches: IngestBatch[]) => ingest({ layout: LAYOUT_VERSION, batches })
  const accept = acceptInto((batch) => store([batch]))
  const incoming = (batch: Batch, { receivedAt = now(), country, ...rest }: SendOptions = {}) =>
    incomingOf(batch, {
      receivedAt,
      ...rest,
      ...(country === undefined
        ? {}
        : { edgePlace: country === null ? null : { country, region: null, city: null } }),
    })
  // What is compared with an oracle may cost what it likes.
  const graphql = createGraphql((error) => {
    throw error
  }, Number.MAX_SAFE_INTEGER)
  return {
    siteId: site.id,
    send: (batch, options) => accept(incoming(batch, options)),
    prepare: async (batch, options) => {
      const prepared: IngestBatch[] = []
      await acceptInto((one) => {
        prepared.push(one)
        return Promise.resolve()
      })(incoming(batch, options))
      return prepared
    },
    store,
    ask: async (query, variables = {}, scopes = ['READ']) => {
      const contextValue = createContext({
        caller: { tokenId: 1, name: 'test', scopes, siteIds: null, expiresAt: null },
        control,
        db,
        now: now(),
        outbound: { db, settings: { smtpUrl: null, mailFrom: 'test@localhost', allowedOrigins: [] } },
      })
      const { body } = await graphql.executeOperation(
        { query, ...(variables === undefined ? {} : { variables }) },
        { contextValue },
      )
      if (body.kind !== 'single') throw new TypeError('an answer in parts')
      const { data, errors } = body.singleResult
      return {
        data: JSON.parse(JSON.stringify(data ?? null)),
        ...(errors === undefined ? {} : { errors }),
        statements: contextValue.statements.map(({ name }) => name),
      }
    },
  }
}
