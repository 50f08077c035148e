/**
 * The files that are made from others: the wire types from the batch schema, the printed schema and the resolver types
 * from the SDL beside the resolvers, the documents of the client and the widgets, what tools
 * know of the elements, and the Prisma client. `generatedFiles` is what they should hold, so that `build`
 * can write them and `check` can tell whether what is committed is fresh.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers'
import { type DocumentNode, buildASTSchema, lexicographicSortSchema, parse, printSchema } from 'graphql'
import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { documentModules } from './generate-documents.ts'
import { outlinesModule } from './generate-outlines.ts'
import { manifestFiles } from './generate-manifest.ts'
import { BATCH_SCHEMA, EVENT_SCHEMAS, VIEW_SCHEMA } from './sdk/wire/batch-schema.ts'

export type GeneratedFile = { path: string; content: string }

export async function generatedFiles(): Promise<GeneratedFile[]> {
  return [
    await wireTypes(),
    ...(await graphqlFiles()),
    ...(await documentModules(readSchema(), NOTE)),
    outlinesModule(NOTE('world-atlas')),
    ...manifestFiles(NOTE),
  ]
}

const NOTE = (source: string) => `Generated from ${source} by \`npm run build\`. Do not edit.`

async function wireTypes(): Promise<GeneratedFile> {
  const definitions: Record<string, JSONSchema> = {}
  for (const schema of Object.values(EVENT_SCHEMAS)) definitions[schema.title] = schema as JSONSchema
  definitions[VIEW_SCHEMA.title] = VIEW_SCHEMA as unknown as JSONSchema
  const batch = {
    ...BATCH_SCHEMA,
    properties: {
      ...BATCH_SCHEMA.properties,
      views: { type: 'object', additionalProperties: { $ref: '#/definitions/ViewContext' } },
      events: { type: 'array', items: { $ref: '#/definitions/WireEvent' } },
    },
    definitions: {
      ...definitions,
      WireEvent: {
        anyOf: Object.values(EVENT_SCHEMAS).map(({ title }) => ({ $ref: `#/definitions/${title}` })),
      },
    },
  }
  const content = await compile(batch as unknown as JSONSchema, 'Batch', {
    additionalProperties: false,
    bannerComment: `/* ${NOTE('batch-schema.ts')} */`,
    format: false,
    ignoreMinAndMaxItems: true,
  })
  return { path: 'sdk/wire/batch.generated.ts', content }
}

function readSchema(): DocumentNode {
  const sources = readdirSync('api', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql') && !path.startsWith('schema.'))
    .sort()
  return parse(sources.map((path) => readFileSync(`api/${path}`, 'utf8')).join('\n'))
}

async function graphqlFiles(): Promise<GeneratedFile[]> {
  const document = readSchema()
  const printed = printSchema(lexicographicSortSchema(buildASTSchema(document)))
  const types = await codegen({
    filename: 'api/schema.generated.ts',
    documents: [],
    schema: document,
    pluginMap: { typescript, typescriptResolvers },
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      avoidOptionals: { field: true },
      emitLegacyCommonJSImports: false,
      importExtension: '.ts',
      scalars: { DateTime: 'Date', Duration: 'number', ID: 'string' },
      contextType: './context.ts#Context',
      mappers: {
        Usage: './usage/usage.ts#Usage as UsageModel',
        UsagePoint: './usage/usage.ts#UsagePoint as UsagePointModel',
        Site: './sites/sites.queries.ts#SiteRow',
        ConsentLogEntry: './consent/consent-page.ts#LoggedConsent',
        SiteSettings: './sites/settings.ts#SiteSettings as SiteSettingsModel',
        SessionSettings: '../sdk/wire/settings.ts#SessionSettings as SessionSettingsModel',
        PrivacySettings: '../sdk/wire/settings.ts#PrivacySettings as PrivacySettingsModel',
        Live: './live/watch-site.ts#Live as LiveModel',
        Segment: './segment/segment.ts#Segment as SegmentModel',
        SegmentComparison: './segment/comparison.resolvers.ts#SegmentComparison as SegmentComparisonModel',
        VitalStats: './vitals/vital-stats.ts#VitalStats as VitalStatsModel',
        Distribution: './vitals/vital-stats.ts#MeasuredNumber',
        Viewer: './access/authenticate.ts#Caller',
        ApiToken: './access/api-tokens.ts#ApiTokenRow',
        SessionConnection: './sessions/sessions.resolvers.ts#SessionConnectionModel',
        Session: './sessions/sessions.queries.ts#SessionRow',
        DeadLetter: './dead-letters/dead-letters.queries.ts#DeadLetterRow',
        Deploy: './deploys/deploys.ts#DeployRow',
        EmbedSecret: './embeds/embed-secrets.ts#EmbedSecretRow',
        Funnel: './funnels/saved-funnels.ts#SavedFunnel',
        FlagCohorts: './flags/cohorts.ts#Cohorts',
        FlagVariant: './flags/variants.ts#CountedVariant',
        Flag: './flags/seen-flags.ts#Flag as FlagModel',
        FlagPayload: './flags/saved-flags.ts#FlagPayload as FlagPayloadModel',
        Channel: './deliveries/channels.ts#SavedChannel',
        Erasure: './erasure/erasures.ts#Erasure as ErasureModel',
        Delivery: './deliveries/deliveries.queries.ts#Delivery as DeliveryModel',
        AlertRule: './alerts/rules.ts#AlertRule as AlertRuleModel',
        AlertRuleState: './alerts/alerts.queries.ts#RuleState',
        AlertReading: './alerts/reading.ts#Reading',
        AlertFinding: './alerts/reading.ts#Found',
        AlertRuleTest: './alerts/test-rule.ts#RuleTest',
        AlertBacktest: './alerts/test-rule.ts#Backtest',
        Alert: './alerts/alerts.queries.ts#Alert as AlertModel',
        AlertEvent: './alerts/watch-alerts.ts#AlertEvent as AlertEventModel',
        SilencedNotice: './alerts/alerts.queries.ts#HeldNotice',
        Silence: './alerts/saved-silences.ts#SavedSilence',
        MaintenanceWindow: './alerts/saved-silences.ts#SavedWindow',
        FunnelResult: './funnels/open-funnel.ts#Funnel as FunnelModel',
        FunnelBreakdown: './funnels/open-funnel.ts#FunnelPart',
        FunnelStep: './funnels/funnel-steps.ts#Step',
        PathGraph: './paths/path-graph.ts#PathAnswer',
        PathNode: './paths/path-graph.ts#PathNode as PathNodeModel',
        PathLink: './paths/path-graph.ts#PathLink as PathLinkModel',
        RetentionCohort: './retention/cohorts.ts#Cohort',
        ErrorGroup: './errors/errors.queries.ts#ErrorGroup as ErrorGroupModel',
        ErrorDecision: './errors/error-state.ts#Decision',
        ErrorPoint: './errors/errors.queries.ts#ErrorPoint as ErrorPointModel',
        RequestGroup: './requests/requests.queries.ts#RequestGroup as RequestGroupModel',
        PhaseStats: './requests/requests.queries.ts#RequestPhase',
        RequestPoint: './requests/requests.queries.ts#RequestPoint as RequestPointModel',
        RequestExample: './requests/requests.queries.ts#RequestExample as RequestExampleModel',
        ResourceGroup: './resources/resources.queries.ts#ResourceGroup as ResourceGroupModel',
        LongTaskGroup: './resources/long-tasks.queries.ts#LongTaskGroup as LongTaskGroupModel',
        View: './resources/view.ts#View as ViewModel',
        WaterfallEntry: './resources/waterfall.ts#WaterfallEntry as WaterfallEntryModel',
        InteractionGroup: './interactions/interactions.queries.ts#InteractionGroup as InteractionGroupModel',
        GroupSplit: './segment/groups.queries.ts#SplitRow',
        EventAttribute: './events/event-loaders.ts#EventAttribute as EventAttributeModel',
        CustomEventStats: './events/events.queries.ts#CustomEventGroup',
        CustomEventPoint: './events/events.queries.ts#CustomEventPoint as CustomEventPointModel',
        TransactionStats: './events/transactions.queries.ts#TransactionGroup',
        Release: './releases/release.ts#Release as ReleaseModel',
        Slo: './slos/saved-slos.ts#Slo as SloModel',
        SloIndicator: './slos/indicators.ts#Indicator',
        SloWindow: './slos/windows.ts#SloWindow as SloWindowModel',
        SloBudgeting: './slos/definition.ts#Budgeting',
        SloStatus: './slos/status.ts#SloStatus as SloStatusModel',
        SloBudget: './slos/status.ts#Budget',
        SloPoint: './slos/history.ts#SloPoint as SloPointModel',
        BurnRateRule: './slos/predictions.ts#RuleOfGoal',
        StatusPage: './status/status-pages.ts#StatusPage as StatusPageModel',
        Incident: './status/incidents.ts#Incident as IncidentModel',
        StatusView: './status/status-view.ts#StatusView as StatusViewModel',
        StatusViewDay: './status/figures.ts#DayFigure',
        TimelineEntry: './sessions/timeline.queries.ts#TimelineRow',
        ...Object.fromEntries(
          TIMELINE_ENTRIES.map((name) => [name, './sessions/timeline.queries.ts#TimelineRow']),
        ),
      },
    },
  })
  return [
    {
      path: 'api/schema.graphql',
      content: `# ${NOTE('the .graphql files beside the resolvers')}\n\n${printed}\n`,
    },
    {
      path: 'api/schema.generated.ts',
      content: `/* ${NOTE('the .graphql files')} */\n/* eslint-disable */\n${types}`,
    },
  ]
}

const TIMELINE_ENTRIES = [
  'ViewEntry',
  'VitalEntry',
  'ErrorEntry',
  'RequestEntry',
  'ResourceEntry',
  'ActionEntry',
  'FlagEntry',
  'LongTaskEntry',
  'CustomEntry',
  'TransactionEntry',
  'AppEntry',
  'ConsentEntry',
]

/** Writes what differs, so that the compiler sees no change where there is none. */
export async function writeGenerated(): Promise<void> {
  for (const { path, content } of await generatedFiles()) {
    if (!existsSync(path) || readFileSync(path, 'utf8') !== content) writeFileSync(path, content)
  }
  generatePrismaClient()
}

/** The Prisma client is made anew only when its schema changed: the generator takes two seconds. */
function generatePrismaClient(): void {
  const stamp = 'prisma/generated/.schema-hash'
  const hash = createHash('sha256').update(readFileSync('prisma/schema.prisma')).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  mkdirSync('prisma/generated', { recursive: true })
  writeFileSync(stamp, hash)
}
