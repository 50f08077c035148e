/**
 * What makes a nested question cheap: a figure asked of many segments is gathered, the segments that share scope and
 * axes become one statement, and each gets its part of the answer.
 */
import { createHash } from 'node:crypto'
import DataLoader from 'dataloader'
import { userError } from '../problem.ts'
import type { Axis } from './axes.ts'
import { MOST_SPLITS, type PartRow } from './columns.ts'
import type { Question } from './planner.ts'
import type { Scope, Segment } from './segment.ts'
import type { WantedKeys } from './sources.ts'

/** Items that one statement answers. */
export type Group<Item> = { question: Question; wanted: WantedKeys; items: Item[] }

type Grouping<Item, Answer> = {
  segmentOf: (item: Item) => Segment
  /** Answers every item of a group, in their order. */
  ask: (group: Group<Item>) => Promise<Answer[]>
  /** What else must be equal for items to share a statement. */
  sharing?: (item: Item) => string
  /** What else tells two items apart. */
  identity?: (item: Item) => string
}

export function createGroupingLoader<Item, Answer>({
  segmentOf,
  ask,
  sharing = () => '',
  identity = sharing,
}: Grouping<Item, Answer>): DataLoader<Item, Answer, string> {
  return new DataLoader<Item, Answer, string>(
    async (items) => {
      const groups = groupItems(items, segmentOf, sharing)
      const answers = new Map<Item, Answer>()
      await Promise.all(
        groups.map(async (group) => {
          const results = await ask(group)
          group.items.forEach((item, i) => answers.set(item, results[i] as Answer))
        }),
      )
      return items.map((item) => answers.get(item) as Answer)
    },
    { cacheKeyFn: (item) => `${identity(item)} ${identify(segmentOf(item))}` },
  )
}

function groupItems<Item>(
  items: readonly Item[],
  segmentOf: (item: Item) => Segment,
  sharing: (item: Item) => string,
): Group<Item>[] {
  const groups = new Map<
    string,
    { question: Question; wanted: Map<Axis, Set<string | null>>; items: Item[] }
  >()
  for (const item of items) {
    const segment = segmentOf(item)
    const axes = axesOf(segment)
    if (axes.length > MOST_SPLITS) throw userError(`a question splits by ${MOST_SPLITS} dimensions at most`)
    const key = `${sharing(item)} ${statementKey(segment)}`
    const group = groups.get(key) ?? {
      question: { scope: segment.scope, axes, edges: segment.time?.edges ?? null },
      wanted: new Map(axes.map((axis) => [axis, new Set<string | null>()])),
      items: [],
    }
    for (const [axis, value] of segment.keys) group.wanted.get(axis)?.add(value)
    group.items.push(item)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** By what the scope was split, in an order that does not depend on which split came first. */
function axesOf({ keys }: Segment): Axis[] {
  return [...keys.keys()].sort((a, b) => (a < b ? -1 : 1))
}

/** Segments with the same key are answered by one statement. */
function statementKey(segment: Segment): string {
  const edges = segment.time === null ? '' : edgesKey(segment.time.edges)
  return `${scopeKey(segment.scope)} ${JSON.stringify(axesOf(segment))} ${edges}`
}

// A scope and the edges of a series are shared by all their parts: what tells them apart is worked out once.
const scopeKey = remembered(({ site, range, where, includeBots }: Scope) =>
  JSON.stringify([site.id, range.from, range.to, where, includeBots]),
)
const edgesKey = remembered((edges: readonly number[]) =>
  createHash('sha1').update(edges.join()).digest('base64'),
)

function remembered<Of extends object>(compute: (of: Of) => string): (of: Of) => string {
  const known = new WeakMap<Of, string>()
  return (of) => {
    const key = known.get(of) ?? compute(of)
    known.set(of, key)
    return key
  }
}

/** Which segment it is, for caches. */
export function identify(segment: Segment): string {
  const keys = axesOf(segment).map((axis) => segment.keys.get(axis) ?? null)
  return JSON.stringify([statementKey(segment), keys, segment.time?.index ?? null])
}

/** Where a segment stands in the answer to its question. */
export function partOf({ keys, time }: Segment, { axes }: Question): string {
  return JSON.stringify([...axes.map((axis) => keys.get(axis) ?? null), time?.index ?? 0])
}

export function partOfRow(row: PartRow, { axes }: Question): string {
  // As JSON would write it; most rows are of a series or of the whole.
  if (axes.length === 0) return `[${row.bucket}]`
  return JSON.stringify([...axes.map((_, i) => row[`d${i}`] ?? null), row.bucket])
}
