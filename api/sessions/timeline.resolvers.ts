/** The entries of a timeline: each kind reads its fields off one row. */
import type { NavigationType, Resolvers } from '../schema.generated.ts'
import { populationOf } from '../segment/populations.ts'
import { detail, number, phases, text, vitalValues, yes } from './row-details.ts'
import { entryId } from './timeline-connection.ts'
import { type TimelineKind, type TimelineRow, kindOf } from './timeline.queries.ts'

const TYPES = {
  VIEW: 'ViewEntry',
  VITAL: 'VitalEntry',
  ERROR: 'ErrorEntry',
  REQUEST: 'RequestEntry',
  RESOURCE: 'ResourceEntry',
  ACTION: 'ActionEntry',
  FLAG: 'FlagEntry',
  LONG_TASK: 'LongTaskEntry',
  CUSTOM: 'CustomEntry',
  TRANSACTION: 'TransactionEntry',
  APP: 'AppEntry',
  CONSENT: 'ConsentEntry',
} as const satisfies Record<TimelineKind, string>

/** What every entry has. */
const entry = {
  id: entryId,
  at: (row: TimelineRow) => row.time,
  kind: kindOf,
  view: (row: TimelineRow) => row.view_id,
}

export const timelineResolvers: Resolvers = {
  TimelineEntry: { __resolveType: (row) => TYPES[kindOf(row)] },
  ViewEntry: {
    ...entry,
    page: (row) => row.page ?? '/',
    url: (row) => text(row, 'url') ?? '',
    title: (row) => text(row, 'title'),
    navigationType: (row): NavigationType => populationOf(row.navigation),
    load: (row) => row.duration,
    timing: (row) => phases(detail(row)['timing']),
  },
  VitalEntry: { ...entry, values: vitalValues },
  ErrorEntry: {
    ...entry,
    message: (row) => row.message ?? '',
    handled: (row) => row.handled ?? false,
    source: (row) => row.source ?? '',
    fingerprint: (row) => row.fingerprint ?? '',
    breadcrumbs: (row) => breadcrumbs(detail(row)['breadcrumbs']),
  },
  RequestEntry: {
    ...entry,
    method: (row) => row.name?.split(' ', 1)[0] ?? '',
    url: (row) => text(row, 'url') ?? '',
    status: (row) => row.value,
    duration: (row) => row.duration ?? 0,
    size: (row) => number(row, 'size'),
    failure: (row) => row.outcome,
    traceId: (row) => text(row, 'traceId'),
    spanId: (row) => text(row, 'spanId'),
    timing: (row) => phases(detail(row)['timing']),
  },
  ResourceEntry: {
    ...entry,
    url: (row) => text(row, 'url') ?? '',
    initiator: (row) => text(row, 'initiator'),
    duration: (row) => row.duration ?? 0,
    size: (row) => row.value,
    renderBlocking: (row) => yes(row, 'blocking'),
    thirdParty: (row) => yes(row, 'thirdParty'),
    failed: (row) => row.outcome !== null,
  },
  ActionEntry: {
    ...entry,
    action: (row) => row.name ?? '',
    target: (row) => text(row, 'target'),
    label: (row) => text(row, 'label'),
  },
  FlagEntry: {
    ...entry,
    key: (row) => row.name ?? '',
    variant: (row) => row.outcome ?? '',
    reason: (row) => text(row, 'reason'),
  },
  LongTaskEntry: {
    ...entry,
    duration: (row) => row.duration ?? 0,
    blocking: (row) => row.value,
    script: (row) => text(row, 'script'),
    thirdParty: (row) => yes(row, 'thirdParty'),
  },
  CustomEntry: {
    ...entry,
    name: (row) => row.name ?? '',
    attributes: (row) => attributes(detail(row)['attributes']),
  },
  TransactionEntry: {
    ...entry,
    name: (row) => row.name ?? '',
    outcome: (row) => row.outcome ?? '',
    duration: (row) => row.duration ?? 0,
  },
  AppEntry: {
    ...entry,
    event: (row) => row.name ?? '',
    reason: (row) => text(row, 'message'),
    stack: (row) => text(row, 'stack'),
  },
  ConsentEntry: {
    ...entry,
    state: (row) => row.outcome ?? '',
    scope: (row) => {
      const { scope } = detail(row)
      return Array.isArray(scope) ? scope.map(String) : []
    },
  },
}

function breadcrumbs(value: unknown) {
  if (!Array.isArray(value)) return []
  return value.map((crumb: { at: number; kind: string; text?: string }) => ({
    at: new Date(crumb.at),
    kind: crumb.kind,
    text: crumb.text ?? null,
  }))
}

function attributes(value: unknown) {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([key, item]) => ({ key, value: item === null ? null : String(item) }))
}
