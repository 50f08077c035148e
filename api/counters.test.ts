import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROBLEMS } from './collect/problems.ts'
import { countStatements, createCounters } from './counters.ts'
import { CAPS } from './limits/caps.ts'
import { METRICS } from './metrics.ts'

test('metrics are told with their meaning and type, by label, and not before there is something to tell', () => {
  const counters = createCounters()
  expect(counters.text()).toBe('')
  counters.add('sightline_batches_refused_total', 1, { code: 'too_large' })
  counters.add('sightline_batches_refused_total', 2, { code: 'queue_full' })
  counters.add('sightline_batches_refused_total', 1, { code: 'too_large' })
  let depth: number | null = null
  counters.gauge('sightline_queue_jobs', () => depth)
  expect(counters.text().split('\n')).toEqual([
    `# HELP sightline_batches_refused_total ${METRICS.sightline_batches_refused_total.meaning}`,
    '# TYPE sightline_batches_refused_total counter',
    'sightline_batches_refused_total{code="queue_full"} 2',
    'sightline_batches_refused_total{code="too_large"} 2',
    '',
  ])
  depth = 0
  expect(counters.text()).toContain('# TYPE sightline_queue_jobs gauge\nsightline_queue_jobs 0\n')
})

test('statements are counted by their name', () => {
  const counters = createCounters()
  const count = countStatements(counters)
  count({ name: 'usage.loss', rows: 1, ms: 250 })
  count({ name: 'usage.loss', rows: 1, ms: 250 })
  expect(counters.text()).toContain('sightline_sql_seconds_total{statement="usage.loss"} 0.5\n')
  expect(counters.text()).toContain('sightline_sql_statements_total{statement="usage.loss"} 2\n')
})

test('docs/operations.md lists every metric as the table has it', () => {
  const rows = readFileSync('docs/operations.md', 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, name]) => name?.startsWith('`sightline_') === true)
  expect(rows.map((cells) => cells.slice(1, -1))).toEqual(
    Object.entries(METRICS).map(([name, { type, of, meaning }]) => [`\`${name}\``, type, of, meaning]),
  )
})

test('docs/operations.md lists every limit that is refused with 429 or 503', () => {
  const text = readFileSync('docs/operations.md', 'utf8')
  const limits = Object.entries(PROBLEMS).filter(([, { status }]) => [429, 503].includes(status))
  for (const [code, { status }] of limits) expect(text).toMatch(new RegExp(`\\| \`${code}\` +\\| ${status} `))
  for (const [what, { most }] of Object.entries(CAPS))
    expect(text).toMatch(new RegExp(`\\| \`${what}\`.*\\| ${most.toLocaleString('en')}\\b`))
})
