/** Everything that has a global id, found by it. What the caller may not see is not there. */
import { type Alert, alertById } from './alerts/alerts.queries.ts'
import type { AlertRule } from './alerts/rules.ts'
import { ruleById } from './alerts/saved-rules.ts'
import { type Context, requireCaller } from './context.ts'
import { type SavedChannel, channelById } from './deliveries/channels.ts'
import { errorGroup } from './errors/error-groups.ts'
import type { ErrorGroup } from './errors/errors.queries.ts'
import { type Flag, flagById } from './flags/seen-flags.ts'
import { type SavedFunnel, funnelById } from './funnels/saved-funnels.ts'
import { type NodeKind, parseGlobalId } from './global-id.ts'
import { type SessionRow, sessionById } from './sessions/sessions.queries.ts'
import { type SiteRow, siteBySlug } from './sites/sites.queries.ts'
import { type Slo, sloById } from './slos/saved-slos.ts'
import { type Incident, incidentById } from './status/incidents.ts'
import { type StatusPage, statusPageById } from './status/status-pages.ts'

type Loaded =
  | SiteRow
  | SessionRow
  | ErrorGroup
  | SavedFunnel
  | Flag
  | Slo
  | SavedChannel
  | AlertRule
  | Alert
  | StatusPage
  | Incident

const NODES: Record<NodeKind, (site: SiteRow, id: string, context: Context) => Promise<Loaded | null>> = {
  session: async (site, id, { db, record }) => typed('Session', await sessionById(db, site, id, record)),
  error: async (site, fingerprint, context) =>
    typed('ErrorGroup', await errorGroup(context, site, { fingerprint, range: null })),
  channel: async (site, id, { control }) => typed('Channel', await channelById(control, site, id)),
  rule: async (site, id, { control }) => typed('AlertRule', await ruleById(control, site, id)),
  alert: async (site, id, { db }) => typed('Alert', await alertById(db, site, id)),
  funnel: async (site, id, { control }) => typed('Funnel', await funnelById(control, site, id)),
  flag: async (site, key, context) => typed('Flag', await flagById(site, key, context)),
  status: async (site, id, { control }) => typed('StatusPage', await statusPageById(control, site, id)),
  incident: async (site, id, { control }) => typed('Incident', await incidentById(control, site, id)),
  slo: async (site, id, { control }) => typed('Slo', await sloById(control, site, id)),
}

export async function nodeById(text: string, context: Context) {
  const parsed = parseGlobalId(text)
  if (parsed === null) return null
  const { slug, kind, id } = parsed
  const site = await siteBySlug(context.control, requireCaller(context), slug)
  if (site === null) return null
  if (kind === null) return typed('Site', site)
  return Object.hasOwn(NODES, kind) ? NODES[kind](site, id, context) : null
}

function typed<Row extends object>(name: string, row: Row | null) {
  return row === null ? null : { __typename: name, ...row }
}
