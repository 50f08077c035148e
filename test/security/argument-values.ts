/** What the generated questions of the test of authorisation ask with: an argument that it can make no value for fails it. */
import { DIMENSIONS } from '../../api/segment/dimensions.ts'

/** What a generated question is about: the site that it names, and the site whose ids it uses. */
export type Target = { site: string; session: string; view: string; error: string; serial: number }

/**
 * Arguments whose value must be a real one, as GraphQL writes it. Where several are given, the field is asked with each.
 * What is not here is made from its type.
 */
export const VALUES: Readonly<Record<string, (target: Target) => string[]>> = {
  'Query.site.id': ({ site }) => [JSON.stringify(site)],
  'Query.node.id': ({ site, session, error }) => [
    JSON.stringify(site),
    JSON.stringify(`${site}/session/${session}`),
    JSON.stringify(`${site}/error/${error}`),
  ],
  'Query.explainCost.query': () => ['"{ viewer { name } }"'],
  'Site.segment.range': () => ['{ last: "P1D" }'],
  'Site.usage.range': () => ['{ last: "P1D" }'],
  'Site.session.id': ({ session }) => [JSON.stringify(session)],
  'Segment.by.dimension': () => Object.keys(DIMENSIONS),
  'Segment.compare.to': () => ['PREVIOUS_PERIOD', 'SAME_DAYS_LAST_WEEK'],
  'Segment.over.interval': () => ['HOUR', 'DAY'],
  'Segment.flag.key': () => ['"new-checkout"'],
  'Segment.flag.control': () => ['"off"'],
  'FlagCohorts.compare.metrics': () => [
    '[{ vital: { metric: LCP } }, { vital: { metric: INP, of: GOOD_SHARE } }, { figure: REQUEST_FAILURE_RATE }]',
    '[{ figure: CRASH_FREE_SESSIONS }, { conversion: { error: {} } }, { funnel: { steps: [{ page: { prefix: "/" } }, { error: {} }] } }]',
  ],
  'Site.flag.id': () => ['"new-checkout"'],
  'Site.storedOf.subject': ({ session }) => [`{ session: ${JSON.stringify(session)} }`],
  'Site.erasures.of': ({ session }) => [`{ session: ${JSON.stringify(session)} }`],
  'Mutation.erase.input': ({ site }) => [
    `{ site: "${site}", subject: { visitor: "00000000-0000-4000-8000-00000000dead" } }`,
  ],
  'Mutation.saveFlag.input': ({ site }) => [`{ site: "${site}", key: "new-checkout", control: "off" }`],
  'Mutation.deleteFlag.id': ({ site }) => [`"${site}/flag/new-checkout"`],
  'Segment.funnel.steps': () => ['[{ page: { prefix: "/" } }, { error: {} }]'],
  'FunnelResult.breakdown.dimension': () => Object.keys(DIMENSIONS),
  'Site.funnel.id': () => ['"1"'],
  'Funnel.result.range': () => ['{ last: "P1D" }'],
  'Mutation.createFunnel.input': ({ site, serial }) => [
    `{ site: "${site}", name: "made ${serial}", definition: { steps: [{ event: "x" }] } }`,
  ],
  'Mutation.updateFunnel.input': ({ site }) => [`{ id: "${site}/funnel/1" }`],
  'Site.slo.id': () => ['"1"'],
  'Mutation.createSlo.input': ({ site, serial }) => [
    `{ site: "${site}", name: "made ${serial}", definition: { objective: 0.9, indicator: { kind: CRASH_FREE }, fanOut: { dimension: COUNTRY } } }`,
  ],
  'Mutation.updateSlo.input': ({ site }) => [`{ id: "${site}/slo/1" }`],
  'Mutation.importSlos.input': ({ site }) => [`{ site: "${site}", yaml: "a: [" }`],
  'ErrorGroup.over.interval': () => ['DAY'],
  'RequestGroup.over.interval': () => ['DAY'],
  'CustomEventStats.over.interval': () => ['DAY'],
  'Site.errorGroup.id': ({ error }) => [JSON.stringify(error)],
  'Session.view.id': ({ view }) => [JSON.stringify(view)],
  'Site.errorGroup.range': () => ['{ last: "P1D" }'],
  'Site.release.range': () => ['{ last: "P1D" }'],
  'Site.releases.range': () => ['{ last: "P1D" }'],
  'Release.segment.range': () => ['{ last: "P1D" }'],
  'Mutation.resolveErrorGroup.input': ({ site, error }) => [`{ id: "${site}/error/${error}" }`],
  'Mutation.ignoreErrorGroup.input': ({ site, error }) => [`{ id: "${site}/error/${error}" }`],
  'Mutation.reopenErrorGroup.input': ({ site, error }) => [`{ id: "${site}/error/${error}" }`],
  'Mutation.createAlertRule.input': ({ site, serial }) => [
    `{ site: "${site}", name: "made ${serial}", definition: { threshold: { metric: VIEWS, below: 1 } } }`,
  ],
  'Mutation.updateAlertRule.input': ({ site }) => [`{ id: "${site}/rule/1" }`],
  'Mutation.createSilence.input': ({ site }) => [
    `{ site: "${site}", reason: "made", to: "${new Date(Date.now() + 3_600_000).toISOString()}" }`,
  ],
  'Mutation.createMaintenanceWindow.input': ({ site }) => [
    `{ site: "${site}", name: "made", weekdays: [1], startsAt: "02:00", duration: "PT1H" }`,
  ],
  'Site.alertRule.id': () => ['"1"'],
  'Mutation.createChannel.input': ({ site, serial }) => [
    `{ site: "${site}", name: "made ${serial}", kind: EMAIL, to: ["a@example.com"] }`,
  ],
  'Mutation.updateChannel.input': ({ site }) => [`{ id: "${site}/channel/1" }`],
  'Mutation.createSite.input': ({ serial }) => [`{ id: "made-${serial}", name: "Made" }`],
  'Mutation.updateSite.input': ({ site }) => [`{ id: "${site}" }`],
  'Mutation.createWriteKey.site': ({ site }) => [JSON.stringify(site)],
  'Mutation.disableWriteKey.site': ({ site }) => [JSON.stringify(site)],
  'Site.deploys.range': () => ['{ last: "P1D" }'],
  'Mutation.recordDeploy.input': ({ site, serial }) => [`{ site: "${site}", version: "v${serial}" }`],
  'Mutation.replayDeadLetters.input': ({ site }) => [`{ site: "${site}", all: true }`],
  'Mutation.dropDeadLetters.input': ({ site }) => [`{ site: "${site}", ids: ["1"] }`],
  'Query.statusPage.slug': ({ site }) => [`"${site}-status"`],
  'Mutation.saveStatusPage.input': ({ site, serial }) => [
    `{ site: "${site}", slug: "made-${serial}", title: "Made", components: [{ name: "Pages", vital: LCP }] }`,
  ],
  'Mutation.openIncident.input': ({ site }) => [
    `{ page: "${site}/status/1", title: "Made", message: "Made" }`,
  ],
  'Mutation.updateIncident.input': ({ site }) => [`{ id: "${site}/incident/1", message: "Made" }`],
  'Mutation.createEmbedToken.input': ({ site }) => [
    `{ site: "${site}", widgets: ["sight-vital-card"], origins: ["https://wiki.example"] }`,
  ],
  'Mutation.createEmbedSecret.site': ({ site }) => [JSON.stringify(site)],
  'Mutation.disableEmbedSecret.site': ({ site }) => [JSON.stringify(site)],
  'Mutation.revokeEmbedToken.site': ({ site }) => [JSON.stringify(site)],
  'Mutation.createToken.input': () => ['{ name: "made" }'],
}
