/**
 * What a request to the GraphQL endpoint may be, in one place. Each bounds work that happens before the next one is
 * looked at: bytes before JSON, JSON before tokens, tokens before validation, validation before cost, cost before SQL.
 */
export const GRAPHQL_LIMITS = {
  /** Of a request's body. */
  bodyBytes: 100 * 1024,
  /** How deep the JSON of a body may nest: a filter has 8 levels of 2, in variables, in the body. */
  bodyDepth: 64,
  /** Of a document. The largest of the console has 300. */
  tokens: 2000,
  /** Fields of an operation with its fragments unfolded. */
  selections: 10_000,
  /** Fields within fields: a figure of a series of a part of a part stands at 11. */
  depth: 12,
  /** The same for `__schema` and `__type`: the introspection query of tools goes down to 15. */
  introspectionDepth: 16,
  /** Aliases of a document where they are written: one in a fragment counts once, however often it is spread. */
  aliases: 30,
  /** Directives of a document where they are written. */
  directives: 30,
  /** Points of an operation, see field-costs.ts: 200 pages by 31 days by 2 vitals pass, 200 parts by 2,000 buckets do not. */
  cost: 20_000,
  /** A chart that takes longer must not keep a connection from the others. */
  statementMs: 8000,
  /** All of an operation, its wait for a turn included. */
  operationMs: 15_000,
  /** Operations of one token that run at once. */
  operationsAtOnce: 8,
  /** Operations of one token that wait for those: a console opens with more charts than may run. */
  operationsWaiting: 32,
  /** How long they wait. */
  waitMs: 5000,
  /** Subscriptions of one token that are open at once. */
  streamsAtOnce: 20,
} as const
