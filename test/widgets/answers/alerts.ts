/** What was wrong in the made-up shop, what still is, and which of its rules say nothing. */
import { NOW, type Variant } from './made-up.ts'
import { channelsOf } from './notices.ts'

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
    __typename: 'Alert',
    id: `shop/alert/${id}`,
    rule: () =>
      alertRulesOf(variant).find((rule) => rule.name === (hostile ? HOSTILE_NAME : ruleName)) ?? null,
    query: 'query ($site: ID!) { site(id: $site) { segment { vital(metric: LCP) { count } } } }',
    variables: '{"site":"shop"}',
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
  const at = new Date(NOW - MINUTE).toISOString()
  const rule = (
    id: number,
    [name, definition]: [string, { kind: string } & Record<string, unknown>],
    {
      split = null,
      frozen = null,
      problem = null,
    }: { split?: string | null; frozen?: string | null; problem?: string | null },
    text: string,
  ) => ({
    id: `shop/rule/${id}`,
    name: variant === 'hostile' ? HOSTILE_NAME : name,
    kind: definition.kind,
    severity: id === 1 ? 'PAGE' : 'TICKET',
    enabled: true,
    definition: JSON.stringify(definition),
    where: split === null ? null : '{"device":{"eq":"MOBILE"}}',
    split,
    splitKey: null,
    times: definition.kind === 'BURN_RATE' ? 1 : 3,
    of: definition.kind === 'BURN_RATE' ? 1 : 5,
    minSample: definition.kind === 'BURN_RATE' ? 0 : 30,
    escalateAfter: id === 1 ? 'PT30M' : null,
    channels: channelsOf(variant).slice(0, 1),
    escalationChannels: id === 1 ? channelsOf(variant).slice(1) : [],
    evaluatedUntil: at,
    problem: variant === 'hostile' && problem !== null ? HOSTILE_NAME : problem,
    states: [
      {
        segment: split === null ? '' : '"IN"',
        phase: id === 1 ? 'ESCALATED' : 'OK',
        since: new Date(NOW - 134 * MINUTE).toISOString(),
        at,
        frozen,
        reading: frozen === 'UNANSWERED' ? null : { text: variant === 'hostile' ? HOSTILE_NAME : text },
      },
    ],
  })
  if (variant === 'empty') return []
  const bounds = { side: 'ABOVE', bound: 4000, recovery: 4000, windowMs: 15 * MINUTE }
  return [
    rule(
      1,
      ['Error budget', { kind: 'BURN_RATE', slo: 'shop/slo/1', severity: null }],
      {},
      'burn rate of Sessions without errors (fast) is 16.4, above 13.4 over 1 h',
    ),
    rule(
      2,
      ['LCP by country', { kind: 'THRESHOLD', metric: 'VITAL_PERCENTILE', vital: 'LCP', q: 0.75, ...bounds }],
      { split: 'COUNTRY', frozen: 'THIN' },
      'p75 of LCP is 2.1 s (12 samples), above 4 s over 15 min',
    ),
    rule(
      3,
      [
        'Checkout funnel',
        { kind: 'FUNNEL', funnel: 'shop/funnel/9', ...bounds, side: 'BELOW', bound: 0.4, recovery: 0.4 },
      ],
      { frozen: 'UNANSWERED', problem: 'the funnel "checkout" was deleted' },
      '',
    ),
  ]
}
