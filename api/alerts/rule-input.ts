/** A rule as it is given, checked and completed with its defaults; everything that is wrong with it at once. */
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { channelById } from '../deliveries/channels.ts'
import type { Control } from '../db/prisma.ts'
import { funnelById } from '../funnels/saved-funnels.ts'
import { withIsoDurations } from '../iso-durations.ts'
import type { Dimension, FilterInput } from '../schema.generated.ts'
import { parseAxis } from '../segment/axes.ts'
import { parseFilter } from '../segment/filters.ts'
import type { SiteRow } from '../sites/sites.queries.ts'
import { sloById } from '../slos/saved-slos.ts'
import { type UserError, checkLength } from '../user-errors.ts'
import { prepare } from './ask.ts'
import { type Definition, type DefinitionInput, type RuleKind, parseDefinition } from './definition.ts'
import { questionOf } from './questions.ts'
import { type AlertRule, ruleOf } from './rules.ts'

export type RuleFields = {
  name: string
  definition: DefinitionInput | { stored: Definition }
  where: FilterInput | { stored: Record<string, unknown> } | null
  split: Dimension | null
  splitKey: string | null
  severity: 'PAGE' | 'TICKET'
  times: number | null
  of: number | null
  minSample: number | null
  escalateAfterMs: number | null
  channels: readonly string[]
  escalationChannels: readonly string[]
}

/** As Prisma keeps it. */
export type RuleData = Pick<
  AlertRule,
  | 'name'
  | 'kind'
  | 'definition'
  | 'where'
  | 'split'
  | 'splitKey'
  | 'severity'
  | 'times'
  | 'of'
  | 'minSample'
  | 'escalateAfterMs'
  | 'channelIds'
  | 'escalationChannelIds'
>

export type Checking = { control: Control; site: SiteRow; schema: GraphQLSchema; now: number }

const MOST_TIMES = 60
const MOST_CHANNELS = 20
const ESCALATION_MS = { least: 60_000, most: 7 * 24 * 3_600_000 }

type Defaults = { times: number; of: number; minSample: number }
/** An SLO has its own patience and its own test for small numbers; one number of an operation has no count at first. */
const DEFAULTS: Record<RuleKind, Defaults> = {
  THRESHOLD: { times: 3, of: 5, minSample: 30 },
  BURN_RATE: { times: 1, of: 1, minSample: 0 },
  FUNNEL: { times: 3, of: 5, minSample: 30 },
  GRAPHQL: { times: 3, of: 5, minSample: 0 },
}
/** What takes a filter, and what can be split. */
const FILTERED: readonly RuleKind[] = ['THRESHOLD', 'FUNNEL']
const SPLIT: readonly RuleKind[] = ['THRESHOLD']

export async function checkRule(
  checking: Checking,
  fields: RuleFields,
): Promise<{ data: RuleData } | { mistakes: UserError[] }> {
  const mistakes = checkLength('name', fields.name, 100)
  const parsed =
    'stored' in fields.definition
      ? { definition: fields.definition.stored }
      : parseDefinition(fields.definition)
  if ('mistakes' in parsed) return { mistakes: [...mistakes, ...parsed.mistakes] }
  const { definition } = parsed
  const { kind } = definition
  const where = checkWhere(fields.where, mistakes)
  if (where !== null && !FILTERED.includes(kind))
    mistakes.push(wrong('where', `a rule of kind ${kind} takes no filter: put it into what it watches`))
  if (fields.split !== null && !SPLIT.includes(kind))
    mistakes.push(wrong('split', `a rule of kind ${kind} cannot be split: only THRESHOLD can`))
  if (fields.split !== null || fields.splitKey !== null) checkSplit(fields, mistakes)
  const [channelIds, escalationChannelIds] = await Promise.all([
    channelsIn(checking, 'channels', fields.channels, mistakes),
    channelsIn(checking, 'escalationChannels', fields.escalationChannels, mistakes),
  ])
  const data = {
    name: fields.name.trim(),
    kind,
    definition,
    where,
    split: fields.split,
    splitKey: fields.splitKey,
    severity: fields.severity,
    ...patienceIn(kind, fields, mistakes),
    channelIds,
    escalationChannelIds,
  }
  if (mistakes.length === 0) await checkWatched(checking, data, mistakes)
  return mistakes.length > 0 ? { mistakes } : { data }
}

