/** SLOs as OpenSLO v1. What was imported is written as it was; what is Sightline's own goes where others look past it. */
import { stringify } from 'yaml'
import { lengthDays } from '../windows.ts'
import { inputText, type Slo } from '../saved-slos.ts'
import { API_VERSION, type Metadata } from './documents.ts'
import { parseShorthand, shorthandMs, toShorthand } from './durations.ts'
import { type Described, type Extras, PRESET_ANNOTATION, nameOf, slugOf } from './extras.ts'
import { SOURCE_TYPE } from './read-indicator.ts'

const DAY_MS = 86_400_000

/** The documents of the services, each once, and then those of the SLOs. */
export function writeOpenSlo(slos: readonly Slo[]): string {
  const services = new Map<string, object>()
  for (const { openSlo } of slos) {
    const { serviceDocument } = openSlo as Extras
    if (serviceDocument !== undefined)
      services.set(serviceDocument.metadata.name, objectOf('Service', serviceDocument, {}))
  }
  return [...services.values(), ...slos.map(sloDocument)]
    .map((document) => stringify(document, { lineWidth: 0 }))
    .join('---\n')
}

function objectOf(kind: string, { metadata, description }: Described, spec: object): object {
  return {
    apiVersion: API_VERSION,
    kind,
    metadata,
    spec: { ...(description === undefined ? {} : { description }), ...spec },
  }
}

function sloDocument(slo: Slo): object {
  const extras = slo.openSlo as Extras
  const { description, definition } = slo
  return {
    apiVersion: API_VERSION,
    kind: 'SLO',
    metadata: headOf(slo, extras),
    spec: {
      ...(description === null ? {} : { description }),
      service: extras.service ?? slo.site.slug,
      indicator: indicatorOf(slo, extras),
      timeWindow: [windowOf(slo, extras)],
      budgetingMethod: METHODS[definition.budgeting.method],
      objectives: [objectiveOf(slo, extras)],
      ...(definition.preset === null ? { alertPolicies: policiesOf(slo, extras) } : {}),
    },
  }
}

const METHODS = {
  OCCURRENCES: 'Occurrences',
  TIMESLICES: 'Timeslices',
  RATIO_TIMESLICES: 'RatioTimeslices',
} as const

/** The head that was imported, unless the SLO has another name or preset by now. */
function headOf({ name, definition: { preset } }: Slo, { metadata }: Extras): Metadata {
  const known: Metadata = metadata ?? { name: slugOf(name) }
  const head = nameOf(known) === name ? known : { ...known, displayName: name }
  const { [PRESET_ANNOTATION]: said, ...others } = head.annotations ?? {}
  const isSaid = preset === 'GOOGLE' ? said === 'GOOGLE' : preset !== null
  const annotations = isSaid ? { ...others, [PRESET_ANNOTATION]: preset } : others
  if (head.annotations === undefined && !isSaid) return head
  return { ...head, annotations }
}

function indicatorOf({ name, input }: Slo, { indicator }: Extras): object {
  const { metadata = { name: slugOf(name) }, description } = indicator ?? {}
  const spec = {
    indicator: inOrder(input.indicator),
    ...(input.where ? { where: inOrder(input.where) } : {}),
    ...(input.fanOut ? { fanOut: inOrder(input.fanOut) } : {}),
  }
  return {
    metadata,
    spec: {
      ...(description === undefined ? {} : { description }),
      ratioMetric: { rawType: 'success', raw: { metricSource: { type: SOURCE_TYPE, spec } } },
    },
  }
}

/** As the input that it is, by the names of its fields but `kind` first: the database keeps no order. */
function inOrder(input: object): object {
  const place = (name: string) => (name === 'kind' ? '' : name)
  return JSON.parse(inputText(input), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (place(a) < place(b) ? -1 : 1)))
      : value,
  ) as object
}

const UNITS = { WEEK: '1w', MONTH: '1M', QUARTER: '1Q' } as const

function windowOf({ definition: { window } }: Slo, { duration }: Extras): object {
  if (window.kind === 'CALENDAR') {
    const calendar = { startTime: window.start.replace('T', ' '), timeZone: window.timeZone }
    return { duration: UNITS[window.unit], isRolling: false, calendar }
  }
  const ms = lengthDays(window) * DAY_MS
  const written = duration === undefined ? null : parseShorthand(duration)
  const isSame = written !== null && shorthandMs(written) === ms
  return { duration: isSame ? duration : `${window.days}d`, isRolling: true }
}

function objectiveOf({ definition: { objective, budgeting } }: Slo, { objective: extras }: Extras): object {
  const { displayName, op, percent } = extras ?? {}
  return {
    ...(displayName === undefined ? {} : { displayName }),
    ...(op === undefined ? {} : { op }),
    ...(percent === true
      ? { targetPercent: Number((objective * 100).toPrecision(12)) }
      : { target: objective }),
    ...(budgeting.method === 'TIMESLICES' ? { timeSliceTarget: budgeting.target } : {}),
    ...(budgeting.method === 'OCCURRENCES' ? {} : { timeSliceWindow: toShorthand(budgeting.widthMs) }),
  }
}

function policiesOf({ definition: { rules } }: Slo, { policies = {} }: Extras): object[] {
  return rules.map(({ name, severity, factor, longMs, shortMs }) => {
    const slug = slugOf(name)
    const head: Described = { metadata: { name: slug, ...(slug === name ? {} : { displayName: name }) } }
    const { condition, ...policy } = (Object.hasOwn(policies, name) ? policies[name] : undefined) ?? {
      ...head,
      condition: head,
    }
    const described = {
      severity: severity.toLowerCase(),
      condition: {
        kind: 'burnrate',
        op: 'gt',
        threshold: factor,
        lookbackWindow: toShorthand(longMs),
        alertAfter: toShorthand(shortMs),
      },
    }
    return inside('AlertPolicy', policy, {
      alertWhenNoData: false,
      alertWhenResolved: true,
      alertWhenBreaching: true,
      conditions: [inside('AlertCondition', condition, described)],
      notificationTargets: [],
    })
  })
}

/** Within another document there is no apiVersion. */
function inside(kind: string, { metadata, description }: Described, spec: object): object {
  return {
    kind,
    ...(metadata.name === '' ? {} : { metadata }),
    spec: { ...(description === undefined ? {} : { description }), ...spec },
  }
}
