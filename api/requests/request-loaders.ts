/** Examples of requests, gathered over the endpoints of a request that ask for them. */
import type DataLoader from 'dataloader'
import type { Database, StatementRecord } from '../db/database.ts'
import type { RequestExamples } from '../schema.generated.ts'
import { byPart, createPlacedLoader } from '../segment/group-loaders.ts'
import { partOf } from '../segment/grouping.ts'
import type { Placed } from '../segment/groups.ts'
import { type RequestExample, requestExamples } from './requests.queries.ts'

type Asked = Placed & { of: RequestExamples; first: number }

export type RequestLoaders = { examples: DataLoader<Asked, RequestExample[], string> }

export function createRequestLoaders(
  db: Database,
  record: (statement: StatementRecord) => void,
): RequestLoaders {
  return {
    examples: createPlacedLoader<Asked, RequestExample[]>({
      sharing: ({ of, first }) => `${of} ${first}`,
      ask: async (_, { question, wanted, items }) => {
        const { of, first } = items[0] ?? { of: 'LATEST' as const, first: 1 }
        const rows = byPart(await requestExamples(db, { question, wanted, of, first }, record), question)
        return items.map(({ place }) => rows.get(partOf(place, question)) ?? [])
      },
    }),
  }
}
