import { connection, pageSize } from '../connection.ts'
import { type Context, requireCaller } from '../context.ts'
import { userError } from '../problem.ts'
import type { AlertSeverity, Resolvers } from '../schema.generated.ts'
import { siteBySlug, visibleSites } from '../sites/sites.queries.ts'
import { alertsOf, cursorOfAlert, heldNoticesOf, idOfAlert } from './alerts.queries.ts'
import { ruleById } from './saved-rules.ts'
import {
  createSilence,
  createWindow,
  deleteWindow,
  endSilence,
  silencesOf,
  windowsOf,
} from './saved-silences.ts'
import { type AlertEvent, watchAlerts } from './watch-alerts.ts'

const MOST_ALERTS = 200

export const alertsResolvers: Resolvers = {
  Site: {
    alerts: async (site, { state, first, after }, { db }) => {
      const size = pageSize(first ?? 50, MOST_ALERTS)
      const rows = await alertsOf(db, site, { first: size, after: after ?? null, state: state ?? null })
      return connection(rows.slice(0, size), { hasNextPage: rows.length > size, after }, cursorOfAlert)
    },
    silences: (site, _, { control, now }) => silencesOf(control, site, now),
    maintenanceWindows: (site, _, { control }) => windowsOf(control, site),
    silencedNotices: (site, { first }, { db }) => heldNoticesOf(db, site, pageSize(first ?? 50, MOST_ALERTS)),
  },
  Alert: {
    id: idOfAlert,
    rule: ({ site, ruleId }, _, { control }) => ruleById(control, site, String(ruleId)),
    severity: ({ severity }) => severity as AlertSeverity,
    query: ({ question }) => question.query,
    variables: ({ question }) => JSON.stringify(question.variables),
  },
  Silence: {
    id: ({ id }) => String(id),
    rule: ({ site, ruleId }, _, { control }) =>
      ruleId === null ? null : ruleById(control, site, String(ruleId)),
  },
  MaintenanceWindow: {
    id: ({ id }) => String(id),
    rule: ({ site, ruleId }, _, { control }) =>
      ruleId === null ? null : ruleById(control, site, String(ruleId)),
    duration: ({ durationMs }) => durationMs,
  },
  Subscription: {
    alerts: {
      subscribe: (_, { site }, context) => watch(site ?? null, context),
      resolve: (event: AlertEvent) => event,
    },
  },
  Mutation: {
    createSilence: (_, { input: { site, rule, segment, from, to, reason } }, context) =>
      createSilence(changing(context), {
        site,
        rule: rule ?? null,
        segment: segment ?? null,
        from: from ?? null,
        to,
        reason,
      }),
    endSilence: (_, asked, context) => endSilence(changing(context), asked),
    createMaintenanceWindow: (_, { input: { rule, timeZone, duration, ...input } }, context) =>
      createWindow(changing(context), {
        ...input,
        rule: rule ?? null,
        timeZone: timeZone ?? null,
        durationMs: duration,
      }),
    deleteMaintenanceWindow: (_, asked, context) => deleteWindow(changing(context), asked),
  },
}

function changing(context: Context) {
  return { control: context.control, caller: requireCaller(context), now: context.now }
}

async function watch(slug: string | null, context: Context) {
  const { lasting, control, db } = context
  if (slug !== null && (await siteBySlug(control, requireCaller(context), slug)) === null)
    throw userError(`there is no site "${slug.slice(0, 60)}" that this token may see`)
  if (lasting === null) throw userError('a subscription needs a stream: send Accept: text/event-stream')
  return watchAlerts({
    db,
    now: lasting.now,
    sites: async () => {
      const caller = await lasting.caller()
      if (caller === null) return null
      if (slug === null) return visibleSites(control, caller)
      const site = await siteBySlug(control, caller, slug)
      return site === null ? null : [site]
    },
  })
}
