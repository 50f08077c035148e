/** Random questions: a segment, split again and again, with figures at every level. */
import type { VitalName } from '../../sdk/wire/vitals.ts'
import type { Filter } from './naive-filter.ts'
import type { Random } from './random.ts'

export type Split =
  | {
      by: string
      top: number
      other: boolean
      orderBy?: { vital: VitalName; q: number; direction: 'ASC' | 'DESC' }
    }
  | { over: string }

export type Question = {
  from: number
  to: number
  where: Filter
  includeBots: boolean
  zone: string
  splits: Split[]
  vital: VitalName
  /** Whether whole sessions are asked about too, and the period before. */
  sessions: boolean
  compare: boolean
}

export const PERCENTS = [0, 50, 75, 95, 99, 100]

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const ZONES = ['UTC', 'Asia/Kolkata', 'Europe/Berlin', 'America/St_Johns']

const VITALS: (readonly [VitalName, number])[] = [
  ['LCP', 4],
  ['INP', 3],
  ['CLS', 3],
  ['FCP', 1],
  ['TTFB', 1],
  ['FID', 1],
  ['TBT', 1],
  ['LOAD', 2],
  ['ROUTE', 2],
]

const DIMENSIONS: (readonly [string, number])[] = [
  ['PAGE', 5],
  ['DEVICE', 4],
  ['COUNTRY', 4],
  ['BROWSER', 2],
  ['OS', 2],
  ['RELEASE', 3],
  ['ENVIRONMENT', 3],
  ['NAVIGATION_TYPE', 3],
  ['REGION', 1],
  ['BROWSER_VERSION', 1],
  ['CONNECTION', 1],
  ['LANGUAGE', 1],
  ['REFERRER', 1],
  ['ENTRY_PAGE', 1],
  ['UTM_SOURCE', 1],
  ['UTM_MEDIUM', 1],
  ['PAGE_GROUP', 2],
]

/** What a text may be compared with: values that occur, one that does not, and beginnings and middles of them. */
const TEXTS: Record<string, string[]> = {
  page: [
    '/',
    '/p/:id',
    '/cart',
    '/checkout/:step',
    '/it\'s "100 %" \\ tea',
    '/hilfe/größen',
    '/nowhere',
    '/p',
  ],
  country: ['DE', 'US', 'IN', 'FR', 'XK'],
  browser: ['Chrome', 'Safari', 'Firefox', 'chrome', 'a'],
  browserVersion: ['150', '18', '17', '1'],
  os: ['Windows', 'iOS', 'Linux', 'i'],
  release: ['web@4.1.0', 'web@4.2.0', 'web@4.2.1', 'web@4.2', '%'],
  environment: ['production', 'staging', 'test', ''],
  connection: ['4g', '3g', 'g'],
  language: ['de-DE', 'de', 'en'],
  referrer: ['www.google.com', 'news.example', 'example'],
  entryPage: ['/', '/p/:id', '/cart', '_'],
  utmSource: ['mail', 'ads'],
  utmMedium: ['email', 'cpc'],
}

const ROLLED_UP = ['page', 'country', 'browser', 'os', 'release', 'environment', 'device', 'navigationType']
const SESSION_ONLY = [
  'browserVersion',
  'connection',
  'language',
  'referrer',
  'entryPage',
  'utmSource',
  'utmMedium',
]
const FLAGS = { 'new-checkout': ['on', 'off'], theme: ['dark', 'light'], unseen: ['x'] }
const DEVICES = ['DESKTOP', 'MOBILE', 'TABLET', 'OTHER']
const NAVIGATIONS = ['HARD', 'SOFT', 'BFCACHE', 'PRERENDER', 'SCREEN']

export function aQuestion(random: Random, now: number): Question {
  const depth = random.weighted([
    [0, 4],
    [1, 4],
    [2, 3],
    [3, 2],
  ])
  const splits: Split[] = []
  const { from, to } = aRange(random, now)
  const zone = random.pick(ZONES)
  for (let i = 0; i < depth; i++) splits.push(aSplit(random, splits, to - from))
  return {
    from,
    to,
    zone,
    splits,
    where: random.chance(0.25) ? {} : aFilter(random, 0),
    includeBots: random.chance(0.1),
    vital: random.weighted(VITALS),
    sessions: random.chance(0.3),
    compare: zone === 'UTC' && random.chance(0.5),
  }
}

