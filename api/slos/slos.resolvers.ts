import { requireCaller } from '../context.ts'
import type { Resolvers } from '../schema.generated.ts'
import { ceilingOf, errorRatioOf } from './burn-rate.ts'
import { burnersOf, historyOf } from './history.ts'
import { describeIndicator } from './indicators.ts'
import { importSlos } from './open-slo/import-slos.ts'
import { writeOpenSlo } from './open-slo/write-document.ts'
import { predictionsOf, rulesOfGoal } from './predictions.ts'
import { createSlo, deleteSlo, idOfSlo, inputText, sloById, slosOf, updateSlo } from './saved-slos.ts'
import { remainingShare, statusOf } from './status.ts'

const MINUTE_MS = 60_000

export const slosResolvers: Resolvers = {
  Site: {
    slos: (site, _, { control }) => slosOf(control, site),
    slo: (site, { id }, { control }) => sloById(control, site, id),
    openSlo: async (site, _, { control }) => writeOpenSlo(await slosOf(control, site)),
  },
  Slo: {
    id: idOfSlo,
    objective: ({ definition }) => definition.objective,
    indicator: ({ definition }) => definition.indicator,
    where: ({ input }) => (input.where ? inputText(input.where) : null),
    window: ({ definition }) => definition.window,
    budgeting: ({ definition }) => definition.budgeting,
    fanOut: ({ input }) => (input.fanOut ? { key: null, ...input.fanOut } : null),
    preset: ({ definition }) => definition.preset,
    rules: ({ definition }) => rulesOfGoal(definition),
    openSlo: (slo) => writeOpenSlo([slo]),
    ceiling: ({ definition }) => ceilingOf(definition.objective),
    status: (slo, { at }, context) =>
      statusOf(slo, Math.floor((at?.getTime() ?? context.now) / MINUTE_MS) * MINUTE_MS, context),
    history: (slo, { interval, range }, context) =>
      historyOf(slo, { interval, range: range ?? null }, context),
    burners: (slo, { top, range }, context) =>
      burnersOf(slo, { top: top ?? 5, range: range ?? null }, context),
  },
  SloIndicator: {
    description: describeIndicator,
    metric: (indicator) => ('metric' in indicator ? indicator.metric : null),
    threshold: (indicator) => ('threshold' in indicator ? indicator.threshold : null),
    slowerThan: (indicator) => ('slowerThan' in indicator ? indicator.slowerThan : null),
    endpoint: (indicator) => ('endpoint' in indicator ? indicator.endpoint : null),
    name: (indicator) => ('name' in indicator ? indicator.name : null),
  },
  SloWindow: {
    days: (window) => (window.kind === 'ROLLING' ? window.days : null),
    calendar: (window) => (window.kind === 'CALENDAR' ? window.unit : null),
    timeZone: (window) => (window.kind === 'CALENDAR' ? window.timeZone : null),
    start: (window) => (window.kind === 'CALENDAR' ? window.start : null),
  },
  SloBudgeting: {
    target: (budgeting) => (budgeting.method === 'TIMESLICES' ? budgeting.target : null),
    width: (budgeting) => (budgeting.method === 'OCCURRENCES' ? null : budgeting.widthMs),
  },
  BurnRateRule: {
    name: ({ rule }) => rule.name,
    severity: ({ rule }) => rule.severity,
    long: ({ rule }) => rule.longMs,
    short: ({ rule }) => rule.shortMs,
    factor: ({ rule }) => rule.factor,
    budgetShare: ({ rule }) => rule.budgetShare,
    errorRatio: ({ rule, objective }) => errorRatioOf(rule, objective),
    predictions: predictionsOf,
  },
  SloStatus: {
    at: ({ at }) => new Date(at),
    start: ({ window }) => new Date(window.from),
    end: ({ window }) => new Date(window.to),
    exhaustedAt: ({ exhaustedAt }) => (exhaustedAt === null ? null : new Date(exhaustedAt)),
    watermark: ({ watermark }) => (watermark === null ? null : new Date(watermark)),
  },
  SloBudget: {
    remaining: ({ total, consumed }) => total - consumed,
    consumedShare: ({ total, consumed }) => consumed / total,
    remainingShare,
  },
  SloPoint: {
    start: ({ start }) => new Date(start),
    end: ({ end }) => new Date(end),
  },
  Mutation: {
    createSlo: (_, { input: { description, dryRun, ...input } }, context) =>
      createSlo(context.control, requireCaller(context), {
        ...input,
        description: description ?? null,
        dryRun: dryRun ?? false,
      }),
    updateSlo: (_, { input: { id, name, description, definition } }, context) =>
      updateSlo(context.control, requireCaller(context), {
        id,
        name: name ?? null,
        description,
        definition: definition ?? null,
      }),
    importSlos: (_, { input }, context, { schema }) =>
      importSlos({ control: context.control, caller: requireCaller(context), schema }, input),
    deleteSlo: (_, { id }, context) => deleteSlo(context.control, requireCaller(context), id),
  },
}
