/** What was wrong in the made-up shop, what still is, and which of its rules say nothing. */
import type { Variant } from './made-up.ts'

const MINUTE = 60_000
const HOSTILE_NAME = '<img src=x onerror="window.hacked=1">'

export function alertsOf(variant: Variant, now: number) {
  if (variant === 'error') throw new Error('the database is away')
  if (variant === 'empty') return { nodes: [], edges: [], pageInfo: { hasNextPage: false } }
  const hostile = variant === 'hostile'
  const ago = (minutes: number | null) =>
    minutes === null ? null : new Date(now - minutes * MINUTE).toISOString()
  const alert = (
    id: number,
    [ruleName, state, severity]: [string, string, string],
    { dimension = null, key = null }: { dimension?: string | null; key?: string | null },
    {
      started,
      ended = null,
      endedBy = null,
    }: { started: number; ended?: number | null; endedBy?: string | null },
    { name, value, text }: { name: string; value: number; text: string },
  ) => ({
    id: `shop/alert/${id}`,
    ruleName: hostile ? HOSTILE_NAME : ruleName,
    severity,
    state,
    dimension,
    segment: dimension === null ? '' : JSON.stringify(hostile ? HOSTILE_NAME : key),
    startedAt: ago(started),
    escalatedAt: state === 'ESCALATED' ? ago(started - 30) : null,
    resolvedAt: ago(ended),
    endedBy,
    reading: {
      name,
      unit: 'ms',
      value,
      low: value * 0.96,
      high: value * 1.05,
      count: 1204,
      bound: 4000,
      side: 'ABOVE',
      window: 'PT15M',
      text: hostile ? HOSTILE_NAME : text,
    },
  })
  const lcp = {
    name: 'p75 of LCP',
    value: 4310,
    text: 'p75 of LCP is 4.31 s (4.14–4.52 s, 1,204 samples), above 4 s over 15 min',
  }
  const burn = {
    name: 'burn rate of Sessions without errors (fast)',
    value: 16.4,
    text: 'burn rate of Sessions without errors (fast) is 16.4, above 13.4 over 1 h',
  }
  return {
    nodes: [
      alert(
        9,
        ['Slow shelves', 'RESOLVED', 'TICKET'],
        {},
        { started: 90, ended: 61, endedBy: 'RULE_CHANGED' },
        lcp,
      ),
      alert(8, ['Error budget', 'ESCALATED', 'PAGE'], {}, { started: 134 }, burn),
      alert(
        7,
        ['LCP by country', 'FIRING', 'TICKET'],
        { dimension: 'COUNTRY', key: 'BR' },
        { started: 212 },
        lcp,
      ),
      alert(
        6,
        ['LCP by country', 'RESOLVED', 'TICKET'],
        { dimension: 'COUNTRY', key: null },
        { started: 2000, ended: 1900, endedBy: 'RECOVERED' },
        lcp,
      ),
    ],
    edges: [],
    pageInfo: { hasNextPage: false },
  }
}

export function alertRulesOf(variant: Variant) {
  const rule = (
    name: string,
    split: string | null,
    frozen: string | null,
    problem: string | null = null,
  ) => ({
    name: variant === 'hostile' ? HOSTILE_NAME : name,
    enabled: true,
    split,
    problem,
    states: [{ segment: split === null ? '' : '"IN"', phase: 'OK', frozen }],
  })
  if (variant === 'empty') return []
  return [
    rule('Error budget', null, null),
    rule('LCP by country', 'COUNTRY', 'THIN'),
    rule('Checkout funnel', null, 'UNANSWERED', 'the funnel "checkout" was deleted'),
  ]
}