function checkWhere(where: RuleFields['where'], mistakes: UserError[]): Record<string, unknown> | null {
  if (where === null) return null
  if ('stored' in where) return where.stored
  attempt('where', mistakes, () => parseFilter(where))
  return withIsoDurations(where)
}

function checkSplit({ split, splitKey }: RuleFields, mistakes: UserError[]): void {
  if (split === null) mistakes.push(wrong('splitKey', 'a rule without `split` takes no `splitKey`'))
  else attempt('split', mistakes, () => parseAxis(split, splitKey))
}

function patienceIn(kind: RuleKind, fields: RuleFields, mistakes: UserError[]) {
  const defaults = DEFAULTS[kind]
  const times = fields.times ?? Math.min(defaults.times, fields.of ?? MOST_TIMES)
  const of = fields.of ?? Math.max(defaults.of, times)
  const minSample = fields.minSample ?? defaults.minSample
  const { escalateAfterMs } = fields
  if (!(times >= 1 && times <= MOST_TIMES))
    mistakes.push(wrong('times', `${times} times: expected 1 to ${MOST_TIMES}`))
  if (!(of >= times && of <= MOST_TIMES))
    mistakes.push(wrong('of', `${times} of ${of} evaluations: expected ${times} to ${MOST_TIMES} of them`))
  if (kind === 'BURN_RATE' && (times !== 1 || of !== 1))
    mistakes.push(wrong('times', 'the rules of an SLO have windows of their own: leave out `times` and `of`'))
  if (!(minSample >= 0))
    mistakes.push(wrong('minSample', `a minimum of ${minSample} samples: expected 0 or more`))
  const { least, most } = ESCALATION_MS
  if (escalateAfterMs !== null && !(escalateAfterMs >= least && escalateAfterMs <= most))
    mistakes.push(wrong('escalateAfter', `an escalation after ${escalateAfterMs} ms: expected PT1M to P7D`))
  return { times, of, minSample, escalateAfterMs }
}

async function channelsIn(
  { control, site }: Checking,
  path: 'channels' | 'escalationChannels',
  ids: readonly string[],
  mistakes: UserError[],
): Promise<number[]> {
  if (ids.length > MOST_CHANNELS) {
    mistakes.push(wrong(path, `${ids.length} channels: give ${MOST_CHANNELS} at most`))
    return []
  }
  const found = await Promise.all(ids.map((id) => channelById(control, site, id)))
  found.forEach((channel, i) => {
    if (channel === null)
      mistakes.push({
        path: [path, String(i)],
        code: 'UNKNOWN',
        message: `this site has no channel "${ids[i]?.slice(0, 60)}"`,
      })
  })
  return [...new Set(found.flatMap((channel) => (channel === null ? [] : [channel.id])))]
}

/** That what it watches is there, and that its question can be asked. */
async function checkWatched(
  { control, site, schema, now }: Checking,
  data: RuleData,
  mistakes: UserError[],
): Promise<void> {
  const { definition } = data
  if (definition.kind === 'FUNNEL' && (await funnelById(control, site, definition.funnel)) === null)
    mistakes.push(unknown(['definition', 'funnel', 'funnel'], `funnel "${definition.funnel.slice(0, 60)}"`))
  if (definition.kind === 'BURN_RATE' && (await sloById(control, site, definition.slo)) === null)
    mistakes.push(unknown(['definition', 'burnRate', 'slo'], `SLO "${definition.slo.slice(0, 60)}"`))
  if (mistakes.length > 0) return
  const field = definition.kind === 'GRAPHQL' ? 'definition.graphql.query' : 'definition'
  attempt(field, mistakes, () => prepare(schema, questionOf(ruleOfData(site, data, now), now), now))
}

/** As a rule that was not saved yet. */
function ruleOfData(site: SiteRow, data: RuleData, now: number): AlertRule {
  const at = new Date(now)
  return ruleOf(site, {
    ...data,
    definition: data.definition as never,
    where: data.where as never,
    id: 0,
    siteId: site.id,
    enabled: true,
    version: 1,
    createdAt: at,
    updatedAt: at,
  })
}

function attempt(path: string, mistakes: UserError[], work: () => unknown): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    mistakes.push({ path: path.split('.'), code: 'INVALID', message: error.message })
  }
}

function wrong(path: string, message: string): UserError {
  return { path: [path], code: 'INVALID', message }
}

function unknown(path: string[], what: string): UserError {
  return { path, code: 'UNKNOWN', message: `this site has no ${what}` }
}
