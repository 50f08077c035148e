/** What flows from step to step: nodes in columns, their heights and the widths of the ribbons on one scale. */
export interface FlowNode {
  id: string
  step: number
  count: number
}

export interface FlowLink {
  source: string
  target: string
  count: number
}

export interface FlowFrame {
  /** In px. */
  width: number
  height: number
  nodeWidth: number
  /** Above each node, for what it is called. */
  labelHeight: number
  gap: number
}

export interface PlacedNode {
  id: string
  column: number
  x: number
  y: number
  height: number
}

export interface PlacedLink {
  source: string
  target: string
  /** Of a filled shape. */
  path: string
}

export interface Flow {
  nodes: PlacedNode[]
  links: PlacedLink[]
  columnWidth: number
}

/** In a column nodes stand in the order in which they come. Links leave and arrive in the order of their other ends. */
export function buildFlow(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  { width, height, nodeWidth, labelHeight, gap }: FlowFrame,
): Flow {
  const steps = [...new Set(nodes.map(({ step }) => step))].sort((a, b) => a - b)
  const columns = steps.map((step) => nodes.filter((node) => node.step === step))
  const columnWidth = width / Math.max(1, columns.length)
  const scale = Math.min(
    ...columns.map((column) => {
      const room = height - column.length * labelHeight - (column.length - 1) * gap
      const total = column.reduce((sum, { count }) => sum + count, 0)
      return total > 0 ? Math.max(0, room) / total : Infinity
    }),
  )
  const px = (count: number) => (Number.isFinite(scale) ? count * scale : 0)
  const placed = new Map<string, PlacedNode>()
  for (const [column, members] of columns.entries()) {
    let y = 0
    for (const { id, count } of members) {
      y += labelHeight
      placed.set(id, { id, column, x: column * columnWidth, y, height: px(count) })
      y += px(count) + gap
    }
  }
  const ends = links.flatMap((link) => {
    const [source, target] = [placed.get(link.source), placed.get(link.target)]
    return source === undefined || target === undefined ? [] : [{ link, source, target }]
  })
  const leavesAt = stacked(
    [...ends].sort((a, b) => a.target.y - b.target.y),
    ({ source }) => source,
    px,
  )
  const arrivesAt = stacked(
    [...ends].sort((a, b) => a.source.y - b.source.y),
    ({ target }) => target,
    px,
  )
  return {
    nodes: [...placed.values()],
    links: ends.map(({ link, source, target }) => ({
      source: source.id,
      target: target.id,
      path: ribbon({
        from: [source.x + nodeWidth, leavesAt.get(link) ?? source.y],
        to: [target.x, arrivesAt.get(link) ?? target.y],
        thickness: px(link.count),
      }),
    })),
    columnWidth,
  }
}

interface Ends {
  link: FlowLink
  source: PlacedNode
  target: PlacedNode
}

/** Where each link touches a node, one below the other from the node's top. */
function stacked(
  ends: readonly Ends[],
  nodeOf: (ends: Ends) => PlacedNode,
  px: (count: number) => number,
): Map<FlowLink, number> {
  const next = new Map<string, number>()
  return new Map(
    ends.map((end) => {
      const { id, y } = nodeOf(end)
      const at = next.get(id) ?? y
      next.set(id, at + px(end.link.count))
      return [end.link, at]
    }),
  )
}

interface Ribbon {
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
  thickness: number
}

function ribbon({ from: [x0, y0], to: [x1, y1], thickness }: Ribbon): string {
  const middle = (x0 + x1) / 2
  const [a, b, c, d] = [y0, y1, y1 + thickness, y0 + thickness].map(round)
  const [left, bend, right] = [x0, middle, x1].map(round)
  return `M${left} ${a}C${bend} ${a} ${bend} ${b} ${right} ${b}V${c}C${bend} ${c} ${bend} ${d} ${left} ${d}Z`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
