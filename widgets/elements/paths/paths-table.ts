/** The flow as a table and as a file: a row for each way from a page to the next, and for those who go no further. */
import type { TemplateResult } from 'lit'
import { formatCount, formatShare } from '../../format/number.ts'
import { dataTable } from '../base/data-table.ts'
import { pageName } from './path-words.ts'
import type { PathsFound } from './paths.query.ts'

interface Way {
  step: number
  from: string
  to: string
  count: number
  of: number
}

function waysOf({ nodes, links }: PathsFound): Way[] {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]))
  return nodes.flatMap((node) => {
    const way = (to: string, count: number) => ({
      step: node.step,
      from: pageName(node),
      to,
      count,
      of: node.count,
    })
    const next = links
      .filter(({ source }) => source === node.id)
      .flatMap(({ target, count }) => {
        const to = nodeOf.get(target)
        return to === undefined ? [] : [way(pageName(to), count)]
      })
    return node.ended > 0 ? [...next, way('goes no further', node.ended)] : next
  })
}

export function pathsTable(
  found: PathsFound,
  locale: string,
  isOpen: boolean,
  onToggle: (isOpen: boolean) => void,
): TemplateResult {
  const ways = waysOf(found)
  return dataTable(
    {
      caption: 'Ways from page to page',
      columns: ['From', 'To', 'Step', 'Sessions', 'Of those there'],
      rows: ways.map(({ step, from, to, count, of }) => [
        from,
        to,
        formatCount(step, locale),
        formatCount(count, locale),
        formatShare(of > 0 ? count / of : null, locale),
      ]),
      csv: () => ({
        name: 'paths',
        columns: ['step', 'from', 'to', 'sessions', 'of'],
        rows: ways.map(({ step, from, to, count, of }) => [step, from, to, count, of]),
      }),
    },
    isOpen,
    onToggle,
  )
}
