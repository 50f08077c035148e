/** What is asked of groups, gathered over all groups of a request that ask for it. */
import DataLoader from 'dataloader'
import type { Database, StatementRecord } from '../db/database.ts'
import type { SessionRow } from '../sessions/sessions.queries.ts'
import type { Axis } from './axes.ts'
import type { PartRow } from './columns.ts'
import { type Group, createGroupingLoader, partOf, partOfRow } from './grouping.ts'
import type { GroupSource, Placed } from './groups.ts'
import {
  type DISTINCT_IDS,
  type GroupPageAsked,
  type GroupRow,
  type SplitRow,
  groupDistinct,
  groupFigures,
  groupMeasures,
  groupPage,
  groupSessions,
  groupSplits,
} from './groups.queries.ts'
import { mergeParts } from './loaders.ts'
import type { MeasuredNumber } from '../vitals/vital-stats.ts'
import { type WeightedDistribution, emptyWeighted } from './weighted.ts'

export type GroupLoaders = {
  /** Lists that are asked for at once are answered at once, so that what is asked of their groups is asked together. */
  page: DataLoader<GroupPageAsked<object>, GroupRow<object>[]>
  figures: DataLoader<Placed, object, string>
  measure: DataLoader<Placed & { measure: string }, WeightedDistribution, string>
  /** Estimated where sessions were sampled. */
  distinct: DataLoader<Placed & { of: keyof typeof DISTINCT_IDS }, number, string>
  splits: DataLoader<Placed & { axis: Axis; top: number }, SplitRow[], string>
  sessions: DataLoader<Placed & { first: number }, SessionRow[], string>
}

/** The figures of a group or of a bucket of its series. */
export async function figuresOf<Figures extends object>(
  { figures }: GroupLoaders,
  { source, place }: Placed<Figures>,
): Promise<Figures> {
  return (await figures.load({ source, place })) as Figures
}

/** The distribution of one of the source's measures there. */
export async function measureOf(
  { measure: loader }: GroupLoaders,
  { source, place }: Placed,
  { measure, unit }: { measure: string; unit: string },
): Promise<MeasuredNumber> {
  return { unit, distribution: await loader.load({ source, place, measure }) }
}

export function createGroupLoaders(db: Database, record: (statement: StatementRecord) => void): GroupLoaders {
  return {
    page: new DataLoader(
      (lists) =>
        Promise.all(
          lists.map((asked) => groupPage(db, asked, record).catch((error: unknown) => error as Error)),
        ),
      { cache: false },
    ),
    figures: createPlacedLoader<Placed, object>({
      sharing: () => '',
      ask: async (source, { question, wanted, items }) => {
        const rows = byPart(await groupFigures(db, { source, question, wanted }, record), question)
        return items.map(({ place }) => rows.get(partOf(place, question))?.[0] ?? source.none)
      },
    }),
    measure: createPlacedLoader<Placed & { measure: string }, WeightedDistribution>({
      sharing: () => '',
      identity: ({ measure }) => measure,
      ask: async (source, { question, wanted, items }) => {
        const names = [...new Set(items.map(({ measure }) => measure))]
        const measures = names.flatMap((name) => source.measures[name] ?? [])
        const rows = await groupMeasures(db, { source, question, wanted, measures }, record)
        const parts = mergeParts(rows, question)
        const code = (name: string) => names.indexOf(name) + 1
        return items.map(
          ({ place, measure }) => parts.get(`${code(measure)} ${partOf(place, question)}`) ?? emptyWeighted(),
        )
      },
    }),
    distinct: createPlacedLoader<Placed & { of: keyof typeof DISTINCT_IDS }, number>({
      sharing: ({ of }) => of,
      ask: async (source, { question, wanted, items }) => {
        const of = items[0]?.of ?? 'sessions'
        const rows = byPart(await groupDistinct(db, { source, question, wanted, of }, record), question)
        return items.map(({ place }) => rows.get(partOf(place, question))?.[0]?.n ?? 0)
      },
    }),
    splits: createPlacedLoader<Placed & { axis: Axis; top: number }, SplitRow[]>({
      sharing: ({ axis, top }) => `${top} ${axis}`,
      ask: async (source, { question, wanted, items }) => {
        const { axis, top } = items[0] ?? { axis: 'PAGE' as const, top: 1 }
        const rows = byPart(await groupSplits(db, { source, question, wanted, axis, top }, record), question)
        return items.map(({ place }) => rows.get(partOf(place, question)) ?? [])
      },
    }),
    sessions: createPlacedLoader<Placed & { first: number }, SessionRow[]>({
      sharing: ({ first }) => String(first),
      ask: async (source, { question, wanted, items }) => {
        const first = items[0]?.first ?? 1
        const rows = byPart(await groupSessions(db, { source, question, wanted, first }, record), question)
        return items.map(({ place }) => rows.get(partOf(place, question)) ?? [])
      },
    }),
  }
}

/** A loader whose statements each answer for one source. */
export function createPlacedLoader<Item extends Placed, Answer>({
  ask,
  sharing,
  identity = sharing,
}: {
  ask: (source: GroupSource, group: Group<Item>) => Promise<Answer[]>
  sharing: (item: Item) => string
  identity?: (item: Item) => string
}): DataLoader<Item, Answer, string> {
  return createGroupingLoader<Item, Answer>({
    segmentOf: ({ place }) => place,
    sharing: (item) => `${item.source.id} ${sharing(item)}`,
    identity: (item) => `${item.source.id} ${identity(item)}`,
    ask: (group) => {
      const [first] = group.items
      return first === undefined ? Promise.resolve([]) : ask(first.source, group)
    },
  })
}

export function byPart<Row extends PartRow>(
  rows: readonly Row[],
  question: Parameters<typeof partOfRow>[1],
): Map<string, Row[]> {
  const parts = new Map<string, Row[]>()
  for (const row of rows) {
    const part = partOfRow(row, question)
    parts.set(part, [...(parts.get(part) ?? []), row])
  }
  return parts
}
