import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { executableSchema } from '../../schema.ts'
import type { SloIndicatorInput } from '../../schema.generated.ts'
import { type DefinitionInput, storedDefinition } from '../definition.ts'
import type { Slo } from '../saved-slos.ts'
import { inputTypes, readFile } from './import-slos.ts'
import { parseIndicatorText } from './indicator-text.ts'
import type { ReadSlo } from './read-slo.ts'
import { writeOpenSlo } from './write-document.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const types = inputTypes(executableSchema())

const read = (yaml: string, replacements: Record<string, SloIndicatorInput> = {}) =>
  readFile(yaml, { types, replacements: new Map(Object.entries(replacements)) })
const mistakesOf = (yaml: string) =>
  read(yaml).mistakes.map(({ line, column, message }) => `${line}:${column} ${message}`)

/** As it would be saved. */
function savedAs({ name, description, definition, extras }: ReadSlo): Slo {
  return {
    id: 1,
    site: { id: 1, slug: 'test', name: 'Test', origins: [], timeZone: 'UTC' },
    name,
    description,
    input: definition,
    definition: storedDefinition(definition),
    openSlo: extras,
    createdAt: new Date(0),
    updatedAt: new Date(0),
  }
}

const OWN = `apiVersion: openslo/v1
kind: Service
metadata:
  name: storefront
  displayName: The storefront
  labels:
    team: web
spec:
  description: What customers see.
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: fast-pages
  displayName: Pages are fast
  annotations:
    example.com/owner: web
spec:
  description: Most pages show their largest part in time.
  service: storefront
  indicator:
    metadata:
      name: lcp
    spec:
      ratioMetric:
        rawType: success
        raw:
          metricSource:
            type: sightline
            spec:
              indicator:
                kind: VITAL
                metric: LCP
              where:
                session:
                  duration:
                    min: PT10S
              fanOut:
                dimension: COUNTRY
  timeWindow:
    - duration: 4w
      isRolling: true
  budgetingMethod: Timeslices
  objectives:
    - displayName: Good
      targetPercent: 99.5
      timeSliceTarget: 0.95
      timeSliceWindow: 5m
  alertPolicies:
    - kind: AlertPolicy
      metadata:
        name: quickly
        displayName: Burns quickly
      spec:
        description: Somebody gets up.
        alertWhenNoData: false
        alertWhenResolved: true
        alertWhenBreaching: true
        conditions:
          - kind: AlertCondition
            metadata:
              name: quickly-burning
            spec:
              severity: page
              condition:
                kind: burnrate
                op: gt
                threshold: 13.4
                lookbackWindow: 1h
                alertAfter: 5m
        notificationTargets: []
`

/** A document in the shape in which other systems are asked. */
const foreign = ({
  metric = `ratioMetric:
        good:
          metricSource:
            type: Prometheus
            spec:
              query: sum(good)
        total:
          metricSource:
            type: Prometheus
            spec:
              query: sum(all)`,
  window = '- duration: 2w\n      isRolling: true',
  method = 'Occurrences',
  objectives = '- displayName: Good\n      op: gt\n      target: 0.99',
  annotations = '',
} = {}) => `# A comment of somebody's.
apiVersion: openslo/v1
kind: SLO
metadata:
  name: basket${annotations}
spec:
  service: shop
  indicator:
    metadata:
      name: basket-answers
    spec:
      ${metric}
  timeWindow:
    ${window}
  budgetingMethod: ${method}
  objectives:
    ${objectives}
  alertPolicies: # none yet
`
const THRESHOLD = `thresholdMetric:
        metricSource:
          metricSourceRef: warehouse
          spec:
            query: SELECT 1`

describe('a file of our own', () => {
  test('is unchanged by a round trip', () => {
    const { slos, mistakes, notes } = read(OWN)
    expect([mistakes, notes]).toEqual([[], []])
    expect(slos.map(({ name }) => name)).toEqual(['Pages are fast'])
    expect(slos[0]?.definition).toEqual({
      objective: 0.995,
      indicator: { kind: 'VITAL', metric: 'LCP' },
      where: { session: { duration: { min: 10_000 } } },
      fanOut: { dimension: 'COUNTRY' },
      window: { days: 28 },
      budgeting: { method: 'TIMESLICES', target: 0.95, width: 5 * MINUTE },
      rules: [
        { name: 'Burns quickly', severity: 'PAGE', factor: 13.4, long: 60 * MINUTE, short: 5 * MINUTE },
      ],
    })
    expect(writeOpenSlo(slos.map(savedAs))).toBe(OWN)
  })

  test('has a service once, however many SLOs are of it', () => {
    const [, slo = ''] = OWN.split('---\n')
    const two = `${OWN}---\n${slo.replace('Pages are fast', 'Again').replace('fast-pages', 'again')}`
    expect(writeOpenSlo(read(two).slos.map(savedAs))).toBe(two)
  })

  test('tells the new name where an SLO was given one', () => {
    const [slo] = read(OWN).slos
    if (slo === undefined) throw new TypeError('no SLO')
    const text = writeOpenSlo([savedAs({ ...slo, name: 'Renamed' })])
    expect(read(text).slos[0]).toMatchObject({
      name: 'Renamed',
      extras: { metadata: { name: 'fast-pages' } },
    })
  })
})

