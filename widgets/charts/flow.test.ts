import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildFlow } from './flow.ts'

const frame = { width: 300, height: 100, nodeWidth: 10, labelHeight: 10, gap: 5 }

test('columns share the width, and nodes stand below each other under their labels on one scale', () => {
  const { nodes, columnWidth } = buildFlow(
    [
      { id: 'a', step: 0, count: 60 },
      { id: 'b', step: 1, count: 40 },
      { id: 'c', step: 1, count: 20 },
      { id: 'd', step: 2, count: 10 },
    ],
    [],
    frame,
  )
  expect(columnWidth).toBe(100)
  // Two nodes leave 100 − 2 × 10 − 5 px for 60 sessions.
  expect(nodes).toEqual([
    { id: 'a', column: 0, x: 0, y: 10, height: 75 },
    { id: 'b', column: 1, x: 100, y: 10, height: 50 },
    { id: 'c', column: 1, x: 100, y: 75, height: 25 },
    { id: 'd', column: 2, x: 200, y: 10, height: 12.5 },
  ])
})

test('steps before a page are columns too, the earliest first', () => {
  const nodes = [0, -1, -2].map((step) => ({ id: String(step), step, count: 1 }))
  expect(buildFlow(nodes, [], frame).nodes.map(({ id, column }) => [id, column])).toEqual([
    ['-2', 0],
    ['-1', 1],
    ['0', 2],
  ])
})

test('ribbons leave and arrive one below the other, without crossing at their node', () => {
  const { links } = buildFlow(
    [
      { id: 'a', step: 0, count: 80 },
      { id: 'b', step: 1, count: 50 },
      { id: 'c', step: 1, count: 25 },
    ],
    [
      { source: 'a', target: 'c', count: 20 },
      { source: 'a', target: 'b', count: 40 },
    ],
    frame,
  )
  expect(links.map(({ target, path }) => [target, path])).toEqual([
    ['c', 'M10 50C80 50 80 75 150 75V95C80 95 80 70 10 70Z'],
    ['b', 'M10 10C80 10 80 10 150 10V50C80 50 80 50 10 50Z'],
  ])
})

test('without sessions nothing has a height, and links to nodes that are not there are left out', () => {
  expect(buildFlow([], [], frame)).toEqual({ nodes: [], links: [], columnWidth: 300 })
  const { nodes, links } = buildFlow(
    [{ id: 'a', step: 0, count: 0 }],
    [{ source: 'a', target: 'x', count: 1 }],
    frame,
  )
  expect(nodes[0]?.height).toBe(0)
  expect(links).toEqual([])
})

test('no node leaves the frame or touches the one below it', () => {
  const aNode = fc.record({ step: fc.nat(3), count: fc.nat(1000) })
  fc.assert(
    fc.property(fc.array(aNode, { minLength: 1, maxLength: 16 }), (given) => {
      const nodes = given.map((node, index) => ({ ...node, id: String(index) }))
      const { nodes: placed } = buildFlow(nodes, [], { ...frame, height: 400 })
      for (const [index, { column, y, height }] of placed.entries()) {
        expect(y + height).toBeLessThanOrEqual(400 + 1e-6)
        const below = placed.slice(index + 1).find((node) => node.column === column)
        if (below !== undefined) expect(below.y).toBeGreaterThanOrEqual(y + height + 15 - 1e-6)
      }
    }),
  )
})