function aRange(random: Random, now: number): { from: number; to: number } {
  const length = random.weighted([
    [random.int(1, 120) * MINUTE, 1],
    [random.int(2, 40) * HOUR, 3],
    [random.int(1, 6) * DAY, 4],
  ])
  const grid = random.weighted([
    [DAY, 3],
    [HOUR, 3],
    [MINUTE, 1],
    [1, 3],
  ])
  const from = Math.floor((now - random.int(0, 5 * DAY) - length / 2) / grid) * grid
  return { from, to: Math.max(from + 1, Math.ceil((from + length) / grid) * grid) }
}

function aSplit(random: Random, outer: readonly Split[], length: number): Split {
  if (random.chance(0.4)) {
    const intervals = [
      ...(length <= 3 * HOUR ? ['MINUTE', 'FIVE_MINUTES'] : []),
      ...(length <= 12 * HOUR ? ['QUARTER_HOUR'] : []),
      ...(length <= 2 * DAY || outer.length < 2 ? ['HOUR'] : []),
      'DAY',
      'DAY',
      'WEEK',
      'MONTH',
    ]
    return { over: random.pick(intervals) }
  }
  const taken = new Set(outer.map((split) => ('by' in split ? split.by : '')))
  const by = random.weighted(DIMENSIONS.filter(([name]) => !taken.has(name)))
  const split = { by, top: random.int(1, outer.length === 0 ? 9 : 3), other: random.chance(0.6) }
  if (!random.chance(0.2)) return split
  const direction = random.pick(['ASC', 'DESC'] as const)
  return { ...split, orderBy: { vital: random.pick(['LCP', 'CLS', 'INP'] as const), q: 0.75, direction } }
}

function aFilter(random: Random, depth: number): Filter {
  const field = aField(random)
  const filter: Filter = { ...field }
  if (random.chance(0.3)) Object.assign(filter, aField(random))
  if (depth >= 3) return filter
  if (random.chance(0.2)) filter['and'] = several(random, depth)
  if (random.chance(0.2)) filter['or'] = random.chance(0.05) ? [] : several(random, depth)
  if (random.chance(0.2)) filter['not'] = aFilter(random, depth + 1)
  return random.chance(0.15) ? { not: filter } : filter
}

function several(random: Random, depth: number): Filter[] {
  return Array.from({ length: random.int(1, 3) }, () => aFilter(random, depth + 1))
}

function aField(random: Random): Filter {
  if (random.chance(0.08)) {
    const key = random.pick(['new-checkout', 'theme', 'unseen'] as const)
    const variants = FLAGS[key]
    return {
      flag: random.pick([
        { key },
        { key, eq: random.pick(variants) },
        { key, in: variants },
        { key, exists: random.chance(0.5) },
      ]),
    }
  }
  if (random.chance(0.05)) {
    return { attribute: { key: 'plan', ...aComparison(random, ['free', 'pro', 'team', 'gold']) } }
  }
  if (random.chance(0.1)) return { session: aSessionFilter(random) }
  const name = random.chance(0.8) ? random.pick(ROLLED_UP) : random.pick(SESSION_ONLY)
  if (name === 'device') return { device: aChoice(random, DEVICES, true) }
  if (name === 'navigationType') return { navigationType: aChoice(random, NAVIGATIONS, false) }
  return { [name]: aComparison(random, TEXTS[name] ?? []) }
}

/** What a session was like, or had in it. */
function aSessionFilter(random: Random): Filter {
  const least = random.int(0, 4)
  return random.pick<Filter>([
    { has: aPredicate(random) },
    { has: aPredicate(random) },
    { hasNot: aPredicate(random) },
    { has: aPredicate(random), hasNot: aPredicate(random) },
    { views: { min: least, max: least + 2 } },
    { errors: { min: 1 } },
    { interactions: { max: 1 } },
    { frustrations: { min: 1 } },
    { bounced: random.chance(0.5) },
  ])
}