const definitions = fc.record(
  {
    objective: fc.constantFrom(0.5, 0.75, 0.9, 0.999, 0.9995),
    indicator: fc.constantFrom<SloIndicatorInput>(
      { kind: 'VITAL', metric: 'LCP' },
      { kind: 'VITAL', metric: 'LOAD', threshold: 3000.5 },
      { kind: 'CRASH_FREE' },
      { kind: 'REQUESTS', slowerThan: 500, endpoint: 'POST /a:b' },
      { kind: 'PAGE_LOADS' },
      { kind: 'TRANSACTIONS', name: '- "quoted": #x' },
    ),
    where: fc.constantFrom({ page: { eq: 'null' } }, { not: { device: { in: ['MOBILE' as const] } } }),
    window: fc.constantFrom(
      { days: 28 },
      { days: 1 },
      { calendar: 'MONTH' as const, timeZone: 'Europe/Berlin', start: '2026-01-01T00:00:00' },
    ),
    budgeting: fc.constantFrom(
      { method: 'TIMESLICES' as const, target: 0.9, width: MINUTE },
      { method: 'RATIO_TIMESLICES' as const, width: DAY },
    ),
    fanOut: fc.constantFrom({ dimension: 'FLAG' as const, key: 'new' }, { dimension: 'PAGE' as const }),
    preset: fc.constantFrom('SLOTH' as const, 'OPENOBSERVE' as const),
  },
  { requiredKeys: ['objective', 'indicator', 'window'] },
)

test('whatever an SLO is, it comes back as it was', () => {
  fc.assert(
    fc.property(definitions, fc.string({ minLength: 1, maxLength: 60 }), (given, text) => {
      const name = text.trim() === '' ? 'x' : text.trim()
      const definition = given as DefinitionInput
      const slo = savedAs({ name, description: text, definition, extras: {}, at: null as never })
      const yaml = writeOpenSlo([slo])
      const { slos, mistakes } = read(yaml)
      if (text.trim() === '') return
      expect(mistakes).toEqual([])
      expect(slos).toMatchObject([{ name, description: text, definition }])
      expect(writeOpenSlo(slos.map(savedAs))).toBe(yaml)
    }),
    { numRuns: 200 },
  )
})

