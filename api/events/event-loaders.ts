/** The attributes of custom events, gathered over the events of a request that ask for them. */
import type DataLoader from 'dataloader'
import type { Database, StatementRecord } from '../db/database.ts'
import { byPart, createPlacedLoader } from '../segment/group-loaders.ts'
import { partOf } from '../segment/grouping.ts'
import type { Placed } from '../segment/groups.ts'
import { type AttributeRow, eventAttributes } from './events.queries.ts'

type Asked = Placed & { keys: number; values: number }

export type EventAttribute = { key: string; count: number; values: { value: string | null; count: number }[] }

export type EventLoaders = { attributes: DataLoader<Asked, EventAttribute[], string> }

export function createEventLoaders(db: Database, record: (statement: StatementRecord) => void): EventLoaders {
  return {
    attributes: createPlacedLoader<Asked, EventAttribute[]>({
      sharing: ({ keys, values }) => `${keys} ${values}`,
      ask: async (_, { question, wanted, items }) => {
        const { keys, values } = items[0] ?? { keys: 1, values: 1 }
        const rows = byPart(await eventAttributes(db, { question, wanted, keys, values }, record), question)
        return items.map(({ place }) => byKey(rows.get(partOf(place, question)) ?? []))
      },
    }),
  }
}

function byKey(rows: readonly AttributeRow[]): EventAttribute[] {
  const attributes = new Map<string, EventAttribute>()
  for (const { key, key_count, value, count } of rows) {
    const attribute = attributes.get(key) ?? { key, count: Math.round(key_count), values: [] }
    attribute.values.push({ value, count: Math.round(count) })
    attributes.set(key, attribute)
  }
  return [...attributes.values()]
}