function aPredicate(random: Random): Filter {
  const what = random.pick<Filter>([
    { page: aComparison(random, TEXTS['page'] ?? []) },
    { action: { kind: random.pick(['CLICK', 'RAGE_CLICK']) } },
    { error: random.pick([{}, { handled: random.chance(0.5) }]) },
    { event: random.pick(['paid', 'never']) },
    {
      vital: {
        metric: random.pick(['LCP', 'CLS', 'TBT']),
        rating: random.pick(['GOOD', 'NEEDS_IMPROVEMENT', 'POOR']),
      },
    },
  ])
  if (!random.chance(0.3)) return what
  return { ...what, where: { device: aChoice(random, DEVICES, true) } }
}

function aComparison(random: Random, texts: readonly string[]): Filter {
  const text = random.pick(texts)
  const some = texts.filter(() => random.chance(0.5))
  return random.pick([
    { eq: text },
    { in: some },
    { notIn: some },
    { prefix: text.slice(0, 3) },
    { contains: text.slice(-2) },
    { exists: random.chance(0.5) },
    { notIn: some, exists: true },
    { prefix: text.slice(0, 1), notIn: [text] },
  ])
}

function aChoice(random: Random, values: readonly string[], exists: boolean): Filter {
  const some = values.filter(() => random.chance(0.5))
  return random.pick([
    { eq: random.pick(values) },
    { in: some },
    { notIn: some },
    ...(exists ? [{ exists: random.chance(0.8) }] : []),
  ])
}

/** Several questions as one operation, each under an alias of its own. */
export function asOperation(questions: readonly Question[]): {
  query: string
  variables: Record<string, unknown>
} {
  const declared = questions
    .map((_, i) => `$r${i}: RangeInput!, $w${i}: FilterInput, $b${i}: Boolean`)
    .join(', ')
  const asked = questions.map(
    (question, i) =>
      `q${i}: segment(range: $r${i}, where: $w${i}, includeBots: $b${i}) { ${selection(question, 0)} }`,
  )
  const variables = Object.fromEntries(
    questions.flatMap(({ from, to, where, includeBots }, i) => [
      [`r${i}`, { from: new Date(from).toISOString(), to: new Date(to).toISOString() }],
      [`w${i}`, where],
      [`b${i}`, includeBots],
    ]),
  )
  return { query: `query (${declared}) { site(id: "test") { ${asked.join('\n')} } }`, variables }
}

const RATE = '{ value low high count total }'
const SESSION_FIELDS = `visitors bounceRate ${RATE} engagementRate ${RATE} frustrationRate ${RATE}
  crashFreeSessions ${RATE}
  sessionDuration { count percentiles(q: [${PERCENTS.map((percent) => percent / 100).join(', ')}]) { value } }`

function comparison({ vital }: Question): string {
  return `compare(to: PREVIOUS_PERIOD) { views { value baseline difference }
    vital(metric: ${vital}) { value baseline low high } }`
}

function selection(question: Question, level: number): string {
  const figures = `views sessionCount vital(metric: ${question.vital}) { count estimatedCount mean min max
    percentiles(q: [${PERCENTS.map((percent) => percent / 100).join(', ')}]) { value low high count }
    shares { good needsImprovement poor goodCount needsImprovementCount poorCount } }
    ${question.sessions ? SESSION_FIELDS : ''} ${question.compare && level === 0 ? comparison(question) : ''}`
  const split = question.splits[level]
  if (split === undefined) return figures
  const inner = `segment { ${selection(question, level + 1)} }`
  if ('over' in split) return `${figures} over(interval: ${split.over}) { start end ${inner} }`
  const { by, top, other, orderBy } = split
  const order =
    orderBy === undefined
      ? ''
      : `, orderBy: { vital: ${orderBy.vital}, q: ${orderBy.q}, direction: ${orderBy.direction} }`
  return `${figures} by(dimension: ${by}, top: ${top}, other: ${other}${order}) { key other ${inner} }`
}