describe('a document that asks another system', () => {
  const instead: Record<string, SloIndicatorInput> = { 'basket-answers': { kind: 'REQUESTS' } }

  test('says where and how it needs to be told what to measure', () => {
    expect(mistakesOf(foreign())).toEqual([
      expect.stringMatching(
        /^13:9 "basket-answers" reads from Prometheus, which Sightline does not\. Say what to measure instead: `--indicator basket-answers=…` or the annotation sightline\.dev\/indicator, with VITAL:<metric>/,
      ),
    ])
  })

  test.each<[string, Parameters<typeof foreign>[0], object]>([
    ['occurrences', {}, { window: { days: 14 }, objective: 0.99 }],
    [
      'a threshold, which becomes that of what is measured',
      { metric: THRESHOLD, objectives: '- op: lte\n      value: 500\n      target: 0.9' },
      { indicator: { kind: 'REQUESTS', slowerThan: 500 } },
    ],
    [
      'slices',
      {
        method: 'Timeslices',
        objectives: '- target: 0.9\n      timeSliceTarget: 0.95\n      timeSliceWindow: 1m',
      },
      { budgeting: { method: 'TIMESLICES', target: 0.95, width: MINUTE } },
    ],
    [
      'the shares of slices, of so many minutes',
      { method: 'RatioTimeslices', objectives: '- target: 0.9\n      timeSliceWindow: 5' },
      { budgeting: { method: 'RATIO_TIMESLICES', width: 5 * MINUTE } },
    ],
    [
      'a calendar week',
      {
        window:
          '- duration: 1w\n      isRolling: false\n      calendar:\n        startTime: 2022-01-01 12:00:00\n        timeZone: America/New_York',
      },
      { window: { calendar: 'WEEK', timeZone: 'America/New_York', start: '2022-01-01T12:00:00' } },
    ],
  ])('imports with an indicator in its place: %s', (_, shape, expected) => {
    const { slos, mistakes, notes } = read(foreign(shape), instead)
    expect(mistakes).toEqual([])
    expect(slos[0]?.definition).toMatchObject(expected)
    expect(notes[0]?.message).toMatch(
      /^measures requests that did not fail instead of what (Prometheus|warehouse) would$/,
    )
    // From then on it is ours, and stays as it is.
    const yaml = writeOpenSlo(slos.map(savedAs))
    expect(writeOpenSlo(read(yaml).slos.map(savedAs))).toBe(yaml)
    expect(read(yaml).slos[0]?.definition).toEqual({
      ...slos[0]?.definition,
      indicator: { ...slos[0]?.definition.indicator },
    })
  })

  test('may say itself what to measure, by an annotation', () => {
    const annotations = '\n  annotations:\n    sightline.dev/indicator: VITAL:INP:300'
    const { slos } = read(foreign({ annotations }))
    expect(slos[0]?.definition.indicator).toEqual({ kind: 'VITAL', metric: 'INP', threshold: 300 })
    expect(mistakesOf(foreign({ annotations: annotations.replace('INP', 'XYZ') }))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/the annotation sightline\.dev\/indicator "VITAL:XYZ:300": expected/),
      ]),
    )
  })

  test('with two objectives becomes two SLOs, and a calendar minute is a month', () => {
    const yaml = foreign({
      method: 'Timeslices',
      window:
        '- duration: 1m\n      isRolling: false\n      calendar:\n        startTime: 2022-01-01 12:00:00\n        timeZone: America/New_York',
      objectives: ['Ours', 'Promised']
        .map(
          (name) =>
            `- displayName: ${name}\n      target: 0.99\n      timeSliceTarget: 0.9\n      timeSliceWindow: 1m`,
        )
        .join('\n    '),
    })
    const { slos, notes, mistakes } = read(yaml, instead)
    expect(mistakes).toEqual([])
    expect(slos.map(({ name }) => name)).toEqual(['basket: Ours', 'basket: Promised'])
    expect(notes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '13 measures requests that did not fail instead of what Prometheus would',
      '24 a calendar window of `1m`, a minute, is read as `1M`, a month',
      '31 becomes an SLO of its own, "basket: Ours"',
      '35 becomes an SLO of its own, "basket: Promised"',
    ])
    const again = writeOpenSlo(slos.map(savedAs))
    expect(read(again).slos.map(({ name }) => name)).toEqual(['basket: Ours', 'basket: Promised'])
  })

  test('may have its parts in documents of their own', () => {
    const [head = ''] = foreign().split('  indicator:')
    const yaml = `${head}  indicatorRef: answers
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
  alertPolicies:
    - alertPolicyRef: wake
---
apiVersion: openslo/v1
kind: SLI
metadata:
  name: answers
spec:
  ratioMetric:
    counter: true
    bad:
      metricSource:
        type: Datadog
        spec:
          query: sum:bad
    total:
      metricSource:
        type: Datadog
        spec:
          query: sum:all
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata:
  name: wake
spec:
  conditions:
    - conditionRef: burning
---
apiVersion: openslo/v1
kind: AlertCondition
metadata:
  name: burning
spec:
  severity: ticket
  condition:
    kind: burnrate
    threshold: 2
    lookbackWindow: 1d
`
    const { slos, mistakes } = read(yaml, { answers: { kind: 'PAGE_LOADS' } })
    expect(mistakes).toEqual([])
    expect(slos[0]?.definition).toMatchObject({
      indicator: { kind: 'PAGE_LOADS' },
      rules: [{ name: 'wake', severity: 'TICKET', factor: 2, long: DAY, short: 120 * MINUTE }],
    })
  })
})

describe('a mistake is told with its line, its column and what to write', () => {
  const changed = (from: string | RegExp, to: string) => OWN.replace(from, to)

  test.each<[string, string, RegExp]>([
    ['no YAML', 'a: [1', /^1:\d+ this is no YAML: /],
    ['too deep', '['.repeat(50_000), /^null:null the file nests too deep|this is no YAML/],
    ['nothing', '# empty', /^null:null the file has no document of kind SLO$/],
    ['a list', '- a', /^1:1 the document is no map: expected apiVersion, kind, metadata, spec$/],
    [
      'an old version',
      changed(/openslo\/v1\nkind: SLO/, 'openslo/v1alpha\nkind: SLO'),
      /^11:13 apiVersion "openslo\/v1alpha": expected openslo\/v1$/,
    ],
    [
      'another kind',
      changed('kind: SLO', 'kind: DataSource'),
      /^12:7 kind "DataSource" means nothing here: expected SLO, SLI/,
    ],
    [
      'an unknown field',
      changed('  budgetingMethod:', '  priority: 1\n  budgetingMethod:'),
      /^43:3 `priority` of the spec of an SLO means nothing to Sightline: leave it out\. It takes description,/,
    ],
    ['no target', changed('      targetPercent: 99.5\n', ''), /^45:7 the objective lacks `target`/],
    ['a target of 100 %', changed('99.5', '100'), /^45:7 an objective of 1: expected a share between/],
    [
      'an unknown method',
      changed('Timeslices', 'Sometimes'),
      /^43:20 budgetingMethod "Sometimes": expected Occurrences, Timeslices, RatioTimeslices$/,
    ],
    [
      'a rolling month',
      changed('4w', '1M'),
      /^41:17 a rolling window of "1M": expected whole days up to 90d, such as 28d or 4w$/,
    ],
    [
      'an unknown metric',
      changed('metric: LCP', 'metric: LCPS'),
      /^33:25 in `indicator`: Value "LCPS" does not exist in "VitalMetric" enum/,
    ],
    ['an unknown dimension', changed('COUNTRY', 'COUNTRIES'), /^39:28 in `fanOut`: Value "COUNTRIES"/],
    ['an unknown filter', changed('session:', 'sessions:'), /in `where`: Field "sessions" is not defined/],
    [
      'a rule that cannot fire',
      changed('13.4', '200'),
      /a factor of 200 can never be exceeded: .* The highest factor that leaves room is 160/,
    ],
    [
      'another operator',
      changed('op: gt', 'op: lte'),
      /`op: lte` cannot be: a rule burns above its threshold\. Write gt$/,
    ],
    [
      'no severity that we know',
      changed('severity: page', 'severity: sev1'),
      /severity "sev1": expected page or ticket$/,
    ],
    [
      'somebody to tell',
      changed('notificationTargets: []', 'notificationTargets:\n          - targetRef: me'),
      /whom to tell is said by alert rules/,
    ],
    [
      'what cannot be turned off',
      changed('alertWhenNoData: false', 'alertWhenNoData: true'),
      /`alertWhenNoData: true` cannot be: without data a rule is frozen/,
    ],
    [
      'a service that nobody uses',
      changed('service: storefront', 'service: other'),
      /^1:1 no SLO refers to the Service "storefront": leave it out$/,
    ],
    [
      'an indicator that is not there',
      changed(/ {2}indicator:\n[^]*?(?= {2}timeWindow)/, '  indicatorRef: gone\n'),
      /there is no SLI "gone" in the file: add its document$/,
    ],
    [
      'good and total apart',
      changed('rawType: success\n        raw:', 'good:'),
      /a source of type sightline counts good and total together/,
    ],
    [
      'an alias',
      changed('team: web', 'team: &a web\n    also: *a'),
      /an alias \(\*a\): write out what it stands for$/,
    ],
    [
      'a width that does not divide a day',
      changed('timeSliceWindow: 5m', 'timeSliceWindow: 7m'),
      /slices of 420000 ms: expected whole minutes that divide a day/,
    ],
  ])('%s', (_, yaml, expected) => {
    expect(mistakesOf(yaml)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]))
  })

  test('nothing that is read throws, whatever is cut out of a file', () => {
    const lines = OWN.split('\n')
    for (let i = 0; i < lines.length; i++) {
      expect(() => read(lines.toSpliced(i, 1).join('\n'))).not.toThrow()
      expect(() => read(lines.slice(0, i).join('\n'))).not.toThrow()
      expect(() =>
        read(lines.toSpliced(i, 1, (lines[i] ?? '').replace(/: .*/, ': [1, {a: b}]')).join('\n')),
      ).not.toThrow()
    }
  })
})

test.each<[string, SloIndicatorInput | null]>([
  ['VITAL:LCP', { kind: 'VITAL', metric: 'LCP' }],
  ['VITAL:CLS:0.05', { kind: 'VITAL', metric: 'CLS', threshold: 0.05 }],
  ['VITAL:XYZ', null],
  ['VITAL:LCP:fast', null],
  ['CRASH_FREE', { kind: 'CRASH_FREE' }],
  ['CRASH_FREE:1', null],
  ['PAGE_LOADS', { kind: 'PAGE_LOADS' }],
  ['REQUESTS', { kind: 'REQUESTS' }],
  ['REQUESTS:500', { kind: 'REQUESTS', slowerThan: 500 }],
  ['REQUESTS::POST api.example:8080/a/:id', { kind: 'REQUESTS', endpoint: 'POST api.example:8080/a/:id' }],
  ['TRANSACTIONS:a:b', { kind: 'TRANSACTIONS', name: 'a:b' }],
  ['TRANSACTIONS', null],
  ['', null],
])('the indicator "%s" is %o', (text, expected) => {
  expect(parseIndicatorText(text)).toEqual(expected)
})
