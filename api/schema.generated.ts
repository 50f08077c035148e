/* Generated from the .graphql files by `npm run build`. Do not edit. */
/* eslint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Usage as UsageModel, UsagePoint as UsagePointModel } from './usage/usage.ts';
import type { SiteRow } from './sites/sites.queries.ts';
import type { LoggedConsent } from './consent/consent-page.ts';
import type { SiteSettings as SiteSettingsModel } from './sites/settings.ts';
import type { SessionSettings as SessionSettingsModel, PrivacySettings as PrivacySettingsModel } from '../sdk/wire/settings.ts';
import type { Live as LiveModel } from './live/watch-site.ts';
import type { Segment as SegmentModel } from './segment/segment.ts';
import type { SegmentComparison as SegmentComparisonModel } from './segment/comparison.resolvers.ts';
import type { VitalStats as VitalStatsModel, MeasuredNumber } from './vitals/vital-stats.ts';
import type { Caller } from './access/authenticate.ts';
import type { ApiTokenRow } from './access/api-tokens.ts';
import type { SessionConnectionModel } from './sessions/sessions.resolvers.ts';
import type { SessionRow } from './sessions/sessions.queries.ts';
import type { DeadLetterRow } from './dead-letters/dead-letters.queries.ts';
import type { DeployRow } from './deploys/deploys.ts';
import type { EmbedSecretRow } from './embeds/embed-secrets.ts';
import type { SavedFunnel } from './funnels/saved-funnels.ts';
import type { Cohorts } from './flags/cohorts.ts';
import type { CountedVariant } from './flags/variants.ts';
import type { Flag as FlagModel } from './flags/seen-flags.ts';
import type { FlagPayload as FlagPayloadModel } from './flags/saved-flags.ts';
import type { SavedChannel } from './deliveries/channels.ts';
import type { Erasure as ErasureModel } from './erasure/erasures.ts';
import type { Delivery as DeliveryModel } from './deliveries/deliveries.queries.ts';
import type { AlertRule as AlertRuleModel } from './alerts/rules.ts';
import type { RuleState, Alert as AlertModel, HeldNotice } from './alerts/alerts.queries.ts';
import type { Reading, Found } from './alerts/reading.ts';
import type { RuleTest, Backtest } from './alerts/test-rule.ts';
import type { AlertEvent as AlertEventModel } from './alerts/watch-alerts.ts';
import type { SavedSilence, SavedWindow } from './alerts/saved-silences.ts';
import type { Funnel as FunnelModel, FunnelPart } from './funnels/open-funnel.ts';
import type { Step } from './funnels/funnel-steps.ts';
import type { PathAnswer, PathNode as PathNodeModel, PathLink as PathLinkModel } from './paths/path-graph.ts';
import type { Cohort } from './retention/cohorts.ts';
import type { ErrorGroup as ErrorGroupModel, ErrorPoint as ErrorPointModel } from './errors/errors.queries.ts';
import type { Decision } from './errors/error-state.ts';
import type { RequestGroup as RequestGroupModel, RequestPhase, RequestPoint as RequestPointModel, RequestExample as RequestExampleModel } from './requests/requests.queries.ts';
import type { ResourceGroup as ResourceGroupModel } from './resources/resources.queries.ts';
import type { LongTaskGroup as LongTaskGroupModel } from './resources/long-tasks.queries.ts';
import type { View as ViewModel } from './resources/view.ts';
import type { WaterfallEntry as WaterfallEntryModel } from './resources/waterfall.ts';
import type { InteractionGroup as InteractionGroupModel } from './interactions/interactions.queries.ts';
import type { SplitRow } from './segment/groups.queries.ts';
import type { EventAttribute as EventAttributeModel } from './events/event-loaders.ts';
import type { CustomEventGroup, CustomEventPoint as CustomEventPointModel } from './events/events.queries.ts';
import type { TransactionGroup } from './events/transactions.queries.ts';
import type { Release as ReleaseModel } from './releases/release.ts';
import type { Slo as SloModel } from './slos/saved-slos.ts';
import type { Indicator } from './slos/indicators.ts';
import type { SloWindow as SloWindowModel } from './slos/windows.ts';
import type { Budgeting } from './slos/definition.ts';
import type { SloStatus as SloStatusModel, Budget } from './slos/status.ts';
import type { SloPoint as SloPointModel } from './slos/history.ts';
import type { RuleOfGoal } from './slos/predictions.ts';
import type { StatusPage as StatusPageModel } from './status/status-pages.ts';
import type { Incident as IncidentModel } from './status/incidents.ts';
import type { StatusView as StatusViewModel } from './status/status-view.ts';
import type { DayFigure } from './status/figures.ts';
import type { TimelineRow } from './sessions/timeline.queries.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment as ISO 8601 in UTC with milliseconds: 2026-11-21T09:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
  /** A length of time as an ISO 8601 duration: PT30M, P7D. Answers use it too. */
  Duration: { input: number; output: number; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

/** What a token may do. */
export type Scope =
  /** Ask for figures. */
  | 'READ'
  /** Change sites, keys and settings. */
  | 'MANAGE';

/** The token behind a request. */
export type Viewer = {
  __typename?: 'Viewer';
  /** What the token was named when it was made. */
  name: Scalars['String']['output'];
  /** What it may do. */
  scopes: Array<Scope>;
  /** When it stops working; null if it does not. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
};

export type CreateTokenInput = {
  /** What it is for, 100 characters at most. */
  name: Scalars['String']['input'];
  scopes?: InputMaybe<Array<Scope>>;
  /** The sites that it may see. Empty: all that the asking token sees. */
  sites?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** When it stops working; absent: never. */
  expiresIn?: InputMaybe<Scalars['Duration']['input']>;
};

export type CreateTokenPayload = {
  __typename?: 'CreateTokenPayload';
  /** The token, shown this once. Null if there were mistakes. */
  secret: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** What a token may see and ask. */
export type Query = {
  __typename?: 'Query';
  /**
   * The API tokens that work, and those that ended within the last 30 days; the newest first, 200 at most. Needs the scope
   * MANAGE on every site.
   */
  tokens: Array<ApiToken>;
  /** Who is asking: the token behind this request. */
  viewer: Viewer;
  /** One site, or null where there is none that the token may see. */
  site: Maybe<Site>;
  /** Every site that the token may see, by name. */
  sites: SiteConnection;
  /** Anything that has an id, by it; null where there is none that the token may see. */
  node: Maybe<Node>;
  /** What this server is and what it can be asked: read from the tables that enforce it. */
  capabilities: Capabilities;
  /** What a question would cost, without asking it. Every answer tells its own cost in `extensions.cost`. */
  explainCost: CostExplanation;
  /**
   * A status page as the public sees it. The token of a page's reader tells which page, and may ask nothing else; any other
   * names it by `slug` and sees it before it is published too. Null where there is none that the token may see.
   */
  statusPage: Maybe<StatusView>;
};


/** What a token may see and ask. */
export type QuerySiteArgs = {
  id: Scalars['ID']['input'];
};


/** What a token may see and ask. */
export type QuerySitesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What a token may see and ask. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What a token may see and ask. */
export type QueryExplainCostArgs = {
  query: Scalars['String']['input'];
  variables?: InputMaybe<Scalars['JSON']['input']>;
};


/** What a token may see and ask. */
export type QueryStatusPageArgs = {
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** A token without its secret, of which only a hash is kept. */
export type ApiToken = {
  __typename?: 'ApiToken';
  /** What to revoke it by. */
  id: Scalars['ID']['output'];
  /** What it was named when it was made; of a browser, whoever signed in. */
  name: Scalars['String']['output'];
  kind: ApiTokenKind;
  /** What it may do. */
  scopes: Array<Scope>;
  /** The sites that it may see; null: every one. */
  sites: Maybe<Array<Scalars['ID']['output']>>;
  /** Whether it is the one that asks. */
  asking: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** When it stops working; null if it does not. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Since when it is refused; null if it was not revoked. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
};

/** What a token was made for. */
export type ApiTokenKind =
  /** By `createToken`. */
  | 'API'
  /** A browser that signed in. */
  | 'SESSION'
  /** The link that the start prints. */
  | 'START';

/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Takes a token back, and the browsers that signed in with it, within 10 s everywhere. Needs the scope MANAGE on every
   * site.
   */
  revokeToken: RevokeTokenPayload;
  /** Makes a rule. Needs the scope MANAGE. */
  createAlertRule: AlertRulePayload;
  /** Changes what is given of a rule. When what is watched changes, its open alerts end. Needs the scope MANAGE. */
  updateAlertRule: AlertRulePayload;
  /** Enables or disables a rule. Its open alerts end when it is disabled. Needs the scope MANAGE. */
  enableAlertRule: AlertRulePayload;
  /** Deletes a rule; its open alerts end. Needs the scope MANAGE. */
  deleteAlertRule: DeleteAlertRulePayload;
  /**
   * What a rule would find for the minute that is over, and how often it would have fired in the last 7 days. It changes
   * nothing and tells nobody. Needs the scope MANAGE.
   */
  testAlertRule: TestAlertRulePayload;
  /** Holds back what is told. Needs the scope MANAGE. */
  createSilence: SilencePayload;
  /** Ends a silence now. Needs the scope MANAGE. */
  endSilence: SilencePayload;
  /** Makes a maintenance window. Needs the scope MANAGE. */
  createMaintenanceWindow: MaintenanceWindowPayload;
  /** Deletes a maintenance window. Needs the scope MANAGE. */
  deleteMaintenanceWindow: DeleteMaintenanceWindowPayload;
  /** Makes a site and its first write key. Needs the scope MANAGE on every site. */
  createSite: CreateSitePayload;
  /** Makes an API token. Its secret is in this answer and nowhere else. Needs the scope MANAGE. */
  createToken: CreateTokenPayload;
  /**
   * Asks the jobs process to store dead letters: each exactly once, however often it is asked or the process is killed. What is
   * refused again stays, with the new reason. Needs the scope MANAGE.
   */
  replayDeadLetters: DeadLettersPayload;
  /** Deletes what dead letters hold and keeps the count. Needs the scope MANAGE. */
  dropDeadLetters: DeadLettersPayload;
  /** Makes a channel. Needs the scope MANAGE. */
  createChannel: ChannelPayload;
  /** Changes what is given of a channel. Needs the scope MANAGE. */
  updateChannel: ChannelPayload;
  /** Deletes a channel; what waits for it dies. Needs the scope MANAGE. */
  deleteChannel: DeleteChannelPayload;
  /** Gives a webhook a new secret; the one before signs as well for 24 hours. Needs the scope MANAGE. */
  rotateChannelSecret: ChannelPayload;
  /** Sends a notice of kind `test` at once, once, and answers with what the receiver said. Needs the scope MANAGE. */
  testChannel: TestChannelPayload;
  /** Tries a delivery again at once, with 8 tries more. Needs the scope MANAGE. */
  retryDelivery: RetryDeliveryPayload;
  /** Tells that a version went live, so that charts can mark it. Telling it twice is telling it once. Needs the scope MANAGE. */
  recordDeploy: RecordDeployPayload;
  /**
   * Makes a token with which a page elsewhere may show elements: for an hour at most, from the origins that it names, and
   * no further than its filter. Needs the scope MANAGE.
   */
  createEmbedToken: CreateEmbedTokenPayload;
  /** Makes a secret, so that your own server can sign embed tokens. A site has two at most that work. Needs the scope MANAGE. */
  createEmbedSecret: CreateEmbedSecretPayload;
  /** From now on the tokens that it signed are refused, within 30 s everywhere. Needs the scope MANAGE. */
  disableEmbedSecret: DisableEmbedSecretPayload;
  /** Takes a token back, by the `jti` that it was made with, within 30 s everywhere. Needs the scope MANAGE. */
  revokeEmbedToken: RevokeEmbedTokenPayload;
  /**
   * Forgets somebody: sessions, events, errors and dead letters are deleted, what they counted for is taken out of the
   * rollups, and what still arrives of them is not stored. That cannot be undone. It begins at once and is done within
   * minutes; asking again while it is under way gives the same receipt. Needs the scope MANAGE.
   */
  erase: ErasePayload;
  /** Calls a group resolved. It comes back as REGRESSED when it is seen again. Needs the scope MANAGE on the site. */
  resolveErrorGroup: ErrorGroupPayload;
  /**
   * Puts a group out of sight: until a moment, until so many more events, or until it is opened again. Needs the scope
   * MANAGE on the site.
   */
  ignoreErrorGroup: ErrorGroupPayload;
  /** Opens a group again. Needs the scope MANAGE on the site. */
  reopenErrorGroup: ErrorGroupPayload;
  /** Saves what is decided about a flag, in the place of what was before. Needs the scope MANAGE. */
  saveFlag: FlagPayload;
  /** Forgets what was decided about a flag; what sessions saw of it stays. Needs the scope MANAGE. */
  deleteFlag: DeleteFlagPayload;
  /** Saves a funnel. Needs the scope MANAGE. */
  createFunnel: FunnelPayload;
  /** Changes what is given of a funnel. Needs the scope MANAGE. */
  updateFunnel: FunnelPayload;
  /** Deletes a funnel. Needs the scope MANAGE. */
  deleteFunnel: DeleteFunnelPayload;
  /** Changes a site in what is given. Origins and settings hold within 10 s everywhere. Needs the scope MANAGE. */
  updateSite: UpdateSitePayload;
  /**
   * Makes another write key, so that it can take the place of one that is to go. A site has ten at most that work. Needs
   * the scope MANAGE.
   */
  createWriteKey: CreateWriteKeyPayload;
  /**
   * From now on what is sent with it is refused, within 10 s everywhere. The last one that works is disabled only with
   * `force`, for then nothing can be sent. Needs the scope MANAGE.
   */
  disableWriteKey: DisableWriteKeyPayload;
  /** Saves an SLO. Its `rules` tell what to expect of them. Needs the scope MANAGE. */
  createSlo: SloPayload;
  /** Changes what is given of an SLO. Needs the scope MANAGE. */
  updateSlo: SloPayload;
  /** Deletes an SLO. Needs the scope MANAGE. */
  deleteSlo: DeleteSloPayload;
  /**
   * Saves the SLOs of a file of OpenSLO v1: creates those whose names are new, replaces the others. All of them or, with a
   * mistake in one, none. Needs the scope MANAGE.
   */
  importSlos: ImportSlosPayload;
  /** Opens an incident on a status page with its first update. Needs the scope MANAGE. */
  openIncident: IncidentPayload;
  /** Adds an update to an incident. RESOLVED closes it, any other status opens it again. Needs the scope MANAGE. */
  updateIncident: IncidentPayload;
  /** Deletes an incident with its updates, for one that was opened by mistake. Needs the scope MANAGE. */
  deleteIncident: DeleteIncidentPayload;
  /** Makes a status page, or changes the one with this `id` in what is given. Needs the scope MANAGE. */
  saveStatusPage: StatusPagePayload;
  /**
   * Deletes a status page with its incidents. Its address answers 404 at once, its readers' tokens end within 30 s. Needs the
   * scope MANAGE.
   */
  deleteStatusPage: DeleteStatusPagePayload;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationRevokeTokenArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateAlertRuleArgs = {
  input: CreateAlertRuleInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationUpdateAlertRuleArgs = {
  input: UpdateAlertRuleInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationEnableAlertRuleArgs = {
  id: Scalars['ID']['input'];
  enabled: Scalars['Boolean']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDeleteAlertRuleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationTestAlertRuleArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateSilenceArgs = {
  input: CreateSilenceInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationEndSilenceArgs = {
  site: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateMaintenanceWindowArgs = {
  input: CreateMaintenanceWindowInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDeleteMaintenanceWindowArgs = {
  site: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateSiteArgs = {
  input: CreateSiteInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateTokenArgs = {
  input: CreateTokenInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationReplayDeadLettersArgs = {
  input: DeadLettersInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDropDeadLettersArgs = {
  input: DeadLettersInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateChannelArgs = {
  input: CreateChannelInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationUpdateChannelArgs = {
  input: UpdateChannelInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDeleteChannelArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationRotateChannelSecretArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationTestChannelArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationRetryDeliveryArgs = {
  site: Scalars['ID']['input'];
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationRecordDeployArgs = {
  input: RecordDeployInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateEmbedTokenArgs = {
  input: CreateEmbedTokenInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateEmbedSecretArgs = {
  site: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDisableEmbedSecretArgs = {
  site: Scalars['ID']['input'];
  kid: Scalars['String']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationRevokeEmbedTokenArgs = {
  site: Scalars['ID']['input'];
  jti: Scalars['String']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationEraseArgs = {
  input: EraseInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationResolveErrorGroupArgs = {
  input: ResolveErrorGroupInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationIgnoreErrorGroupArgs = {
  input: IgnoreErrorGroupInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationReopenErrorGroupArgs = {
  input: ReopenErrorGroupInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationSaveFlagArgs = {
  input: SaveFlagInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDeleteFlagArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateFunnelArgs = {
  input: CreateFunnelInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationUpdateFunnelArgs = {
  input: UpdateFunnelInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDeleteFunnelArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationUpdateSiteArgs = {
  input: UpdateSiteInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateWriteKeyArgs = {
  site: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDisableWriteKeyArgs = {
  site: Scalars['ID']['input'];
  key: Scalars['String']['input'];
  force?: InputMaybe<Scalars['Boolean']['input']>;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationCreateSloArgs = {
  input: CreateSloInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationUpdateSloArgs = {
  input: UpdateSloInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDeleteSloArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationImportSlosArgs = {
  input: ImportSlosInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationOpenIncidentArgs = {
  input: OpenIncidentInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationUpdateIncidentArgs = {
  input: UpdateIncidentInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDeleteIncidentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationSaveStatusPageArgs = {
  input: SaveStatusPageInput;
};


/** What can be changed. A mistake in the input comes back as `userErrors`, with nothing changed. */
export type MutationDeleteStatusPageArgs = {
  id: Scalars['ID']['input'];
};

export type RevokeTokenPayload = {
  __typename?: 'RevokeTokenPayload';
  /** Null if there was none that works. */
  revokedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** A web site or app whose visitors are measured. */
export type Site = Node & {
  __typename?: 'Site';
  /** What is watched, by name. */
  alertRules: Array<AlertRule>;
  /** One of them, or null. */
  alertRule: Maybe<AlertRule>;
  /** What was wrong, the newest first. */
  alerts: AlertConnection;
  /** Those that are not over, the first to end first. */
  silences: Array<Silence>;
  /** By name. */
  maintenanceWindows: Array<MaintenanceWindow>;
  /** What was held back by a silence or by maintenance, the newest first. */
  silencedNotices: Array<SilencedNotice>;
  /**
   * Who agreed to what and when, the newest first: what the site can show that it was allowed to measure. Kept for 25
   * months. Null for a token without the scope MANAGE.
   */
  consentLog: Maybe<ConsentLogConnection>;
  /** What was accepted and could not be stored, the latest first. What was dropped is not among it. Needs the scope MANAGE. */
  deadLetters: DeadLetterConnection;
  /** One of them, or null. Needs the scope MANAGE. */
  deadLetter: Maybe<DeadLetter>;
  /** How many dead letters the site has had, by what became of them. Needs the scope MANAGE. */
  deadLetterCounts: DeadLetterCounts;
  /** Where notices can be sent, by name. */
  channels: Array<Channel>;
  /** What was to be told, newest first: kept as long as the site. */
  deliveries: DeliveryConnection;
  /** What was deployed in a period, the latest first: 200 at most. */
  deploys: Array<Deploy>;
  /** The secrets that sign the site's embed tokens, without what is secret. */
  embedSecrets: Array<EmbedSecret>;
  /** The requests to forget somebody, and the receipts, the latest first. */
  erasures: ErasureConnection;
  /** One group of errors, or null where nothing of it is kept. */
  errorGroup: Maybe<ErrorGroup>;
  /** The flags that sessions evaluated in the last 30 days and those that were saved, by key. */
  flags: Array<Flag>;
  /** One of them, or null. */
  flag: Maybe<Flag>;
  /** The funnels that were saved, by name. */
  funnels: Array<Funnel>;
  /** One of them, or null. */
  funnel: Maybe<Funnel>;
  /**
   * Page rules that would take pages together which differ by a name alone, the largest first, 20 at most. Learned from the paths
   * of the last 30 days; nothing follows them until they are set.
   */
  learnedPageRules: Array<LearnedPageRule>;
  /**
   * The releases with views of people, the latest first. Releases that only bots or sessions kept for an error told are
   * left out.
   */
  releases: ReleaseConnection;
  /** One release, or null where it was never seen. */
  release: Maybe<Release>;
  /** How it is measured and what is kept. Needs a token for the whole site. */
  settings: SiteSettings;
  /** The name it was made with, such as `shop`. */
  id: Scalars['ID']['output'];
  /** Its name for people. */
  name: Scalars['String']['output'];
  /** The origins that may send data with the site's write key. Empty: any. */
  origins: Array<Scalars['String']['output']>;
  /** The IANA time zone in which its days begin: Europe/Berlin. */
  timeZone: Scalars['String']['output'];
  /** The write keys that pages send with. They are public and can do nothing else. */
  writeKeys: Array<Scalars['String']['output']>;
  /** The same keys and those that were disabled, the oldest first. */
  allWriteKeys: Array<WriteKey>;
  /** Everything that was accepted until then is in this answer. Null while the queue cannot be asked. */
  watermark: Maybe<Scalars['DateTime']['output']>;
  /** A place to stand: a period and a filter. Every figure is a field of it. */
  segment: Segment;
  /** One session by its id, with or without the site's name before it; or null. */
  session: Maybe<Session>;
  /** The service level objectives of the site, by name. */
  slos: Array<Slo>;
  /** One of them, or null. */
  slo: Maybe<Slo>;
  /** All of them as OpenSLO v1, one YAML document each behind those of their services. Empty if there is none. */
  openSlo: Scalars['String']['output'];
  /** The site's status pages, by title. */
  statusPages: Array<StatusPage>;
  /** What became of everything that was sent to the site. Not for embed tokens. */
  usage: Usage;
};


/** A web site or app whose visitors are measured. */
export type SiteAlertRuleArgs = {
  id: Scalars['ID']['input'];
};


/** A web site or app whose visitors are measured. */
export type SiteAlertsArgs = {
  state?: InputMaybe<AlertState>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A web site or app whose visitors are measured. */
export type SiteSilencedNoticesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A web site or app whose visitors are measured. */
export type SiteConsentLogArgs = {
  session?: InputMaybe<Scalars['ID']['input']>;
  visitor?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A web site or app whose visitors are measured. */
export type SiteDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<DeadLetterState>;
};


/** A web site or app whose visitors are measured. */
export type SiteDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


/** A web site or app whose visitors are measured. */
export type SiteDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<DeliveryStatus>;
};


/** A web site or app whose visitors are measured. */
export type SiteDeploysArgs = {
  range: RangeInput;
  environment?: InputMaybe<Scalars['String']['input']>;
};


/** A web site or app whose visitors are measured. */
export type SiteErasuresArgs = {
  of?: InputMaybe<SubjectInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A web site or app whose visitors are measured. */
export type SiteErrorGroupArgs = {
  id: Scalars['ID']['input'];
  range?: InputMaybe<RangeInput>;
};


/** A web site or app whose visitors are measured. */
export type SiteFlagArgs = {
  id: Scalars['ID']['input'];
};


/** A web site or app whose visitors are measured. */
export type SiteFunnelArgs = {
  id: Scalars['ID']['input'];
};


/** A web site or app whose visitors are measured. */
export type SiteReleasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  range?: InputMaybe<RangeInput>;
};


/** A web site or app whose visitors are measured. */
export type SiteReleaseArgs = {
  version: Scalars['String']['input'];
  range?: InputMaybe<RangeInput>;
};


/** A web site or app whose visitors are measured. */
export type SiteSegmentArgs = {
  range: RangeInput;
  where?: InputMaybe<FilterInput>;
  includeBots?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A web site or app whose visitors are measured. */
export type SiteSessionArgs = {
  id: Scalars['ID']['input'];
};


/** A web site or app whose visitors are measured. */
export type SiteSloArgs = {
  id: Scalars['ID']['input'];
};


/** A web site or app whose visitors are measured. */
export type SiteUsageArgs = {
  range: RangeInput;
  by?: InputMaybe<UsageInterval>;
};

export type AlertRuleKind =
  /** A figure of a segment beyond a bound. */
  | 'THRESHOLD'
  /** An SLO whose budget burns too fast, by the rules of the SLO. */
  | 'BURN_RATE'
  /** The conversion of a saved funnel. */
  | 'FUNNEL'
  /** One number in the answer of any operation. */
  | 'GRAPHQL';

export type AlertSeverity =
  /** Somebody should look now. */
  | 'PAGE'
  /** Somebody should look within days. */
  | 'TICKET';

/**
 * What is watched, how patiently, and who is told. It is evaluated every minute for the minute that is over, a funnel every
 * five; what was missed is made up for in order.
 */
export type AlertRule = Node & {
  __typename?: 'AlertRule';
  /** `shop/rule/3` */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  kind: AlertRuleKind;
  severity: AlertSeverity;
  enabled: Scalars['Boolean']['output'];
  /** What it was made with, as JSON, with durations in ms. */
  definition: Scalars['String']['output'];
  /** Its filter as JSON in the form of FilterInput; null: everything. */
  where: Maybe<Scalars['String']['output']>;
  /** Each value of it is watched for itself, the 50 with most views; null: the segment as a whole. */
  split: Maybe<Dimension>;
  /** Which flag or attribute. */
  splitKey: Maybe<Scalars['String']['output']>;
  /** It fires when it is bad in so many of the last `of` evaluations, and resolves after so many good ones in a row. */
  times: Scalars['Int']['output'];
  of: Scalars['Int']['output'];
  /** Under so many samples it is frozen. */
  minSample: Scalars['Int']['output'];
  /** How long it fires before it escalates; null: it does not. */
  escalateAfter: Maybe<Scalars['Duration']['output']>;
  /** Who is told. */
  channels: Array<Channel>;
  /** Who is told besides once it escalated. */
  escalationChannels: Array<Channel>;
  /** The state of each segment; empty before the first evaluation. */
  states: Array<AlertRuleState>;
  /** The end of the last minute that was evaluated; null before the first. */
  evaluatedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Why the last evaluation had no answer; null: it had one. */
  problem: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type AlertPhase =
  | 'OK'
  /** Bad, but not often enough yet. */
  | 'PENDING'
  | 'FIRING'
  /** Firing for longer than `escalateAfter`. */
  | 'ESCALATED';

/** Why an evaluation is no evidence: it neither fires nor resolves. */
export type FrozenReason =
  /** There is nothing to judge. */
  | 'NO_EVENTS'
  /** Fewer samples than `minSample`. */
  | 'THIN'
  /** What was accepted is not all stored yet, or the site's views stopped coming. */
  | 'LATE'
  /** Less than 90 % of what was sent was received. */
  | 'COVERAGE'
  /** The question had no answer: `AlertRule.problem` tells why. */
  | 'UNANSWERED';

/** How a segment of a rule stands. */
export type AlertRuleState = {
  __typename?: 'AlertRuleState';
  /** The key of the part as JSON (`"DE"`, or `null` for unknown); empty for a rule that is not split. */
  segment: Scalars['String']['output'];
  phase: AlertPhase;
  /** Since when it is in this phase. */
  since: Scalars['DateTime']['output'];
  /** The moment of the last evaluation. */
  at: Scalars['DateTime']['output'];
  /** Why the last evaluation changed nothing; null: it had evidence. */
  frozen: Maybe<FrozenReason>;
  reading: Maybe<AlertReading>;
};

/** A figure as a rule found it. */
export type AlertReading = {
  __typename?: 'AlertReading';
  /** What was measured: `p75 of LCP`. */
  name: Scalars['String']['output'];
  /** `ms`, `score`, `share` (0…1), `count` or `number`. */
  unit: Scalars['String']['output'];
  /** Null where there was nothing to measure. */
  value: Maybe<Scalars['Float']['output']>;
  /** The bounds of the 95 % interval; null where there is none. */
  low: Maybe<Scalars['Float']['output']>;
  high: Maybe<Scalars['Float']['output']>;
  /** How many samples it rests on; null where that is not known. */
  count: Maybe<Scalars['Float']['output']>;
  /** Beyond which it is bad. */
  bound: Scalars['Float']['output'];
  side: AlertSide;
  window: Scalars['Duration']['output'];
  /** All of it in words. */
  text: Scalars['String']['output'];
};

export type AlertSide =
  | 'ABOVE'
  | 'BELOW';

export type AlertState =
  | 'FIRING'
  | 'ESCALATED'
  | 'RESOLVED';

/** Something that was wrong for a segment, from firing to resolution. */
export type Alert = Node & {
  __typename?: 'Alert';
  /** `shop/alert/17` */
  id: Scalars['ID']['output'];
  /** Null if it was deleted. */
  rule: Maybe<AlertRule>;
  /** What it was called when it fired. */
  ruleName: Scalars['String']['output'];
  severity: AlertSeverity;
  state: AlertState;
  /** By what the rule was split; null: it was not. */
  dimension: Maybe<Scalars['String']['output']>;
  /** The key of the part as JSON; empty for a rule that is not split. */
  segment: Scalars['String']['output'];
  /** The end of the minute in which it fired. */
  startedAt: Scalars['DateTime']['output'];
  escalatedAt: Maybe<Scalars['DateTime']['output']>;
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** `RECOVERED`, or what was done to its rule: `RULE_CHANGED`, `RULE_DISABLED`, `RULE_DELETED`. Null while it is open. */
  endedBy: Maybe<Scalars['String']['output']>;
  /** The figure at its last change. */
  reading: AlertReading;
  /** The operation that gave that figure, and gives it again. */
  query: Scalars['String']['output'];
  /** Its variables, as JSON. */
  variables: Scalars['String']['output'];
};

export type AlertConnection = {
  __typename?: 'AlertConnection';
  edges: Array<AlertEdge>;
  nodes: Array<Alert>;
  pageInfo: PageInfo;
};

export type AlertEdge = {
  __typename?: 'AlertEdge';
  cursor: Scalars['String']['output'];
  node: Alert;
};

/** From one moment to another nothing is told of what it matches. What still fires at its end is told then. */
export type Silence = {
  __typename?: 'Silence';
  id: Scalars['ID']['output'];
  /** Null: every rule of the site. */
  rule: Maybe<AlertRule>;
  /** The key of a part as JSON; null: every one. */
  segment: Maybe<Scalars['String']['output']>;
  from: Scalars['DateTime']['output'];
  to: Scalars['DateTime']['output'];
  reason: Scalars['String']['output'];
  /** The name of the token that made it. */
  by: Scalars['String']['output'];
};

/** A silence that comes every week. */
export type MaintenanceWindow = {
  __typename?: 'MaintenanceWindow';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Null: every rule of the site. */
  rule: Maybe<AlertRule>;
  /** Whose clocks it follows. */
  timeZone: Scalars['String']['output'];
  /** On which days it begins: 1 is Monday, 7 Sunday. */
  weekdays: Array<Scalars['Int']['output']>;
  /** `HH:MM` */
  startsAt: Scalars['String']['output'];
  duration: Scalars['Duration']['output'];
};

/** A notice that was held back. */
export type SilencedNotice = {
  __typename?: 'SilencedNotice';
  alert: Alert;
  change: AlertState;
  /** When it would have been told. */
  at: Scalars['DateTime']['output'];
  /** The reason of the silence and who made it, or the name of the maintenance window. */
  heldBy: Scalars['String']['output'];
  /** When it was told after all; null: it was not. */
  toldAt: Maybe<Scalars['DateTime']['output']>;
};

/**
 * What is told as it happens, by server-sent events: POST the operation to `/graphql` with `Accept: text/event-stream`
 * (graphql-sse, distinct connections). A connection that breaks can be made again at any time: the first event is always
 * the present state.
 */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Alerts as they fire, escalate and are resolved, whether somebody is told of them or not. The first event brings those
   * that are open now. Without a site: of every site that the token may read.
   */
  alerts: AlertEvent;
  /** Who is there now. An event at once, and another whenever something changed, every 2 s at most. */
  live: Live;
};


/**
 * What is told as it happens, by server-sent events: POST the operation to `/graphql` with `Accept: text/event-stream`
 * (graphql-sse, distinct connections). A connection that breaks can be made again at any time: the first event is always
 * the present state.
 */
export type SubscriptionAlertsArgs = {
  site?: InputMaybe<Scalars['ID']['input']>;
};


/**
 * What is told as it happens, by server-sent events: POST the operation to `/graphql` with `Accept: text/event-stream`
 * (graphql-sse, distinct connections). A connection that breaks can be made again at any time: the first event is always
 * the present state.
 */
export type SubscriptionLiveArgs = {
  site: Scalars['ID']['input'];
  where?: InputMaybe<FilterInput>;
};

export type AlertEvent = {
  __typename?: 'AlertEvent';
  at: Scalars['DateTime']['output'];
  /** Null in the first event. */
  change: Maybe<AlertState>;
  /** What changed; null in the first event. */
  alert: Maybe<Alert>;
  /** All that are open now, the newest first: 50 at most. */
  open: Array<Alert>;
};

export type AlertMetric =
  /** The quantile `q` of `vital`. */
  | 'VITAL_PERCENTILE'
  /** The share of values of `vital` that are poor, 0…1. */
  | 'VITAL_POOR_SHARE'
  /** 0…1 */
  | 'CRASH_FREE_SESSIONS'
  /** 0…1 */
  | 'BOUNCE_RATE'
  /** 0…1 */
  | 'FRUSTRATION_RATE'
  /** 0…1 */
  | 'ENGAGEMENT_RATE'
  /** Of LOAD with T 2,500 ms, 0…1. */
  | 'APDEX'
  | 'VIEWS'
  | 'SESSIONS';

/** Exactly one of them. */
export type AlertDefinitionInput = {
  threshold?: InputMaybe<ThresholdInput>;
  burnRate?: InputMaybe<BurnRateAlertInput>;
  funnel?: InputMaybe<FunnelAlertInput>;
  graphql?: InputMaybe<GraphqlAlertInput>;
};

/** Give `above` or `below`. */
export type ThresholdInput = {
  metric: AlertMetric;
  /** For the two metrics of vitals. */
  vital?: InputMaybe<VitalMetric>;
  /** Between 0 and 1. */
  q?: InputMaybe<Scalars['Float']['input']>;
  /** Bad above it. Shares are 0…1. */
  above?: InputMaybe<Scalars['Float']['input']>;
  /** Bad below it. */
  below?: InputMaybe<Scalars['Float']['input']>;
  /** Well again at it or on its good side. Default: the bound itself. */
  recovery?: InputMaybe<Scalars['Float']['input']>;
  /** What each evaluation looks at: whole minutes, 7 days at most. Default: 5 minutes. */
  window?: InputMaybe<Scalars['Duration']['input']>;
};

export type BurnRateAlertInput = {
  /** The id of the SLO. */
  slo: Scalars['ID']['input'];
  /** Of which rules of the SLO. Default: of all. */
  severity?: InputMaybe<BurnRateSeverity>;
};

export type FunnelAlertInput = {
  /** The id of a saved funnel. */
  funnel: Scalars['ID']['input'];
  /** Bad above this conversion, 0…1. */
  above?: InputMaybe<Scalars['Float']['input']>;
  /** Bad below this conversion, 0…1. */
  below?: InputMaybe<Scalars['Float']['input']>;
  recovery?: InputMaybe<Scalars['Float']['input']>;
  /** In which entrants begin. Default: an hour. */
  window?: InputMaybe<Scalars['Duration']['input']>;
};

export type GraphqlAlertInput = {
  /** One query. It is asked with the right to read its site and no other. `$site` and `$range` are set where it declares them. */
  query?: InputMaybe<Scalars['String']['input']>;
  /** Instead of `query`: the id of a document that was registered with the server, `sha256:…`. */
  documentId?: InputMaybe<Scalars['String']['input']>;
  /** Its other variables. */
  variables?: InputMaybe<Scalars['JSON']['input']>;
  /** From `data` down to one number: `site.segment.requests.nodes.0.failures`. */
  path: Scalars['String']['input'];
  /** The same for how many samples it rests on. */
  countPath?: InputMaybe<Scalars['String']['input']>;
  above?: InputMaybe<Scalars['Float']['input']>;
  below?: InputMaybe<Scalars['Float']['input']>;
  recovery?: InputMaybe<Scalars['Float']['input']>;
  /** What `$range` is. Default: 5 minutes. */
  window?: InputMaybe<Scalars['Duration']['input']>;
};

export type CreateAlertRuleInput = {
  /** The site that it is of. */
  site: Scalars['ID']['input'];
  /** 100 characters at most; each rule of a site has its own. */
  name: Scalars['String']['input'];
  definition: AlertDefinitionInput;
  /** For THRESHOLD and FUNNEL. */
  where?: InputMaybe<FilterInput>;
  /** For THRESHOLD: an alert for each value. */
  split?: InputMaybe<Dimension>;
  /** Which flag or attribute. */
  splitKey?: InputMaybe<Scalars['String']['input']>;
  severity?: InputMaybe<AlertSeverity>;
  /** 1 to 60. Default: 3, for BURN_RATE 1. */
  times?: InputMaybe<Scalars['Int']['input']>;
  /** `times` to 60. Default: 5, or `times`; for BURN_RATE 1. */
  of?: InputMaybe<Scalars['Int']['input']>;
  /** Default: 30, for BURN_RATE and GRAPHQL 0. */
  minSample?: InputMaybe<Scalars['Int']['input']>;
  /** A minute to 7 days. Default: it does not escalate. */
  escalateAfter?: InputMaybe<Scalars['Duration']['input']>;
  /** Ids of channels of the site. */
  channels?: InputMaybe<Array<Scalars['ID']['input']>>;
  escalationChannels?: InputMaybe<Array<Scalars['ID']['input']>>;
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What is absent stays as it is. */
export type UpdateAlertRuleInput = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  definition?: InputMaybe<AlertDefinitionInput>;
  where?: InputMaybe<FilterInput>;
  split?: InputMaybe<Dimension>;
  splitKey?: InputMaybe<Scalars['String']['input']>;
  severity?: InputMaybe<AlertSeverity>;
  times?: InputMaybe<Scalars['Int']['input']>;
  of?: InputMaybe<Scalars['Int']['input']>;
  minSample?: InputMaybe<Scalars['Int']['input']>;
  escalateAfter?: InputMaybe<Scalars['Duration']['input']>;
  channels?: InputMaybe<Array<Scalars['ID']['input']>>;
  escalationChannels?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type AlertRulePayload = {
  __typename?: 'AlertRulePayload';
  /** Null if there were mistakes. */
  rule: Maybe<AlertRule>;
  userErrors: Array<UserError>;
};

export type DeleteAlertRulePayload = {
  __typename?: 'DeleteAlertRulePayload';
  /** Null if there was none such. */
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type TestAlertRulePayload = {
  __typename?: 'TestAlertRulePayload';
  /** Null if there were mistakes. */
  test: Maybe<AlertRuleTest>;
  userErrors: Array<UserError>;
};

export type AlertRuleTest = {
  __typename?: 'AlertRuleTest';
  /** The end of the minute that was looked at. */
  at: Scalars['DateTime']['output'];
  findings: Array<AlertFinding>;
  /** Why there are none; null: there is an answer. */
  problem: Maybe<Scalars['String']['output']>;
  /** The title of the notice if it fired now; null where nothing was measured. */
  wouldSay: Maybe<Scalars['String']['output']>;
  backtest: Maybe<AlertBacktest>;
};

export type AlertFinding = {
  __typename?: 'AlertFinding';
  /** The key of the part as JSON; empty for a rule that is not split. */
  segment: Scalars['String']['output'];
  /** Whether it is bad now; null: frozen. */
  bad: Maybe<Scalars['Boolean']['output']>;
  frozen: Maybe<FrozenReason>;
  reading: Maybe<AlertReading>;
};

/**
 * How often a threshold would have fired, from whole buckets of time instead of windows that move minute by minute: an
 * estimate. Null for other kinds and for rules that are split.
 */
export type AlertBacktest = {
  __typename?: 'AlertBacktest';
  from: Scalars['DateTime']['output'];
  to: Scalars['DateTime']['output'];
  bucket: Interval;
  fired: Scalars['Int']['output'];
  /** Buckets that were evidence, and those that were not. */
  judged: Scalars['Int']['output'];
  frozen: Scalars['Int']['output'];
};

export type CreateSilenceInput = {
  site: Scalars['ID']['input'];
  /** Default: every rule. */
  rule?: InputMaybe<Scalars['ID']['input']>;
  /** The key of a part as JSON. Default: every one. */
  segment?: InputMaybe<Scalars['String']['input']>;
  /** Default: now. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** 90 days after `from` at most. */
  to: Scalars['DateTime']['input'];
  /** 1 to 200 characters. */
  reason: Scalars['String']['input'];
};

export type SilencePayload = {
  __typename?: 'SilencePayload';
  /** Null if there were mistakes. */
  silence: Maybe<Silence>;
  userErrors: Array<UserError>;
};

export type CreateMaintenanceWindowInput = {
  site: Scalars['ID']['input'];
  /** 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** Default: every rule. */
  rule?: InputMaybe<Scalars['ID']['input']>;
  /** Default: that of the site. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** 1 is Monday, 7 Sunday. */
  weekdays: Array<Scalars['Int']['input']>;
  /** `HH:MM` */
  startsAt: Scalars['String']['input'];
  /** A minute to 24 hours. */
  duration: Scalars['Duration']['input'];
};

export type MaintenanceWindowPayload = {
  __typename?: 'MaintenanceWindowPayload';
  /** Null if there were mistakes. */
  maintenanceWindow: Maybe<MaintenanceWindow>;
  userErrors: Array<UserError>;
};

export type DeleteMaintenanceWindowPayload = {
  __typename?: 'DeleteMaintenanceWindowPayload';
  /** Null if there was none such. */
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** Something with an id of its own. Ids are unique over all types: `shop` is a site, `shop/session/…` a session of it. */
export type Node = {
  id: Scalars['ID']['output'];
};

/** Where a page of a list stands in the whole. */
export type PageInfo = {
  __typename?: 'PageInfo';
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether the page was asked for with a cursor, so that something stands before it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor: Maybe<Scalars['String']['output']>;
  /** Ask for more with it as `after`. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** Something in the input that a person can put right. */
export type UserError = {
  __typename?: 'UserError';
  /** Where in the input: `["origins", "0"]`. */
  path: Array<Scalars['String']['output']>;
  /** INVALID, TAKEN or UNKNOWN. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
};

/**
 * A share with its evidence: what it is a share of, and the 95 % interval (Wilson's score interval). Null of nothing.
 * Counts are estimates where sessions were sampled.
 */
export type Proportion = {
  __typename?: 'Proportion';
  /** 0…1 */
  value: Maybe<Scalars['Float']['output']>;
  /** The lower bound of the 95 % interval. */
  low: Maybe<Scalars['Float']['output']>;
  /** The upper bound of the 95 % interval. */
  high: Maybe<Scalars['Float']['output']>;
  count: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

/** What this server is and what it can be asked. */
export type Capabilities = {
  __typename?: 'Capabilities';
  /** The version of Sightline: 0.1.0. */
  version: Scalars['String']['output'];
  /** Where the data lie. */
  database: DatabaseCapabilities;
  /** What a question may be. */
  limits: Limits;
  /** What is kept as a distribution, with the thresholds of its ratings. */
  metrics: Array<MetricCapability>;
  /** By what a segment can be split and filtered. */
  dimensions: Array<Dimension>;
  /** The widths of a series' buckets, from narrow to wide. */
  intervals: Array<Interval>;
  /** What `errors[].extensions.code` can be. */
  errorCodes: Array<ErrorCodeMeaning>;
  /** The elements that an embed token can be made for. */
  embeddable: Array<EmbeddableWidget>;
};

/** What keeps the data. */
export type DatabaseEdition =
  /** PostgreSQL with TimescaleDB: events and errors are hypertables. */
  | 'TIMESCALEDB'
  /** PostgreSQL alone: the same tables, unchunked. */
  | 'PLAIN';

/** The database behind the answers. */
export type DatabaseCapabilities = {
  __typename?: 'DatabaseCapabilities';
  edition: DatabaseEdition;
  /** The version of PostgreSQL: 18.1. */
  postgresVersion: Scalars['String']['output'];
  /** The version of TimescaleDB; null without it. */
  timescaleVersion: Maybe<Scalars['String']['output']>;
};

/** A metric of `Segment.vital`. */
export type MetricCapability = {
  __typename?: 'MetricCapability';
  name: VitalMetric;
  /** `ms` or `score`. */
  unit: Scalars['String']['output'];
  /** Up to here a value is good, in the unit; null for a metric without thresholds. */
  good: Maybe<Scalars['Float']['output']>;
  /** Above this a value is poor, in the unit; null for a metric without thresholds. */
  poor: Maybe<Scalars['Float']['output']>;
};

/** A code of an error, and what it means. */
export type ErrorCodeMeaning = {
  __typename?: 'ErrorCodeMeaning';
  code: Scalars['String']['output'];
  meaning: Scalars['String']['output'];
};

/** What a question may be at most. Each is refused with a code of its own, the figure and the limit. */
export type Limits = {
  __typename?: 'Limits';
  /** Points of an operation; what costs how much stands at `CostExplanation`. Over it: COST_EXCEEDED. */
  cost: Scalars['Int']['output'];
  /** Fields within fields, `__schema` and `__type` apart. Over it: DEPTH_EXCEEDED. */
  depth: Scalars['Int']['output'];
  /** Fields within fields below `__schema` and `__type`. Over it: DEPTH_EXCEEDED. */
  introspectionDepth: Scalars['Int']['output'];
  /** Tokens of a document. Over it: TOKENS_EXCEEDED. */
  tokens: Scalars['Int']['output'];
  /** Fields of an operation with its fragments unfolded. Over it: SELECTIONS_EXCEEDED. */
  selections: Scalars['Int']['output'];
  /** Aliases of a document, each counted where it is written: one in a fragment counts once. Over it: ALIASES_EXCEEDED. */
  aliases: Scalars['Int']['output'];
  /** Directives of a document, each counted where it is written. Over it: DIRECTIVES_EXCEEDED. */
  directives: Scalars['Int']['output'];
  /** Bytes of a request's body. Over it: BODY_TOO_LARGE. */
  bodyBytes: Scalars['Int']['output'];
  /** Levels of a request's JSON. Over it: BODY_TOO_DEEP. */
  bodyDepth: Scalars['Int']['output'];
  /** Parts of one split. */
  parts: Scalars['Int']['output'];
  /** Buckets of one series. */
  buckets: Scalars['Int']['output'];
  /** Sessions of one page. */
  sessions: Scalars['Int']['output'];
  /** Entries of one page of a timeline. */
  timelineEntries: Scalars['Int']['output'];
  /** Bins of a histogram. */
  histogramBins: Scalars['Int']['output'];
  /** Percentiles asked for at once. */
  percentiles: Scalars['Int']['output'];
  /** Levels of a filter. */
  filterDepth: Scalars['Int']['output'];
  /** Values in one list of a filter. */
  filterValues: Scalars['Int']['output'];
  /** The longest period of a segment. */
  range: Scalars['Duration']['output'];
  /** How long one statement may take. Over it: TIMEOUT. */
  statementTime: Scalars['Duration']['output'];
  /** How long an operation may take. Over it: TIMEOUT. */
  operationTime: Scalars['Duration']['output'];
  /** Operations of one token that run at once; more wait a little. Over it: RATE_LIMITED. */
  operationsAtOnce: Scalars['Int']['output'];
};

export type ConsentLogConnection = {
  __typename?: 'ConsentLogConnection';
  edges: Array<ConsentLogEdge>;
  nodes: Array<ConsentLogEntry>;
  pageInfo: PageInfo;
};

export type ConsentLogEdge = {
  __typename?: 'ConsentLogEdge';
  cursor: Scalars['String']['output'];
  node: ConsentLogEntry;
};

export type ConsentState =
  | 'GRANTED'
  | 'DENIED';

/** A change of what a visitor agreed to. */
export type ConsentLogEntry = {
  __typename?: 'ConsentLogEntry';
  session: Scalars['ID']['output'];
  /** The id that their browser keeps; null where it keeps none. */
  visitor: Maybe<Scalars['ID']['output']>;
  state: ConsentState;
  /** To what, as the page told: measurement, storage. Empty: everything. */
  scope: Array<Scalars['String']['output']>;
  /** When it happened, the visitor's clock put right. */
  at: Scalars['DateTime']['output'];
  /** When it was known here. */
  receivedAt: Scalars['DateTime']['output'];
};

/**
 * What a question costs, in points. Every figure and every item of a list costs a point each time it is asked: `by`
 * multiplies what is below it by `top`, `over` by its buckets, a list by `first`. A statement costs 20 points more, or 20
 * for each day of its period where no rollup covers it; segments of one scope share a statement. Everything else is free.
 */
export type CostExplanation = {
  __typename?: 'CostExplanation';
  /** The sum of the parts, points. */
  cost: Scalars['Float']['output'];
  /** What an operation may cost, points. */
  limit: Scalars['Int']['output'];
  /** The fields that cost something, in the order of the question. */
  parts: Array<CostPart>;
};

/** A field that costs something. */
export type CostPart = {
  __typename?: 'CostPart';
  /** Where it stands in the answer: site.segment.by.segment.views. */
  path: Scalars['String']['output'];
  /** How often it is asked at most. */
  times: Scalars['Float']['output'];
  /** Points for what is asked: figures and items. */
  points: Scalars['Float']['output'];
  /** Points for the statements that it takes. */
  statements: Scalars['Float']['output'];
  /** Both together. */
  cost: Scalars['Float']['output'];
};

export type DeadLetterState =
  /** Not stored: it can be replayed or dropped. */
  | 'KEPT'
  /** To be replayed by the jobs process, within seconds while it runs. */
  | 'ASKED'
  /** Stored, exactly once. */
  | 'REPLAYED';

export type DeadLetterKind =
  /** One row of a batch whose others are stored. */
  | 'ROW'
  /** A batch of which nothing is stored. */
  | 'BATCH';

/** What the database refused, with the reason and enough to store it once the reason is gone. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** A number, the same for ever. */
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  state: DeadLetterState;
  kind: DeadLetterKind;
  /** The batch as the client named it; null where it had no id that is one. */
  batchId: Maybe<Scalars['ID']['output']>;
  /** A SQLSTATE such as 22021 (not UTF-8) or 23514 (a constraint), or `undecodable`. */
  code: Scalars['String']['output'];
  /** What the database said last. */
  reason: Scalars['String']['output'];
  /** Rows in it: an event each, or the vitals of one report. Null where they cannot be read. */
  rows: Maybe<Scalars['Int']['output']>;
  /** How often it was replayed and refused again. */
  tries: Scalars['Int']['output'];
  /** Null before the first try. */
  triedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was stored; null until then. */
  replayedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * What was to be stored, as JSON: scrubbed as everything is, with what no text may hold written as \uFFFD. Rows are base64
   * of PostgreSQL's COPY BINARY; a single row stands beside it as values.
   */
  payload: Scalars['String']['output'];
};

export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  edges: Array<DeadLetterEdge>;
  nodes: Array<DeadLetter>;
  pageInfo: PageInfo;
};

export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  cursor: Scalars['String']['output'];
  node: DeadLetter;
};

export type DeadLetterCounts = {
  __typename?: 'DeadLetterCounts';
  kept: Scalars['Int']['output'];
  asked: Scalars['Int']['output'];
  replayed: Scalars['Int']['output'];
  /** Given up by hand: their payloads are gone. */
  dropped: Scalars['Int']['output'];
};

export type DeadLettersInput = {
  site: Scalars['ID']['input'];
  /** Which ones: 1,000 at most. Or `all`. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Every one that is kept. */
  all?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DeadLettersPayload = {
  __typename?: 'DeadLettersPayload';
  /** How many it was done to: those that were replayed or dropped before are not among them. Null if there were mistakes. */
  count: Maybe<Scalars['Int']['output']>;
  userErrors: Array<UserError>;
};

export type ChannelKind =
  /** JSON by HTTP, signed as Standard Webhooks. */
  | 'WEBHOOK'
  /** An incoming webhook of Slack. */
  | 'SLACK'
  /** A workflow webhook of Microsoft Teams. */
  | 'TEAMS'
  /** Mails, through the server of SMTP_URL. */
  | 'EMAIL';

/** Where notices of a site are sent. */
export type Channel = Node & {
  __typename?: 'Channel';
  /** `shop/channel/3` */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  kind: ChannelKind;
  /**
   * The origin of its receiver, or its recipients. The rest of the address is not told: it is often all that it takes to
   * post there.
   */
  target: Scalars['String']['output'];
  /** Until when the secret before this one signs as well; null where only one does. */
  oldSecretUntil: Maybe<Scalars['DateTime']['output']>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type DeliveryStatus =
  /** To be tried at `nextAttemptAt`. */
  | 'WAITING'
  | 'DELIVERED'
  /** Given up after 8 tries within a day, or because it would never go: `answer` tells why. */
  | 'DEAD';

/** A notice on its way to one channel. It has effect once; on the wire it may come more than once, under the same id. */
export type Delivery = {
  __typename?: 'Delivery';
  /** What a receiver of webhooks sees as `webhook-id`: the same in every try. */
  id: Scalars['ID']['output'];
  /** Null if it is there no more. */
  channel: Maybe<Channel>;
  /** What makes the notice one and the same, such as `alert/17/FIRING`. */
  key: Scalars['String']['output'];
  /** What it tells, such as `alert.firing`. */
  kind: Scalars['String']['output'];
  title: Scalars['String']['output'];
  status: DeliveryStatus;
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /**
   * What the receiver said last, or why it was not reached: 200 characters at most. Null before the first try. Of a receiver
   * that the operator let be internal only the status.
   */
  answer: Maybe<Scalars['String']['output']>;
  createdAt: Scalars['DateTime']['output'];
  lastAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** Null once it is delivered or dead. */
  nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
};

export type DeliveryConnection = {
  __typename?: 'DeliveryConnection';
  edges: Array<DeliveryEdge>;
  nodes: Array<Delivery>;
  pageInfo: PageInfo;
};

export type DeliveryEdge = {
  __typename?: 'DeliveryEdge';
  cursor: Scalars['String']['output'];
  node: Delivery;
};

export type CreateChannelInput = {
  /** The site that it is of. */
  site: Scalars['ID']['input'];
  /** 100 characters at most; each channel of a site has its own. */
  name: Scalars['String']['input'];
  kind: ChannelKind;
  /** The receiver, for all but mails: https, on port 443 or 8443, at a public address. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The recipients of mails: 1 to 20. */
  to?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type UpdateChannelInput = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type ChannelPayload = {
  __typename?: 'ChannelPayload';
  /** Null if there were mistakes. */
  channel: Maybe<Channel>;
  /** What webhooks are signed with (`whsec_…`): told when it is made, and never again. Null where none was made. */
  secret: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type DeleteChannelPayload = {
  __typename?: 'DeleteChannelPayload';
  /** Null if there was none such. */
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type TestChannelPayload = {
  __typename?: 'TestChannelPayload';
  /** Whether the receiver took it; null if there were mistakes. */
  delivered: Maybe<Scalars['Boolean']['output']>;
  /** What it said, or why it was not reached. */
  answer: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type RetryDeliveryPayload = {
  __typename?: 'RetryDeliveryPayload';
  /** Null if there were mistakes. */
  delivery: Maybe<Delivery>;
  userErrors: Array<UserError>;
};

/** A version that went live, as a pipeline told. Whether visitors have it yet is for `releases` to say. */
export type Deploy = {
  __typename?: 'Deploy';
  /** As pages name their release: `web@4.2.0`. */
  version: Scalars['String']['output'];
  /** `production` unless the pipeline said otherwise. */
  environment: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  note: Maybe<Scalars['String']['output']>;
  /** Of the pipeline or the change. */
  url: Maybe<Scalars['String']['output']>;
  /** The name of the token that told it. */
  by: Scalars['String']['output'];
};

export type RecordDeployInput = {
  site: Scalars['ID']['input'];
  /** As pages name their release: `web@4.2.0`; 200 characters at most. */
  version: Scalars['String']['input'];
  /** 100 characters at most. */
  environment?: InputMaybe<Scalars['String']['input']>;
  /** Default: now. A year back at most, and a day ahead. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** 500 characters at most. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** An address for whoever wants to know more: http or https. */
  url?: InputMaybe<Scalars['String']['input']>;
};

export type RecordDeployPayload = {
  __typename?: 'RecordDeployPayload';
  /** Null if there were mistakes. */
  deploy: Maybe<Deploy>;
  userErrors: Array<UserError>;
};

/** A key that signs embed tokens (HMAC with SHA-256). */
export type EmbedSecret = {
  __typename?: 'EmbedSecret';
  /** Its name, which stands in the header of every token that it signed. */
  kid: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** Since when its tokens are refused; null while they work. */
  disabledAt: Maybe<Scalars['DateTime']['output']>;
};

export type EmbeddableWidget = {
  __typename?: 'EmbeddableWidget';
  /** Its tag: `sight-vital-card`. */
  name: Scalars['String']['output'];
  /** The registered operations that it asks. */
  operations: Array<Scalars['String']['output']>;
  /** Whether it tells of single visits: then a token with a filter cannot have it. */
  wholeSite: Scalars['Boolean']['output'];
  /** Whether a token for the public can have it: no figure in it rests on fewer visitors than the floor. */
  public: Scalars['Boolean']['output'];
};

export type CreateEmbedTokenInput = {
  /** The site that it is about. */
  site: Scalars['ID']['input'];
  /** The elements that it is for: `sight-vital-card`. */
  widgets: Array<Scalars['String']['input']>;
  /** The origins of the pages that it works in: `https://wiki.example`. */
  origins: Array<Scalars['String']['input']>;
  /** Holds for everything that is answered, besides the filter that an element asks for. */
  where?: InputMaybe<FilterInput>;
  /** The longest period that may be asked for. Default: any. */
  maxRange?: InputMaybe<Scalars['Duration']['input']>;
  /** How long it works: a minute to an hour. */
  expiresIn?: InputMaybe<Scalars['Duration']['input']>;
};

export type CreateEmbedTokenPayload = {
  __typename?: 'CreateEmbedTokenPayload';
  /** The token, shown this once. Null if there were mistakes. */
  token: Maybe<Scalars['String']['output']>;
  /** What to revoke it by. */
  jti: Maybe<Scalars['String']['output']>;
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  userErrors: Array<UserError>;
};

export type CreateEmbedSecretPayload = {
  __typename?: 'CreateEmbedSecretPayload';
  /** Its name, for the header of the tokens. */
  kid: Maybe<Scalars['String']['output']>;
  /** The secret in base64url, shown this once. Null if there were mistakes. */
  secret: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type DisableEmbedSecretPayload = {
  __typename?: 'DisableEmbedSecretPayload';
  /** Null if there was none such. */
  disabledKid: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type RevokeEmbedTokenPayload = {
  __typename?: 'RevokeEmbedTokenPayload';
  /** Null if there was no such site. */
  revokedJti: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type SubjectKind =
  /** Every session of a visitor id. */
  | 'VISITOR'
  /** One session. */
  | 'SESSION'
  /** Every session that has an attribute of a value. */
  | 'USER';

/** A request to forget somebody, and what came of it. It does not say whom: `erasures(of:)` tells that to whoever knows it. */
export type Erasure = {
  __typename?: 'Erasure';
  id: Scalars['ID']['output'];
  subject: SubjectKind;
  requestedAt: Scalars['DateTime']['output'];
  /** The name of the token that asked. */
  requestedBy: Scalars['String']['output'];
  /**
   * When nothing was left of it in the database or the queue; null while that is being done. What is sent of it later than
   * this is not stored either, for 9 days: longer than a batch may be late.
   */
  doneAt: Maybe<Scalars['DateTime']['output']>;
  /** How many sessions were deleted so far. */
  sessions: Scalars['Int']['output'];
  /** How many rows of events were deleted so far; what they counted for was taken out of the rollups. */
  events: Scalars['Int']['output'];
  /** How many errors were deleted so far. */
  errors: Scalars['Int']['output'];
  /** How many dead letters were deleted so far. */
  deadLetters: Scalars['Int']['output'];
  /** How many entries of the log of consent were deleted so far. */
  consents: Scalars['Int']['output'];
};

export type ErasureConnection = {
  __typename?: 'ErasureConnection';
  edges: Array<ErasureEdge>;
  nodes: Array<Erasure>;
  pageInfo: PageInfo;
};

export type ErasureEdge = {
  __typename?: 'ErasureEdge';
  cursor: Scalars['String']['output'];
  node: Erasure;
};

export type EraseInput = {
  site: Scalars['ID']['input'];
  subject: SubjectInput;
};

/** One of the three. */
export type SubjectInput = {
  /** The id of a visitor, a UUID. */
  visitor?: InputMaybe<Scalars['ID']['input']>;
  /** The id of a session, a UUID. */
  session?: InputMaybe<Scalars['ID']['input']>;
  user?: InputMaybe<UserInput>;
};

/** Whom an attribute names, as in `sightline.setUser({ id: 'u-42' })`. */
export type UserInput = {
  /** The name of the attribute: `id`. */
  attribute: Scalars['String']['input'];
  /** Its value as text. */
  value: Scalars['String']['input'];
};

export type ErasePayload = {
  __typename?: 'ErasePayload';
  erasure: Maybe<Erasure>;
  userErrors: Array<UserError>;
};

/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type Segment = {
  __typename?: 'Segment';
  /**
   * The errors of the segment, grouped by what is wrong. Each stands for itself, also where sessions are sampled: sessions
   * with an error are kept.
   */
  errors: ErrorGroupConnection;
  /** The site's own events of one name. Counts are estimates where sessions were sampled. */
  events: CustomEventStats;
  /** The names of the site's own events, most frequent first. */
  eventNames: Array<CustomEventStats>;
  /**
   * Transactions, which the site begins and ends, by name, most frequent first. Counts are estimates where sessions were
   * sampled.
   */
  transactions: Array<TransactionStats>;
  /**
   * The sessions of the segment by the variant of a feature flag that they saw, and what the variants do to figures. A
   * session belongs to the variant of its first evaluation; one that saw two is mixed and left out. What happened before
   * the first evaluation does not count: views and vitals count from the view in which it was, everything else from the
   * evaluation itself.
   */
  flag: FlagCohorts;
  /**
   * How many sessions or visitors go through steps, and where they leave. The first step must lie in the period; the
   * others may follow its end. The segment's filter holds for every event that the funnel looks at, by the event's own
   * page, country, device, browser, os, release and environment, and by its session for all else. Of several ways through,
   * the one that gets furthest counts, and of those the one that starts first; every start is tried. One event serves one
   * step. Events of one instant count in the order of the session's timeline. Sessions that were kept only for an error do
   * not count.
   */
  funnel: FunnelResult;
  /** What visitors did, by what they did it to. Counts are estimates where sessions were sampled. */
  interactions: InteractionGroupConnection;
  /**
   * Which ways sessions take through pages. Of the sessions that `sessionCount` counts, with all their views; the same
   * page several times in a row counts once. Paths begin at the entry, or at the first view of `from`; they end at the
   * first view of `to` where it is given, behind `from` if both are. Sessions without the page are left out.
   */
  paths: PathGraph;
  /** The requests that pages made, by endpoint. Counts are estimates where sessions were sampled. */
  requests: RequestGroupConnection;
  /**
   * What pages loaded: scripts, style sheets, images, fonts and other files. Counts are estimates where sessions were
   * sampled. A view sends 50 at most: what failed, what blocked rendering, what other sites serve, and then, 40 at most,
   * the slowest.
   */
  resources: ResourceGroupConnection;
  /**
   * Tasks that kept the main thread busy for more than 50 ms, by script, those that blocked most first. Counts are
   * estimates where sessions were sampled. A view sends 50 at most.
   */
  longTasks: LongTaskGroupConnection;
  /**
   * Who comes again: visitors by the first day, week or month in which they were seen in the segment's period, and the
   * share of them with a view in each one after it. 60 periods at most. A visitor without an id in the browser is another one every day
   * (`VisitorKind`), and so never comes again: of a site without consent to storage this tells nothing.
   */
  retention: Retention;
  /**
   * The segment beside another: the same in another period, under another filter, or both. Parts of splits keep their
   * keys and buckets their place in the series, so it nests like everything else.
   */
  compare: SegmentComparison;
  /** The period that was used. */
  range: Range;
  /** Page loads, soft navigations, bfcache restores, prerender activations and screens. */
  views: Scalars['Int']['output'];
  /**
   * Sessions that began in the period. With a filter on what views carry (page, navigation type), those with at least
   * one such view, so parts of a split by page may add up to more than the whole.
   */
  sessionCount: Scalars['Int']['output'];
  /**
   * Distinct visitors with at least one view in the segment. Without an id in the browser a visitor is told apart within
   * a UTC day (`VisitorKind.DAILY`), or is one session: over several days they count more than once. With a filter or
   * a split on what sessions carry, those of such sessions. A visitor is in every part that they have a view in, so
   * parts may add up to more than the whole.
   */
  visitors: Scalars['Int']['output'];
  /** Distinct visitors in the day, the 7 days and the 30 days that end with the segment's period. */
  activeUsers: ActiveUsers;
  /** Sessions with one view and no interaction, of all sessions. */
  bounceRate: Proportion;
  /** Sessions that lasted 10 s or longer, had two views or an interaction, of all sessions. */
  engagementRate: Proportion;
  /** Sessions with a rage, dead or error click or an abandoned form, of all sessions. */
  frustrationRate: Proportion;
  /** Sessions without an unhandled error, of all sessions. */
  crashFreeSessions: Proportion;
  /** The median of `sessionDuration`. */
  medianSessionDuration: Maybe<Scalars['Duration']['output']>;
  /** From the start of each session to the last thing that happened in it, ms. */
  sessionDuration: Distribution;
  /** How satisfied visitors are with a duration (Apdex Alliance): (satisfied + tolerating / 2) / total. */
  apdex: Apdex;
  /** The distribution of one metric. Without a filter on navigation type: of hard loads only, as in CrUX. */
  vital: VitalStats;
  /** Whether LCP, INP and CLS are all good at the 75th percentile. */
  coreWebVitals: CoreWebVitals;
  /** The sessions that `sessionCount` counts; those kept only for an error are listed too. */
  sessions: SessionConnection;
  /** The segment split by a dimension: the parts with the most views, or as ordered. */
  by: Array<KeyedSegment>;
  /** The segment split by time: every bucket, also those without data; 2,000 at most. */
  over: Array<TimedSegment>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentErrorsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<ErrorOrder>;
  state?: InputMaybe<ErrorState>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentEventsArgs = {
  name: Scalars['String']['input'];
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentEventNamesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentTransactionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentFlagArgs = {
  key: Scalars['String']['input'];
  control?: InputMaybe<Scalars['String']['input']>;
  split?: InputMaybe<Array<FlagSplitInput>>;
  sequential?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentFunnelArgs = {
  steps: Array<FunnelStepInput>;
  order?: InputMaybe<FunnelOrder>;
  countBy?: InputMaybe<Entrant>;
  window?: InputMaybe<Scalars['Duration']['input']>;
  exclude?: InputMaybe<Array<FunnelExclusionInput>>;
  sample?: InputMaybe<FunnelSample>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentInteractionsArgs = {
  kind?: InputMaybe<ActionKind>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentPathsArgs = {
  from?: InputMaybe<Scalars['String']['input']>;
  to?: InputMaybe<Scalars['String']['input']>;
  depth?: InputMaybe<Scalars['Int']['input']>;
  top?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<RequestOrder>;
  failedOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentResourcesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  thirdPartyOnly?: InputMaybe<Scalars['Boolean']['input']>;
  by?: InputMaybe<ResourceGrouping>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentLongTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentRetentionArgs = {
  interval?: InputMaybe<CalendarInterval>;
  cohorts?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentCompareArgs = {
  to?: InputMaybe<ComparisonPeriod>;
  range?: InputMaybe<RangeInput>;
  where?: InputMaybe<FilterInput>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentApdexArgs = {
  threshold?: InputMaybe<Scalars['Float']['input']>;
  metric?: InputMaybe<DurationMetric>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentVitalArgs = {
  metric: VitalMetric;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<SessionOrder>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentByArgs = {
  dimension: Dimension;
  key?: InputMaybe<Scalars['String']['input']>;
  top?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<SegmentOrder>;
  other?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * A site, a period and a filter: a place to stand. Every figure is a field of it, and `by` and `over` give segments
 * again, to any depth. Counts are estimates where sessions were sampled: each speaks for 1/rate of them. Bots are left
 * out unless asked for.
 */
export type SegmentOverArgs = {
  interval: Interval;
};

/** By what groups of errors are ordered. */
export type ErrorOrder =
  /** Sessions with the error in the period, most first. */
  | 'SESSIONS'
  /** Occurrences in the period, most first. */
  | 'EVENTS'
  /** `lastSeen`, latest first. */
  | 'LAST_SEEN'
  /** `firstSeen`, latest first. */
  | 'FIRST_SEEN'
  /** Those that were seen first in the period come before all others; within each part by sessions. */
  | 'NEW';

/** Where a group of errors stands. */
export type ErrorState =
  /** Nobody decided about it, or what was decided is over. */
  | 'OPEN'
  /** Resolved, and not seen since where the fix should be. */
  | 'RESOLVED'
  /** Out of sight until a moment, until so many more events, or until it is opened again. */
  | 'IGNORED'
  /**
   * Resolved, and seen since: in the release that has the fix or in one that was seen first later; where no release was
   * given, anywhere.
   */
  | 'REGRESSED';

/** What made errors one group. */
export type ErrorGrouping =
  /** The type and the site's own frames of the stack, by function and module. */
  | 'STACK'
  /** Without such frames: the source, the type and the message with what varies replaced. */
  | 'MESSAGE'
  /** Neither makes this fingerprint: the client gave its own, or what made it was scrubbed before it was stored. */
  | 'CLIENT';

/** Why errors are one group, worked out from the latest of them and held against the stored fingerprint. */
export type ErrorGroupingReason = {
  __typename?: 'ErrorGroupingReason';
  /** What made them one group. */
  by: ErrorGrouping;
  /** With STACK: the frames that made it, at most 8. */
  frames: Array<ErrorFrame>;
  /** With MESSAGE: the message with numbers, UUIDs, URLs, hex and quoted text replaced. */
  message: Maybe<Scalars['String']['output']>;
  /** The version of the algorithm: groups of different versions are never merged. */
  version: Scalars['String']['output'];
};

/** A frame of a stack without line, column, build hash and query string. */
export type ErrorFrame = {
  __typename?: 'ErrorFrame';
  /** The function's name; `?` where it has none. */
  function: Scalars['String']['output'];
  /** The path of its script. */
  module: Scalars['String']['output'];
};

/** Errors with one fingerprint. Figures are of the segment's period; type, message and source are of the latest occurrence. */
export type ErrorGroup = Node & {
  __typename?: 'ErrorGroup';
  /** The same everywhere: `shop/error/v1-4f9a1c`. */
  id: Scalars['ID']['output'];
  /** What all of them share: the version of the algorithm and a digest. */
  fingerprint: Scalars['String']['output'];
  /** The class of the error: TypeError. */
  type: Maybe<Scalars['String']['output']>;
  /** As text, whatever it holds. */
  message: Scalars['String']['output'];
  /** window, promise, console, network, csp, report or custom. */
  source: Scalars['String']['output'];
  /** Whether every occurrence in the period was caught by the site's own code; null without one. */
  handled: Maybe<Scalars['Boolean']['output']>;
  /** Why they are one group. */
  reason: ErrorGroupingReason;
  /** Where it stands now: for the whole site, whatever the segment. */
  state: ErrorState;
  /** What was decided about it last; null where nobody decided. */
  decision: Maybe<ErrorDecision>;
  /** Occurrences in the period. */
  events: Scalars['Int']['output'];
  /** Sessions with it in the period. */
  sessions: Scalars['Int']['output'];
  /** Visitors with it in the period. Without consent a visitor is one session. */
  visitors: Scalars['Int']['output'];
  /** Sessions with it, of all sessions that began in the period. */
  shareOfSessions: Proportion;
  /** Over all time that is kept, not only the period. */
  firstSeen: Scalars['DateTime']['output'];
  /** Over all time that is kept, not only the period. */
  lastSeen: Scalars['DateTime']['output'];
  /** The release in which it was seen first; null where that occurrence named none. */
  firstRelease: Maybe<Scalars['String']['output']>;
  /** The release in which it was seen last; null where that occurrence named none. */
  lastRelease: Maybe<Scalars['String']['output']>;
  /** The period in buckets, also those without occurrences; 2,000 at most. */
  over: Array<ErrorPoint>;
  /** In which releases it happened in the period, those of most sessions first; 50 at most. */
  releases: Array<GroupSplit>;
  /** On which pages it happened in the period, those of most sessions first; 50 at most. */
  pages: Array<GroupSplit>;
  /** In which browsers it happened in the period, those of most sessions first; 50 at most. */
  browsers: Array<GroupSplit>;
  /** The sessions that had it latest in the period; 20 at most. */
  sampleSessions: Array<Session>;
  /** The sessions of the segment that had it at any time. */
  segment: Segment;
  /** The latest occurrence of all that are kept, with its stack and what went before. */
  latest: ErrorEntry;
};


/** Errors with one fingerprint. Figures are of the segment's period; type, message and source are of the latest occurrence. */
export type ErrorGroupOverArgs = {
  interval: Interval;
};


/** Errors with one fingerprint. Figures are of the segment's period; type, message and source are of the latest occurrence. */
export type ErrorGroupReleasesArgs = {
  top?: InputMaybe<Scalars['Int']['input']>;
};


/** Errors with one fingerprint. Figures are of the segment's period; type, message and source are of the latest occurrence. */
export type ErrorGroupPagesArgs = {
  top?: InputMaybe<Scalars['Int']['input']>;
};


/** Errors with one fingerprint. Figures are of the segment's period; type, message and source are of the latest occurrence. */
export type ErrorGroupBrowsersArgs = {
  top?: InputMaybe<Scalars['Int']['input']>;
};


/** Errors with one fingerprint. Figures are of the segment's period; type, message and source are of the latest occurrence. */
export type ErrorGroupSampleSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A bucket of a group's series: start ≤ time < end. */
export type ErrorPoint = {
  __typename?: 'ErrorPoint';
  /** Its first moment. */
  start: Scalars['DateTime']['output'];
  /** The first moment that does not belong to it any more. */
  end: Scalars['DateTime']['output'];
  /** Occurrences. */
  events: Scalars['Int']['output'];
  /** Sessions with it. */
  sessions: Scalars['Int']['output'];
};

/** What somebody decided about a group. */
export type ErrorDecision = {
  __typename?: 'ErrorDecision';
  /** OPEN, RESOLVED or IGNORED. */
  state: ErrorState;
  /** With RESOLVED: the release that has the fix; null: every release. */
  release: Maybe<Scalars['String']['output']>;
  /** With IGNORED: until then. */
  until: Maybe<Scalars['DateTime']['output']>;
  /** With IGNORED: until so many more events. */
  count: Maybe<Scalars['Int']['output']>;
  /** When it was decided. */
  at: Scalars['DateTime']['output'];
  /** The name of the token that decided. */
  by: Scalars['String']['output'];
};

/** A page of groups of errors. */
export type ErrorGroupConnection = {
  __typename?: 'ErrorGroupConnection';
  /** Each with its cursor. */
  edges: Array<ErrorGroupEdge>;
  /** The same without cursors. */
  nodes: Array<ErrorGroup>;
  /** Whether there are more, and where to go on. */
  pageInfo: PageInfo;
};

/** An entry of the page. */
export type ErrorGroupEdge = {
  __typename?: 'ErrorGroupEdge';
  /** The place behind which to go on: `after`. */
  cursor: Scalars['String']['output'];
  /** The entry itself. */
  node: ErrorGroup;
};

/** Which group is resolved. */
export type ResolveErrorGroupInput = {
  /** The group's id: `shop/error/v1-4f9a1c`. */
  id: Scalars['ID']['input'];
  /**
   * The release that has the fix, seen already or not: it and later ones bring the group back, older ones do not. Null:
   * every occurrence from now on does.
   */
  release?: InputMaybe<Scalars['String']['input']>;
};

/** Which group is ignored, and for how long. */
export type IgnoreErrorGroupInput = {
  /** The group's id: `shop/error/v1-4f9a1c`. */
  id: Scalars['ID']['input'];
  /** Until this moment. Give this, `count`, or neither. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
  /** Until so many more events, 1 to 1,000,000. */
  count?: InputMaybe<Scalars['Int']['input']>;
};

/** Which group is opened again. */
export type ReopenErrorGroupInput = {
  /** The group's id: `shop/error/v1-4f9a1c`. */
  id: Scalars['ID']['input'];
};

/** What came of the decision. */
export type ErrorGroupPayload = {
  __typename?: 'ErrorGroupPayload';
  /** The group as it stands now, with the figures of the last 30 days; null if there were mistakes. */
  group: Maybe<ErrorGroup>;
  /** The mistakes in the input; empty if it was decided. */
  userErrors: Array<UserError>;
};

/** The site's own events of one name. */
export type CustomEventStats = {
  __typename?: 'CustomEventStats';
  /** The name that the site gave. */
  name: Scalars['String']['output'];
  /** Events. */
  count: Scalars['Int']['output'];
  /** Sessions with one of them. */
  sessions: Scalars['Int']['output'];
  /** Visitors with one of them. Without consent a visitor is one session. */
  visitors: Scalars['Int']['output'];
  /** The numbers that came with them; those without one are not counted. */
  value: Distribution;
  /** Those numbers together; null where none came. */
  sum: Maybe<Scalars['Float']['output']>;
  /** The period in buckets, also those without events; 2,000 at most. */
  over: Array<CustomEventPoint>;
  /** What came with them: the attributes that came most often. */
  attributes: Array<EventAttribute>;
  /** The sessions that had it latest in the period; 20 at most. */
  sampleSessions: Array<Session>;
  /** The sessions of the segment that had it at any time. */
  segment: Segment;
};


/** The site's own events of one name. */
export type CustomEventStatsOverArgs = {
  interval: Interval;
};


/** The site's own events of one name. */
export type CustomEventStatsAttributesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  top?: InputMaybe<Scalars['Int']['input']>;
};


/** The site's own events of one name. */
export type CustomEventStatsSampleSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A bucket of an event's series: start ≤ time < end. */
export type CustomEventPoint = {
  __typename?: 'CustomEventPoint';
  /** Its first moment. */
  start: Scalars['DateTime']['output'];
  /** The first moment that does not belong to it any more. */
  end: Scalars['DateTime']['output'];
  /** Events. */
  count: Scalars['Int']['output'];
  /** The numbers that came with them together; null where none came. */
  sum: Maybe<Scalars['Float']['output']>;
};

/** An attribute of events. */
export type EventAttribute = {
  __typename?: 'EventAttribute';
  /** The key that the site gave. */
  key: Scalars['String']['output'];
  /** Events that had it. */
  count: Scalars['Int']['output'];
  /** Its values as text, most frequent first. */
  values: Array<EventAttributeValue>;
};

/** A value of an attribute. */
export type EventAttributeValue = {
  __typename?: 'EventAttributeValue';
  /** As text; null where null was sent. */
  value: Maybe<Scalars['String']['output']>;
  /** Events that had this value. */
  count: Scalars['Int']['output'];
};

/** Transactions of one name. */
export type TransactionStats = {
  __typename?: 'TransactionStats';
  /** The name that the site gave. */
  name: Scalars['String']['output'];
  /** Transactions that ended, in whichever way. */
  count: Scalars['Int']['output'];
  /** Those that succeeded, of all. */
  success: Proportion;
  /** Those that failed. */
  failed: Scalars['Int']['output'];
  /** Those that were abandoned. */
  abandoned: Scalars['Int']['output'];
  /** How long those took that succeeded, ms. */
  duration: Distribution;
  /** Sessions with one of them. */
  sessions: Scalars['Int']['output'];
  /** The sessions of the segment that had one of them at any time. */
  segment: Segment;
};

export type FlagSplitInput = {
  variant: Scalars['String']['input'];
  /** Its part of the split, more than 0: 50 and 50, or 1 and 9. */
  weight: Scalars['Float']['input'];
};

/** The sessions of a segment by the variant of a flag that they saw. */
export type FlagCohorts = {
  __typename?: 'FlagCohorts';
  key: Scalars['String']['output'];
  /** The variant that the others are compared with; null if nobody said which. */
  control: Maybe<Scalars['String']['output']>;
  /** Sessions that began in the period and evaluated the flag, mixed ones included; estimated where they are sampled. */
  sessions: Scalars['Int']['output'];
  /** Sessions that saw two variants or more. They are in no variant. */
  mixed: Scalars['Int']['output'];
  /** The variants seen, those of most sessions first; 50 at most. */
  variants: Array<FlagVariant>;
  /** Whether sessions came to the variants as they were meant to. */
  sampleRatio: SampleRatio;
  /**
   * Each variant but the control beside the control, for each metric: by variant, then in the order of the metrics. The
   * verdicts are corrected for all of them together, so ask for all that you will look at.
   */
  compare: Array<FlagComparison>;
  /** Where the guardrails stand that the flag was saved with: by variant, then in their order. */
  guardrails: Array<FlagGuardrailResult>;
};


/** The sessions of a segment by the variant of a flag that they saw. */
export type FlagCohortsCompareArgs = {
  metrics: Array<FlagMetricInput>;
};

/** The sessions of one variant. */
export type FlagVariant = {
  __typename?: 'FlagVariant';
  /** Its name. */
  key: Scalars['String']['output'];
  isControl: Scalars['Boolean']['output'];
  /** Sessions that began in the period and saw this variant alone; estimated where they are sampled. */
  sessions: Scalars['Int']['output'];
  /** Its part of the sessions of all variants, 0…1; null of nothing. */
  share: Maybe<Scalars['Float']['output']>;
  /** The part that it was meant to have, 0…1; null for a variant that the split does not name. */
  expectedShare: Maybe<Scalars['Float']['output']>;
  /**
   * Its sessions as a place to stand. What is counted in it happened since the first evaluation. `over` tells how many
   * sessions came by day.
   */
  segment: Segment;
};

/**
 * Chi-square of the sessions by variant against the declared split, corrected for visitors with several sessions (Rao and
 * Scott). A mismatch means that sessions are missing from a variant, so that no comparison can be trusted.
 */
export type SampleRatio = {
  __typename?: 'SampleRatio';
  /** Null with less than two variants. */
  chiSquare: Maybe<Scalars['Float']['output']>;
  /** How likely a split at least as far off would be if visitors came as declared. */
  pValue: Maybe<Scalars['Float']['output']>;
  /** True under 0.001: no verdict is given. */
  mismatch: Scalars['Boolean']['output'];
};

/** A figure to compare variants by: exactly one of vital, figure, conversion and funnel. */
export type FlagMetricInput = {
  /** What it is called in answers. Default: what it is. */
  name?: InputMaybe<Scalars['String']['input']>;
  vital?: InputMaybe<FlagVitalInput>;
  figure?: InputMaybe<FlagFigure>;
  /** The share of sessions in which this happened after the flag was evaluated. Higher is better unless `aim` says else. */
  conversion?: InputMaybe<PredicateInput>;
  /** The share of those who entered the funnel that came to its end. Higher is better unless `aim` says else. */
  funnel?: InputMaybe<FunnelDefinitionInput>;
  /** Which way is good, for a conversion or a funnel. */
  aim?: InputMaybe<FlagAim>;
};

export type FlagAim =
  /** Lower is better. */
  | 'LOWER'
  /** Higher is better. */
  | 'HIGHER';

export type FlagVitalInput = {
  metric: VitalMetric;
  of?: InputMaybe<FlagVitalFigure>;
  /** Which quantile, 0…1. */
  q?: InputMaybe<Scalars['Float']['input']>;
};

/** What of the values of a metric is compared. */
export type FlagVitalFigure =
  /** A quantile, in the metric's unit. Lower is better. */
  | 'QUANTILE'
  /** The mean, in the metric's unit. Lower is better. A few very slow values move it far. */
  | 'MEAN'
  /** The share of values that are rated good. Higher is better. */
  | 'GOOD_SHARE';

/** Figures of sessions, since the first evaluation. */
export type FlagFigure =
  /** Share of sessions without an unhandled error. Higher is better. */
  | 'CRASH_FREE_SESSIONS'
  /** Errors per session. Lower is better. */
  | 'ERRORS_PER_SESSION'
  /** Share of sessions with one view and no interaction. Lower is better. */
  | 'BOUNCE_RATE'
  /** Share of sessions with two views, an interaction or ten seconds. Higher is better. */
  | 'ENGAGEMENT_RATE'
  /** Share of sessions with a rage, dead or error click or an abandoned form. Lower is better. */
  | 'FRUSTRATION_RATE'
  /** Views per session. Higher is better. */
  | 'VIEWS_PER_SESSION'
  /** Share of requests that failed. Lower is better. */
  | 'REQUEST_FAILURE_RATE';

/** A figure of a variant beside the same of the control. Errors are by visitor, since what one visitor does hangs together. */
export type FlagComparison = {
  __typename?: 'FlagComparison';
  /** What the metric is called, such as `INP p75`. */
  metric: Scalars['String']['output'];
  /** The variant that is compared with the control. */
  variant: Scalars['String']['output'];
  /** In the metric's unit, or a share 0…1; null without data. */
  value: Maybe<Scalars['Float']['output']>;
  /** The same of the control. */
  baseline: Maybe<Scalars['Float']['output']>;
  /** value − baseline */
  difference: Maybe<Scalars['Float']['output']>;
  /** difference / baseline; null where the baseline is 0. */
  relative: Maybe<Scalars['Float']['output']>;
  /** Visitors of the variant that have a part in the value; for a funnel its entrants. */
  visitors: Scalars['Int']['output'];
  /** The same of the control. */
  baselineVisitors: Scalars['Int']['output'];
  /**
   * The lower bound of the difference, 95 %, for one look at this figure alone; null with too little data. Shares by
   * Newcombe, means by Welch, quantiles by the normal approximation.
   */
  low: Maybe<Scalars['Float']['output']>;
  /** The upper bound of the same. */
  high: Maybe<Scalars['Float']['output']>;
  /** How likely a difference at least as large would be without any, for one look at this figure alone. */
  pValue: Maybe<Scalars['Float']['output']>;
  /** The lower bound of the difference, 95 %, that holds at every look at once, for this figure alone. */
  alwaysLow: Maybe<Scalars['Float']['output']>;
  /** The upper bound of the same. */
  alwaysHigh: Maybe<Scalars['Float']['output']>;
  /** The p-value that holds at every look at once, for this figure alone. */
  alwaysPValue: Maybe<Scalars['Float']['output']>;
  /**
   * The p-value that decides, corrected for all figures and variants asked for (Holm and Bonferroni): the always-valid one
   * unless `sequential` is false.
   */
  adjustedPValue: Maybe<Scalars['Float']['output']>;
  verdict: FlagVerdict;
};

/** What may be said of a variant. Of experiments without any difference, 5 % at most ever find one. */
export type FlagVerdict =
  /** The corrected p-value is 0.05 at most, and the difference is to the good. */
  | 'BETTER'
  /** The corrected p-value is 0.05 at most, and the difference is to the bad. */
  | 'WORSE'
  /** The corrected p-value is above 0.05. That is no proof that there is no difference. */
  | 'NO_DIFFERENCE_SHOWN'
  /** Under 100 visitors in one of the two, or for a share under 5 of either outcome. */
  | 'TOO_LITTLE_DATA'
  /** Sessions did not come to the variants as they were meant to: first find out why. */
  | 'SAMPLE_RATIO_MISMATCH';

/** Where a guardrail stands for a variant, by bounds that hold at every look at once and for all guardrails together. */
export type FlagGuardrailResult = {
  __typename?: 'FlagGuardrailResult';
  metric: Scalars['String']['output'];
  variant: Scalars['String']['output'];
  /** How much worse than the control it may be: in the metric's unit, or as a share of the control's value. */
  worst: Scalars['Float']['output'];
  /** Whether `worst` is a share of the control's value. */
  relative: Scalars['Boolean']['output'];
  /** Null without data. */
  value: Maybe<Scalars['Float']['output']>;
  /** The same of the control. */
  baseline: Maybe<Scalars['Float']['output']>;
  /** value − baseline */
  difference: Maybe<Scalars['Float']['output']>;
  state: FlagGuardrailState;
};

export type FlagGuardrailState =
  /** It is surely not worse than allowed. */
  | 'PASSED'
  /** It is surely worse than allowed. */
  | 'BROKEN'
  /** The data do not say; also under 100 visitors, and with a sample ratio mismatch. */
  | 'UNDECIDED';

/** A feature flag: what was seen of it, and what was decided about it. */
export type Flag = Node & {
  __typename?: 'Flag';
  /** `shop/flag/new-checkout` */
  id: Scalars['ID']['output'];
  /** The key that it is evaluated by. */
  key: Scalars['String']['output'];
  /** The variants that sessions saw first in the last 30 days, those of most sessions first; 50 at most. */
  variants: Array<SeenVariant>;
  /** When a session evaluated it for its first time, the last of them in 30 days; null if none did. */
  lastEvaluation: Maybe<Scalars['DateTime']['output']>;
  /** The variant that the others are compared with; null if the flag is not saved. */
  control: Maybe<Scalars['String']['output']>;
  /** How sessions are meant to be split; null: alike. */
  split: Maybe<Array<FlagSplit>>;
  /** What is compared when it is judged every hour, as JSON in the form of [FlagMetricInput!]; null if the flag is not saved. */
  metrics: Maybe<Scalars['String']['output']>;
  /** What must not get worse, as JSON in the form of [FlagGuardrailInput!]; null if the flag is not saved. */
  guardrails: Maybe<Scalars['String']['output']>;
  /** Who it is of, in words of those who saved it. */
  owner: Maybe<Scalars['String']['output']>;
  /** Who is told of verdicts and broken guardrails. */
  channels: Array<Channel>;
  /** When the experiment began; null if the flag is not saved. */
  startedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was saved last; null if it is not. */
  updatedAt: Maybe<Scalars['DateTime']['output']>;
};

/** A variant of a flag with the sessions that saw it first. */
export type SeenVariant = {
  __typename?: 'SeenVariant';
  /** Its name. */
  key: Scalars['String']['output'];
  /** Sessions of the last 30 days, mixed ones included; estimated where they are sampled. */
  sessions: Scalars['Int']['output'];
};

/** The part of the sessions that a variant is meant to have. */
export type FlagSplit = {
  __typename?: 'FlagSplit';
  variant: Scalars['String']['output'];
  /** In proportion to the other weights. */
  weight: Scalars['Float']['output'];
};

export type SaveFlagInput = {
  /** The site that it is of. */
  site: Scalars['ID']['input'];
  /** The key that it is evaluated by, 200 characters at most. */
  key: Scalars['String']['input'];
  /** The variant that the others are compared with. */
  control: Scalars['String']['input'];
  /** How sessions are meant to be split. Default: alike over all variants seen. */
  split?: InputMaybe<Array<FlagSplitInput>>;
  /** What is compared when it is judged every hour, 20 at most. Default: nothing, only guardrails are. */
  metrics?: InputMaybe<Array<FlagMetricInput>>;
  /** What must not get worse, 20 at most. */
  guardrails?: InputMaybe<Array<FlagGuardrailInput>>;
  /** Who it is of, 200 characters at most. */
  owner?: InputMaybe<Scalars['String']['input']>;
  /** Ids of channels of the site: they are told when a guardrail breaks or a verdict is first reached. */
  channels?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** When the experiment began: nothing before counts when it is judged by itself. Default: now, or as it was saved before. */
  startedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A figure with the worst change that is acceptable. */
export type FlagGuardrailInput = {
  metric: FlagMetricInput;
  /**
   * How much worse than the control it may be, 0 or more: in the metric's unit (50 for 50 ms, 0.01 for one percent point),
   * or as a share of the control's value.
   */
  worst: Scalars['Float']['input'];
  /** Whether `worst` is a share of the control's value: 0.1 for ten percent. */
  relative?: InputMaybe<Scalars['Boolean']['input']>;
};

export type FlagPayload = {
  __typename?: 'FlagPayload';
  /** Null if there were mistakes. */
  flag: Maybe<Flag>;
  userErrors: Array<UserError>;
};

export type DeleteFlagPayload = {
  __typename?: 'DeleteFlagPayload';
  /** Null if there was none such. */
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** In which order the steps of a funnel must happen. */
export type FunnelOrder =
  /** One after the other; anything may lie between. */
  | 'ORDERED'
  /** Each step is the very next event of the types that the steps name: with steps that are views, the next view. */
  | 'STRICT'
  /** In any order: step i is reached when the first i steps have all happened. */
  | 'UNORDERED';

/** What passes through a funnel. */
export type Entrant =
  /** A session: all steps happen in it. */
  | 'SESSION'
  /** A visitor: the steps may happen in several sessions. */
  | 'VISITOR';

/** Of how many entrants a funnel is answered. */
export type FunnelSample =
  /** Of all; refused above 40 million matching events. */
  | 'FULL'
  /** Of the sixteenth of the visitors that their ids choose, always the same; counts are estimates. */
  | 'SIXTEENTH'
  /** Of all up to 4 million matching events, above of a sixteenth. */
  | 'AUTO';

/**
 * A step of a funnel: one thing that may happen, exactly one of page, event, action, error, vital, request and
 * transaction.
 */
export type FunnelStepInput = {
  /** What it is called. Default: what it looks for. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A view of such a page. */
  page?: InputMaybe<StringFilter>;
  /** A custom event of this name. */
  event?: InputMaybe<Scalars['String']['input']>;
  action?: InputMaybe<ActionPredicate>;
  error?: InputMaybe<ErrorPredicate>;
  vital?: InputMaybe<VitalPredicate>;
  request?: InputMaybe<RequestPredicate>;
  transaction?: InputMaybe<TransactionPredicate>;
  /** And this holds for the view or session in which it happened. */
  where?: InputMaybe<FilterInput>;
  /** No more than this after the step before, the far end included; 90 days at most. Default: the funnel's window alone. */
  window?: InputMaybe<Scalars['Duration']['input']>;
};

/**
 * An event that must not happen between two steps: exactly one of page, event, action, error, vital, request and
 * transaction. Those whom nothing else kept from getting further are removed from the funnel.
 */
export type FunnelExclusionInput = {
  /** The name of the step after which it must not happen. */
  from: Scalars['String']['input'];
  /** The name of the later step before which it must not happen. */
  to: Scalars['String']['input'];
  /** A view of such a page. */
  page?: InputMaybe<StringFilter>;
  /** A custom event of this name. */
  event?: InputMaybe<Scalars['String']['input']>;
  action?: InputMaybe<ActionPredicate>;
  error?: InputMaybe<ErrorPredicate>;
  vital?: InputMaybe<VitalPredicate>;
  request?: InputMaybe<RequestPredicate>;
  transaction?: InputMaybe<TransactionPredicate>;
  /** And this holds for the view or session in which it happened. */
  where?: InputMaybe<FilterInput>;
};

/** What a funnel found. */
export type FunnelResult = {
  __typename?: 'FunnelResult';
  /** In their order; each has at most as many entrants as the one before. */
  steps: Array<FunnelStep>;
  /** Entrants that have not reached the last step and still can: the window of a start of theirs is open. */
  open: Scalars['Int']['output'];
  /** Those who would have got further but for an excluded event: they are in no step. */
  removed: Scalars['Int']['output'];
  /** Whether a sixteenth of the visitors stand for all. */
  sampled: Scalars['Boolean']['output'];
  /** From the first step to the last, ms, of those who reached it. */
  totalTime: Distribution;
  /**
   * The funnel split by a dimension: an entrant has the value of its first step, so parts add up to the whole. The parts
   * with the most entrants come first.
   */
  breakdown: Array<FunnelBreakdown>;
};


/** What a funnel found. */
export type FunnelResultBreakdownArgs = {
  dimension: Dimension;
  key?: InputMaybe<Scalars['String']['input']>;
  top?: InputMaybe<Scalars['Int']['input']>;
  other?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A part of a funnel split by a dimension. */
export type FunnelBreakdown = {
  __typename?: 'FunnelBreakdown';
  /** The value of the first step; null if it is unknown, or if this is the part of all others. */
  key: Maybe<Scalars['String']['output']>;
  /** Whether this is the part of all others. */
  other: Scalars['Boolean']['output'];
  steps: Array<FunnelStep>;
  /** Entrants that have not reached the last step and still can. */
  open: Scalars['Int']['output'];
  /** Those who would have got further but for an excluded event. */
  removed: Scalars['Int']['output'];
};

/** Bounds of a count, both included. */
export type CountInterval = {
  __typename?: 'CountInterval';
  low: Scalars['Int']['output'];
  high: Scalars['Int']['output'];
};

/**
 * A step of a funnel. Counts are estimates where sessions were sampled: a session counts its weight, a visitor that of the
 * session of its first step.
 */
export type FunnelStep = {
  __typename?: 'FunnelStep';
  name: Scalars['String']['output'];
  /** Those who reached it and every step before. */
  entrants: Scalars['Int']['output'];
  /** Of a sampled funnel, where the full count lies with 95 %; else null. */
  entrantsInterval: Maybe<CountInterval>;
  /** Entrants, of those of the first step: 0…1. Null without any. */
  fromFirst: Maybe<Scalars['Float']['output']>;
  /** Entrants, of those of the step before: 0…1. Null without any, and of the first step. */
  fromPrevious: Maybe<Scalars['Float']['output']>;
  /** `fromFirst` with its 95 % interval. */
  conversionFromFirst: Proportion;
  /** `fromPrevious` with its 95 % interval; null of the first step. */
  conversionFromPrevious: Maybe<Proportion>;
  /** Those who reached the step before and not this one; 0 of the first step. */
  dropOff: Scalars['Int']['output'];
  /** From the step before, within 1 %; null without any, and of the first step. */
  medianTime: Maybe<Scalars['Duration']['output']>;
  /** The 90th percentile of the same. */
  p90Time: Maybe<Scalars['Duration']['output']>;
  /** From the step before, ms. */
  timeDistribution: Distribution;
  /**
   * The sessions or visitors that reached it, as a segment on which everything else can be asked; also of a sampled funnel
   * all of them. Its period reaches 5 hours further back, and ahead to the end of the last window, so that sessions are
   * whole. A million at most.
   */
  segment: Segment;
  /** The sessions or visitors that reached the step before and not this one, in the same way. */
  dropOffSegment: Segment;
};

/** A funnel under a name. */
export type Funnel = Node & {
  __typename?: 'Funnel';
  /** `shop/funnel/3` */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** What its steps are called, in their order. */
  stepNames: Array<Scalars['String']['output']>;
  /** What it was saved with, as JSON in the form of FunnelDefinitionInput. */
  definition: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
  /** What it finds in a period. */
  result: FunnelResult;
};


/** A funnel under a name. */
export type FunnelResultArgs = {
  range: RangeInput;
  where?: InputMaybe<FilterInput>;
  includeBots?: InputMaybe<Scalars['Boolean']['input']>;
  sample?: InputMaybe<FunnelSample>;
};

/** The arguments of `Segment.funnel` that belong to the funnel itself. */
export type FunnelDefinitionInput = {
  /** 1 to 10. */
  steps: Array<FunnelStepInput>;
  order?: InputMaybe<FunnelOrder>;
  countBy?: InputMaybe<Entrant>;
  /** From the first step to the last. Default: the session for sessions, 7 days for visitors. */
  window?: InputMaybe<Scalars['Duration']['input']>;
  /** What must not happen between two steps. */
  exclude?: InputMaybe<Array<FunnelExclusionInput>>;
};

export type CreateFunnelInput = {
  /** The site that it is of. */
  site: Scalars['ID']['input'];
  /** 100 characters at most; each funnel of a site has its own. */
  name: Scalars['String']['input'];
  definition: FunnelDefinitionInput;
};

export type UpdateFunnelInput = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  definition?: InputMaybe<FunnelDefinitionInput>;
};

export type FunnelPayload = {
  __typename?: 'FunnelPayload';
  /** Null if there were mistakes. */
  funnel: Maybe<Funnel>;
  userErrors: Array<UserError>;
};

export type DeleteFunnelPayload = {
  __typename?: 'DeleteFunnelPayload';
  /** Null if there was none such. */
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** What was done to one target. */
export type InteractionGroup = {
  __typename?: 'InteractionGroup';
  /** Its CSS selector; null where none was told. */
  target: Maybe<Scalars['String']['output']>;
  /** The accessible name that it had most often, never the text of an input. */
  label: Maybe<Scalars['String']['output']>;
  /** Interactions of every kind. */
  count: Scalars['Int']['output'];
  /** By kind. */
  counts: InteractionCounts;
  /** Sessions with one of them. */
  sessions: Scalars['Int']['output'];
  /** On which pages it happened, those of most sessions first; 50 at most. */
  pages: Array<GroupSplit>;
  /** The sessions that did it latest in the period; 20 at most. */
  sampleSessions: Array<Session>;
  /** The sessions of the segment that did it at any time. */
  segment: Segment;
};


/** What was done to one target. */
export type InteractionGroupPagesArgs = {
  top?: InputMaybe<Scalars['Int']['input']>;
};


/** What was done to one target. */
export type InteractionGroupSampleSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Interactions by kind. The clicks of a rage click are counted as clicks too. */
export type InteractionCounts = {
  __typename?: 'InteractionCounts';
  /** Clicks and taps. */
  click: Scalars['Int']['output'];
  /** At least 3 clicks on one target within a second, none of which selected text or scrolled; a chain is one. */
  rageClick: Scalars['Int']['output'];
  /** Clicks on what looks operable after which nothing happened for 2.5 s. */
  deadClick: Scalars['Int']['output'];
  /** Clicks that were the last before a JavaScript error, by no more than a second. */
  errorClick: Scalars['Int']['output'];
  /** Forms that were sent. */
  submit: Scalars['Int']['output'];
  /** Forms that were changed and not sent when the view was over. */
  formAbandon: Scalars['Int']['output'];
  /**
   * Reports of how far a view was scrolled: one when it is over or hidden, another if it went further after that. Only with
   * `kind: SCROLL`.
   */
  scroll: Scalars['Int']['output'];
};

/** A page of targets. */
export type InteractionGroupConnection = {
  __typename?: 'InteractionGroupConnection';
  /** Each with its cursor. */
  edges: Array<InteractionGroupEdge>;
  /** The same without cursors. */
  nodes: Array<InteractionGroup>;
  /** Whether there are more, and where to go on. */
  pageInfo: PageInfo;
};

/** An entry of the page. */
export type InteractionGroupEdge = {
  __typename?: 'InteractionGroupEdge';
  /** The place behind which to go on: `after`. */
  cursor: Scalars['String']['output'];
  /** The entry itself. */
  node: InteractionGroup;
};

/** A site at this moment. Counts are estimates where sessions were sampled; bots are left out. */
export type Live = {
  __typename?: 'Live';
  at: Scalars['DateTime']['output'];
  /** Distinct visitors of whom anything was heard in the last 5 minutes. */
  activeVisitors: Scalars['Int']['output'];
  /** Views in the last 60 seconds. */
  viewsPerMinute: Scalars['Int']['output'];
  /** The pages that these visitors are on, most visitors first: 10 at most. */
  pages: Array<LivePage>;
  /** The errors of the last hour, newest first: 10 at most. */
  newestErrors: Array<LiveError>;
};

/** A page and the visitors whose latest event was on it. */
export type LivePage = {
  __typename?: 'LivePage';
  page: Maybe<Scalars['String']['output']>;
  visitors: Scalars['Int']['output'];
};

export type LiveError = {
  __typename?: 'LiveError';
  at: Scalars['DateTime']['output'];
  type: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  page: Maybe<Scalars['String']['output']>;
  fingerprint: Scalars['String']['output'];
  /** The session in which it happened, as `Site.session` takes it. */
  session: Scalars['ID']['output'];
};

/** A page rule that may be set. */
export type LearnedPageRule = {
  __typename?: 'LearnedPageRule';
  /** As `rules` takes it: `/blog/:name`. */
  rule: Scalars['String']['output'];
  /** How many pages it would make one. */
  pages: Scalars['Int']['output'];
  /** Some of them, 3 at most. */
  examples: Array<Scalars['String']['output']>;
};

/**
 * Paths as a graph. Of every node: what flows in and began is its count, and what flows out and ended is its count.
 * Counts are estimates where sessions were sampled.
 */
export type PathGraph = {
  __typename?: 'PathGraph';
  /** How many sessions have such a path. */
  sessions: Scalars['Int']['output'];
  /** By step, the most frequent first. */
  nodes: Array<PathNode>;
  /** The strongest first. */
  links: Array<PathLink>;
  /** The paths that most sessions took, as far as they are followed. */
  topPaths: Array<Path>;
};


/**
 * Paths as a graph. Of every node: what flows in and began is its count, and what flows out and ended is its count.
 * Counts are estimates where sessions were sampled.
 */
export type PathGraphTopPathsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page at a step of the paths. */
export type PathNode = {
  __typename?: 'PathNode';
  /** What links name it by; it means nothing outside this answer. */
  id: Scalars['ID']['output'];
  /**
   * From 0, the page at which paths begin. Without `from` and with `to`, 0 is the page at which they end, −1 the one
   * before it.
   */
  step: Scalars['Int']['output'];
  /** Null if it is unknown, or if this is the node of all others. */
  page: Maybe<Scalars['String']['output']>;
  /** Whether this is the node of all others. */
  other: Scalars['Boolean']['output'];
  /** Sessions that were here at this step. */
  count: Scalars['Int']['output'];
  /** Those whose path begins here. */
  began: Scalars['Int']['output'];
  /** Those whose path ends here: because the session saw no other page, at `to`, or because it is followed no further. */
  ended: Scalars['Int']['output'];
  /** Of `ended`, those whose session saw no other page. */
  dropOff: Scalars['Int']['output'];
};

/** Sessions that went from one node to the next. */
export type PathLink = {
  __typename?: 'PathLink';
  source: Scalars['ID']['output'];
  target: Scalars['ID']['output'];
  count: Scalars['Int']['output'];
};

/** A path and the share of the sessions that took it. */
export type Path = {
  __typename?: 'Path';
  pages: Array<Maybe<Scalars['String']['output']>>;
  share: Proportion;
};

/** A version of the site's code, as its pages name it. A session belongs to the release that it named last. */
export type Release = {
  __typename?: 'Release';
  /** As the site's pages name it: `web@4.2.0`. */
  version: Scalars['String']['output'];
  /** Its first view. To the hour where the view itself is not kept any more. */
  firstSeen: Scalars['DateTime']['output'];
  /** Its latest view. To the hour where the view itself is not kept any more. */
  lastSeen: Scalars['DateTime']['output'];
  /** Sessions that began in the period. An estimate where sessions were sampled. */
  sessions: Scalars['Int']['output'];
  /** Its sessions of all sessions that began in the period. */
  adoption: Proportion;
  /** Its sessions of all sessions that began in the last 24 hours. */
  adoptionLastDay: Proportion;
  /** How far it has come; null without sessions in the last 24 hours. */
  stage: Maybe<ReleaseStage>;
  /** Sessions without an unhandled error, of its sessions that began in the period. */
  crashFreeSessions: Proportion;
  /** Groups of errors whose first occurrence of all that are kept was in this release. */
  newErrorGroups: Scalars['Int']['output'];
  /** The release that was seen first before it; null for the first. */
  previous: Maybe<Release>;
  /** What happened in this release. */
  segment: Segment;
};


/** A version of the site's code, as its pages name it. A session belongs to the release that it named last. */
export type ReleaseSegmentArgs = {
  range?: InputMaybe<RangeInput>;
};

/** How far a release has come, by its share of the sessions of the last 24 hours. */
export type ReleaseStage =
  /** 10 % of them or more. */
  | 'ADOPTED'
  /** Less, and it had no more on any day of the period. */
  | 'LOW'
  /** Less, and it had 10 % or more on a day of the period. */
  | 'REPLACED';

/** A page of releases. */
export type ReleaseConnection = {
  __typename?: 'ReleaseConnection';
  /** Each with its cursor. */
  edges: Array<ReleaseEdge>;
  /** The same without cursors. */
  nodes: Array<Release>;
  /** Whether there are more, and where to go on. */
  pageInfo: PageInfo;
};

/** An entry of the page. */
export type ReleaseEdge = {
  __typename?: 'ReleaseEdge';
  /** The place behind which to go on: `after`. */
  cursor: Scalars['String']['output'];
  /** The entry itself. */
  node: Release;
};

/** By what endpoints are ordered, most first. */
export type RequestOrder =
  /** Requests. */
  | 'COUNT'
  /** Requests that failed. */
  | 'FAILURES'
  /** Requests that failed, of all. */
  | 'FAILURE_SHARE'
  /** The time of all requests together. */
  | 'TOTAL_TIME'
  /** The mean duration. */
  | 'MEAN_DURATION';

/** Requests with one method, host and path template. */
export type RequestGroup = {
  __typename?: 'RequestGroup';
  /** Method, host and path template: `GET api.shop.example/orders/:id`. Without a host where the page gave none. */
  name: Scalars['String']['output'];
  /** Requests. */
  count: Scalars['Int']['output'];
  /** Requests that failed, of all. */
  failures: Proportion;
  /** Why they failed. */
  failuresByKind: RequestFailures;
  /** What was answered. */
  statuses: RequestStatuses;
  /**
   * From the start of the request to the end of its answer, ms. Where that was not told within 10 s, or the page was left
   * before, until the head of the answer was there.
   */
  duration: Distribution;
  /** The body of the answer as it was sent, also from a cache, bytes. */
  size: Distribution;
  /**
   * Where the time went: dns, tcp, tls, request (sent and waited) and response (received). A phase counts the requests
   * that told it: a connection that is used again has no dns, tcp and tls.
   */
  phases: Array<PhaseStats>;
  /** The time of all requests together, ms. */
  totalTime: Scalars['Float']['output'];
  /** The period in buckets, also those without requests; 2,000 at most. */
  over: Array<RequestPoint>;
  /** Sessions with such a request. */
  sessions: Scalars['Int']['output'];
  /** Single requests with their trace ids and sessions; 20 at most. */
  examples: Array<RequestExample>;
  /** The sessions that made it latest in the period; 20 at most. */
  sampleSessions: Array<Session>;
  /** The sessions of the segment that made it at any time. */
  segment: Segment;
};


/** Requests with one method, host and path template. */
export type RequestGroupOverArgs = {
  interval: Interval;
};


/** Requests with one method, host and path template. */
export type RequestGroupExamplesArgs = {
  of?: InputMaybe<RequestExamples>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Requests with one method, host and path template. */
export type RequestGroupSampleSessionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Requests that failed, by kind. */
export type RequestFailures = {
  __typename?: 'RequestFailures';
  /** Answered with a status of 400 or more. */
  status: Scalars['Int']['output'];
  /** Not answered in the time that the page gave. */
  timeout: Scalars['Int']['output'];
  /** Given up by the page. */
  abort: Scalars['Int']['output'];
  /** Not connected, or the connection broke. */
  network: Scalars['Int']['output'];
};

/** Requests by the class of their status. */
export type RequestStatuses = {
  __typename?: 'RequestStatuses';
  /** 100 to 199 */
  informational: Scalars['Int']['output'];
  /** 200 to 299 */
  success: Scalars['Int']['output'];
  /** 300 to 399 */
  redirect: Scalars['Int']['output'];
  /** 400 to 499 */
  clientError: Scalars['Int']['output'];
  /** 500 to 599 */
  serverError: Scalars['Int']['output'];
  /** No answer, or a status outside of these. */
  none: Scalars['Int']['output'];
};

/** A phase of requests. */
export type PhaseStats = {
  __typename?: 'PhaseStats';
  /** dns, tcp, tls, request or response. */
  name: Scalars['String']['output'];
  /** Its length, ms. */
  duration: Distribution;
};

/** A bucket of an endpoint's series: start ≤ time < end. */
export type RequestPoint = {
  __typename?: 'RequestPoint';
  /** Its first moment. */
  start: Scalars['DateTime']['output'];
  /** The first moment that does not belong to it any more. */
  end: Scalars['DateTime']['output'];
  /** Requests. */
  count: Scalars['Int']['output'];
  /** Requests that failed, of all. */
  failures: Proportion;
  /** ms */
  duration: Distribution;
};

/** Which requests of an endpoint are shown. */
export type RequestExamples =
  /** Latest first. */
  | 'LATEST'
  /** Longest first. */
  | 'SLOWEST'
  /** Those that failed, latest first. */
  | 'FAILED';

/** One request, and in which session it was made. */
export type RequestExample = {
  __typename?: 'RequestExample';
  /** The request. */
  request: RequestEntry;
  /** The session that made it. */
  session: Session;
};

/** A page of endpoints. */
export type RequestGroupConnection = {
  __typename?: 'RequestGroupConnection';
  /** Each with its cursor. */
  edges: Array<RequestGroupEdge>;
  /** The same without cursors. */
  nodes: Array<RequestGroup>;
  /** Whether there are more, and where to go on. */
  pageInfo: PageInfo;
};

/** An entry of the page. */
export type RequestGroupEdge = {
  __typename?: 'RequestGroupEdge';
  /** The place behind which to go on: `after`. */
  cursor: Scalars['String']['output'];
  /** The entry itself. */
  node: RequestGroup;
};

/** One visit. It ends after 30 minutes without activity, 4 hours after it began, or when the site ends it. */
export type Session = Node & {
  __typename?: 'Session';
  /** One view of the session by its id, or null. */
  view: Maybe<View>;
  id: Scalars['ID']['output'];
  /** Who it was, as far as is known: `visitorKind` says how far. Null where the session stands for itself. */
  visitor: Maybe<Scalars['ID']['output']>;
  visitorKind: VisitorKind;
  startedAt: Scalars['DateTime']['output'];
  /** From its start to the last thing that happened in it. */
  duration: Scalars['Duration']['output'];
  /** How many views were received. */
  views: Scalars['Int']['output'];
  /** How many errors were received. */
  errors: Scalars['Int']['output'];
  /** Clicks, submits and scrolls that were received. */
  interactions: Scalars['Int']['output'];
  /** Rage, dead and error clicks and abandoned forms. */
  frustrations: Scalars['Int']['output'];
  /** The same by kind. */
  frustrationsByKind: FrustrationCounts;
  /** The W3C trace ids of its requests, in order, each once: where its way goes on in the backend. */
  traceIds: Array<Scalars['String']['output']>;
  entryPage: Maybe<Scalars['String']['output']>;
  exitPage: Maybe<Scalars['String']['output']>;
  country: Maybe<Scalars['String']['output']>;
  region: Maybe<Scalars['String']['output']>;
  city: Maybe<Scalars['String']['output']>;
  device: Maybe<Device>;
  browser: Maybe<Scalars['String']['output']>;
  browserVersion: Maybe<Scalars['String']['output']>;
  os: Maybe<Scalars['String']['output']>;
  language: Maybe<Scalars['String']['output']>;
  connection: Maybe<Scalars['String']['output']>;
  referrer: Maybe<Scalars['String']['output']>;
  release: Maybe<Scalars['String']['output']>;
  environment: Maybe<Scalars['String']['output']>;
  flags: Array<FlagExposure>;
  /** Whether it is known to be a bot. */
  bot: Scalars['Boolean']['output'];
  /** By what: `agent`, `webdriver`, `headless`, `pace`, or `rule` where the site says so. Null for people. */
  botReason: Maybe<Scalars['String']['output']>;
  /** Everything that happened, in order. */
  timeline: TimelineConnection;
};


/** One visit. It ends after 30 minutes without activity, 4 hours after it began, or when the site ends it. */
export type SessionViewArgs = {
  id: Scalars['ID']['input'];
};


/** One visit. It ends after 30 minutes without activity, 4 hours after it began, or when the site ends it. */
export type SessionTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  kinds?: InputMaybe<Array<TimelineKind>>;
};

/** By what resources are grouped. */
export type ResourceGrouping =
  /** The host that they come from. */
  | 'HOST'
  /** What asked for them: script, link, img, css … */
  | 'TYPE'
  /** The URL without query string. */
  | 'URL';

/** Resources of one host, type or URL. */
export type ResourceGroup = {
  __typename?: 'ResourceGroup';
  /** The host, type or URL; null where it is not known. */
  key: Maybe<Scalars['String']['output']>;
  /** Whether any of them comes from another site than the page. */
  thirdParty: Scalars['Boolean']['output'];
  /** Resources. */
  count: Scalars['Int']['output'];
  /** All of them together, bytes; what was not told counts as none. */
  bytes: Scalars['Float']['output'];
  /** bytes */
  size: Distribution;
  /** From the start of the request to the end of its answer, ms. */
  duration: Distribution;
  /** Those without which the page could not be shown, of all. */
  renderBlocking: Proportion;
  /** The durations of those together, ms. */
  renderBlockingTime: Scalars['Float']['output'];
  /** Those that could not be loaded, of all. */
  failures: Proportion;
  /** Views that loaded one of them, of all views of the segment. */
  shareOfViews: Proportion;
  /**
   * How long scripts of this host or URL blocked the main thread, ms: the time of their long tasks over 50 ms. Null for
   * types, and where the host is not known.
   */
  longTaskBlocking: Maybe<Scalars['Float']['output']>;
  /** The sessions of the segment that loaded one of them at any time. */
  segment: Segment;
};

/** A page of groups of resources. */
export type ResourceGroupConnection = {
  __typename?: 'ResourceGroupConnection';
  /** Each with its cursor. */
  edges: Array<ResourceGroupEdge>;
  /** The same without cursors. */
  nodes: Array<ResourceGroup>;
  /** Whether there are more, and where to go on. */
  pageInfo: PageInfo;
};

/** An entry of the page. */
export type ResourceGroupEdge = {
  __typename?: 'ResourceGroupEdge';
  /** The place behind which to go on: `after`. */
  cursor: Scalars['String']['output'];
  /** The entry itself. */
  node: ResourceGroup;
};

/** Long tasks of one script. */
export type LongTaskGroup = {
  __typename?: 'LongTaskGroup';
  /** The script's URL without query string; null where the browser named none. */
  script: Maybe<Scalars['String']['output']>;
  /** Whether it comes from another site than the page. */
  thirdParty: Scalars['Boolean']['output'];
  /** Long tasks. */
  count: Scalars['Int']['output'];
  /** ms */
  duration: Distribution;
  /** The time over 50 ms of all of them together, ms. */
  blocking: Scalars['Float']['output'];
  /** The time of all of them together, ms. */
  totalTime: Scalars['Float']['output'];
  /** Sessions with one of them. */
  sessions: Scalars['Int']['output'];
  /** On which pages it happened, those of most sessions first; 50 at most. */
  pages: Array<GroupSplit>;
  /** The sessions of the segment that had one of them at any time. */
  segment: Segment;
};


/** Long tasks of one script. */
export type LongTaskGroupPagesArgs = {
  top?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of groups of long tasks. */
export type LongTaskGroupConnection = {
  __typename?: 'LongTaskGroupConnection';
  /** Each with its cursor. */
  edges: Array<LongTaskGroupEdge>;
  /** The same without cursors. */
  nodes: Array<LongTaskGroup>;
  /** Whether there are more, and where to go on. */
  pageInfo: PageInfo;
};

/** An entry of the page. */
export type LongTaskGroupEdge = {
  __typename?: 'LongTaskGroupEdge';
  /** The place behind which to go on: `after`. */
  cursor: Scalars['String']['output'];
  /** The entry itself. */
  node: LongTaskGroup;
};

/** One view, with what it was made of. */
export type View = {
  __typename?: 'View';
  /** Its id. */
  id: Scalars['ID']['output'];
  /** The route template, or the path with ids replaced by `:id`. */
  page: Scalars['String']['output'];
  /** Without query string, but for utm parameters, and fragment. */
  url: Scalars['String']['output'];
  /** The title of the document. */
  title: Maybe<Scalars['String']['output']>;
  /** How it came about. */
  navigationType: NavigationType;
  /** When it began; offsets count from here. */
  startedAt: Scalars['DateTime']['output'];
  /** loadEventEnd, ms. */
  load: Maybe<Scalars['Float']['output']>;
  /**
   * What the browser told of the load, ms: dns, tcp, tls, request and response are lengths, domInteractive and load count
   * from the start of the view.
   */
  timing: Array<Phase>;
  /** The vitals of the view as they were reported last. */
  vitals: Array<VitalValue>;
  /**
   * The phases of the document, and every resource, request and long task of the view, in order of their start; the first
   * 2,000 events of the view.
   */
  waterfall: Array<WaterfallEntry>;
};

/** What an entry of a waterfall is. */
export type WaterfallKind =
  /**
   * A phase of the document itself: dns, tcp, tls, request or response. The phases are put one behind the other from the
   * start of the view; redirects and waiting between them are not told.
   */
  | 'DOCUMENT'
  /** A script, style sheet, image, font or other file. */
  | 'RESOURCE'
  /** A fetch or XMLHttpRequest. */
  | 'REQUEST'
  /** A task that kept the main thread busy for more than 50 ms. */
  | 'LONG_TASK';

/** Something that took time in a view. */
export type WaterfallEntry = {
  __typename?: 'WaterfallEntry';
  /** What it is. */
  kind: WaterfallKind;
  /** The phase, the URL, method and URL of a request, or the script of a long task; empty where it is not known. */
  name: Scalars['String']['output'];
  /** When it began, ms from the start of the view. Negative if a clock puts it before. */
  start: Scalars['Float']['output'];
  /** ms */
  duration: Scalars['Float']['output'];
  /** Of resources and requests, bytes; null where it was not told. */
  size: Maybe<Scalars['Float']['output']>;
  /** Of resources: what asked for it. */
  initiator: Maybe<Scalars['String']['output']>;
  /** Of requests. */
  status: Maybe<Scalars['Int']['output']>;
  /** Of resources and requests: whether it failed. */
  failed: Scalars['Boolean']['output'];
  /** Of resources: whether the page could not be shown before it was there. */
  renderBlocking: Scalars['Boolean']['output'];
  /** Of resources and long tasks: whether it comes from another site than the page. */
  thirdParty: Scalars['Boolean']['output'];
  /** Of long tasks: ms over 50. */
  blocking: Maybe<Scalars['Float']['output']>;
  /** Of requests: under which trace the server knows it. */
  traceId: Maybe<Scalars['String']['output']>;
};

/** A period of the calendar in the site's time zone. */
export type CalendarInterval =
  | 'DAY'
  /** From Monday. */
  | 'WEEK'
  | 'MONTH';

/** Cohorts of visitors and who of them came again. Counts are estimates where sessions were sampled. */
export type Retention = {
  __typename?: 'Retention';
  /** Every day, week or month of the period, the earliest first, also those in which nobody was first seen. */
  cohorts: Array<RetentionCohort>;
  /** All cohorts of the period together, each by its size: of those whose period n is whole. */
  mean: Array<RetentionPeriod>;
};

/** Visitors first seen in the same day, week or month. */
export type RetentionCohort = {
  __typename?: 'RetentionCohort';
  start: Scalars['DateTime']['output'];
  /** The first moment that does not belong to it any more. */
  end: Scalars['DateTime']['output'];
  /** How many visitors. */
  size: Scalars['Int']['output'];
  /** Whether their first day, week or month is cut by the ends of the segment's period or not over yet. */
  partial: Scalars['Boolean']['output'];
  /** From the first day, week or month on, which is number 0. */
  periods: Array<RetentionPeriod>;
};

/** A day, week or month after the first one. */
export type RetentionPeriod = {
  __typename?: 'RetentionPeriod';
  /** How many after the first one. */
  index: Scalars['Int']['output'];
  /** Those with a view in it. */
  retained: Proportion;
  /** Those with a view in it or in a later one of the segment's period. */
  rolling: Proportion;
  /** Whether it is cut by the ends of the segment's period or not over yet, so that more may come. */
  partial: Scalars['Boolean']['output'];
};

export type ComparisonPeriod =
  /** The time just before, as long as this: whole days by the calendar of the site's zone. */
  | 'PREVIOUS_PERIOD'
  /** As many whole weeks earlier as are needed not to overlap: each weekday meets the same weekday. */
  | 'SAME_DAYS_LAST_WEEK';

/** Two segments side by side. Differences are segment − baseline. Intervals take the values as independent of each other. */
export type SegmentComparison = {
  __typename?: 'SegmentComparison';
  segment: Segment;
  baseline: Segment;
  /** Views of one session come together, so there is no interval. */
  views: CountDifference;
  sessionCount: CountDifference;
  /** A quantile of a metric: lower is better. By the normal approximation, the density read off the sketch. */
  vital: Difference;
  /** The share of a metric's values that are rated good: higher is better. Null for a metric without ratings. */
  goodShare: Maybe<Difference>;
  /** Lower is better. */
  bounceRate: Difference;
  /** Higher is better. */
  engagementRate: Difference;
  /** Lower is better. */
  frustrationRate: Difference;
  /** Higher is better. */
  crashFreeSessions: Difference;
};


/** Two segments side by side. Differences are segment − baseline. Intervals take the values as independent of each other. */
export type SegmentComparisonVitalArgs = {
  metric: VitalMetric;
  q?: InputMaybe<Scalars['Float']['input']>;
};


/** Two segments side by side. Differences are segment − baseline. Intervals take the values as independent of each other. */
export type SegmentComparisonGoodShareArgs = {
  metric: VitalMetric;
};

/**
 * A figure beside the same of the baseline, with a 95 % interval of the difference. Shares by Newcombe's hybrid score
 * interval, quantiles by the normal approximation.
 */
export type Difference = {
  __typename?: 'Difference';
  value: Maybe<Scalars['Float']['output']>;
  baseline: Maybe<Scalars['Float']['output']>;
  /** value − baseline */
  difference: Maybe<Scalars['Float']['output']>;
  /** difference / baseline; null where the baseline is 0. */
  relative: Maybe<Scalars['Float']['output']>;
  /** The lower bound of the difference; null with too little data. */
  low: Maybe<Scalars['Float']['output']>;
  /** The upper bound of the difference; null with too little data. */
  high: Maybe<Scalars['Float']['output']>;
  /**
   * How likely a difference at least as large would be without any, for this figure alone: with several figures at once
   * correct it, for example by Holm and Bonferroni.
   */
  pValue: Maybe<Scalars['Float']['output']>;
  verdict: Verdict;
};

export type Verdict =
  /** The whole interval lies on the good side of 0. */
  | 'BETTER'
  /** The whole interval lies on the bad side of 0. */
  | 'WORSE'
  /** The interval holds 0. That is no proof that there is no difference. */
  | 'NO_DIFFERENCE_SHOWN'
  /** Under 100 values in one of the two, or for a share under 5 of either outcome. */
  | 'TOO_LITTLE_DATA';

/**
 * A count beside the same of the baseline, with a 95 % interval of the difference where what is counted happens
 * independently (Poisson). A count is neither better nor worse.
 */
export type CountDifference = {
  __typename?: 'CountDifference';
  value: Scalars['Float']['output'];
  baseline: Scalars['Float']['output'];
  difference: Scalars['Float']['output'];
  /** difference / baseline; null where the baseline is 0. */
  relative: Maybe<Scalars['Float']['output']>;
  low: Maybe<Scalars['Float']['output']>;
  high: Maybe<Scalars['Float']['output']>;
};

/** A part of a group by a dimension. */
export type GroupSplit = {
  __typename?: 'GroupSplit';
  /** Null where it is not known. */
  key: Maybe<Scalars['String']['output']>;
  /** How often it happened. An estimate where sessions were sampled, except of errors. */
  count: Scalars['Int']['output'];
  /** Sessions with it. An estimate where sessions were sampled, except of errors. */
  sessions: Scalars['Int']['output'];
};

/** A period, half-open: from ≤ time < to. Give `last`, or `from` and `to`. */
export type RangeInput = {
  /**
   * So long until now. Its ends are moved outwards to whole minutes up to 6 hours, and to whole hours beyond, so that
   * the answer can come from rollups; `Segment.range` tells which ends were used.
   */
  last?: InputMaybe<Scalars['Duration']['input']>;
  /** The first moment that belongs to the period. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The first moment that does not belong to it any more. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A period, half-open: from ≤ time < to. */
export type Range = {
  __typename?: 'Range';
  from: Scalars['DateTime']['output'];
  to: Scalars['DateTime']['output'];
};

/** Conditions on a text; all that are given must hold. Matching is exact, case included. */
export type StringFilter = {
  /** Is this value. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these. An empty list matches nothing. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Is none of these; an unknown value passes. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Starts with this. */
  prefix?: InputMaybe<Scalars['String']['input']>;
  /** Has this in it. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** True: the value is known. False: it is unknown. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Conditions on the kind of device. */
export type DeviceFilter = {
  eq?: InputMaybe<Device>;
  in?: InputMaybe<Array<Device>>;
  notIn?: InputMaybe<Array<Device>>;
  /** True: the device is known. False: it is unknown. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Conditions on how a view came about. */
export type NavigationFilter = {
  eq?: InputMaybe<NavigationType>;
  in?: InputMaybe<Array<NavigationType>>;
  notIn?: InputMaybe<Array<NavigationType>>;
};

/** Conditions on a feature flag: the variant that the session saw first. */
export type FlagFilter = {
  /** The flag. */
  key: Scalars['String']['input'];
  /** Is this variant. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these variants. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** True: the flag was evaluated in the session. False: it was not. */
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Conditions on an attribute that the site set on the session. */
export type AttributeFilter = {
  /** The attribute. */
  key: Scalars['String']['input'];
  eq?: InputMaybe<Scalars['String']['input']>;
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  prefix?: InputMaybe<Scalars['String']['input']>;
  contains?: InputMaybe<Scalars['String']['input']>;
  exists?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Bounds of a whole number, both included. One may be left out. */
export type IntRange = {
  min?: InputMaybe<Scalars['Int']['input']>;
  max?: InputMaybe<Scalars['Int']['input']>;
};

/** Bounds of a number, both included. One may be left out. */
export type FloatRange = {
  min?: InputMaybe<Scalars['Float']['input']>;
  max?: InputMaybe<Scalars['Float']['input']>;
};

/** Bounds of a length of time, both included. One may be left out. */
export type DurationRange = {
  min?: InputMaybe<Scalars['Duration']['input']>;
  max?: InputMaybe<Scalars['Duration']['input']>;
};

/**
 * Conditions on the whole session; all that are given must hold. They are asked of everything in the session, also of
 * what lies before or after the segment's period.
 */
export type SessionFilter = {
  /** This happened in it. */
  has?: InputMaybe<PredicateInput>;
  /** This did not happen in it. */
  hasNot?: InputMaybe<PredicateInput>;
  /** How many views it had. */
  views?: InputMaybe<IntRange>;
  /** How many errors it had. */
  errors?: InputMaybe<IntRange>;
  /** How many clicks, submits and scrolls it had. */
  interactions?: InputMaybe<IntRange>;
  /** How many rage, dead and error clicks and abandoned forms it had. */
  frustrations?: InputMaybe<IntRange>;
  /** From its start to the last thing that happened in it. */
  duration?: InputMaybe<DurationRange>;
  /** True: it had one view and no interaction. False: it had more. */
  bounced?: InputMaybe<Scalars['Boolean']['input']>;
};

/** One thing that may happen in a session: exactly one of page, event, action, error, vital, request and transaction. */
export type PredicateInput = {
  /** A view of such a page. */
  page?: InputMaybe<StringFilter>;
  /** A custom event of this name. */
  event?: InputMaybe<Scalars['String']['input']>;
  action?: InputMaybe<ActionPredicate>;
  error?: InputMaybe<ErrorPredicate>;
  vital?: InputMaybe<VitalPredicate>;
  request?: InputMaybe<RequestPredicate>;
  transaction?: InputMaybe<TransactionPredicate>;
  /** And this holds for the view or session in which it happened. */
  where?: InputMaybe<FilterInput>;
};

/** What a visitor did. */
export type ActionKind =
  | 'CLICK'
  /** At least 3 clicks on one target within a second. */
  | 'RAGE_CLICK'
  /** A click after which nothing happened for 2.5 s. */
  | 'DEAD_CLICK'
  /** A click followed by an error within a second. */
  | 'ERROR_CLICK'
  | 'SUBMIT'
  /** A form that was begun and left without a submit. */
  | 'FORM_ABANDON'
  | 'SCROLL';

/** An action of this kind, on such a target. */
export type ActionPredicate = {
  kind?: InputMaybe<ActionKind>;
  /** Its CSS selector. */
  target?: InputMaybe<StringFilter>;
  /** Its accessible name. */
  label?: InputMaybe<StringFilter>;
};

/** An error like this. */
export type ErrorPredicate = {
  /** Of this group. */
  fingerprint?: InputMaybe<Scalars['String']['input']>;
  /** Its class: TypeError. */
  type?: InputMaybe<StringFilter>;
  message?: InputMaybe<StringFilter>;
  /** Whether the site's own code caught it. */
  handled?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A value of a metric with a rating, or between bounds. */
export type VitalPredicate = {
  metric: VitalMetric;
  rating?: InputMaybe<Rating>;
  /** At least this, in the metric's unit. */
  min?: InputMaybe<Scalars['Float']['input']>;
  /** At most this, in the metric's unit. */
  max?: InputMaybe<Scalars['Float']['input']>;
};

/** A request of the page like this. */
export type RequestPredicate = {
  /** Method, host and path template: `GET api.shop.example/orders/:id`. */
  endpoint?: InputMaybe<StringFilter>;
  failed?: InputMaybe<Scalars['Boolean']['input']>;
  duration?: InputMaybe<DurationRange>;
};

export type TransactionOutcome =
  | 'SUCCESS'
  | 'FAILURE'
  | 'ABANDONED';

/** A transaction like this. */
export type TransactionPredicate = {
  name?: InputMaybe<Scalars['String']['input']>;
  outcome?: InputMaybe<TransactionOutcome>;
};

/** Which views and sessions a segment is made of. All conditions must hold. */
export type FilterInput = {
  /** The page: a route template, or the path with ids replaced by `:id`. */
  page?: InputMaybe<StringFilter>;
  /** The first part of the page's path: `/products`. */
  pageGroup?: InputMaybe<StringFilter>;
  /** ISO 3166-1 alpha-2 country code. */
  country?: InputMaybe<StringFilter>;
  region?: InputMaybe<StringFilter>;
  city?: InputMaybe<StringFilter>;
  device?: InputMaybe<DeviceFilter>;
  browser?: InputMaybe<StringFilter>;
  browserVersion?: InputMaybe<StringFilter>;
  os?: InputMaybe<StringFilter>;
  release?: InputMaybe<StringFilter>;
  environment?: InputMaybe<StringFilter>;
  /** The effective connection type: 4g, 3g, 2g, slow-2g. */
  connection?: InputMaybe<StringFilter>;
  /** The browser's first language, as a BCP 47 tag. */
  language?: InputMaybe<StringFilter>;
  /** The host that the session came from. */
  referrer?: InputMaybe<StringFilter>;
  /** The first page of the session. */
  entryPage?: InputMaybe<StringFilter>;
  navigationType?: InputMaybe<NavigationFilter>;
  utmSource?: InputMaybe<StringFilter>;
  utmMedium?: InputMaybe<StringFilter>;
  utmCampaign?: InputMaybe<StringFilter>;
  flag?: InputMaybe<FlagFilter>;
  attribute?: InputMaybe<AttributeFilter>;
  /** What the session was like, or had in it. */
  session?: InputMaybe<SessionFilter>;
  /** Every one of these holds. */
  and?: InputMaybe<Array<FilterInput>>;
  /** At least one of these holds. An empty list matches nothing. */
  or?: InputMaybe<Array<FilterInput>>;
  /** This does not hold. */
  not?: InputMaybe<FilterInput>;
};

/** The kind of device. */
export type Device =
  | 'DESKTOP'
  | 'MOBILE'
  | 'TABLET'
  /** Television sets, consoles, watches and cars. */
  | 'OTHER';

/** How a view came about. The four are populations of their own and are never mixed in a percentile. */
export type NavigationType =
  /** A page load: navigation, reload, or back and forward without the cache. The headline vitals are these, as in CrUX. */
  | 'HARD'
  /** A navigation within the page. */
  | 'SOFT'
  /** Restored from the back/forward cache. */
  | 'BFCACHE'
  /** Prerendered before it was shown. */
  | 'PRERENDER'
  /** A screen of a mobile app. */
  | 'SCREEN';

/** By what a segment can be split. An unknown value is the key null and is never dropped. */
export type Dimension =
  | 'PAGE'
  | 'COUNTRY'
  | 'REGION'
  | 'CITY'
  | 'DEVICE'
  | 'BROWSER'
  | 'BROWSER_VERSION'
  | 'OS'
  | 'RELEASE'
  | 'ENVIRONMENT'
  | 'CONNECTION'
  | 'LANGUAGE'
  | 'REFERRER'
  | 'ENTRY_PAGE'
  | 'NAVIGATION_TYPE'
  | 'UTM_SOURCE'
  | 'UTM_MEDIUM'
  | 'UTM_CAMPAIGN'
  /** The first part of the page's path: `/products/:id` and `/products` are both `/products`. */
  | 'PAGE_GROUP'
  /** The variant of a flag that the session saw first: needs `key`. */
  | 'FLAG'
  /** The value of an attribute that the site set on the session: needs `key`. */
  | 'ATTRIBUTE';

/** The width of the buckets of a series. They follow the site's time zone, daylight saving included. */
export type Interval =
  | 'MINUTE'
  | 'FIVE_MINUTES'
  | 'QUARTER_HOUR'
  | 'HOUR'
  | 'DAY'
  /** From Monday. */
  | 'WEEK'
  | 'MONTH';

export type SortDirection =
  | 'ASC'
  | 'DESC';

/** What the parts of a split are ordered by. Default: views, most first. */
export type SegmentOrder = {
  /** Order by a percentile of this metric; parts without a value come last. */
  vital?: InputMaybe<VitalMetric>;
  /** Which percentile, with `vital`. */
  q?: InputMaybe<Scalars['Float']['input']>;
  direction?: InputMaybe<SortDirection>;
};

/** Distinct visitors with at least one view in the time that ends with the segment's period. */
export type ActiveUsers = {
  __typename?: 'ActiveUsers';
  /** In the last day: DAU. */
  day: Scalars['Int']['output'];
  /** In the last 7 days: WAU. */
  week: Scalars['Int']['output'];
  /** In the last 30 days: MAU. */
  month: Scalars['Int']['output'];
  /** DAU / MAU: how often those who come, come. Null without visitors. */
  stickiness: Maybe<Scalars['Float']['output']>;
};

/** The metrics that are durations of a load or a route. */
export type DurationMetric =
  | 'LCP'
  | 'FCP'
  | 'TTFB'
  | 'LOAD'
  | 'ROUTE'
  | 'SCREEN_LOAD';

/**
 * Counts are of samples of the metric, not of views, and are read off a sketch: a value within 1 % of a threshold may
 * count on either side of it. Estimates where sessions were sampled.
 */
export type Apdex = {
  __typename?: 'Apdex';
  /** 0…1; null without samples. */
  score: Maybe<Scalars['Float']['output']>;
  /** T, ms. */
  threshold: Scalars['Float']['output'];
  satisfied: Scalars['Int']['output'];
  tolerating: Scalars['Int']['output'];
  frustrated: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

/** A part of a segment split by a dimension. */
export type KeyedSegment = {
  __typename?: 'KeyedSegment';
  /** The value that the part shares; null if it is unknown, or if this is the part of all others. */
  key: Maybe<Scalars['String']['output']>;
  /** Whether this is the part of all others. */
  other: Scalars['Boolean']['output'];
  segment: Segment;
};

/** A part of a segment split by time: start ≤ time < end. */
export type TimedSegment = {
  __typename?: 'TimedSegment';
  start: Scalars['DateTime']['output'];
  end: Scalars['DateTime']['output'];
  segment: Segment;
};

/** By what a visitor is told from others. */
export type VisitorKind =
  /** A random id that the browser keeps with consent. */
  | 'STORED'
  /**
   * A hash that holds for a UTC day and nobody can make again after 48 h: on the next day the same person is another
   * visitor. People of one address and browser are one.
   */
  | 'DAILY'
  /** Nothing: each session is a visitor. */
  | 'SESSION';

/** Signs of frustration in a session, by kind. */
export type FrustrationCounts = {
  __typename?: 'FrustrationCounts';
  /** At least 3 clicks on one target within a second. */
  rageClicks: Scalars['Int']['output'];
  /** Clicks on what looks operable after which nothing happened for 2.5 s. */
  deadClicks: Scalars['Int']['output'];
  /** Clicks followed by an error within a second. */
  errorClicks: Scalars['Int']['output'];
  /** Forms that were begun and left. */
  formAbandons: Scalars['Int']['output'];
};

/** The variant of a flag that a session saw first. */
export type FlagExposure = {
  __typename?: 'FlagExposure';
  key: Scalars['String']['output'];
  variant: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  /** Whether the session saw another variant later: it is left out of comparisons. */
  mixed: Scalars['Boolean']['output'];
};

export type SessionConnection = {
  __typename?: 'SessionConnection';
  edges: Array<SessionEdge>;
  nodes: Array<Session>;
  pageInfo: PageInfo;
  /** How many sessions the whole list has, those kept only for an error included. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** What a list of sessions is ordered by, most first; equal ones latest first. */
export type SessionOrder =
  | 'LATEST'
  | 'DURATION'
  | 'VIEWS'
  | 'ERRORS'
  | 'FRUSTRATIONS';

export type SessionEdge = {
  __typename?: 'SessionEdge';
  cursor: Scalars['String']['output'];
  node: Session;
};

export type TimelineKind =
  | 'VIEW'
  | 'VITAL'
  | 'ERROR'
  | 'REQUEST'
  | 'RESOURCE'
  | 'ACTION'
  | 'FLAG'
  | 'LONG_TASK'
  | 'CUSTOM'
  | 'TRANSACTION'
  | 'APP'
  | 'CONSENT';

export type TimelineConnection = {
  __typename?: 'TimelineConnection';
  edges: Array<TimelineEdge>;
  nodes: Array<TimelineEntry>;
  pageInfo: PageInfo;
};

export type TimelineEdge = {
  __typename?: 'TimelineEdge';
  cursor: Scalars['String']['output'];
  node: TimelineEntry;
};

/** Something that happened in a session. */
export type TimelineEntry = {
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  /** The view in which it happened; null for consent. */
  view: Maybe<Scalars['ID']['output']>;
};

export type ViewEntry = TimelineEntry & {
  __typename?: 'ViewEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  page: Scalars['String']['output'];
  url: Scalars['String']['output'];
  title: Maybe<Scalars['String']['output']>;
  navigationType: NavigationType;
  /** loadEventEnd, ms. */
  load: Maybe<Scalars['Float']['output']>;
  timing: Array<Phase>;
};

/** The vitals that one report brought for a view; those that a later report replaced are gone. */
export type VitalEntry = TimelineEntry & {
  __typename?: 'VitalEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  values: Array<VitalValue>;
};

export type VitalValue = {
  __typename?: 'VitalValue';
  metric: VitalMetric;
  value: Scalars['Float']['output'];
  rating: Maybe<Rating>;
  /** The CSS selector of the element that it is owed to. */
  element: Maybe<Scalars['String']['output']>;
  phases: Array<Phase>;
};

/** A part of a duration, ms. */
export type Phase = {
  __typename?: 'Phase';
  name: Scalars['String']['output'];
  duration: Scalars['Float']['output'];
};

export type ErrorEntry = TimelineEntry & {
  __typename?: 'ErrorEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  type: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  stack: Maybe<Scalars['String']['output']>;
  handled: Scalars['Boolean']['output'];
  source: Scalars['String']['output'];
  fingerprint: Scalars['String']['output'];
  breadcrumbs: Array<Breadcrumb>;
};

export type Breadcrumb = {
  __typename?: 'Breadcrumb';
  at: Scalars['DateTime']['output'];
  kind: Scalars['String']['output'];
  text: Maybe<Scalars['String']['output']>;
};

export type RequestEntry = TimelineEntry & {
  __typename?: 'RequestEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  method: Scalars['String']['output'];
  url: Scalars['String']['output'];
  status: Maybe<Scalars['Int']['output']>;
  /** ms */
  duration: Scalars['Float']['output'];
  /** bytes */
  size: Maybe<Scalars['Float']['output']>;
  /** status, timeout, abort or network; null if it did not fail. */
  failure: Maybe<Scalars['String']['output']>;
  traceId: Maybe<Scalars['String']['output']>;
  spanId: Maybe<Scalars['String']['output']>;
  timing: Array<Phase>;
};

export type ResourceEntry = TimelineEntry & {
  __typename?: 'ResourceEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  url: Scalars['String']['output'];
  initiator: Maybe<Scalars['String']['output']>;
  /** ms */
  duration: Scalars['Float']['output'];
  /** bytes */
  size: Maybe<Scalars['Float']['output']>;
  /** Whether the page could not be shown before it was there. */
  renderBlocking: Scalars['Boolean']['output'];
  /** Whether it comes from another site than the page. */
  thirdParty: Scalars['Boolean']['output'];
  failed: Scalars['Boolean']['output'];
};

export type ActionEntry = TimelineEntry & {
  __typename?: 'ActionEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  /** click, rage_click, dead_click, error_click, submit, form_abandon or scroll. */
  action: Scalars['String']['output'];
  target: Maybe<Scalars['String']['output']>;
  /** Its accessible name, never the text of an input; of an abandoned form the name of the field that was touched last. */
  label: Maybe<Scalars['String']['output']>;
  /**
   * The number of clicks of a rage click; the share of the page that was seen, 0 to 1, of a scroll: the last of a view is
   * the largest.
   */
  value: Maybe<Scalars['Float']['output']>;
};

export type FlagEntry = TimelineEntry & {
  __typename?: 'FlagEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  key: Scalars['String']['output'];
  variant: Scalars['String']['output'];
  reason: Maybe<Scalars['String']['output']>;
};

export type LongTaskEntry = TimelineEntry & {
  __typename?: 'LongTaskEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  /** ms */
  duration: Scalars['Float']['output'];
  /** ms over 50 */
  blocking: Maybe<Scalars['Float']['output']>;
  script: Maybe<Scalars['String']['output']>;
  thirdParty: Scalars['Boolean']['output'];
};

export type CustomEntry = TimelineEntry & {
  __typename?: 'CustomEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  name: Scalars['String']['output'];
  value: Maybe<Scalars['Float']['output']>;
  attributes: Array<Attribute>;
};

/** A value that the site set, as text. */
export type Attribute = {
  __typename?: 'Attribute';
  key: Scalars['String']['output'];
  value: Maybe<Scalars['String']['output']>;
};

export type TransactionEntry = TimelineEntry & {
  __typename?: 'TransactionEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  name: Scalars['String']['output'];
  /** success, failure or abandoned. */
  outcome: Scalars['String']['output'];
  /** ms */
  duration: Scalars['Float']['output'];
};

export type AppEntry = TimelineEntry & {
  __typename?: 'AppEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  /** cold_start, warm_start, screen_load, anr or crash. */
  event: Scalars['String']['output'];
  /** ms */
  value: Maybe<Scalars['Float']['output']>;
  /** The message of a crash. */
  reason: Maybe<Scalars['String']['output']>;
  stack: Maybe<Scalars['String']['output']>;
};

export type ConsentEntry = TimelineEntry & {
  __typename?: 'ConsentEntry';
  id: Scalars['ID']['output'];
  at: Scalars['DateTime']['output'];
  kind: TimelineKind;
  view: Maybe<Scalars['ID']['output']>;
  /** granted or denied. */
  state: Scalars['String']['output'];
  scope: Array<Scalars['String']['output']>;
};

/**
 * What is set of a site. Session, sampling, capture, privacy and tracing are published to its pages at `/v1/config`; the
 * rest the server keeps to itself.
 */
export type SiteSettings = {
  __typename?: 'SiteSettings';
  session: SessionSettings;
  sampling: SamplingSettings;
  capture: CaptureSettings;
  privacy: PrivacySettings;
  tracing: TracingSettings;
  visitors: VisitorSettings;
  retention: RetentionSettings;
  scrub: ScrubSettings;
  pages: PageSettings;
  bots: BotSettings;
};

export type SessionSettings = {
  __typename?: 'SessionSettings';
  /** A session ends after so long without activity. */
  idle: Scalars['Duration']['output'];
};

export type SamplingSettings = {
  __typename?: 'SamplingSettings';
  /** The share of sessions that is sent, 0 to 1. */
  rate: Scalars['Float']['output'];
  /** A session that was not drawn is sent all the same once it holds an error. In figures about everybody it has no weight. */
  keepErrors: Scalars['Boolean']['output'];
};

/** What is observed besides views, vitals, errors and what the page reports itself. */
export type CaptureSettings = {
  __typename?: 'CaptureSettings';
  requests: Scalars['Boolean']['output'];
  interactions: Scalars['Boolean']['output'];
  resources: Scalars['Boolean']['output'];
  longFrames: Scalars['Boolean']['output'];
  reports: Scalars['Boolean']['output'];
  console: Scalars['Boolean']['output'];
};

export type ConsentLevel =
  /** The visitor has to agree first. What comes of a session without a grant is refused. */
  | 'NONE'
  /** Measured, but nothing is kept in the browser. */
  | 'COOKIELESS'
  /** Session and visitor are kept in the browser. */
  | 'FULL';

export type GpcHandling =
  /** Global Privacy Control refuses whatever is beyond the session: no visitor id, no replay. */
  | 'HONOUR'
  | 'IGNORE';

export type PrivacySettings = {
  __typename?: 'PrivacySettings';
  /** What holds until the page says what the visitor agreed to. */
  consent: ConsentLevel;
  gpc: GpcHandling;
};

export type TracingSettings = {
  __typename?: 'TracingSettings';
  /** Requests to these origins carry a `traceparent`. */
  origins: Array<Scalars['String']['output']>;
};

export type VisitorSettings = {
  __typename?: 'VisitorSettings';
  /**
   * Whether visitors without an id are told apart within a UTC day, by a hash of address and user agent whose salt is
   * destroyed after 48 h. False: each of their sessions is a visitor.
   */
  daily: Scalars['Boolean']['output'];
};

/** For how many days each kind is kept, 760 at most. */
export type RetentionSettings = {
  __typename?: 'RetentionSettings';
  eventsDays: Scalars['Int']['output'];
  errorsDays: Scalars['Int']['output'];
  sessionsDays: Scalars['Int']['output'];
  rollupsDays: Scalars['Int']['output'];
};

/** What is taken out of texts and addresses besides what every site does. */
export type ScrubSettings = {
  __typename?: 'ScrubSettings';
  /** Query parameters that stay besides `utm_*`. The browser SDK does not send any others; this is for other clients. */
  keepParameters: Array<Scalars['String']['output']>;
  /** Text to remove. `#` stands for a digit, `*` for any run of characters without a break. */
  patterns: Array<Scalars['String']['output']>;
  /** Keys of attributes that are never stored. */
  dropAttributes: Array<Scalars['String']['output']>;
  /** The only keys of attributes that are stored. Empty: all. */
  allowAttributes: Array<Scalars['String']['output']>;
};

export type PageSettings = {
  __typename?: 'PageSettings';
  /**
   * Paths such as `/shop/*\/item/:id`, in which `*` and `:id` stand for a segment each. The first that fits names the page,
   * unless the app does.
   */
  rules: Array<Scalars['String']['output']>;
};

/** Rules are parts of a user agent, or marks: `mark:agent`, `mark:webdriver`, `mark:headless`, `mark:pace`. */
export type BotSettings = {
  __typename?: 'BotSettings';
  /** Who is no bot. Goes before `deny` and every mark. */
  allow: Array<Scalars['String']['output']>;
  /** Who is one. */
  deny: Array<Scalars['String']['output']>;
};

/** What is null stays as it was. */
export type SiteSettingsInput = {
  session?: InputMaybe<SessionSettingsInput>;
  sampling?: InputMaybe<SamplingSettingsInput>;
  capture?: InputMaybe<CaptureSettingsInput>;
  privacy?: InputMaybe<PrivacySettingsInput>;
  tracing?: InputMaybe<TracingSettingsInput>;
  visitors?: InputMaybe<VisitorSettingsInput>;
  retention?: InputMaybe<RetentionSettingsInput>;
  scrub?: InputMaybe<ScrubSettingsInput>;
  pages?: InputMaybe<PageSettingsInput>;
  bots?: InputMaybe<BotSettingsInput>;
};

export type SessionSettingsInput = {
  /** PT1M to PT4H. */
  idle?: InputMaybe<Scalars['Duration']['input']>;
};

export type SamplingSettingsInput = {
  /** 0 to 1. */
  rate?: InputMaybe<Scalars['Float']['input']>;
  keepErrors?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CaptureSettingsInput = {
  requests?: InputMaybe<Scalars['Boolean']['input']>;
  interactions?: InputMaybe<Scalars['Boolean']['input']>;
  resources?: InputMaybe<Scalars['Boolean']['input']>;
  longFrames?: InputMaybe<Scalars['Boolean']['input']>;
  reports?: InputMaybe<Scalars['Boolean']['input']>;
  console?: InputMaybe<Scalars['Boolean']['input']>;
};

export type PrivacySettingsInput = {
  consent?: InputMaybe<ConsentLevel>;
  gpc?: InputMaybe<GpcHandling>;
};

export type TracingSettingsInput = {
  origins?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type VisitorSettingsInput = {
  daily?: InputMaybe<Scalars['Boolean']['input']>;
};

export type RetentionSettingsInput = {
  eventsDays?: InputMaybe<Scalars['Int']['input']>;
  errorsDays?: InputMaybe<Scalars['Int']['input']>;
  sessionsDays?: InputMaybe<Scalars['Int']['input']>;
  rollupsDays?: InputMaybe<Scalars['Int']['input']>;
};

export type ScrubSettingsInput = {
  /** 50 names at most. */
  keepParameters?: InputMaybe<Array<Scalars['String']['input']>>;
  /** 50 at most, of 3 to 60 characters. */
  patterns?: InputMaybe<Array<Scalars['String']['input']>>;
  dropAttributes?: InputMaybe<Array<Scalars['String']['input']>>;
  allowAttributes?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type PageSettingsInput = {
  /** 50 at most. */
  rules?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type BotSettingsInput = {
  allow?: InputMaybe<Array<Scalars['String']['input']>>;
  deny?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type SiteConnection = {
  __typename?: 'SiteConnection';
  edges: Array<SiteEdge>;
  nodes: Array<Site>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type SiteEdge = {
  __typename?: 'SiteEdge';
  cursor: Scalars['String']['output'];
  node: Site;
};

export type CreateSiteInput = {
  /** Its name in queries and addresses: lower-case letters, digits and hyphens, 40 at most. */
  id: Scalars['ID']['input'];
  /** Its name for people, 100 characters at most. */
  name: Scalars['String']['input'];
  /** The origins that may send: https://shop.example. Empty: any. */
  origins?: InputMaybe<Array<Scalars['String']['input']>>;
  /** An IANA time zone: Europe/Berlin. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

export type CreateSitePayload = {
  __typename?: 'CreateSitePayload';
  /** Null if there were mistakes. */
  site: Maybe<Site>;
  userErrors: Array<UserError>;
};

/** What pages send with. It is public: all it does is say which site the data are of. */
export type WriteKey = {
  __typename?: 'WriteKey';
  key: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  /** Since when what comes with it is refused; null while it works. */
  disabledAt: Maybe<Scalars['DateTime']['output']>;
};

export type UpdateSiteInput = {
  /** The name it was made with, which stays. */
  id: Scalars['ID']['input'];
  /** Its name for people, 100 characters at most. Absent: as it was. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** All the origins that may send; empty: any. Absent: as they were. */
  origins?: InputMaybe<Array<Scalars['String']['input']>>;
  /** An IANA time zone: Europe/Berlin. Absent: as it was. Days that are over are counted anew by it. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /**
   * How it is measured and what is kept. Holds within 10 s at the collector, in pages at their next start. Absent: as it
   * was.
   */
  settings?: InputMaybe<SiteSettingsInput>;
};

export type UpdateSitePayload = {
  __typename?: 'UpdateSitePayload';
  /** Null if there were mistakes. */
  site: Maybe<Site>;
  userErrors: Array<UserError>;
};

export type CreateWriteKeyPayload = {
  __typename?: 'CreateWriteKeyPayload';
  /** Null if there were mistakes. */
  writeKey: Maybe<WriteKey>;
  userErrors: Array<UserError>;
};

export type DisableWriteKeyPayload = {
  __typename?: 'DisableWriteKeyPayload';
  /** Null if there was none such, or if it is the last one. */
  disabledKey: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** A service level objective: such a share of events is to be good over a window. What may be bad is its error budget. */
export type Slo = Node & {
  __typename?: 'Slo';
  /** `shop/slo/3` */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  description: Maybe<Scalars['String']['output']>;
  /** The share of events, or of slices, that is to be good: 0.99 is 99 %. */
  objective: Scalars['Float']['output'];
  indicator: SloIndicator;
  /** The filter whose events count, as JSON in the form of FilterInput; null: all of the site. */
  where: Maybe<Scalars['String']['output']>;
  window: SloWindow;
  budgeting: SloBudgeting;
  /** By what `burners` splits; null: there is no such split. */
  fanOut: Maybe<SloFanOut>;
  /** The preset that the rules are from; null: they were given one by one. */
  preset: Maybe<BurnRatePreset>;
  /** When a burning budget calls somebody, with what is to be expected of each rule. */
  rules: Array<BurnRateRule>;
  /** The highest burn rate that there can be, when everything fails: 1 / (1 - objective). No rule above it ever fires. */
  ceiling: Scalars['Float']['output'];
  /** How it stands. */
  status: SloStatus;
  /** What was good in each bucket, and how much of the budget was left at its end; with what happened meanwhile. */
  history: SloHistory;
  /**
   * The parts that burned the budget, by `fanOut`: first the one with the most bad events beyond its own allowance, which is
   * (1 - objective) of its events. Empty without `fanOut`. Events are counted, whatever the budgeting.
   */
  burners: Array<SloBurner>;
  /** As one document of OpenSLO v1 in YAML, behind that of its service if it has one. Importing it changes nothing. */
  openSlo: Scalars['String']['output'];
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};


/** A service level objective: such a share of events is to be good over a window. What may be bad is its error budget. */
export type SloStatusArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A service level objective: such a share of events is to be good over a window. What may be bad is its error budget. */
export type SloHistoryArgs = {
  interval?: Interval;
  range?: InputMaybe<RangeInput>;
};


/** A service level objective: such a share of events is to be good over a window. What may be bad is its error budget. */
export type SloBurnersArgs = {
  top?: InputMaybe<Scalars['Int']['input']>;
  range?: InputMaybe<RangeInput>;
};

/** What is counted: events of one kind, and when one is good. */
export type SloIndicator = {
  __typename?: 'SloIndicator';
  kind: SloIndicatorKind;
  /** In words: what is good. */
  description: Scalars['String']['output'];
  /** Of VITAL. */
  metric: Maybe<VitalMetric>;
  /** Of VITAL: values up to this are good, in the metric's unit. */
  threshold: Maybe<Scalars['Float']['output']>;
  /** Of REQUESTS: what took longer is bad, ms; null: time does not matter. */
  slowerThan: Maybe<Scalars['Float']['output']>;
  /** Of REQUESTS: the only endpoint; null: all. */
  endpoint: Maybe<Scalars['String']['output']>;
  /** Of TRANSACTIONS. */
  name: Maybe<Scalars['String']['output']>;
};

export type SloIndicatorKind =
  /**
   * Values of a vital, one a view: good up to a threshold. The same values as `Segment.vital`: hard loads only, unless the
   * filter says otherwise. A threshold that is not the metric's rating is read off sketches, so within 1 %.
   */
  | 'VITAL'
  /** Sessions, each at the moment it began: good while it has no unhandled error. The same as `Segment.crashFreeSessions`. */
  | 'CRASH_FREE'
  /** Requests of pages: good if they did not fail and were not too slow. */
  | 'REQUESTS'
  /**
   * Hard loads of pages (no prerendered, restored or soft ones): good if the load event had ended when the page was first
   * hidden or left, bad if not. A page that could not run the script at all is not known and does not count; a client that
   * reports views without timing counts as bad.
   */
  | 'PAGE_LOADS'
  /** Transactions of one name: good if they succeeded, bad if they failed or were abandoned. */
  | 'TRANSACTIONS';

/** Over what an SLO is judged. */
export type SloWindow = {
  __typename?: 'SloWindow';
  /** Of a rolling window: so many days until now. Null for a calendar window. */
  days: Maybe<Scalars['Int']['output']>;
  /** Of a calendar window: what it lasts. Null for a rolling one. */
  calendar: Maybe<CalendarUnit>;
  timeZone: Maybe<Scalars['String']['output']>;
  /** A local moment at which a calendar window begins; the others follow by the calendar. */
  start: Maybe<Scalars['String']['output']>;
};

export type CalendarUnit =
  | 'WEEK'
  | 'MONTH'
  | 'QUARTER';

/** What the budget is counted in. */
export type SloBudgeting = {
  __typename?: 'SloBudgeting';
  method: BudgetingMethod;
  /** Of TIMESLICES: from which share of good events a slice is good. */
  target: Maybe<Scalars['Float']['output']>;
  /** How long a slice is; null for OCCURRENCES. */
  width: Maybe<Scalars['Duration']['output']>;
};

export type BudgetingMethod =
  /** Events. */
  | 'OCCURRENCES'
  /** Slices of time that are good or bad. A slice without events does not count, nor does one that is not over. */
  | 'TIMESLICES'
  /** Slices of time, each good to the share of its events that were. */
  | 'RATIO_TIMESLICES';

export type SloFanOut = {
  __typename?: 'SloFanOut';
  dimension: Dimension;
  /** Which FLAG or ATTRIBUTE. */
  key: Maybe<Scalars['String']['output']>;
};

export type BurnRatePreset =
  /** The Site Reliability Workbook, table 5-8: 14.4 over 1 h and 6 over 6 h page, 1 over 3 d is a ticket. */
  | 'GOOGLE'
  /** Sloth: those, and a ticket at 3 over 1 d. */
  | 'SLOTH'
  /** OpenObserve: 1 h, 6 h and 1 d, with factors of their own for 7, 30 and 90 days. */
  | 'OPENOBSERVE';

export type BurnRateSeverity =
  | 'PAGE'
  | 'TICKET';

/**
 * Burns while the burn rates over a long and over a short window both exceed a factor. A burn rate of 1 uses up the budget
 * exactly by the end of the SLO's window.
 */
export type BurnRateRule = {
  __typename?: 'BurnRateRule';
  name: Scalars['String']['output'];
  severity: BurnRateSeverity;
  long: Scalars['Duration']['output'];
  short: Scalars['Duration']['output'];
  factor: Scalars['Float']['output'];
  /** What of the budget is gone once the factor lasted for the long window, 0…1. */
  budgetShare: Scalars['Float']['output'];
  /** From which share of bad events it burns: factor × (1 - objective). */
  errorRatio: Scalars['Float']['output'];
  predictions: Array<BurnRatePrediction>;
};

/** What to expect of a rule when so many events suddenly are bad, with even traffic and enough of it. */
export type BurnRatePrediction = {
  __typename?: 'BurnRatePrediction';
  /** The share of bad events: 1 is a total outage. */
  errorRatio: Scalars['Float']['output'];
  /** Until the rule burns; null: it never does. */
  detection: Maybe<Scalars['Duration']['output']>;
  /** Until it is calm again once the trouble is over; null where it never burned. */
  reset: Maybe<Scalars['Duration']['output']>;
};

export type SloState =
  /** There is budget left and no rule burns. */
  | 'OK'
  /** A rule burns. */
  | 'BURNING'
  /** The budget of the window is used up. */
  | 'EXHAUSTED'
  /** The window has no events. That is not 100 %. */
  | 'NO_DATA';

/** How an SLO stood at a moment. */
export type SloStatus = {
  __typename?: 'SloStatus';
  state: SloState;
  /** The moment. */
  at: Scalars['DateTime']['output'];
  /** The window that it lies in. A calendar window ends later; what is told is until the moment. */
  start: Scalars['DateTime']['output'];
  end: Scalars['DateTime']['output'];
  objective: Scalars['Float']['output'];
  /** Good events of all in the window so far; of TIMESLICES good slices. Null without events. */
  compliance: Proportion;
  /** Null without events. */
  budget: Maybe<SloBudget>;
  /** Over 5 minutes, 1 hour, 6 hours, 1 day and 3 days until the moment. */
  burnRates: Array<BurnRate>;
  /** Each rule as it would be judged at the moment. */
  rules: Array<BurnRateJudgement>;
  /**
   * When the budget is used up if it goes on as in the last hour: remaining share × window / burn rate, where the window is
   * rolling. Null: the last hour has no events or burns no faster than the budget allows, the window ends before, or it is
   * used up already.
   */
  exhaustedAt: Maybe<Scalars['DateTime']['output']>;
  /** Everything that happened until then is counted. Null where that is not known. */
  watermark: Maybe<Scalars['DateTime']['output']>;
};

/** The error budget of a window: (1 - objective) of the events that were counted so far. */
export type SloBudget = {
  __typename?: 'SloBudget';
  /** How many may be bad. Estimated where sessions were sampled, and no whole number. */
  total: Scalars['Float']['output'];
  /** How many were. */
  consumed: Scalars['Float']['output'];
  /** How many more may be; negative when it is overdrawn. */
  remaining: Scalars['Float']['output'];
  /** Of the total: 1 is used up, more is overdrawn. */
  consumedShare: Scalars['Float']['output'];
  remainingShare: Scalars['Float']['output'];
};

export type BurnRate = {
  __typename?: 'BurnRate';
  window: Scalars['Duration']['output'];
  /** The share of bad events / (1 - objective). Null without events. */
  rate: Maybe<Scalars['Float']['output']>;
  /** Events, or slices. Estimated where sessions were sampled. */
  bad: Scalars['Float']['output'];
  total: Scalars['Float']['output'];
};

export type BurnRateJudgement = {
  __typename?: 'BurnRateJudgement';
  rule: BurnRateRule;
  state: BurnRateState;
  /** In words. */
  reason: Scalars['String']['output'];
  /** Null without events. */
  longRate: Maybe<Scalars['Float']['output']>;
  shortRate: Maybe<Scalars['Float']['output']>;
};

export type BurnRateState =
  /** Both windows are above the factor, the long one with enough evidence (the lower 95 % bound is above it too). */
  | 'BURNING'
  | 'CALM'
  /** There are no events, or data are late: nothing is said, and an alert keeps the state it has. */
  | 'FROZEN';

export type SloHistory = {
  __typename?: 'SloHistory';
  points: Array<SloPoint>;
  /** What happened in the period: the releases that were seen first in it, and what was deployed. */
  marks: Array<SloMark>;
};

/** A bucket: start ≤ time < end. */
export type SloPoint = {
  __typename?: 'SloPoint';
  start: Scalars['DateTime']['output'];
  end: Scalars['DateTime']['output'];
  /** Events, or slices. Estimated where sessions were sampled. */
  good: Scalars['Float']['output'];
  bad: Scalars['Float']['output'];
  total: Scalars['Float']['output'];
  /** Null without events. */
  compliance: Maybe<Scalars['Float']['output']>;
  /**
   * What was left at the bucket's end of the budget of the window that ends there, or that it lies in: 0…1, negative when
   * overdrawn. Null without events.
   */
  budgetRemaining: Maybe<Scalars['Float']['output']>;
};

export type SloMark = {
  __typename?: 'SloMark';
  at: Scalars['DateTime']['output'];
  kind: SloMarkKind;
  /** The version of the release. */
  label: Scalars['String']['output'];
  /** Where it was deployed; null of a release. */
  environment: Maybe<Scalars['String']['output']>;
};

export type SloMarkKind =
  /** The first view of a release. */
  | 'RELEASE'
  /** Told by `recordDeploy`. */
  | 'DEPLOY';

export type SloBurner = {
  __typename?: 'SloBurner';
  /** The value of the dimension; null: unknown. */
  key: Maybe<Scalars['String']['output']>;
  bad: Scalars['Float']['output'];
  total: Scalars['Float']['output'];
  compliance: Proportion;
  /** Its bad events, of all that were bad. */
  shareOfBad: Scalars['Float']['output'];
  /** What it used up of the whole budget: its bad events / the budget of all events. */
  budgetShare: Scalars['Float']['output'];
  /** Its bad events beyond (1 - objective) of its own events. Negative: it used less than its part. */
  excess: Scalars['Float']['output'];
};

export type SloIndicatorInput = {
  kind: SloIndicatorKind;
  /** VITAL needs it. */
  metric?: InputMaybe<VitalMetric>;
  /** VITAL: values up to this are good, in the metric's unit. Default: up to where it is rated good. */
  threshold?: InputMaybe<Scalars['Float']['input']>;
  /** REQUESTS: what took longer is bad, ms. */
  slowerThan?: InputMaybe<Scalars['Float']['input']>;
  /** REQUESTS: only this endpoint, as `Segment.requests` names it: `POST api.example/orders/:id`. */
  endpoint?: InputMaybe<Scalars['String']['input']>;
  /** TRANSACTIONS need it. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** `days`, or `calendar` and what belongs to it. Default: 28 days. */
export type SloWindowInput = {
  /** 1 to 90, until now. */
  days?: InputMaybe<Scalars['Int']['input']>;
  calendar?: InputMaybe<CalendarUnit>;
  /** Default: UTC. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /**
   * A local moment at which one window begins, such as 2026-01-05T00:00:00. Default: Monday 2018-01-01, which begins a
   * week, a month and a quarter.
   */
  start?: InputMaybe<Scalars['String']['input']>;
};

export type SloBudgetingInput = {
  method?: BudgetingMethod;
  /** TIMESLICES need it: from which share of good events a slice is good, such as 0.95. */
  target?: InputMaybe<Scalars['Float']['input']>;
  /**
   * Whole minutes that divide a day. Default: PT1M. Slices shorter than an hour are counted from rows, so no further back
   * than rows are kept.
   */
  width?: InputMaybe<Scalars['Duration']['input']>;
};

export type SloFanOutInput = {
  dimension: Dimension;
  /** Which FLAG or ATTRIBUTE. */
  key?: InputMaybe<Scalars['String']['input']>;
};

export type BurnRateRuleInput = {
  /** 60 characters at most; each rule of an SLO has its own. */
  name: Scalars['String']['input'];
  severity: BurnRateSeverity;
  /** 5 minutes or longer. */
  long: Scalars['Duration']['input'];
  /** Default: a twelfth of the long one. A slice of TIMESLICES or RATIO_TIMESLICES must fit into it. */
  short?: InputMaybe<Scalars['Duration']['input']>;
  /** Less than the ceiling 1 / (1 - objective). */
  factor: Scalars['Float']['input'];
};

/** What an SLO is, besides its name. */
export type SloDefinitionInput = {
  /** Between 0 and 1: 0.99 for 99 %. */
  objective: Scalars['Float']['input'];
  indicator: SloIndicatorInput;
  /** Which events count. */
  where?: InputMaybe<FilterInput>;
  window?: InputMaybe<SloWindowInput>;
  budgeting?: InputMaybe<SloBudgetingInput>;
  /** By what `burners` splits. */
  fanOut?: InputMaybe<SloFanOutInput>;
  /** The rules to take, scaled to the window and lowered to what the objective can reach. Default: GOOGLE. */
  preset?: InputMaybe<BurnRatePreset>;
  /** Rules of your own instead of a preset, 8 at most. One that can never fire is refused. */
  rules?: InputMaybe<Array<BurnRateRuleInput>>;
};

export type CreateSloInput = {
  /** The site that it is of. */
  site: Scalars['ID']['input'];
  /** 100 characters at most; each SLO of a site has its own. */
  name: Scalars['String']['input'];
  /** 1,050 characters at most. */
  description?: InputMaybe<Scalars['String']['input']>;
  definition: SloDefinitionInput;
  /** Only checks, and tells the rules with their predictions: nothing is saved. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UpdateSloInput = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  /** Replaces the whole definition. */
  definition?: InputMaybe<SloDefinitionInput>;
};

export type SloPayload = {
  __typename?: 'SloPayload';
  /** Null if there were mistakes, and in a dry run. */
  slo: Maybe<Slo>;
  /** The rules as they are judged, with how soon they find an outage. Null if there were mistakes. */
  predictions: Maybe<Array<BurnRateRule>>;
  userErrors: Array<UserError>;
};

export type DeleteSloPayload = {
  __typename?: 'DeleteSloPayload';
  /** Null if there was none such. */
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

export type ImportSlosInput = {
  /** The site that they are of. */
  site: Scalars['ID']['input'];
  /** Documents of kind SLO, SLI, Service, AlertPolicy and AlertCondition, separated by `---`; 256 KiB at most. */
  yaml: Scalars['String']['input'];
  /** What to measure where a document's metric source is not `sightline`: by the name of the indicator or of the SLO. */
  indicators?: InputMaybe<Array<NamedIndicatorInput>>;
  /** Only tells what would be done. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};

export type NamedIndicatorInput = {
  name: Scalars['String']['input'];
  indicator: SloIndicatorInput;
};

export type ImportSlosPayload = {
  __typename?: 'ImportSlosPayload';
  /** Empty if there were mistakes. */
  imported: Array<ImportedSlo>;
  /** What was read in another way than it is written, or will be written in another way. */
  notes: Array<ImportNote>;
  userErrors: Array<ImportProblem>;
};

export type ImportedSlo = {
  __typename?: 'ImportedSlo';
  name: Scalars['String']['output'];
  action: ImportAction;
  /** Null in a dry run. */
  slo: Maybe<Slo>;
};

export type ImportAction =
  | 'CREATE'
  | 'REPLACE';

/** What is said about a place in a file. */
export type ImportNote = {
  __typename?: 'ImportNote';
  /** From 1; null where it is about no place. */
  line: Maybe<Scalars['Int']['output']>;
  column: Maybe<Scalars['Int']['output']>;
  message: Scalars['String']['output'];
};

/** A mistake, with its place in the file and what to write instead. */
export type ImportProblem = {
  __typename?: 'ImportProblem';
  /** Where in the input it is: `yaml`, `site` or `indicators`. */
  path: Array<Scalars['String']['output']>;
  code: Scalars['String']['output'];
  /** From 1; null where it is about no place in the file. */
  line: Maybe<Scalars['Int']['output']>;
  column: Maybe<Scalars['Int']['output']>;
  message: Scalars['String']['output'];
};

/** Trouble that a status page tells of, in the words of people. */
export type Incident = Node & {
  __typename?: 'Incident';
  /** `shop/incident/1`. */
  id: Scalars['ID']['output'];
  title: Scalars['String']['output'];
  impact: IncidentImpact;
  /** That of its last update. */
  status: IncidentStatus;
  /** Keys of the page's components that it is about. */
  components: Array<Scalars['String']['output']>;
  startedAt: Scalars['DateTime']['output'];
  /** Null while it is open. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** The newest first. */
  updates: Array<IncidentUpdate>;
};

/** While the incident is open it makes the state of its components at least as bad. */
export type IncidentImpact =
  /** A notice: the state stays as measured. */
  | 'NONE'
  /** DEGRADED. */
  | 'MINOR'
  /** MAJOR_OUTAGE. */
  | 'MAJOR';

export type IncidentStatus =
  | 'INVESTIGATING'
  | 'IDENTIFIED'
  | 'MONITORING'
  | 'RESOLVED';

export type IncidentUpdate = {
  __typename?: 'IncidentUpdate';
  status: IncidentStatus;
  message: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
};

export type OpenIncidentInput = {
  /** The id of the status page. */
  page: Scalars['ID']['input'];
  /** Up to 150 characters. */
  title: Scalars['String']['input'];
  /** Default MINOR. */
  impact?: InputMaybe<IncidentImpact>;
  /** Default INVESTIGATING. */
  status?: InputMaybe<IncidentStatus>;
  /** What is known, as the public reads it: up to 2,000 characters. */
  message: Scalars['String']['input'];
  /** Keys of components. Default: none. */
  components?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When it began. Default: now; not in the future. */
  startedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type UpdateIncidentInput = {
  id: Scalars['ID']['input'];
  /** Default: as it was. */
  status?: InputMaybe<IncidentStatus>;
  /** Up to 2,000 characters. */
  message: Scalars['String']['input'];
  /** When it was so. Default: now; not in the future, and not before the update before it. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Another title; absent: as it was. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Absent: as it was. */
  impact?: InputMaybe<IncidentImpact>;
  /** Absent: as they were. */
  components?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type IncidentPayload = {
  __typename?: 'IncidentPayload';
  /** Null if something is wrong with the input. */
  incident: Maybe<Incident>;
  userErrors: Array<UserError>;
};

export type DeleteIncidentPayload = {
  __typename?: 'DeleteIncidentPayload';
  /** Null if there was none. */
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/**
 * A page that tells the public how a site is doing, at `/status/<slug>`. Nobody signs in for it: what it shows is told by
 * StatusView, in which no figure rests on fewer visitors than the floor.
 */
export type StatusPage = Node & {
  __typename?: 'StatusPage';
  /** `shop/status/1`. */
  id: Scalars['ID']['output'];
  /** The last part of its address, unique over all sites. */
  slug: Scalars['String']['output'];
  title: Scalars['String']['output'];
  description: Scalars['String']['output'];
  /** In the order of the page. */
  components: Array<StatusComponent>;
  theme: StatusTheme;
  /** Other pages that may embed it without a server, by their origins. */
  origins: Array<Scalars['String']['output']>;
  /** Whether the public sees it. One that is not published looks to everybody else as if there were none. */
  published: Scalars['Boolean']['output'];
  /** On how many visitors a public figure rests at least; 5 or more. */
  floor: Scalars['Int']['output'];
  /** Those that are open, and those that began within the last 90 days; the newest first. */
  incidents: Array<Incident>;
  createdAt: Scalars['DateTime']['output'];
  updatedAt: Scalars['DateTime']['output'];
};

export type StatusTheme =
  /** As the reader's system has it. */
  | 'AUTO'
  | 'LIGHT'
  | 'DARK';

/** A line of a status page: an SLO or a vital, under a name for the public. */
export type StatusComponent = {
  __typename?: 'StatusComponent';
  /** What incidents name it by: small letters, digits and dashes. */
  key: Scalars['String']['output'];
  /** As the public reads it. */
  name: Scalars['String']['output'];
  description: Scalars['String']['output'];
  /** The id of the SLO; null where it is a vital. Once the SLO is deleted the component has no data. */
  slo: Maybe<Scalars['ID']['output']>;
  /** The vital, whose 75th percentile is shown; null where it is an SLO. */
  vital: Maybe<VitalMetric>;
};

export type SaveStatusPageInput = {
  /** Of the page to change; without it one is made. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The site. Required for a new page; a page stays with its site. */
  site?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 60 small letters, digits and dashes, unique over all sites. Required for a new page. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Up to 100 characters. Required for a new page. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Up to 500 characters. Default: none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 20, all of them, in their order. Required for a new page. */
  components?: InputMaybe<Array<StatusComponentInput>>;
  /** Default AUTO. */
  theme?: InputMaybe<StatusTheme>;
  /** Up to 20 origins such as https://www.example.com. Default: none. */
  origins?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Default false. */
  published?: InputMaybe<Scalars['Boolean']['input']>;
  /** 5 to 1,000 visitors. Default 20. */
  floor?: InputMaybe<Scalars['Int']['input']>;
};

/** Either `slo` or `vital`. */
export type StatusComponentInput = {
  /** Default: made of the name. Keep it when the name changes, for incidents name components by it. */
  key?: InputMaybe<Scalars['String']['input']>;
  /** Up to 60 characters. */
  name: Scalars['String']['input'];
  /** Up to 200 characters. Default: none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The id of an SLO of the site. */
  slo?: InputMaybe<Scalars['ID']['input']>;
  /** LCP, INP or CLS. */
  vital?: InputMaybe<VitalMetric>;
};

export type StatusPagePayload = {
  __typename?: 'StatusPagePayload';
  /** Null if something is wrong with the input. */
  statusPage: Maybe<StatusPage>;
  userErrors: Array<UserError>;
};

export type DeleteStatusPagePayload = {
  __typename?: 'DeleteStatusPagePayload';
  /** Null if there was none. */
  deletedId: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/**
 * What a status page tells. Every figure is of days that are over, and rests on no fewer visitors than `floor`; what would
 * rest on fewer is null. Counts of visitors and of events are not told.
 */
export type StatusView = {
  __typename?: 'StatusView';
  title: Scalars['String']['output'];
  description: Scalars['String']['output'];
  theme: StatusTheme;
  /** The worst state of the components that have one. */
  state: StatusState;
  /** The end of what is told: the last whole hour. */
  at: Scalars['DateTime']['output'];
  /** On how many visitors a figure rests at least. */
  floor: Scalars['Int']['output'];
  /** The IANA zone by whose calendar the days are. */
  timeZone: Scalars['String']['output'];
  components: Array<StatusViewComponent>;
  /** Those that are open, and those that began within the last 90 days; the newest first. */
  incidents: Array<StatusViewIncident>;
};

/** How something is doing now. */
export type StatusState =
  | 'OPERATIONAL'
  /**
   * Of an SLO: surely more than twice as many bad events as it allows, or a quarter of the way from what it allows to all,
   * whichever is less. Of a vital: its 75th percentile of 7 days is poor. Or an open incident of impact MINOR.
   */
  | 'DEGRADED'
  /** Of an SLO: surely more than half of the way from what it allows to all. Or an open incident of impact MAJOR. */
  | 'MAJOR_OUTAGE'
  /** Too few visitors to tell. */
  | 'UNKNOWN';

export type StatusViewComponent = {
  __typename?: 'StatusViewComponent';
  key: Scalars['String']['output'];
  name: Scalars['String']['output'];
  description: Scalars['String']['output'];
  /**
   * Measured over the last whole hour, or over the last 24 where that had too few visitors; UNKNOWN where those had too few.
   * Of a vital over the last 7 days that are over.
   */
  state: StatusState;
  /** The share of good events that the SLO promises, 0…1; null of a vital. */
  objective: Maybe<Scalars['Float']['output']>;
  /** The share of good events in those of `days` that are told, 0…1, in steps of 0.0001; null of a vital, and where none is told. */
  uptime: Maybe<Scalars['Float']['output']>;
  /** The vital over the last 7 days that are over; null of an SLO, and where too few visitors had it. */
  vital: Maybe<StatusViewVital>;
  /** Which vital it is; null of an SLO. */
  metric: Maybe<VitalMetric>;
  /** The last 90 days that are over, the oldest first. */
  days: Array<StatusViewDay>;
};

export type StatusViewVital = {
  __typename?: 'StatusViewVital';
  /** `ms`, or an empty text for a score. */
  unit: Scalars['String']['output'];
  /** The 75th percentile, rounded to 10 ms or 0.01. */
  p75: Scalars['Float']['output'];
  rating: Rating;
};

export type StatusViewDay = {
  __typename?: 'StatusViewDay';
  /** Its midnight in `timeZone`. */
  start: Scalars['DateTime']['output'];
  /** The share of good events, 0…1, in steps of 0.0001; null of a vital, and where too few visitors came. */
  compliance: Maybe<Scalars['Float']['output']>;
  /** The 75th percentile of the vital, rounded likewise; null of an SLO, and where too few visitors had it. */
  p75: Maybe<Scalars['Float']['output']>;
  /** What it was like by the rules of `state`; UNKNOWN where too few visitors came. */
  state: StatusState;
};

export type StatusViewIncident = {
  __typename?: 'StatusViewIncident';
  /** Unique on the page. */
  key: Scalars['String']['output'];
  title: Scalars['String']['output'];
  impact: IncidentImpact;
  status: IncidentStatus;
  /** Names of the components that it is about. */
  components: Array<Scalars['String']['output']>;
  startedAt: Scalars['DateTime']['output'];
  /** Null while it is open. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** The newest first. */
  updates: Array<IncidentUpdate>;
};

export type UsageInterval =
  | 'HOUR'
  | 'DAY';

/**
 * Accounts of what was sent. At every instant accepted = stored + dead + erased + queued. Counts are whole numbers and
 * may be larger than an Int; 0 is a count, null is not known.
 */
export type Usage = {
  __typename?: 'Usage';
  /** The hours that were counted. */
  range: Range;
  /**
   * Events that were accepted with 202, each batch once: stored + dead + erased + queued. Where the queue cannot be
   * asked, without what waits in it.
   */
  accepted: Scalars['Float']['output'];
  /** Events that are stored. */
  stored: Scalars['Float']['output'];
  /** Events that the database refused for good. They are kept as dead letters with the reason. */
  dead: Scalars['Float']['output'];
  /**
   * Events that came late of somebody who is forgotten, and were not stored. What was stored before an erasure stays counted
   * as stored.
   */
  erased: Scalars['Float']['output'];
  /** Events that are durable in the queue and not stored yet. Null where the queue cannot be asked. */
  queued: Maybe<Scalars['Float']['output']>;
  /**
   * Whether `queued` is exact: up to 256 jobs and 16 MiB it is. Beyond, events are counted by jobs, and those of a batch
   * that was sent twice count twice until it is stored. Null where `queued` is.
   */
  queuedIsExact: Maybe<Scalars['Boolean']['output']>;
  /** Events of batches that came again with an id that is known. They change nothing else. */
  duplicate: Scalars['Float']['output'];
  /** Events that were refused one by one while the rest of their batch went on, by the code that the answer gave. */
  rejected: Array<UsageCode>;
  /**
   * Requests that were refused whole, by code. Only those whose site was known: a wrong write key belongs to none.
   * Written every 2 seconds, so a collector that is killed takes with it what it refused in the last 2.
   */
  refused: Array<UsageCode>;
  /** Events that clients say they gave up before they could send them, by reason. */
  dropped: Array<UsageCode>;
  /** Values that became `other` because of what they are of there were too many already, by what that is. */
  other: Array<UsageCode>;
  /** Fields that the protocol does not name. They were dropped. */
  unknownFields: Scalars['Float']['output'];
  /** What the senders' own numbers say never arrived. Null where no sender numbered its batches. */
  loss: Maybe<UsageLoss>;
  /** The same by hour or day: every point is there. */
  over: Array<UsagePoint>;
  /** The events of today against those that are allowed. Null where any number is. */
  quota: Maybe<UsageQuota>;
  /** How many different values are kept of what has a cap. */
  caps: Array<UsageCap>;
};

/** A count by code. */
export type UsageCode = {
  __typename?: 'UsageCode';
  code: Scalars['String']['output'];
  count: Scalars['Float']['output'];
};

/**
 * Loss in batches, by the numbers that each run of a client (a page load) gives them. Counted are clients whose first
 * batch was stored in the period and that have been silent for an hour. What a client would have sent after the last that
 * arrived nobody knows.
 */
export type UsageLoss = {
  __typename?: 'UsageLoss';
  /** Batches that the numbers name. */
  expected: Scalars['Float']['output'];
  /** Those of them that never arrived. */
  missing: Scalars['Float']['output'];
  /** Clients that were counted. */
  senders: Scalars['Float']['output'];
};

/** The accounts of an hour or a day. */
export type UsagePoint = {
  __typename?: 'UsagePoint';
  at: Scalars['DateTime']['output'];
  accepted: Scalars['Float']['output'];
  stored: Scalars['Float']['output'];
  dead: Scalars['Float']['output'];
  /** Null where the queue cannot be asked. */
  queued: Maybe<Scalars['Float']['output']>;
  duplicate: Scalars['Float']['output'];
  rejected: Scalars['Float']['output'];
  refused: Scalars['Float']['output'];
  dropped: Scalars['Float']['output'];
  unknownFields: Scalars['Float']['output'];
};

/** A day begins at midnight in UTC. */
export type UsageQuota = {
  __typename?: 'UsageQuota';
  /** Events that are accepted a day. */
  events: Scalars['Float']['output'];
  /** Events of today. */
  used: Scalars['Float']['output'];
  state: QuotaState;
  /** When the next day begins. */
  renewsAt: Scalars['DateTime']['output'];
};

export type QuotaState =
  /** Less than 80 % is used. */
  | 'OK'
  /** 80 % or more is used. */
  | 'WARNING'
  /** What comes now is refused with 429 until the day is over. */
  | 'EXCEEDED';

/** How many different values of one thing are kept apart. A value that was not seen for 30 days gives its place back. */
export type UsageCap = {
  __typename?: 'UsageCap';
  /** page, release, event, flag, variant, attribute or attribute_value. */
  what: Scalars['String']['output'];
  /** Whose values: the key of the flag or attribute; null where the cap is for the site. */
  of: Maybe<Scalars['String']['output']>;
  values: Scalars['Float']['output'];
  most: Scalars['Float']['output'];
};

/** What is kept as a distribution. Durations are in milliseconds, CLS is a score without unit. */
export type VitalMetric =
  /** Largest Contentful Paint. Good ≤ 2,500 ms, poor > 4,000 ms (web.dev). */
  | 'LCP'
  /** Interaction to Next Paint. Good ≤ 200 ms, poor > 500 ms (web.dev). */
  | 'INP'
  /** Cumulative Layout Shift. Good ≤ 0.1, poor > 0.25 (web.dev). */
  | 'CLS'
  /** First Contentful Paint. Good ≤ 1,800 ms, poor > 3,000 ms (web.dev). */
  | 'FCP'
  /** Time to First Byte. Good ≤ 800 ms, poor > 1,800 ms (web.dev). */
  | 'TTFB'
  /** First Input Delay, from old clients only. Good ≤ 100 ms, poor > 300 ms (web.dev). */
  | 'FID'
  /** Total Blocking Time. Good ≤ 200 ms, poor > 600 ms (Lighthouse, mobile). */
  | 'TBT'
  /** loadEventEnd of a hard load. */
  | 'LOAD'
  /** A soft navigation, from the change of the URL to the settled view. */
  | 'ROUTE'
  /** A mobile app started afresh. */
  | 'COLD_START'
  /** A mobile app brought back. */
  | 'WARM_START'
  /** A mobile screen until it was drawn. */
  | 'SCREEN_LOAD';

export type Rating =
  | 'GOOD'
  | 'NEEDS_IMPROVEMENT'
  | 'POOR';

/**
 * The distribution of one metric over the views of a segment. Each view counts with its last value. From raw values or
 * from merged sketches (DDSketch, relative accuracy 1 %), never from averages of percentiles.
 */
export type VitalStats = {
  __typename?: 'VitalStats';
  metric: VitalMetric;
  /** `ms` or `score`. */
  unit: Scalars['String']['output'];
  /** How many values were measured. */
  count: Scalars['Int']['output'];
  /** How many views these stand for, sampling undone. */
  estimatedCount: Scalars['Float']['output'];
  /** Null without values. */
  mean: Maybe<Scalars['Float']['output']>;
  min: Maybe<Scalars['Float']['output']>;
  max: Maybe<Scalars['Float']['output']>;
  /** One percentile, with the evidence for it. */
  percentile: Percentile;
  /** Several at once. */
  percentiles: Array<Percentile>;
  /** The rating of the 75th percentile; null without values or for a metric without thresholds. */
  rating: Maybe<Rating>;
  /** How the values divide into good, needs improvement and poor: counted exactly, never read off a sketch. */
  shares: RatingShares;
  /** The distribution in bins of equal width from 0. */
  histogram: Array<HistogramBin>;
  /** What the values are owed to, most values first; the key null is what browsers could not tell. Read from raw rows. */
  attribution: Array<Attribution>;
  /** Where the time goes: the parts of a duration, in the order in which they pass. Read from raw rows. */
  phases: Array<VitalPhase>;
  /** How many views could have reported the metric, and how many did. Read from raw rows. */
  support: VitalSupport;
};


/**
 * The distribution of one metric over the views of a segment. Each view counts with its last value. From raw values or
 * from merged sketches (DDSketch, relative accuracy 1 %), never from averages of percentiles.
 */
export type VitalStatsPercentileArgs = {
  q?: Scalars['Float']['input'];
};


/**
 * The distribution of one metric over the views of a segment. Each view counts with its last value. From raw values or
 * from merged sketches (DDSketch, relative accuracy 1 %), never from averages of percentiles.
 */
export type VitalStatsPercentilesArgs = {
  q: Array<Scalars['Float']['input']>;
};


/**
 * The distribution of one metric over the views of a segment. Each view counts with its last value. From raw values or
 * from merged sketches (DDSketch, relative accuracy 1 %), never from averages of percentiles.
 */
export type VitalStatsHistogramArgs = {
  bins?: InputMaybe<Scalars['Int']['input']>;
  max?: InputMaybe<Scalars['Float']['input']>;
};


/**
 * The distribution of one metric over the views of a segment. Each view counts with its last value. From raw values or
 * from merged sketches (DDSketch, relative accuracy 1 %), never from averages of percentiles.
 */
export type VitalStatsAttributionArgs = {
  by?: InputMaybe<AttributionField>;
  top?: InputMaybe<Scalars['Int']['input']>;
};

/** What a value can be owed to. */
export type AttributionField =
  /** The CSS selector of the element: the largest one, the one that was interacted with, the one that shifted. */
  | 'ELEMENT'
  /** The resource behind the largest element. */
  | 'URL'
  /** The script that ran longest during the interaction. */
  | 'SCRIPT'
  /** The type of the event: pointerdown. */
  | 'EVENT'
  /** How far the page was loaded: loading, dom-interactive, dom-content-loaded, complete. */
  | 'LOAD_STATE';

/** The values that are owed to one thing. */
export type Attribution = {
  __typename?: 'Attribution';
  key: Maybe<Scalars['String']['output']>;
  /** Of all values of the metric in the segment, 0…1. */
  share: Scalars['Float']['output'];
  /** The distribution of these values, in the metric's unit. */
  distribution: Distribution;
};

/** A part of a duration. */
export type VitalPhase = {
  __typename?: 'VitalPhase';
  /** As the client names it: loadDelay. */
  name: Scalars['String']['output'];
  /** Of the time of all phases, 0…1. */
  share: Scalars['Float']['output'];
  /** ms */
  duration: Distribution;
};

/**
 * Which views could report a metric: a share is never taken over browsers that cannot. Estimates where sessions were
 * sampled.
 */
export type VitalSupport = {
  __typename?: 'VitalSupport';
  /** Views whose browser told what it can report, of the populations that the metric is asked of. */
  views: Scalars['Int']['output'];
  /** Views whose client did not tell. */
  unknownViews: Scalars['Int']['output'];
  /** Views whose browser can report the metric, of `views`. */
  supported: Proportion;
  /** Views that did report it, of those that can or did not tell. INP needs an interaction, so it is never complete. */
  reported: Proportion;
};

/**
 * The distribution of a number, such as a duration. From a sketch (DDSketch, relative accuracy 1 %), never from averages
 * of percentiles.
 */
export type Distribution = {
  __typename?: 'Distribution';
  /** `ms`, `bytes` or empty for plain numbers. */
  unit: Scalars['String']['output'];
  /** How many values were measured. */
  count: Scalars['Int']['output'];
  /** How many these stand for, sampling undone. */
  estimatedCount: Scalars['Float']['output'];
  /** Null without values. */
  mean: Maybe<Scalars['Float']['output']>;
  min: Maybe<Scalars['Float']['output']>;
  max: Maybe<Scalars['Float']['output']>;
  /** One percentile, with the evidence for it. */
  percentile: Percentile;
  /** Several at once. */
  percentiles: Array<Percentile>;
  /** The distribution in bins of equal width from 0. */
  histogram: Array<HistogramBin>;
};


/**
 * The distribution of a number, such as a duration. From a sketch (DDSketch, relative accuracy 1 %), never from averages
 * of percentiles.
 */
export type DistributionPercentileArgs = {
  q?: Scalars['Float']['input'];
};


/**
 * The distribution of a number, such as a duration. From a sketch (DDSketch, relative accuracy 1 %), never from averages
 * of percentiles.
 */
export type DistributionPercentilesArgs = {
  q: Array<Scalars['Float']['input']>;
};


/**
 * The distribution of a number, such as a duration. From a sketch (DDSketch, relative accuracy 1 %), never from averages
 * of percentiles.
 */
export type DistributionHistogramArgs = {
  bins?: InputMaybe<Scalars['Int']['input']>;
  max?: InputMaybe<Scalars['Float']['input']>;
};

/**
 * A percentile: the lower nearest rank. The bounds are a distribution-free 95 % interval from the binomial order
 * statistics, ranks n·q ± 1.96·√(n·q·(1 − q)).
 */
export type Percentile = {
  __typename?: 'Percentile';
  q: Scalars['Float']['output'];
  /** Null without values. */
  value: Maybe<Scalars['Float']['output']>;
  /** Lower bound; null under 30 values or where its rank falls outside them. */
  low: Maybe<Scalars['Float']['output']>;
  /** Upper bound; null under 30 values or where its rank falls outside them. */
  high: Maybe<Scalars['Float']['output']>;
  /** How many values it rests on. */
  count: Scalars['Int']['output'];
  /** Too few values to lean on: a bound is missing. */
  thin: Scalars['Boolean']['output'];
  /** |value − exact| ≤ relativeError · exact. */
  relativeError: Scalars['Float']['output'];
};

/** Shares 0…1 of the values by rating; null without values or without thresholds. */
export type RatingShares = {
  __typename?: 'RatingShares';
  good: Maybe<Scalars['Float']['output']>;
  needsImprovement: Maybe<Scalars['Float']['output']>;
  poor: Maybe<Scalars['Float']['output']>;
  goodCount: Scalars['Int']['output'];
  needsImprovementCount: Scalars['Int']['output'];
  poorCount: Scalars['Int']['output'];
};

/** from ≤ value < to. The last bin holds everything above as well. */
export type HistogramBin = {
  __typename?: 'HistogramBin';
  from: Scalars['Float']['output'];
  to: Scalars['Float']['output'];
  /** How many views it stands for, sampling undone. */
  count: Scalars['Float']['output'];
};

/** The assessment that Google makes of a page: all three good at the 75th percentile. */
export type CoreWebVitals = {
  __typename?: 'CoreWebVitals';
  /** Null while one of LCP and CLS has no values; INP is left out where nobody interacted. */
  passed: Maybe<Scalars['Boolean']['output']>;
  lcp: Maybe<Rating>;
  inp: Maybe<Rating>;
  cls: Maybe<Rating>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( SiteRow )
    | ( AlertRuleModel )
    | ( AlertModel )
    | ( SavedChannel )
    | ( ErrorGroupModel )
    | ( FlagModel )
    | ( SavedFunnel )
    | ( SessionRow )
    | ( SloModel )
    | ( IncidentModel )
    | ( StatusPageModel )
  ;
  TimelineEntry:
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
    | ( TimelineRow )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Scope: Scope;
  Viewer: ResolverTypeWrapper<Caller>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CreateTokenInput: CreateTokenInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CreateTokenPayload: ResolverTypeWrapper<CreateTokenPayload>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ApiToken: ResolverTypeWrapper<ApiTokenRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ApiTokenKind: ApiTokenKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RevokeTokenPayload: ResolverTypeWrapper<RevokeTokenPayload>;
  Site: ResolverTypeWrapper<SiteRow>;
  AlertRuleKind: AlertRuleKind;
  AlertSeverity: AlertSeverity;
  AlertRule: ResolverTypeWrapper<AlertRuleModel>;
  AlertPhase: AlertPhase;
  FrozenReason: FrozenReason;
  AlertRuleState: ResolverTypeWrapper<RuleState>;
  AlertReading: ResolverTypeWrapper<Reading>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AlertSide: AlertSide;
  AlertState: AlertState;
  Alert: ResolverTypeWrapper<AlertModel>;
  AlertConnection: ResolverTypeWrapper<Omit<AlertConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AlertEdge']>, nodes: Array<ResolversTypes['Alert']> }>;
  AlertEdge: ResolverTypeWrapper<Omit<AlertEdge, 'node'> & { node: ResolversTypes['Alert'] }>;
  Silence: ResolverTypeWrapper<SavedSilence>;
  MaintenanceWindow: ResolverTypeWrapper<SavedWindow>;
  SilencedNotice: ResolverTypeWrapper<HeldNotice>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  AlertEvent: ResolverTypeWrapper<AlertEventModel>;
  AlertMetric: AlertMetric;
  AlertDefinitionInput: AlertDefinitionInput;
  ThresholdInput: ThresholdInput;
  BurnRateAlertInput: BurnRateAlertInput;
  FunnelAlertInput: FunnelAlertInput;
  GraphqlAlertInput: GraphqlAlertInput;
  CreateAlertRuleInput: CreateAlertRuleInput;
  UpdateAlertRuleInput: UpdateAlertRuleInput;
  AlertRulePayload: ResolverTypeWrapper<Omit<AlertRulePayload, 'rule'> & { rule?: Maybe<ResolversTypes['AlertRule']> }>;
  DeleteAlertRulePayload: ResolverTypeWrapper<DeleteAlertRulePayload>;
  TestAlertRulePayload: ResolverTypeWrapper<Omit<TestAlertRulePayload, 'test'> & { test?: Maybe<ResolversTypes['AlertRuleTest']> }>;
  AlertRuleTest: ResolverTypeWrapper<RuleTest>;
  AlertFinding: ResolverTypeWrapper<Found>;
  AlertBacktest: ResolverTypeWrapper<Backtest>;
  CreateSilenceInput: CreateSilenceInput;
  SilencePayload: ResolverTypeWrapper<Omit<SilencePayload, 'silence'> & { silence?: Maybe<ResolversTypes['Silence']> }>;
  CreateMaintenanceWindowInput: CreateMaintenanceWindowInput;
  MaintenanceWindowPayload: ResolverTypeWrapper<Omit<MaintenanceWindowPayload, 'maintenanceWindow'> & { maintenanceWindow?: Maybe<ResolversTypes['MaintenanceWindow']> }>;
  DeleteMaintenanceWindowPayload: ResolverTypeWrapper<DeleteMaintenanceWindowPayload>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Duration: ResolverTypeWrapper<Scalars['Duration']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  UserError: ResolverTypeWrapper<UserError>;
  Proportion: ResolverTypeWrapper<Proportion>;
  Capabilities: ResolverTypeWrapper<Capabilities>;
  DatabaseEdition: DatabaseEdition;
  DatabaseCapabilities: ResolverTypeWrapper<DatabaseCapabilities>;
  MetricCapability: ResolverTypeWrapper<MetricCapability>;
  ErrorCodeMeaning: ResolverTypeWrapper<ErrorCodeMeaning>;
  Limits: ResolverTypeWrapper<Limits>;
  ConsentLogConnection: ResolverTypeWrapper<Omit<ConsentLogConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ConsentLogEdge']>, nodes: Array<ResolversTypes['ConsentLogEntry']> }>;
  ConsentLogEdge: ResolverTypeWrapper<Omit<ConsentLogEdge, 'node'> & { node: ResolversTypes['ConsentLogEntry'] }>;
  ConsentState: ConsentState;
  ConsentLogEntry: ResolverTypeWrapper<LoggedConsent>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  CostExplanation: ResolverTypeWrapper<CostExplanation>;
  CostPart: ResolverTypeWrapper<CostPart>;
  DeadLetterState: DeadLetterState;
  DeadLetterKind: DeadLetterKind;
  DeadLetter: ResolverTypeWrapper<DeadLetterRow>;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DeadLetterEdge']>, nodes: Array<ResolversTypes['DeadLetter']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  DeadLetterCounts: ResolverTypeWrapper<DeadLetterCounts>;
  DeadLettersInput: DeadLettersInput;
  DeadLettersPayload: ResolverTypeWrapper<DeadLettersPayload>;
  ChannelKind: ChannelKind;
  Channel: ResolverTypeWrapper<SavedChannel>;
  DeliveryStatus: DeliveryStatus;
  Delivery: ResolverTypeWrapper<DeliveryModel>;
  DeliveryConnection: ResolverTypeWrapper<Omit<DeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DeliveryEdge']>, nodes: Array<ResolversTypes['Delivery']> }>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  CreateChannelInput: CreateChannelInput;
  UpdateChannelInput: UpdateChannelInput;
  ChannelPayload: ResolverTypeWrapper<Omit<ChannelPayload, 'channel'> & { channel?: Maybe<ResolversTypes['Channel']> }>;
  DeleteChannelPayload: ResolverTypeWrapper<DeleteChannelPayload>;
  TestChannelPayload: ResolverTypeWrapper<TestChannelPayload>;
  RetryDeliveryPayload: ResolverTypeWrapper<Omit<RetryDeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversTypes['Delivery']> }>;
  Deploy: ResolverTypeWrapper<DeployRow>;
  RecordDeployInput: RecordDeployInput;
  RecordDeployPayload: ResolverTypeWrapper<Omit<RecordDeployPayload, 'deploy'> & { deploy?: Maybe<ResolversTypes['Deploy']> }>;
  EmbedSecret: ResolverTypeWrapper<EmbedSecretRow>;
  EmbeddableWidget: ResolverTypeWrapper<EmbeddableWidget>;
  CreateEmbedTokenInput: CreateEmbedTokenInput;
  CreateEmbedTokenPayload: ResolverTypeWrapper<CreateEmbedTokenPayload>;
  CreateEmbedSecretPayload: ResolverTypeWrapper<CreateEmbedSecretPayload>;
  DisableEmbedSecretPayload: ResolverTypeWrapper<DisableEmbedSecretPayload>;
  RevokeEmbedTokenPayload: ResolverTypeWrapper<RevokeEmbedTokenPayload>;
  SubjectKind: SubjectKind;
  Erasure: ResolverTypeWrapper<ErasureModel>;
  ErasureConnection: ResolverTypeWrapper<Omit<ErasureConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ErasureEdge']>, nodes: Array<ResolversTypes['Erasure']> }>;
  ErasureEdge: ResolverTypeWrapper<Omit<ErasureEdge, 'node'> & { node: ResolversTypes['Erasure'] }>;
  EraseInput: EraseInput;
  SubjectInput: SubjectInput;
  UserInput: UserInput;
  ErasePayload: ResolverTypeWrapper<Omit<ErasePayload, 'erasure'> & { erasure?: Maybe<ResolversTypes['Erasure']> }>;
  Segment: ResolverTypeWrapper<SegmentModel>;
  ErrorOrder: ErrorOrder;
  ErrorState: ErrorState;
  ErrorGrouping: ErrorGrouping;
  ErrorGroupingReason: ResolverTypeWrapper<ErrorGroupingReason>;
  ErrorFrame: ResolverTypeWrapper<ErrorFrame>;
  ErrorGroup: ResolverTypeWrapper<ErrorGroupModel>;
  ErrorPoint: ResolverTypeWrapper<ErrorPointModel>;
  ErrorDecision: ResolverTypeWrapper<Decision>;
  ErrorGroupConnection: ResolverTypeWrapper<Omit<ErrorGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ErrorGroupEdge']>, nodes: Array<ResolversTypes['ErrorGroup']> }>;
  ErrorGroupEdge: ResolverTypeWrapper<Omit<ErrorGroupEdge, 'node'> & { node: ResolversTypes['ErrorGroup'] }>;
  ResolveErrorGroupInput: ResolveErrorGroupInput;
  IgnoreErrorGroupInput: IgnoreErrorGroupInput;
  ReopenErrorGroupInput: ReopenErrorGroupInput;
  ErrorGroupPayload: ResolverTypeWrapper<Omit<ErrorGroupPayload, 'group'> & { group?: Maybe<ResolversTypes['ErrorGroup']> }>;
  CustomEventStats: ResolverTypeWrapper<CustomEventGroup>;
  CustomEventPoint: ResolverTypeWrapper<CustomEventPointModel>;
  EventAttribute: ResolverTypeWrapper<EventAttributeModel>;
  EventAttributeValue: ResolverTypeWrapper<EventAttributeValue>;
  TransactionStats: ResolverTypeWrapper<TransactionGroup>;
  FlagSplitInput: FlagSplitInput;
  FlagCohorts: ResolverTypeWrapper<Cohorts>;
  FlagVariant: ResolverTypeWrapper<CountedVariant>;
  SampleRatio: ResolverTypeWrapper<SampleRatio>;
  FlagMetricInput: FlagMetricInput;
  FlagAim: FlagAim;
  FlagVitalInput: FlagVitalInput;
  FlagVitalFigure: FlagVitalFigure;
  FlagFigure: FlagFigure;
  FlagComparison: ResolverTypeWrapper<FlagComparison>;
  FlagVerdict: FlagVerdict;
  FlagGuardrailResult: ResolverTypeWrapper<FlagGuardrailResult>;
  FlagGuardrailState: FlagGuardrailState;
  Flag: ResolverTypeWrapper<FlagModel>;
  SeenVariant: ResolverTypeWrapper<SeenVariant>;
  FlagSplit: ResolverTypeWrapper<FlagSplit>;
  SaveFlagInput: SaveFlagInput;
  FlagGuardrailInput: FlagGuardrailInput;
  FlagPayload: ResolverTypeWrapper<FlagPayloadModel>;
  DeleteFlagPayload: ResolverTypeWrapper<DeleteFlagPayload>;
  FunnelOrder: FunnelOrder;
  Entrant: Entrant;
  FunnelSample: FunnelSample;
  FunnelStepInput: FunnelStepInput;
  FunnelExclusionInput: FunnelExclusionInput;
  FunnelResult: ResolverTypeWrapper<FunnelModel>;
  FunnelBreakdown: ResolverTypeWrapper<FunnelPart>;
  CountInterval: ResolverTypeWrapper<CountInterval>;
  FunnelStep: ResolverTypeWrapper<Step>;
  Funnel: ResolverTypeWrapper<SavedFunnel>;
  FunnelDefinitionInput: FunnelDefinitionInput;
  CreateFunnelInput: CreateFunnelInput;
  UpdateFunnelInput: UpdateFunnelInput;
  FunnelPayload: ResolverTypeWrapper<Omit<FunnelPayload, 'funnel'> & { funnel?: Maybe<ResolversTypes['Funnel']> }>;
  DeleteFunnelPayload: ResolverTypeWrapper<DeleteFunnelPayload>;
  InteractionGroup: ResolverTypeWrapper<InteractionGroupModel>;
  InteractionCounts: ResolverTypeWrapper<InteractionCounts>;
  InteractionGroupConnection: ResolverTypeWrapper<Omit<InteractionGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['InteractionGroupEdge']>, nodes: Array<ResolversTypes['InteractionGroup']> }>;
  InteractionGroupEdge: ResolverTypeWrapper<Omit<InteractionGroupEdge, 'node'> & { node: ResolversTypes['InteractionGroup'] }>;
  Live: ResolverTypeWrapper<LiveModel>;
  LivePage: ResolverTypeWrapper<LivePage>;
  LiveError: ResolverTypeWrapper<LiveError>;
  LearnedPageRule: ResolverTypeWrapper<LearnedPageRule>;
  PathGraph: ResolverTypeWrapper<PathAnswer>;
  PathNode: ResolverTypeWrapper<PathNodeModel>;
  PathLink: ResolverTypeWrapper<PathLinkModel>;
  Path: ResolverTypeWrapper<Path>;
  Release: ResolverTypeWrapper<ReleaseModel>;
  ReleaseStage: ReleaseStage;
  ReleaseConnection: ResolverTypeWrapper<Omit<ReleaseConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ReleaseEdge']>, nodes: Array<ResolversTypes['Release']> }>;
  ReleaseEdge: ResolverTypeWrapper<Omit<ReleaseEdge, 'node'> & { node: ResolversTypes['Release'] }>;
  RequestOrder: RequestOrder;
  RequestGroup: ResolverTypeWrapper<RequestGroupModel>;
  RequestFailures: ResolverTypeWrapper<RequestFailures>;
  RequestStatuses: ResolverTypeWrapper<RequestStatuses>;
  PhaseStats: ResolverTypeWrapper<RequestPhase>;
  RequestPoint: ResolverTypeWrapper<RequestPointModel>;
  RequestExamples: RequestExamples;
  RequestExample: ResolverTypeWrapper<RequestExampleModel>;
  RequestGroupConnection: ResolverTypeWrapper<Omit<RequestGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RequestGroupEdge']>, nodes: Array<ResolversTypes['RequestGroup']> }>;
  RequestGroupEdge: ResolverTypeWrapper<Omit<RequestGroupEdge, 'node'> & { node: ResolversTypes['RequestGroup'] }>;
  Session: ResolverTypeWrapper<SessionRow>;
  ResourceGrouping: ResourceGrouping;
  ResourceGroup: ResolverTypeWrapper<ResourceGroupModel>;
  ResourceGroupConnection: ResolverTypeWrapper<Omit<ResourceGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ResourceGroupEdge']>, nodes: Array<ResolversTypes['ResourceGroup']> }>;
  ResourceGroupEdge: ResolverTypeWrapper<Omit<ResourceGroupEdge, 'node'> & { node: ResolversTypes['ResourceGroup'] }>;
  LongTaskGroup: ResolverTypeWrapper<LongTaskGroupModel>;
  LongTaskGroupConnection: ResolverTypeWrapper<Omit<LongTaskGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['LongTaskGroupEdge']>, nodes: Array<ResolversTypes['LongTaskGroup']> }>;
  LongTaskGroupEdge: ResolverTypeWrapper<Omit<LongTaskGroupEdge, 'node'> & { node: ResolversTypes['LongTaskGroup'] }>;
  View: ResolverTypeWrapper<ViewModel>;
  WaterfallKind: WaterfallKind;
  WaterfallEntry: ResolverTypeWrapper<WaterfallEntryModel>;
  CalendarInterval: CalendarInterval;
  Retention: ResolverTypeWrapper<Omit<Retention, 'cohorts'> & { cohorts: Array<ResolversTypes['RetentionCohort']> }>;
  RetentionCohort: ResolverTypeWrapper<Cohort>;
  RetentionPeriod: ResolverTypeWrapper<RetentionPeriod>;
  ComparisonPeriod: ComparisonPeriod;
  SegmentComparison: ResolverTypeWrapper<SegmentComparisonModel>;
  Difference: ResolverTypeWrapper<Difference>;
  Verdict: Verdict;
  CountDifference: ResolverTypeWrapper<CountDifference>;
  GroupSplit: ResolverTypeWrapper<SplitRow>;
  RangeInput: RangeInput;
  Range: ResolverTypeWrapper<Range>;
  StringFilter: StringFilter;
  DeviceFilter: DeviceFilter;
  NavigationFilter: NavigationFilter;
  FlagFilter: FlagFilter;
  AttributeFilter: AttributeFilter;
  IntRange: IntRange;
  FloatRange: FloatRange;
  DurationRange: DurationRange;
  SessionFilter: SessionFilter;
  PredicateInput: PredicateInput;
  ActionKind: ActionKind;
  ActionPredicate: ActionPredicate;
  ErrorPredicate: ErrorPredicate;
  VitalPredicate: VitalPredicate;
  RequestPredicate: RequestPredicate;
  TransactionOutcome: TransactionOutcome;
  TransactionPredicate: TransactionPredicate;
  FilterInput: FilterInput;
  Device: Device;
  NavigationType: NavigationType;
  Dimension: Dimension;
  Interval: Interval;
  SortDirection: SortDirection;
  SegmentOrder: SegmentOrder;
  ActiveUsers: ResolverTypeWrapper<ActiveUsers>;
  DurationMetric: DurationMetric;
  Apdex: ResolverTypeWrapper<Apdex>;
  KeyedSegment: ResolverTypeWrapper<Omit<KeyedSegment, 'segment'> & { segment: ResolversTypes['Segment'] }>;
  TimedSegment: ResolverTypeWrapper<Omit<TimedSegment, 'segment'> & { segment: ResolversTypes['Segment'] }>;
  VisitorKind: VisitorKind;
  FrustrationCounts: ResolverTypeWrapper<FrustrationCounts>;
  FlagExposure: ResolverTypeWrapper<FlagExposure>;
  SessionConnection: ResolverTypeWrapper<SessionConnectionModel>;
  SessionOrder: SessionOrder;
  SessionEdge: ResolverTypeWrapper<Omit<SessionEdge, 'node'> & { node: ResolversTypes['Session'] }>;
  TimelineKind: TimelineKind;
  TimelineConnection: ResolverTypeWrapper<Omit<TimelineConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['TimelineEdge']>, nodes: Array<ResolversTypes['TimelineEntry']> }>;
  TimelineEdge: ResolverTypeWrapper<Omit<TimelineEdge, 'node'> & { node: ResolversTypes['TimelineEntry'] }>;
  TimelineEntry: ResolverTypeWrapper<TimelineRow>;
  ViewEntry: ResolverTypeWrapper<TimelineRow>;
  VitalEntry: ResolverTypeWrapper<TimelineRow>;
  VitalValue: ResolverTypeWrapper<VitalValue>;
  Phase: ResolverTypeWrapper<Phase>;
  ErrorEntry: ResolverTypeWrapper<TimelineRow>;
  Breadcrumb: ResolverTypeWrapper<Breadcrumb>;
  RequestEntry: ResolverTypeWrapper<TimelineRow>;
  ResourceEntry: ResolverTypeWrapper<TimelineRow>;
  ActionEntry: ResolverTypeWrapper<TimelineRow>;
  FlagEntry: ResolverTypeWrapper<TimelineRow>;
  LongTaskEntry: ResolverTypeWrapper<TimelineRow>;
  CustomEntry: ResolverTypeWrapper<TimelineRow>;
  Attribute: ResolverTypeWrapper<Attribute>;
  TransactionEntry: ResolverTypeWrapper<TimelineRow>;
  AppEntry: ResolverTypeWrapper<TimelineRow>;
  ConsentEntry: ResolverTypeWrapper<TimelineRow>;
  SiteSettings: ResolverTypeWrapper<SiteSettingsModel>;
  SessionSettings: ResolverTypeWrapper<SessionSettingsModel>;
  SamplingSettings: ResolverTypeWrapper<SamplingSettings>;
  CaptureSettings: ResolverTypeWrapper<CaptureSettings>;
  ConsentLevel: ConsentLevel;
  GpcHandling: GpcHandling;
  PrivacySettings: ResolverTypeWrapper<PrivacySettingsModel>;
  TracingSettings: ResolverTypeWrapper<TracingSettings>;
  VisitorSettings: ResolverTypeWrapper<VisitorSettings>;
  RetentionSettings: ResolverTypeWrapper<RetentionSettings>;
  ScrubSettings: ResolverTypeWrapper<ScrubSettings>;
  PageSettings: ResolverTypeWrapper<PageSettings>;
  BotSettings: ResolverTypeWrapper<BotSettings>;
  SiteSettingsInput: SiteSettingsInput;
  SessionSettingsInput: SessionSettingsInput;
  SamplingSettingsInput: SamplingSettingsInput;
  CaptureSettingsInput: CaptureSettingsInput;
  PrivacySettingsInput: PrivacySettingsInput;
  TracingSettingsInput: TracingSettingsInput;
  VisitorSettingsInput: VisitorSettingsInput;
  RetentionSettingsInput: RetentionSettingsInput;
  ScrubSettingsInput: ScrubSettingsInput;
  PageSettingsInput: PageSettingsInput;
  BotSettingsInput: BotSettingsInput;
  SiteConnection: ResolverTypeWrapper<Omit<SiteConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SiteEdge']>, nodes: Array<ResolversTypes['Site']> }>;
  SiteEdge: ResolverTypeWrapper<Omit<SiteEdge, 'node'> & { node: ResolversTypes['Site'] }>;
  CreateSiteInput: CreateSiteInput;
  CreateSitePayload: ResolverTypeWrapper<Omit<CreateSitePayload, 'site'> & { site?: Maybe<ResolversTypes['Site']> }>;
  WriteKey: ResolverTypeWrapper<WriteKey>;
  UpdateSiteInput: UpdateSiteInput;
  UpdateSitePayload: ResolverTypeWrapper<Omit<UpdateSitePayload, 'site'> & { site?: Maybe<ResolversTypes['Site']> }>;
  CreateWriteKeyPayload: ResolverTypeWrapper<CreateWriteKeyPayload>;
  DisableWriteKeyPayload: ResolverTypeWrapper<DisableWriteKeyPayload>;
  Slo: ResolverTypeWrapper<SloModel>;
  SloIndicator: ResolverTypeWrapper<Indicator>;
  SloIndicatorKind: SloIndicatorKind;
  SloWindow: ResolverTypeWrapper<SloWindowModel>;
  CalendarUnit: CalendarUnit;
  SloBudgeting: ResolverTypeWrapper<Budgeting>;
  BudgetingMethod: BudgetingMethod;
  SloFanOut: ResolverTypeWrapper<SloFanOut>;
  BurnRatePreset: BurnRatePreset;
  BurnRateSeverity: BurnRateSeverity;
  BurnRateRule: ResolverTypeWrapper<RuleOfGoal>;
  BurnRatePrediction: ResolverTypeWrapper<BurnRatePrediction>;
  SloState: SloState;
  SloStatus: ResolverTypeWrapper<SloStatusModel>;
  SloBudget: ResolverTypeWrapper<Budget>;
  BurnRate: ResolverTypeWrapper<BurnRate>;
  BurnRateJudgement: ResolverTypeWrapper<Omit<BurnRateJudgement, 'rule'> & { rule: ResolversTypes['BurnRateRule'] }>;
  BurnRateState: BurnRateState;
  SloHistory: ResolverTypeWrapper<Omit<SloHistory, 'points'> & { points: Array<ResolversTypes['SloPoint']> }>;
  SloPoint: ResolverTypeWrapper<SloPointModel>;
  SloMark: ResolverTypeWrapper<SloMark>;
  SloMarkKind: SloMarkKind;
  SloBurner: ResolverTypeWrapper<SloBurner>;
  SloIndicatorInput: SloIndicatorInput;
  SloWindowInput: SloWindowInput;
  SloBudgetingInput: SloBudgetingInput;
  SloFanOutInput: SloFanOutInput;
  BurnRateRuleInput: BurnRateRuleInput;
  SloDefinitionInput: SloDefinitionInput;
  CreateSloInput: CreateSloInput;
  UpdateSloInput: UpdateSloInput;
  SloPayload: ResolverTypeWrapper<Omit<SloPayload, 'slo' | 'predictions'> & { slo?: Maybe<ResolversTypes['Slo']>, predictions?: Maybe<Array<ResolversTypes['BurnRateRule']>> }>;
  DeleteSloPayload: ResolverTypeWrapper<DeleteSloPayload>;
  ImportSlosInput: ImportSlosInput;
  NamedIndicatorInput: NamedIndicatorInput;
  ImportSlosPayload: ResolverTypeWrapper<Omit<ImportSlosPayload, 'imported'> & { imported: Array<ResolversTypes['ImportedSlo']> }>;
  ImportedSlo: ResolverTypeWrapper<Omit<ImportedSlo, 'slo'> & { slo?: Maybe<ResolversTypes['Slo']> }>;
  ImportAction: ImportAction;
  ImportNote: ResolverTypeWrapper<ImportNote>;
  ImportProblem: ResolverTypeWrapper<ImportProblem>;
  Incident: ResolverTypeWrapper<IncidentModel>;
  IncidentImpact: IncidentImpact;
  IncidentStatus: IncidentStatus;
  IncidentUpdate: ResolverTypeWrapper<IncidentUpdate>;
  OpenIncidentInput: OpenIncidentInput;
  UpdateIncidentInput: UpdateIncidentInput;
  IncidentPayload: ResolverTypeWrapper<Omit<IncidentPayload, 'incident'> & { incident?: Maybe<ResolversTypes['Incident']> }>;
  DeleteIncidentPayload: ResolverTypeWrapper<DeleteIncidentPayload>;
  StatusPage: ResolverTypeWrapper<StatusPageModel>;
  StatusTheme: StatusTheme;
  StatusComponent: ResolverTypeWrapper<StatusComponent>;
  SaveStatusPageInput: SaveStatusPageInput;
  StatusComponentInput: StatusComponentInput;
  StatusPagePayload: ResolverTypeWrapper<Omit<StatusPagePayload, 'statusPage'> & { statusPage?: Maybe<ResolversTypes['StatusPage']> }>;
  DeleteStatusPagePayload: ResolverTypeWrapper<DeleteStatusPagePayload>;
  StatusView: ResolverTypeWrapper<StatusViewModel>;
  StatusState: StatusState;
  StatusViewComponent: ResolverTypeWrapper<Omit<StatusViewComponent, 'days'> & { days: Array<ResolversTypes['StatusViewDay']> }>;
  StatusViewVital: ResolverTypeWrapper<StatusViewVital>;
  StatusViewDay: ResolverTypeWrapper<DayFigure>;
  StatusViewIncident: ResolverTypeWrapper<StatusViewIncident>;
  UsageInterval: UsageInterval;
  Usage: ResolverTypeWrapper<UsageModel>;
  UsageCode: ResolverTypeWrapper<UsageCode>;
  UsageLoss: ResolverTypeWrapper<UsageLoss>;
  UsagePoint: ResolverTypeWrapper<UsagePointModel>;
  UsageQuota: ResolverTypeWrapper<UsageQuota>;
  QuotaState: QuotaState;
  UsageCap: ResolverTypeWrapper<UsageCap>;
  VitalMetric: VitalMetric;
  Rating: Rating;
  VitalStats: ResolverTypeWrapper<VitalStatsModel>;
  AttributionField: AttributionField;
  Attribution: ResolverTypeWrapper<Omit<Attribution, 'distribution'> & { distribution: ResolversTypes['Distribution'] }>;
  VitalPhase: ResolverTypeWrapper<Omit<VitalPhase, 'duration'> & { duration: ResolversTypes['Distribution'] }>;
  VitalSupport: ResolverTypeWrapper<VitalSupport>;
  Distribution: ResolverTypeWrapper<MeasuredNumber>;
  Percentile: ResolverTypeWrapper<Percentile>;
  RatingShares: ResolverTypeWrapper<RatingShares>;
  HistogramBin: ResolverTypeWrapper<HistogramBin>;
  CoreWebVitals: ResolverTypeWrapper<CoreWebVitals>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Viewer: Caller;
  String: Scalars['String']['output'];
  CreateTokenInput: CreateTokenInput;
  ID: Scalars['ID']['output'];
  CreateTokenPayload: CreateTokenPayload;
  Query: Record<PropertyKey, never>;
  Int: Scalars['Int']['output'];
  ApiToken: ApiTokenRow;
  Boolean: Scalars['Boolean']['output'];
  Mutation: Record<PropertyKey, never>;
  RevokeTokenPayload: RevokeTokenPayload;
  Site: SiteRow;
  AlertRule: AlertRuleModel;
  AlertRuleState: RuleState;
  AlertReading: Reading;
  Float: Scalars['Float']['output'];
  Alert: AlertModel;
  AlertConnection: Omit<AlertConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AlertEdge']>, nodes: Array<ResolversParentTypes['Alert']> };
  AlertEdge: Omit<AlertEdge, 'node'> & { node: ResolversParentTypes['Alert'] };
  Silence: SavedSilence;
  MaintenanceWindow: SavedWindow;
  SilencedNotice: HeldNotice;
  Subscription: Record<PropertyKey, never>;
  AlertEvent: AlertEventModel;
  AlertDefinitionInput: AlertDefinitionInput;
  ThresholdInput: ThresholdInput;
  BurnRateAlertInput: BurnRateAlertInput;
  FunnelAlertInput: FunnelAlertInput;
  GraphqlAlertInput: GraphqlAlertInput;
  CreateAlertRuleInput: CreateAlertRuleInput;
  UpdateAlertRuleInput: UpdateAlertRuleInput;
  AlertRulePayload: Omit<AlertRulePayload, 'rule'> & { rule?: Maybe<ResolversParentTypes['AlertRule']> };
  DeleteAlertRulePayload: DeleteAlertRulePayload;
  TestAlertRulePayload: Omit<TestAlertRulePayload, 'test'> & { test?: Maybe<ResolversParentTypes['AlertRuleTest']> };
  AlertRuleTest: RuleTest;
  AlertFinding: Found;
  AlertBacktest: Backtest;
  CreateSilenceInput: CreateSilenceInput;
  SilencePayload: Omit<SilencePayload, 'silence'> & { silence?: Maybe<ResolversParentTypes['Silence']> };
  CreateMaintenanceWindowInput: CreateMaintenanceWindowInput;
  MaintenanceWindowPayload: Omit<MaintenanceWindowPayload, 'maintenanceWindow'> & { maintenanceWindow?: Maybe<ResolversParentTypes['MaintenanceWindow']> };
  DeleteMaintenanceWindowPayload: DeleteMaintenanceWindowPayload;
  DateTime: Scalars['DateTime']['output'];
  Duration: Scalars['Duration']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  UserError: UserError;
  Proportion: Proportion;
  Capabilities: Capabilities;
  DatabaseCapabilities: DatabaseCapabilities;
  MetricCapability: MetricCapability;
  ErrorCodeMeaning: ErrorCodeMeaning;
  Limits: Limits;
  ConsentLogConnection: Omit<ConsentLogConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ConsentLogEdge']>, nodes: Array<ResolversParentTypes['ConsentLogEntry']> };
  ConsentLogEdge: Omit<ConsentLogEdge, 'node'> & { node: ResolversParentTypes['ConsentLogEntry'] };
  ConsentLogEntry: LoggedConsent;
  JSON: Scalars['JSON']['output'];
  CostExplanation: CostExplanation;
  CostPart: CostPart;
  DeadLetter: DeadLetterRow;
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DeadLetterEdge']>, nodes: Array<ResolversParentTypes['DeadLetter']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  DeadLetterCounts: DeadLetterCounts;
  DeadLettersInput: DeadLettersInput;
  DeadLettersPayload: DeadLettersPayload;
  Channel: SavedChannel;
  Delivery: DeliveryModel;
  DeliveryConnection: Omit<DeliveryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DeliveryEdge']>, nodes: Array<ResolversParentTypes['Delivery']> };
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  CreateChannelInput: CreateChannelInput;
  UpdateChannelInput: UpdateChannelInput;
  ChannelPayload: Omit<ChannelPayload, 'channel'> & { channel?: Maybe<ResolversParentTypes['Channel']> };
  DeleteChannelPayload: DeleteChannelPayload;
  TestChannelPayload: TestChannelPayload;
  RetryDeliveryPayload: Omit<RetryDeliveryPayload, 'delivery'> & { delivery?: Maybe<ResolversParentTypes['Delivery']> };
  Deploy: DeployRow;
  RecordDeployInput: RecordDeployInput;
  RecordDeployPayload: Omit<RecordDeployPayload, 'deploy'> & { deploy?: Maybe<ResolversParentTypes['Deploy']> };
  EmbedSecret: EmbedSecretRow;
  EmbeddableWidget: EmbeddableWidget;
  CreateEmbedTokenInput: CreateEmbedTokenInput;
  CreateEmbedTokenPayload: CreateEmbedTokenPayload;
  CreateEmbedSecretPayload: CreateEmbedSecretPayload;
  DisableEmbedSecretPayload: DisableEmbedSecretPayload;
  RevokeEmbedTokenPayload: RevokeEmbedTokenPayload;
  Erasure: ErasureModel;
  ErasureConnection: Omit<ErasureConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ErasureEdge']>, nodes: Array<ResolversParentTypes['Erasure']> };
  ErasureEdge: Omit<ErasureEdge, 'node'> & { node: ResolversParentTypes['Erasure'] };
  EraseInput: EraseInput;
  SubjectInput: SubjectInput;
  UserInput: UserInput;
  ErasePayload: Omit<ErasePayload, 'erasure'> & { erasure?: Maybe<ResolversParentTypes['Erasure']> };
  Segment: SegmentModel;
  ErrorGroupingReason: ErrorGroupingReason;
  ErrorFrame: ErrorFrame;
  ErrorGroup: ErrorGroupModel;
  ErrorPoint: ErrorPointModel;
  ErrorDecision: Decision;
  ErrorGroupConnection: Omit<ErrorGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ErrorGroupEdge']>, nodes: Array<ResolversParentTypes['ErrorGroup']> };
  ErrorGroupEdge: Omit<ErrorGroupEdge, 'node'> & { node: ResolversParentTypes['ErrorGroup'] };
  ResolveErrorGroupInput: ResolveErrorGroupInput;
  IgnoreErrorGroupInput: IgnoreErrorGroupInput;
  ReopenErrorGroupInput: ReopenErrorGroupInput;
  ErrorGroupPayload: Omit<ErrorGroupPayload, 'group'> & { group?: Maybe<ResolversParentTypes['ErrorGroup']> };
  CustomEventStats: CustomEventGroup;
  CustomEventPoint: CustomEventPointModel;
  EventAttribute: EventAttributeModel;
  EventAttributeValue: EventAttributeValue;
  TransactionStats: TransactionGroup;
  FlagSplitInput: FlagSplitInput;
  FlagCohorts: Cohorts;
  FlagVariant: CountedVariant;
  SampleRatio: SampleRatio;
  FlagMetricInput: FlagMetricInput;
  FlagVitalInput: FlagVitalInput;
  FlagComparison: FlagComparison;
  FlagGuardrailResult: FlagGuardrailResult;
  Flag: FlagModel;
  SeenVariant: SeenVariant;
  FlagSplit: FlagSplit;
  SaveFlagInput: SaveFlagInput;
  FlagGuardrailInput: FlagGuardrailInput;
  FlagPayload: FlagPayloadModel;
  DeleteFlagPayload: DeleteFlagPayload;
  FunnelStepInput: FunnelStepInput;
  FunnelExclusionInput: FunnelExclusionInput;
  FunnelResult: FunnelModel;
  FunnelBreakdown: FunnelPart;
  CountInterval: CountInterval;
  FunnelStep: Step;
  Funnel: SavedFunnel;
  FunnelDefinitionInput: FunnelDefinitionInput;
  CreateFunnelInput: CreateFunnelInput;
  UpdateFunnelInput: UpdateFunnelInput;
  FunnelPayload: Omit<FunnelPayload, 'funnel'> & { funnel?: Maybe<ResolversParentTypes['Funnel']> };
  DeleteFunnelPayload: DeleteFunnelPayload;
  InteractionGroup: InteractionGroupModel;
  InteractionCounts: InteractionCounts;
  InteractionGroupConnection: Omit<InteractionGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['InteractionGroupEdge']>, nodes: Array<ResolversParentTypes['InteractionGroup']> };
  InteractionGroupEdge: Omit<InteractionGroupEdge, 'node'> & { node: ResolversParentTypes['InteractionGroup'] };
  Live: LiveModel;
  LivePage: LivePage;
  LiveError: LiveError;
  LearnedPageRule: LearnedPageRule;
  PathGraph: PathAnswer;
  PathNode: PathNodeModel;
  PathLink: PathLinkModel;
  Path: Path;
  Release: ReleaseModel;
  ReleaseConnection: Omit<ReleaseConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ReleaseEdge']>, nodes: Array<ResolversParentTypes['Release']> };
  ReleaseEdge: Omit<ReleaseEdge, 'node'> & { node: ResolversParentTypes['Release'] };
  RequestGroup: RequestGroupModel;
  RequestFailures: RequestFailures;
  RequestStatuses: RequestStatuses;
  PhaseStats: RequestPhase;
  RequestPoint: RequestPointModel;
  RequestExample: RequestExampleModel;
  RequestGroupConnection: Omit<RequestGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RequestGroupEdge']>, nodes: Array<ResolversParentTypes['RequestGroup']> };
  RequestGroupEdge: Omit<RequestGroupEdge, 'node'> & { node: ResolversParentTypes['RequestGroup'] };
  Session: SessionRow;
  ResourceGroup: ResourceGroupModel;
  ResourceGroupConnection: Omit<ResourceGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ResourceGroupEdge']>, nodes: Array<ResolversParentTypes['ResourceGroup']> };
  ResourceGroupEdge: Omit<ResourceGroupEdge, 'node'> & { node: ResolversParentTypes['ResourceGroup'] };
  LongTaskGroup: LongTaskGroupModel;
  LongTaskGroupConnection: Omit<LongTaskGroupConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['LongTaskGroupEdge']>, nodes: Array<ResolversParentTypes['LongTaskGroup']> };
  LongTaskGroupEdge: Omit<LongTaskGroupEdge, 'node'> & { node: ResolversParentTypes['LongTaskGroup'] };
  View: ViewModel;
  WaterfallEntry: WaterfallEntryModel;
  Retention: Omit<Retention, 'cohorts'> & { cohorts: Array<ResolversParentTypes['RetentionCohort']> };
  RetentionCohort: Cohort;
  RetentionPeriod: RetentionPeriod;
  SegmentComparison: SegmentComparisonModel;
  Difference: Difference;
  CountDifference: CountDifference;
  GroupSplit: SplitRow;
  RangeInput: RangeInput;
  Range: Range;
  StringFilter: StringFilter;
  DeviceFilter: DeviceFilter;
  NavigationFilter: NavigationFilter;
  FlagFilter: FlagFilter;
  AttributeFilter: AttributeFilter;
  IntRange: IntRange;
  FloatRange: FloatRange;
  DurationRange: DurationRange;
  SessionFilter: SessionFilter;
  PredicateInput: PredicateInput;
  ActionPredicate: ActionPredicate;
  ErrorPredicate: ErrorPredicate;
  VitalPredicate: VitalPredicate;
  RequestPredicate: RequestPredicate;
  TransactionPredicate: TransactionPredicate;
  FilterInput: FilterInput;
  SegmentOrder: SegmentOrder;
  ActiveUsers: ActiveUsers;
  Apdex: Apdex;
  KeyedSegment: Omit<KeyedSegment, 'segment'> & { segment: ResolversParentTypes['Segment'] };
  TimedSegment: Omit<TimedSegment, 'segment'> & { segment: ResolversParentTypes['Segment'] };
  FrustrationCounts: FrustrationCounts;
  FlagExposure: FlagExposure;
  SessionConnection: SessionConnectionModel;
  SessionEdge: Omit<SessionEdge, 'node'> & { node: ResolversParentTypes['Session'] };
  TimelineConnection: Omit<TimelineConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['TimelineEdge']>, nodes: Array<ResolversParentTypes['TimelineEntry']> };
  TimelineEdge: Omit<TimelineEdge, 'node'> & { node: ResolversParentTypes['TimelineEntry'] };
  TimelineEntry: TimelineRow;
  ViewEntry: TimelineRow;
  VitalEntry: TimelineRow;
  VitalValue: VitalValue;
  Phase: Phase;
  ErrorEntry: TimelineRow;
  Breadcrumb: Breadcrumb;
  RequestEntry: TimelineRow;
  ResourceEntry: TimelineRow;
  ActionEntry: TimelineRow;
  FlagEntry: TimelineRow;
  LongTaskEntry: TimelineRow;
  CustomEntry: TimelineRow;
  Attribute: Attribute;
  TransactionEntry: TimelineRow;
  AppEntry: TimelineRow;
  ConsentEntry: TimelineRow;
  SiteSettings: SiteSettingsModel;
  SessionSettings: SessionSettingsModel;
  SamplingSettings: SamplingSettings;
  CaptureSettings: CaptureSettings;
  PrivacySettings: PrivacySettingsModel;
  TracingSettings: TracingSettings;
  VisitorSettings: VisitorSettings;
  RetentionSettings: RetentionSettings;
  ScrubSettings: ScrubSettings;
  PageSettings: PageSettings;
  BotSettings: BotSettings;
  SiteSettingsInput: SiteSettingsInput;
  SessionSettingsInput: SessionSettingsInput;
  SamplingSettingsInput: SamplingSettingsInput;
  CaptureSettingsInput: CaptureSettingsInput;
  PrivacySettingsInput: PrivacySettingsInput;
  TracingSettingsInput: TracingSettingsInput;
  VisitorSettingsInput: VisitorSettingsInput;
  RetentionSettingsInput: RetentionSettingsInput;
  ScrubSettingsInput: ScrubSettingsInput;
  PageSettingsInput: PageSettingsInput;
  BotSettingsInput: BotSettingsInput;
  SiteConnection: Omit<SiteConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SiteEdge']>, nodes: Array<ResolversParentTypes['Site']> };
  SiteEdge: Omit<SiteEdge, 'node'> & { node: ResolversParentTypes['Site'] };
  CreateSiteInput: CreateSiteInput;
  CreateSitePayload: Omit<CreateSitePayload, 'site'> & { site?: Maybe<ResolversParentTypes['Site']> };
  WriteKey: WriteKey;
  UpdateSiteInput: UpdateSiteInput;
  UpdateSitePayload: Omit<UpdateSitePayload, 'site'> & { site?: Maybe<ResolversParentTypes['Site']> };
  CreateWriteKeyPayload: CreateWriteKeyPayload;
  DisableWriteKeyPayload: DisableWriteKeyPayload;
  Slo: SloModel;
  SloIndicator: Indicator;
  SloWindow: SloWindowModel;
  SloBudgeting: Budgeting;
  SloFanOut: SloFanOut;
  BurnRateRule: RuleOfGoal;
  BurnRatePrediction: BurnRatePrediction;
  SloStatus: SloStatusModel;
  SloBudget: Budget;
  BurnRate: BurnRate;
  BurnRateJudgement: Omit<BurnRateJudgement, 'rule'> & { rule: ResolversParentTypes['BurnRateRule'] };
  SloHistory: Omit<SloHistory, 'points'> & { points: Array<ResolversParentTypes['SloPoint']> };
  SloPoint: SloPointModel;
  SloMark: SloMark;
  SloBurner: SloBurner;
  SloIndicatorInput: SloIndicatorInput;
  SloWindowInput: SloWindowInput;
  SloBudgetingInput: SloBudgetingInput;
  SloFanOutInput: SloFanOutInput;
  BurnRateRuleInput: BurnRateRuleInput;
  SloDefinitionInput: SloDefinitionInput;
  CreateSloInput: CreateSloInput;
  UpdateSloInput: UpdateSloInput;
  SloPayload: Omit<SloPayload, 'slo' | 'predictions'> & { slo?: Maybe<ResolversParentTypes['Slo']>, predictions?: Maybe<Array<ResolversParentTypes['BurnRateRule']>> };
  DeleteSloPayload: DeleteSloPayload;
  ImportSlosInput: ImportSlosInput;
  NamedIndicatorInput: NamedIndicatorInput;
  ImportSlosPayload: Omit<ImportSlosPayload, 'imported'> & { imported: Array<ResolversParentTypes['ImportedSlo']> };
  ImportedSlo: Omit<ImportedSlo, 'slo'> & { slo?: Maybe<ResolversParentTypes['Slo']> };
  ImportNote: ImportNote;
  ImportProblem: ImportProblem;
  Incident: IncidentModel;
  IncidentUpdate: IncidentUpdate;
  OpenIncidentInput: OpenIncidentInput;
  UpdateIncidentInput: UpdateIncidentInput;
  IncidentPayload: Omit<IncidentPayload, 'incident'> & { incident?: Maybe<ResolversParentTypes['Incident']> };
  DeleteIncidentPayload: DeleteIncidentPayload;
  StatusPage: StatusPageModel;
  StatusComponent: StatusComponent;
  SaveStatusPageInput: SaveStatusPageInput;
  StatusComponentInput: StatusComponentInput;
  StatusPagePayload: Omit<StatusPagePayload, 'statusPage'> & { statusPage?: Maybe<ResolversParentTypes['StatusPage']> };
  DeleteStatusPagePayload: DeleteStatusPagePayload;
  StatusView: StatusViewModel;
  StatusViewComponent: Omit<StatusViewComponent, 'days'> & { days: Array<ResolversParentTypes['StatusViewDay']> };
  StatusViewVital: StatusViewVital;
  StatusViewDay: DayFigure;
  StatusViewIncident: StatusViewIncident;
  Usage: UsageModel;
  UsageCode: UsageCode;
  UsageLoss: UsageLoss;
  UsagePoint: UsagePointModel;
  UsageQuota: UsageQuota;
  UsageCap: UsageCap;
  VitalStats: VitalStatsModel;
  Attribution: Omit<Attribution, 'distribution'> & { distribution: ResolversParentTypes['Distribution'] };
  VitalPhase: Omit<VitalPhase, 'duration'> & { duration: ResolversParentTypes['Distribution'] };
  VitalSupport: VitalSupport;
  Distribution: MeasuredNumber;
  Percentile: Percentile;
  RatingShares: RatingShares;
  HistogramBin: HistogramBin;
  CoreWebVitals: CoreWebVitals;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['Scope']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CreateTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTokenPayload'] = ResolversParentTypes['CreateTokenPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  tokens?: Resolver<Array<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType, RequireFields<QuerySiteArgs, 'id'>>;
  sites?: Resolver<ResolversTypes['SiteConnection'], ParentType, ContextType, RequireFields<QuerySitesArgs, 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  capabilities?: Resolver<ResolversTypes['Capabilities'], ParentType, ContextType>;
  explainCost?: Resolver<ResolversTypes['CostExplanation'], ParentType, ContextType, RequireFields<QueryExplainCostArgs, 'query'>>;
  statusPage?: Resolver<Maybe<ResolversTypes['StatusView']>, ParentType, ContextType, Partial<QueryStatusPageArgs>>;
};

export type ApiTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiToken'] = ResolversParentTypes['ApiToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ApiTokenKind'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['Scope']>, ParentType, ContextType>;
  sites?: Resolver<Maybe<Array<ResolversTypes['ID']>>, ParentType, ContextType>;
  asking?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  revokeToken?: Resolver<ResolversTypes['RevokeTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeTokenArgs, 'id'>>;
  createAlertRule?: Resolver<ResolversTypes['AlertRulePayload'], ParentType, ContextType, RequireFields<MutationCreateAlertRuleArgs, 'input'>>;
  updateAlertRule?: Resolver<ResolversTypes['AlertRulePayload'], ParentType, ContextType, RequireFields<MutationUpdateAlertRuleArgs, 'input'>>;
  enableAlertRule?: Resolver<ResolversTypes['AlertRulePayload'], ParentType, ContextType, RequireFields<MutationEnableAlertRuleArgs, 'id' | 'enabled'>>;
  deleteAlertRule?: Resolver<ResolversTypes['DeleteAlertRulePayload'], ParentType, ContextType, RequireFields<MutationDeleteAlertRuleArgs, 'id'>>;
  testAlertRule?: Resolver<ResolversTypes['TestAlertRulePayload'], ParentType, ContextType, RequireFields<MutationTestAlertRuleArgs, 'id'>>;
  createSilence?: Resolver<ResolversTypes['SilencePayload'], ParentType, ContextType, RequireFields<MutationCreateSilenceArgs, 'input'>>;
  endSilence?: Resolver<ResolversTypes['SilencePayload'], ParentType, ContextType, RequireFields<MutationEndSilenceArgs, 'site' | 'id'>>;
  createMaintenanceWindow?: Resolver<ResolversTypes['MaintenanceWindowPayload'], ParentType, ContextType, RequireFields<MutationCreateMaintenanceWindowArgs, 'input'>>;
  deleteMaintenanceWindow?: Resolver<ResolversTypes['DeleteMaintenanceWindowPayload'], ParentType, ContextType, RequireFields<MutationDeleteMaintenanceWindowArgs, 'site' | 'id'>>;
  createSite?: Resolver<ResolversTypes['CreateSitePayload'], ParentType, ContextType, RequireFields<MutationCreateSiteArgs, 'input'>>;
  createToken?: Resolver<ResolversTypes['CreateTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateTokenArgs, 'input'>>;
  replayDeadLetters?: Resolver<ResolversTypes['DeadLettersPayload'], ParentType, ContextType, RequireFields<MutationReplayDeadLettersArgs, 'input'>>;
  dropDeadLetters?: Resolver<ResolversTypes['DeadLettersPayload'], ParentType, ContextType, RequireFields<MutationDropDeadLettersArgs, 'input'>>;
  createChannel?: Resolver<ResolversTypes['ChannelPayload'], ParentType, ContextType, RequireFields<MutationCreateChannelArgs, 'input'>>;
  updateChannel?: Resolver<ResolversTypes['ChannelPayload'], ParentType, ContextType, RequireFields<MutationUpdateChannelArgs, 'input'>>;
  deleteChannel?: Resolver<ResolversTypes['DeleteChannelPayload'], ParentType, ContextType, RequireFields<MutationDeleteChannelArgs, 'id'>>;
  rotateChannelSecret?: Resolver<ResolversTypes['ChannelPayload'], ParentType, ContextType, RequireFields<MutationRotateChannelSecretArgs, 'id'>>;
  testChannel?: Resolver<ResolversTypes['TestChannelPayload'], ParentType, ContextType, RequireFields<MutationTestChannelArgs, 'id'>>;
  retryDelivery?: Resolver<ResolversTypes['RetryDeliveryPayload'], ParentType, ContextType, RequireFields<MutationRetryDeliveryArgs, 'site' | 'id'>>;
  recordDeploy?: Resolver<ResolversTypes['RecordDeployPayload'], ParentType, ContextType, RequireFields<MutationRecordDeployArgs, 'input'>>;
  createEmbedToken?: Resolver<ResolversTypes['CreateEmbedTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateEmbedTokenArgs, 'input'>>;
  createEmbedSecret?: Resolver<ResolversTypes['CreateEmbedSecretPayload'], ParentType, ContextType, RequireFields<MutationCreateEmbedSecretArgs, 'site'>>;
  disableEmbedSecret?: Resolver<ResolversTypes['DisableEmbedSecretPayload'], ParentType, ContextType, RequireFields<MutationDisableEmbedSecretArgs, 'site' | 'kid'>>;
  revokeEmbedToken?: Resolver<ResolversTypes['RevokeEmbedTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeEmbedTokenArgs, 'site' | 'jti'>>;
  erase?: Resolver<ResolversTypes['ErasePayload'], ParentType, ContextType, RequireFields<MutationEraseArgs, 'input'>>;
  resolveErrorGroup?: Resolver<ResolversTypes['ErrorGroupPayload'], ParentType, ContextType, RequireFields<MutationResolveErrorGroupArgs, 'input'>>;
  ignoreErrorGroup?: Resolver<ResolversTypes['ErrorGroupPayload'], ParentType, ContextType, RequireFields<MutationIgnoreErrorGroupArgs, 'input'>>;
  reopenErrorGroup?: Resolver<ResolversTypes['ErrorGroupPayload'], ParentType, ContextType, RequireFields<MutationReopenErrorGroupArgs, 'input'>>;
  saveFlag?: Resolver<ResolversTypes['FlagPayload'], ParentType, ContextType, RequireFields<MutationSaveFlagArgs, 'input'>>;
  deleteFlag?: Resolver<ResolversTypes['DeleteFlagPayload'], ParentType, ContextType, RequireFields<MutationDeleteFlagArgs, 'id'>>;
  createFunnel?: Resolver<ResolversTypes['FunnelPayload'], ParentType, ContextType, RequireFields<MutationCreateFunnelArgs, 'input'>>;
  updateFunnel?: Resolver<ResolversTypes['FunnelPayload'], ParentType, ContextType, RequireFields<MutationUpdateFunnelArgs, 'input'>>;
  deleteFunnel?: Resolver<ResolversTypes['DeleteFunnelPayload'], ParentType, ContextType, RequireFields<MutationDeleteFunnelArgs, 'id'>>;
  updateSite?: Resolver<ResolversTypes['UpdateSitePayload'], ParentType, ContextType, RequireFields<MutationUpdateSiteArgs, 'input'>>;
  createWriteKey?: Resolver<ResolversTypes['CreateWriteKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateWriteKeyArgs, 'site'>>;
  disableWriteKey?: Resolver<ResolversTypes['DisableWriteKeyPayload'], ParentType, ContextType, RequireFields<MutationDisableWriteKeyArgs, 'site' | 'key' | 'force'>>;
  createSlo?: Resolver<ResolversTypes['SloPayload'], ParentType, ContextType, RequireFields<MutationCreateSloArgs, 'input'>>;
  updateSlo?: Resolver<ResolversTypes['SloPayload'], ParentType, ContextType, RequireFields<MutationUpdateSloArgs, 'input'>>;
  deleteSlo?: Resolver<ResolversTypes['DeleteSloPayload'], ParentType, ContextType, RequireFields<MutationDeleteSloArgs, 'id'>>;
  importSlos?: Resolver<ResolversTypes['ImportSlosPayload'], ParentType, ContextType, RequireFields<MutationImportSlosArgs, 'input'>>;
  openIncident?: Resolver<ResolversTypes['IncidentPayload'], ParentType, ContextType, RequireFields<MutationOpenIncidentArgs, 'input'>>;
  updateIncident?: Resolver<ResolversTypes['IncidentPayload'], ParentType, ContextType, RequireFields<MutationUpdateIncidentArgs, 'input'>>;
  deleteIncident?: Resolver<ResolversTypes['DeleteIncidentPayload'], ParentType, ContextType, RequireFields<MutationDeleteIncidentArgs, 'id'>>;
  saveStatusPage?: Resolver<ResolversTypes['StatusPagePayload'], ParentType, ContextType, RequireFields<MutationSaveStatusPageArgs, 'input'>>;
  deleteStatusPage?: Resolver<ResolversTypes['DeleteStatusPagePayload'], ParentType, ContextType, RequireFields<MutationDeleteStatusPageArgs, 'id'>>;
};

export type RevokeTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeTokenPayload'] = ResolversParentTypes['RevokeTokenPayload']> = {
  revokedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  alertRules?: Resolver<Array<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  alertRule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType, RequireFields<SiteAlertRuleArgs, 'id'>>;
  alerts?: Resolver<ResolversTypes['AlertConnection'], ParentType, ContextType, RequireFields<SiteAlertsArgs, 'first'>>;
  silences?: Resolver<Array<ResolversTypes['Silence']>, ParentType, ContextType>;
  maintenanceWindows?: Resolver<Array<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
  silencedNotices?: Resolver<Array<ResolversTypes['SilencedNotice']>, ParentType, ContextType, RequireFields<SiteSilencedNoticesArgs, 'first'>>;
  consentLog?: Resolver<Maybe<ResolversTypes['ConsentLogConnection']>, ParentType, ContextType, RequireFields<SiteConsentLogArgs, 'first'>>;
  deadLetters?: Resolver<ResolversTypes['DeadLetterConnection'], ParentType, ContextType, RequireFields<SiteDeadLettersArgs, 'first'>>;
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType, RequireFields<SiteDeadLetterArgs, 'id'>>;
  deadLetterCounts?: Resolver<ResolversTypes['DeadLetterCounts'], ParentType, ContextType>;
  channels?: Resolver<Array<ResolversTypes['Channel']>, ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['DeliveryConnection'], ParentType, ContextType, RequireFields<SiteDeliveriesArgs, 'first'>>;
  deploys?: Resolver<Array<ResolversTypes['Deploy']>, ParentType, ContextType, RequireFields<SiteDeploysArgs, 'range'>>;
  embedSecrets?: Resolver<Array<ResolversTypes['EmbedSecret']>, ParentType, ContextType>;
  erasures?: Resolver<ResolversTypes['ErasureConnection'], ParentType, ContextType, RequireFields<SiteErasuresArgs, 'first'>>;
  errorGroup?: Resolver<Maybe<ResolversTypes['ErrorGroup']>, ParentType, ContextType, RequireFields<SiteErrorGroupArgs, 'id'>>;
  flags?: Resolver<Array<ResolversTypes['Flag']>, ParentType, ContextType>;
  flag?: Resolver<Maybe<ResolversTypes['Flag']>, ParentType, ContextType, RequireFields<SiteFlagArgs, 'id'>>;
  funnels?: Resolver<Array<ResolversTypes['Funnel']>, ParentType, ContextType>;
  funnel?: Resolver<Maybe<ResolversTypes['Funnel']>, ParentType, ContextType, RequireFields<SiteFunnelArgs, 'id'>>;
  learnedPageRules?: Resolver<Array<ResolversTypes['LearnedPageRule']>, ParentType, ContextType>;
  releases?: Resolver<ResolversTypes['ReleaseConnection'], ParentType, ContextType, RequireFields<SiteReleasesArgs, 'first'>>;
  release?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType, RequireFields<SiteReleaseArgs, 'version'>>;
  settings?: Resolver<ResolversTypes['SiteSettings'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origins?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  writeKeys?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  allWriteKeys?: Resolver<Array<ResolversTypes['WriteKey']>, ParentType, ContextType>;
  watermark?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType, RequireFields<SiteSegmentArgs, 'range' | 'includeBots'>>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<SiteSessionArgs, 'id'>>;
  slos?: Resolver<Array<ResolversTypes['Slo']>, ParentType, ContextType>;
  slo?: Resolver<Maybe<ResolversTypes['Slo']>, ParentType, ContextType, RequireFields<SiteSloArgs, 'id'>>;
  openSlo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statusPages?: Resolver<Array<ResolversTypes['StatusPage']>, ParentType, ContextType>;
  usage?: Resolver<ResolversTypes['Usage'], ParentType, ContextType, RequireFields<SiteUsageArgs, 'range' | 'by'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertRule'] = ResolversParentTypes['AlertRule']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AlertRuleKind'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  where?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  split?: Resolver<Maybe<ResolversTypes['Dimension']>, ParentType, ContextType>;
  splitKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minSample?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalateAfter?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  channels?: Resolver<Array<ResolversTypes['Channel']>, ParentType, ContextType>;
  escalationChannels?: Resolver<Array<ResolversTypes['Channel']>, ParentType, ContextType>;
  states?: Resolver<Array<ResolversTypes['AlertRuleState']>, ParentType, ContextType>;
  evaluatedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertRuleStateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertRuleState'] = ResolversParentTypes['AlertRuleState']> = {
  segment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['AlertPhase'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  frozen?: Resolver<Maybe<ResolversTypes['FrozenReason']>, ParentType, ContextType>;
  reading?: Resolver<Maybe<ResolversTypes['AlertReading']>, ParentType, ContextType>;
};

export type AlertReadingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertReading'] = ResolversParentTypes['AlertReading']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bound?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['AlertSide'], ParentType, ContextType>;
  window?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  ruleName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AlertState'], ParentType, ContextType>;
  dimension?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  escalatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reading?: Resolver<ResolversTypes['AlertReading'], ParentType, ContextType>;
  query?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variables?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertConnection'] = ResolversParentTypes['AlertConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AlertEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Alert']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AlertEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertEdge'] = ResolversParentTypes['AlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>;
};

export type SilenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Silence'] = ResolversParentTypes['Silence']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MaintenanceWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaintenanceWindow'] = ResolversParentTypes['MaintenanceWindow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weekdays?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type SilencedNoticeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SilencedNotice'] = ResolversParentTypes['SilencedNotice']> = {
  alert?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['AlertState'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  heldBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  toldAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  alerts?: SubscriptionResolver<ResolversTypes['AlertEvent'], "alerts", ParentType, ContextType, Partial<SubscriptionAlertsArgs>>;
  live?: SubscriptionResolver<ResolversTypes['Live'], "live", ParentType, ContextType, RequireFields<SubscriptionLiveArgs, 'site'>>;
};

export type AlertEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertEvent'] = ResolversParentTypes['AlertEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['AlertState']>, ParentType, ContextType>;
  alert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  open?: Resolver<Array<ResolversTypes['Alert']>, ParentType, ContextType>;
};

export type AlertRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertRulePayload'] = ResolversParentTypes['AlertRulePayload']> = {
  rule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteAlertRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAlertRulePayload'] = ResolversParentTypes['DeleteAlertRulePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TestAlertRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestAlertRulePayload'] = ResolversParentTypes['TestAlertRulePayload']> = {
  test?: Resolver<Maybe<ResolversTypes['AlertRuleTest']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AlertRuleTestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertRuleTest'] = ResolversParentTypes['AlertRuleTest']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  findings?: Resolver<Array<ResolversTypes['AlertFinding']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wouldSay?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  backtest?: Resolver<Maybe<ResolversTypes['AlertBacktest']>, ParentType, ContextType>;
};

export type AlertFindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertFinding'] = ResolversParentTypes['AlertFinding']> = {
  segment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bad?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  frozen?: Resolver<Maybe<ResolversTypes['FrozenReason']>, ParentType, ContextType>;
  reading?: Resolver<Maybe<ResolversTypes['AlertReading']>, ParentType, ContextType>;
};

export type AlertBacktestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertBacktest'] = ResolversParentTypes['AlertBacktest']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  bucket?: Resolver<ResolversTypes['Interval'], ParentType, ContextType>;
  fired?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  judged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frozen?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SilencePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SilencePayload'] = ResolversParentTypes['SilencePayload']> = {
  silence?: Resolver<Maybe<ResolversTypes['Silence']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MaintenanceWindowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaintenanceWindowPayload'] = ResolversParentTypes['MaintenanceWindowPayload']> = {
  maintenanceWindow?: Resolver<Maybe<ResolversTypes['MaintenanceWindow']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteMaintenanceWindowPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteMaintenanceWindowPayload'] = ResolversParentTypes['DeleteMaintenanceWindowPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DurationScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Duration'], any> {
  name: 'Duration';
}

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Site' | 'AlertRule' | 'Alert' | 'Channel' | 'ErrorGroup' | 'Flag' | 'Funnel' | 'Session' | 'Slo' | 'Incident' | 'StatusPage', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProportionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Proportion'] = ResolversParentTypes['Proportion']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CapabilitiesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Capabilities'] = ResolversParentTypes['Capabilities']> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  database?: Resolver<ResolversTypes['DatabaseCapabilities'], ParentType, ContextType>;
  limits?: Resolver<ResolversTypes['Limits'], ParentType, ContextType>;
  metrics?: Resolver<Array<ResolversTypes['MetricCapability']>, ParentType, ContextType>;
  dimensions?: Resolver<Array<ResolversTypes['Dimension']>, ParentType, ContextType>;
  intervals?: Resolver<Array<ResolversTypes['Interval']>, ParentType, ContextType>;
  errorCodes?: Resolver<Array<ResolversTypes['ErrorCodeMeaning']>, ParentType, ContextType>;
  embeddable?: Resolver<Array<ResolversTypes['EmbeddableWidget']>, ParentType, ContextType>;
};

export type DatabaseCapabilitiesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DatabaseCapabilities'] = ResolversParentTypes['DatabaseCapabilities']> = {
  edition?: Resolver<ResolversTypes['DatabaseEdition'], ParentType, ContextType>;
  postgresVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timescaleVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MetricCapabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MetricCapability'] = ResolversParentTypes['MetricCapability']> = {
  name?: Resolver<ResolversTypes['VitalMetric'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  good?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  poor?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ErrorCodeMeaningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorCodeMeaning'] = ResolversParentTypes['ErrorCodeMeaning']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  meaning?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LimitsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Limits'] = ResolversParentTypes['Limits']> = {
  cost?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  introspectionDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  selections?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  aliases?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  directives?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bodyBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bodyDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  buckets?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timelineEntries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  histogramBins?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percentiles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filterDepth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filterValues?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  range?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  statementTime?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  operationTime?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  operationsAtOnce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConsentLogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentLogConnection'] = ResolversParentTypes['ConsentLogConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConsentLogEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ConsentLogEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConsentLogEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentLogEdge'] = ResolversParentTypes['ConsentLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ConsentLogEntry'], ParentType, ContextType>;
};

export type ConsentLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentLogEntry'] = ResolversParentTypes['ConsentLogEntry']> = {
  session?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConsentState'], ParentType, ContextType>;
  scope?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type CostExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CostExplanation'] = ResolversParentTypes['CostExplanation']> = {
  cost?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['CostPart']>, ParentType, ContextType>;
};

export type CostPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CostPart'] = ResolversParentTypes['CostPart']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  times?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  points?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeadLetterState'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DeadLetterKind'], ParentType, ContextType>;
  batchId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  triedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  replayedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export type DeadLetterCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterCounts'] = ResolversParentTypes['DeadLetterCounts']> = {
  kept?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dropped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeadLettersPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLettersPayload'] = ResolversParentTypes['DeadLettersPayload']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChannelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Channel'] = ResolversParentTypes['Channel']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChannelKind'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldSecretUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
};

export type ChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelPayload'] = ResolversParentTypes['ChannelPayload']> = {
  channel?: Resolver<Maybe<ResolversTypes['Channel']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteChannelPayload'] = ResolversParentTypes['DeleteChannelPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TestChannelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TestChannelPayload'] = ResolversParentTypes['TestChannelPayload']> = {
  delivered?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetryDeliveryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryDeliveryPayload'] = ResolversParentTypes['RetryDeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeployResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Deploy'] = ResolversParentTypes['Deploy']> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  environment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordDeployPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordDeployPayload'] = ResolversParentTypes['RecordDeployPayload']> = {
  deploy?: Resolver<Maybe<ResolversTypes['Deploy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EmbedSecretResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmbedSecret'] = ResolversParentTypes['EmbedSecret']> = {
  kid?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EmbeddableWidgetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmbeddableWidget'] = ResolversParentTypes['EmbeddableWidget']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  wholeSite?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  public?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CreateEmbedTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateEmbedTokenPayload'] = ResolversParentTypes['CreateEmbedTokenPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jti?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateEmbedSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateEmbedSecretPayload'] = ResolversParentTypes['CreateEmbedSecretPayload']> = {
  kid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DisableEmbedSecretPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisableEmbedSecretPayload'] = ResolversParentTypes['DisableEmbedSecretPayload']> = {
  disabledKid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeEmbedTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeEmbedTokenPayload'] = ResolversParentTypes['RevokeEmbedTokenPayload']> = {
  revokedJti?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ErasureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Erasure'] = ResolversParentTypes['Erasure']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['SubjectKind'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  doneAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deadLetters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  consents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ErasureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasureConnection'] = ResolversParentTypes['ErasureConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ErasureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Erasure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ErasureEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasureEdge'] = ResolversParentTypes['ErasureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Erasure'], ParentType, ContextType>;
};

export type ErasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasePayload'] = ResolversParentTypes['ErasePayload']> = {
  erasure?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Segment'] = ResolversParentTypes['Segment']> = {
  errors?: Resolver<ResolversTypes['ErrorGroupConnection'], ParentType, ContextType, RequireFields<SegmentErrorsArgs, 'first' | 'orderBy'>>;
  events?: Resolver<ResolversTypes['CustomEventStats'], ParentType, ContextType, RequireFields<SegmentEventsArgs, 'name'>>;
  eventNames?: Resolver<Array<ResolversTypes['CustomEventStats']>, ParentType, ContextType, RequireFields<SegmentEventNamesArgs, 'first'>>;
  transactions?: Resolver<Array<ResolversTypes['TransactionStats']>, ParentType, ContextType, RequireFields<SegmentTransactionsArgs, 'first'>>;
  flag?: Resolver<ResolversTypes['FlagCohorts'], ParentType, ContextType, RequireFields<SegmentFlagArgs, 'key' | 'sequential'>>;
  funnel?: Resolver<ResolversTypes['FunnelResult'], ParentType, ContextType, RequireFields<SegmentFunnelArgs, 'steps' | 'order' | 'countBy' | 'sample'>>;
  interactions?: Resolver<ResolversTypes['InteractionGroupConnection'], ParentType, ContextType, RequireFields<SegmentInteractionsArgs, 'first'>>;
  paths?: Resolver<ResolversTypes['PathGraph'], ParentType, ContextType, RequireFields<SegmentPathsArgs, 'depth' | 'top'>>;
  requests?: Resolver<ResolversTypes['RequestGroupConnection'], ParentType, ContextType, RequireFields<SegmentRequestsArgs, 'first' | 'orderBy' | 'failedOnly'>>;
  resources?: Resolver<ResolversTypes['ResourceGroupConnection'], ParentType, ContextType, RequireFields<SegmentResourcesArgs, 'first' | 'thirdPartyOnly' | 'by'>>;
  longTasks?: Resolver<ResolversTypes['LongTaskGroupConnection'], ParentType, ContextType, RequireFields<SegmentLongTasksArgs, 'first'>>;
  retention?: Resolver<ResolversTypes['Retention'], ParentType, ContextType, RequireFields<SegmentRetentionArgs, 'interval'>>;
  compare?: Resolver<ResolversTypes['SegmentComparison'], ParentType, ContextType, Partial<SegmentCompareArgs>>;
  range?: Resolver<ResolversTypes['Range'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  activeUsers?: Resolver<ResolversTypes['ActiveUsers'], ParentType, ContextType>;
  bounceRate?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  engagementRate?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  frustrationRate?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  crashFreeSessions?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  medianSessionDuration?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  sessionDuration?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  apdex?: Resolver<ResolversTypes['Apdex'], ParentType, ContextType, RequireFields<SegmentApdexArgs, 'threshold' | 'metric'>>;
  vital?: Resolver<ResolversTypes['VitalStats'], ParentType, ContextType, RequireFields<SegmentVitalArgs, 'metric'>>;
  coreWebVitals?: Resolver<ResolversTypes['CoreWebVitals'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['SessionConnection'], ParentType, ContextType, RequireFields<SegmentSessionsArgs, 'first' | 'orderBy'>>;
  by?: Resolver<Array<ResolversTypes['KeyedSegment']>, ParentType, ContextType, RequireFields<SegmentByArgs, 'dimension' | 'top' | 'other'>>;
  over?: Resolver<Array<ResolversTypes['TimedSegment']>, ParentType, ContextType, RequireFields<SegmentOverArgs, 'interval'>>;
};

export type ErrorGroupingReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorGroupingReason'] = ResolversParentTypes['ErrorGroupingReason']> = {
  by?: Resolver<ResolversTypes['ErrorGrouping'], ParentType, ContextType>;
  frames?: Resolver<Array<ResolversTypes['ErrorFrame']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ErrorFrameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorFrame'] = ResolversParentTypes['ErrorFrame']> = {
  function?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  module?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ErrorGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorGroup'] = ResolversParentTypes['ErrorGroup']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  handled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ErrorGroupingReason'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ErrorState'], ParentType, ContextType>;
  decision?: Resolver<Maybe<ResolversTypes['ErrorDecision']>, ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shareOfSessions?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  firstSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  firstRelease?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastRelease?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  over?: Resolver<Array<ResolversTypes['ErrorPoint']>, ParentType, ContextType, RequireFields<ErrorGroupOverArgs, 'interval'>>;
  releases?: Resolver<Array<ResolversTypes['GroupSplit']>, ParentType, ContextType, RequireFields<ErrorGroupReleasesArgs, 'top'>>;
  pages?: Resolver<Array<ResolversTypes['GroupSplit']>, ParentType, ContextType, RequireFields<ErrorGroupPagesArgs, 'top'>>;
  browsers?: Resolver<Array<ResolversTypes['GroupSplit']>, ParentType, ContextType, RequireFields<ErrorGroupBrowsersArgs, 'top'>>;
  sampleSessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<ErrorGroupSampleSessionsArgs, 'first'>>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  latest?: Resolver<ResolversTypes['ErrorEntry'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ErrorPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorPoint'] = ResolversParentTypes['ErrorPoint']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ErrorDecisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorDecision'] = ResolversParentTypes['ErrorDecision']> = {
  state?: Resolver<ResolversTypes['ErrorState'], ParentType, ContextType>;
  release?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ErrorGroupConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorGroupConnection'] = ResolversParentTypes['ErrorGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ErrorGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ErrorGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ErrorGroupEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorGroupEdge'] = ResolversParentTypes['ErrorGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ErrorGroup'], ParentType, ContextType>;
};

export type ErrorGroupPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorGroupPayload'] = ResolversParentTypes['ErrorGroupPayload']> = {
  group?: Resolver<Maybe<ResolversTypes['ErrorGroup']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomEventStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomEventStats'] = ResolversParentTypes['CustomEventStats']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  visitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  over?: Resolver<Array<ResolversTypes['CustomEventPoint']>, ParentType, ContextType, RequireFields<CustomEventStatsOverArgs, 'interval'>>;
  attributes?: Resolver<Array<ResolversTypes['EventAttribute']>, ParentType, ContextType, RequireFields<CustomEventStatsAttributesArgs, 'first' | 'top'>>;
  sampleSessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<CustomEventStatsSampleSessionsArgs, 'first'>>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type CustomEventPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomEventPoint'] = ResolversParentTypes['CustomEventPoint']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sum?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type EventAttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventAttribute'] = ResolversParentTypes['EventAttribute']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['EventAttributeValue']>, ParentType, ContextType>;
};

export type EventAttributeValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventAttributeValue'] = ResolversParentTypes['EventAttributeValue']> = {
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransactionStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransactionStats'] = ResolversParentTypes['TransactionStats']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  success?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  abandoned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type FlagCohortsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagCohorts'] = ResolversParentTypes['FlagCohorts']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  control?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mixed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['FlagVariant']>, ParentType, ContextType>;
  sampleRatio?: Resolver<ResolversTypes['SampleRatio'], ParentType, ContextType>;
  compare?: Resolver<Array<ResolversTypes['FlagComparison']>, ParentType, ContextType, RequireFields<FlagCohortsCompareArgs, 'metrics'>>;
  guardrails?: Resolver<Array<ResolversTypes['FlagGuardrailResult']>, ParentType, ContextType>;
};

export type FlagVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagVariant'] = ResolversParentTypes['FlagVariant']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isControl?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  expectedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type SampleRatioResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SampleRatio'] = ResolversParentTypes['SampleRatio']> = {
  chiSquare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mismatch?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FlagComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagComparison'] = ResolversParentTypes['FlagComparison']> = {
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  baseline?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  relative?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  visitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  baselineVisitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  alwaysLow?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  alwaysHigh?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  alwaysPValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  adjustedPValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['FlagVerdict'], ParentType, ContextType>;
};

export type FlagGuardrailResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagGuardrailResult'] = ResolversParentTypes['FlagGuardrailResult']> = {
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  worst?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  relative?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  baseline?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FlagGuardrailState'], ParentType, ContextType>;
};

export type FlagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Flag'] = ResolversParentTypes['Flag']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variants?: Resolver<Array<ResolversTypes['SeenVariant']>, ParentType, ContextType>;
  lastEvaluation?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  control?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  split?: Resolver<Maybe<Array<ResolversTypes['FlagSplit']>>, ParentType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  guardrails?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  channels?: Resolver<Array<ResolversTypes['Channel']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeenVariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SeenVariant'] = ResolversParentTypes['SeenVariant']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FlagSplitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagSplit'] = ResolversParentTypes['FlagSplit']> = {
  variant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FlagPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagPayload'] = ResolversParentTypes['FlagPayload']> = {
  flag?: Resolver<Maybe<ResolversTypes['Flag']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteFlagPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteFlagPayload'] = ResolversParentTypes['DeleteFlagPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FunnelResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelResult'] = ResolversParentTypes['FunnelResult']> = {
  steps?: Resolver<Array<ResolversTypes['FunnelStep']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sampled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  totalTime?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  breakdown?: Resolver<Array<ResolversTypes['FunnelBreakdown']>, ParentType, ContextType, RequireFields<FunnelResultBreakdownArgs, 'dimension' | 'top' | 'other'>>;
};

export type FunnelBreakdownResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelBreakdown'] = ResolversParentTypes['FunnelBreakdown']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['FunnelStep']>, ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CountIntervalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountInterval'] = ResolversParentTypes['CountInterval']> = {
  low?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FunnelStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelStep'] = ResolversParentTypes['FunnelStep']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entrants?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  entrantsInterval?: Resolver<Maybe<ResolversTypes['CountInterval']>, ParentType, ContextType>;
  fromFirst?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fromPrevious?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conversionFromFirst?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  conversionFromPrevious?: Resolver<Maybe<ResolversTypes['Proportion']>, ParentType, ContextType>;
  dropOff?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianTime?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  p90Time?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  timeDistribution?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  dropOffSegment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type FunnelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Funnel'] = ResolversParentTypes['Funnel']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stepNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  result?: Resolver<ResolversTypes['FunnelResult'], ParentType, ContextType, RequireFields<FunnelResultArgs, 'range' | 'includeBots' | 'sample'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FunnelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelPayload'] = ResolversParentTypes['FunnelPayload']> = {
  funnel?: Resolver<Maybe<ResolversTypes['Funnel']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteFunnelPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteFunnelPayload'] = ResolversParentTypes['DeleteFunnelPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type InteractionGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InteractionGroup'] = ResolversParentTypes['InteractionGroup']> = {
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['InteractionCounts'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pages?: Resolver<Array<ResolversTypes['GroupSplit']>, ParentType, ContextType, RequireFields<InteractionGroupPagesArgs, 'top'>>;
  sampleSessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<InteractionGroupSampleSessionsArgs, 'first'>>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type InteractionCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InteractionCounts'] = ResolversParentTypes['InteractionCounts']> = {
  click?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rageClick?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deadClick?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorClick?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  submit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formAbandon?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  scroll?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InteractionGroupConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InteractionGroupConnection'] = ResolversParentTypes['InteractionGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InteractionGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InteractionGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InteractionGroupEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InteractionGroupEdge'] = ResolversParentTypes['InteractionGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InteractionGroup'], ParentType, ContextType>;
};

export type LiveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Live'] = ResolversParentTypes['Live']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  activeVisitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  viewsPerMinute?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pages?: Resolver<Array<ResolversTypes['LivePage']>, ParentType, ContextType>;
  newestErrors?: Resolver<Array<ResolversTypes['LiveError']>, ParentType, ContextType>;
};

export type LivePageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LivePage'] = ResolversParentTypes['LivePage']> = {
  page?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  visitors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LiveErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LiveError'] = ResolversParentTypes['LiveError']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  page?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LearnedPageRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LearnedPageRule'] = ResolversParentTypes['LearnedPageRule']> = {
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  pages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  examples?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PathGraphResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PathGraph'] = ResolversParentTypes['PathGraph']> = {
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PathNode']>, ParentType, ContextType>;
  links?: Resolver<Array<ResolversTypes['PathLink']>, ParentType, ContextType>;
  topPaths?: Resolver<Array<ResolversTypes['Path']>, ParentType, ContextType, RequireFields<PathGraphTopPathsArgs, 'first'>>;
};

export type PathNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PathNode'] = ResolversParentTypes['PathNode']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  page?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  began?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ended?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  dropOff?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PathLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PathLink'] = ResolversParentTypes['PathLink']> = {
  source?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PathResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Path'] = ResolversParentTypes['Path']> = {
  pages?: Resolver<Array<Maybe<ResolversTypes['String']>>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
};

export type ReleaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Release'] = ResolversParentTypes['Release']> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeen?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  adoption?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  adoptionLastDay?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['ReleaseStage']>, ParentType, ContextType>;
  crashFreeSessions?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  newErrorGroups?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['Release']>, ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType, Partial<ReleaseSegmentArgs>>;
};

export type ReleaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseConnection'] = ResolversParentTypes['ReleaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReleaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Release']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReleaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseEdge'] = ResolversParentTypes['ReleaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Release'], ParentType, ContextType>;
};

export type RequestGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestGroup'] = ResolversParentTypes['RequestGroup']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  failuresByKind?: Resolver<ResolversTypes['RequestFailures'], ParentType, ContextType>;
  statuses?: Resolver<ResolversTypes['RequestStatuses'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  phases?: Resolver<Array<ResolversTypes['PhaseStats']>, ParentType, ContextType>;
  totalTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  over?: Resolver<Array<ResolversTypes['RequestPoint']>, ParentType, ContextType, RequireFields<RequestGroupOverArgs, 'interval'>>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  examples?: Resolver<Array<ResolversTypes['RequestExample']>, ParentType, ContextType, RequireFields<RequestGroupExamplesArgs, 'of' | 'first'>>;
  sampleSessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<RequestGroupSampleSessionsArgs, 'first'>>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type RequestFailuresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestFailures'] = ResolversParentTypes['RequestFailures']> = {
  status?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeout?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  abort?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RequestStatusesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestStatuses'] = ResolversParentTypes['RequestStatuses']> = {
  informational?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  success?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  redirect?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clientError?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  serverError?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  none?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PhaseStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PhaseStats'] = ResolversParentTypes['PhaseStats']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
};

export type RequestPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPoint'] = ResolversParentTypes['RequestPoint']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
};

export type RequestExampleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestExample'] = ResolversParentTypes['RequestExample']> = {
  request?: Resolver<ResolversTypes['RequestEntry'], ParentType, ContextType>;
  session?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type RequestGroupConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestGroupConnection'] = ResolversParentTypes['RequestGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RequestGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RequestGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RequestGroupEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestGroupEdge'] = ResolversParentTypes['RequestGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RequestGroup'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  view?: Resolver<Maybe<ResolversTypes['View']>, ParentType, ContextType, RequireFields<SessionViewArgs, 'id'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  visitor?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  visitorKind?: Resolver<ResolversTypes['VisitorKind'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frustrations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frustrationsByKind?: Resolver<ResolversTypes['FrustrationCounts'], ParentType, ContextType>;
  traceIds?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  entryPage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exitPage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType>;
  browser?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  browserVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  os?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  connection?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referrer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  release?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  flags?: Resolver<Array<ResolversTypes['FlagExposure']>, ParentType, ContextType>;
  bot?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  botReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timeline?: Resolver<ResolversTypes['TimelineConnection'], ParentType, ContextType, RequireFields<SessionTimelineArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResourceGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResourceGroup'] = ResolversParentTypes['ResourceGroup']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thirdParty?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  bytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  renderBlocking?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  renderBlockingTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  shareOfViews?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  longTaskBlocking?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type ResourceGroupConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResourceGroupConnection'] = ResolversParentTypes['ResourceGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ResourceGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ResourceGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ResourceGroupEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResourceGroupEdge'] = ResolversParentTypes['ResourceGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ResourceGroup'], ParentType, ContextType>;
};

export type LongTaskGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LongTaskGroup'] = ResolversParentTypes['LongTaskGroup']> = {
  script?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thirdParty?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
  blocking?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  totalTime?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pages?: Resolver<Array<ResolversTypes['GroupSplit']>, ParentType, ContextType, RequireFields<LongTaskGroupPagesArgs, 'top'>>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type LongTaskGroupConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LongTaskGroupConnection'] = ResolversParentTypes['LongTaskGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LongTaskGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['LongTaskGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LongTaskGroupEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LongTaskGroupEdge'] = ResolversParentTypes['LongTaskGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LongTaskGroup'], ParentType, ContextType>;
};

export type ViewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['View'] = ResolversParentTypes['View']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  page?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  navigationType?: Resolver<ResolversTypes['NavigationType'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  load?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timing?: Resolver<Array<ResolversTypes['Phase']>, ParentType, ContextType>;
  vitals?: Resolver<Array<ResolversTypes['VitalValue']>, ParentType, ContextType>;
  waterfall?: Resolver<Array<ResolversTypes['WaterfallEntry']>, ParentType, ContextType>;
};

export type WaterfallEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaterfallEntry'] = ResolversParentTypes['WaterfallEntry']> = {
  kind?: Resolver<ResolversTypes['WaterfallKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  initiator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  renderBlocking?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  thirdParty?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  blocking?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  traceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RetentionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Retention'] = ResolversParentTypes['Retention']> = {
  cohorts?: Resolver<Array<ResolversTypes['RetentionCohort']>, ParentType, ContextType>;
  mean?: Resolver<Array<ResolversTypes['RetentionPeriod']>, ParentType, ContextType>;
};

export type RetentionCohortResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionCohort'] = ResolversParentTypes['RetentionCohort']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  periods?: Resolver<Array<ResolversTypes['RetentionPeriod']>, ParentType, ContextType>;
};

export type RetentionPeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionPeriod'] = ResolversParentTypes['RetentionPeriod']> = {
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  retained?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  rolling?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  partial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SegmentComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentComparison'] = ResolversParentTypes['SegmentComparison']> = {
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  baseline?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  views?: Resolver<ResolversTypes['CountDifference'], ParentType, ContextType>;
  sessionCount?: Resolver<ResolversTypes['CountDifference'], ParentType, ContextType>;
  vital?: Resolver<ResolversTypes['Difference'], ParentType, ContextType, RequireFields<SegmentComparisonVitalArgs, 'metric' | 'q'>>;
  goodShare?: Resolver<Maybe<ResolversTypes['Difference']>, ParentType, ContextType, RequireFields<SegmentComparisonGoodShareArgs, 'metric'>>;
  bounceRate?: Resolver<ResolversTypes['Difference'], ParentType, ContextType>;
  engagementRate?: Resolver<ResolversTypes['Difference'], ParentType, ContextType>;
  frustrationRate?: Resolver<ResolversTypes['Difference'], ParentType, ContextType>;
  crashFreeSessions?: Resolver<ResolversTypes['Difference'], ParentType, ContextType>;
};

export type DifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Difference'] = ResolversParentTypes['Difference']> = {
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  baseline?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  relative?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type CountDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CountDifference'] = ResolversParentTypes['CountDifference']> = {
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  baseline?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  relative?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type GroupSplitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GroupSplit'] = ResolversParentTypes['GroupSplit']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Range'] = ResolversParentTypes['Range']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ActiveUsersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActiveUsers'] = ResolversParentTypes['ActiveUsers']> = {
  day?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  week?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stickiness?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ApdexResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Apdex'] = ResolversParentTypes['Apdex']> = {
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  satisfied?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tolerating?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  frustrated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KeyedSegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KeyedSegment'] = ResolversParentTypes['KeyedSegment']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type TimedSegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimedSegment'] = ResolversParentTypes['TimedSegment']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
};

export type FrustrationCountsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FrustrationCounts'] = ResolversParentTypes['FrustrationCounts']> = {
  rageClicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deadClicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorClicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  formAbandons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FlagExposureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagExposure'] = ResolversParentTypes['FlagExposure']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mixed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SessionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionConnection'] = ResolversParentTypes['SessionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SessionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SessionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionEdge'] = ResolversParentTypes['SessionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Session'], ParentType, ContextType>;
};

export type TimelineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineConnection'] = ResolversParentTypes['TimelineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TimelineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TimelineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEdge'] = ResolversParentTypes['TimelineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineEntry'], ParentType, ContextType>;
};

export type TimelineEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry']> = {
  __resolveType: TypeResolveFn<'ViewEntry' | 'VitalEntry' | 'ErrorEntry' | 'RequestEntry' | 'ResourceEntry' | 'ActionEntry' | 'FlagEntry' | 'LongTaskEntry' | 'CustomEntry' | 'TransactionEntry' | 'AppEntry' | 'ConsentEntry', ParentType, ContextType>;
};

export type ViewEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ViewEntry'] = ResolversParentTypes['ViewEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  page?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  navigationType?: Resolver<ResolversTypes['NavigationType'], ParentType, ContextType>;
  load?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  timing?: Resolver<Array<ResolversTypes['Phase']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VitalEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VitalEntry'] = ResolversParentTypes['VitalEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['VitalValue']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VitalValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VitalValue'] = ResolversParentTypes['VitalValue']> = {
  metric?: Resolver<ResolversTypes['VitalMetric'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  element?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phases?: Resolver<Array<ResolversTypes['Phase']>, ParentType, ContextType>;
};

export type PhaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Phase'] = ResolversParentTypes['Phase']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ErrorEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErrorEntry'] = ResolversParentTypes['ErrorEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stack?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  handled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  breadcrumbs?: Resolver<Array<ResolversTypes['Breadcrumb']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BreadcrumbResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Breadcrumb'] = ResolversParentTypes['Breadcrumb']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RequestEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestEntry'] = ResolversParentTypes['RequestEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  traceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  spanId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  timing?: Resolver<Array<ResolversTypes['Phase']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResourceEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResourceEntry'] = ResolversParentTypes['ResourceEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  initiator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  renderBlocking?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  thirdParty?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ActionEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActionEntry'] = ResolversParentTypes['ActionEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FlagEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FlagEntry'] = ResolversParentTypes['FlagEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  variant?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LongTaskEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LongTaskEntry'] = ResolversParentTypes['LongTaskEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  blocking?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  script?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  thirdParty?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomEntry'] = ResolversParentTypes['CustomEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  attributes?: Resolver<Array<ResolversTypes['Attribute']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attribute'] = ResolversParentTypes['Attribute']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransactionEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransactionEntry'] = ResolversParentTypes['TransactionEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AppEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AppEntry'] = ResolversParentTypes['AppEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stack?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsentEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsentEntry'] = ResolversParentTypes['ConsentEntry']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TimelineKind'], ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SiteSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SiteSettings'] = ResolversParentTypes['SiteSettings']> = {
  session?: Resolver<ResolversTypes['SessionSettings'], ParentType, ContextType>;
  sampling?: Resolver<ResolversTypes['SamplingSettings'], ParentType, ContextType>;
  capture?: Resolver<ResolversTypes['CaptureSettings'], ParentType, ContextType>;
  privacy?: Resolver<ResolversTypes['PrivacySettings'], ParentType, ContextType>;
  tracing?: Resolver<ResolversTypes['TracingSettings'], ParentType, ContextType>;
  visitors?: Resolver<ResolversTypes['VisitorSettings'], ParentType, ContextType>;
  retention?: Resolver<ResolversTypes['RetentionSettings'], ParentType, ContextType>;
  scrub?: Resolver<ResolversTypes['ScrubSettings'], ParentType, ContextType>;
  pages?: Resolver<ResolversTypes['PageSettings'], ParentType, ContextType>;
  bots?: Resolver<ResolversTypes['BotSettings'], ParentType, ContextType>;
};

export type SessionSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SessionSettings'] = ResolversParentTypes['SessionSettings']> = {
  idle?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
};

export type SamplingSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SamplingSettings'] = ResolversParentTypes['SamplingSettings']> = {
  rate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  keepErrors?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CaptureSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CaptureSettings'] = ResolversParentTypes['CaptureSettings']> = {
  requests?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  interactions?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  resources?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  longFrames?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reports?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  console?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PrivacySettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PrivacySettings'] = ResolversParentTypes['PrivacySettings']> = {
  consent?: Resolver<ResolversTypes['ConsentLevel'], ParentType, ContextType>;
  gpc?: Resolver<ResolversTypes['GpcHandling'], ParentType, ContextType>;
};

export type TracingSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TracingSettings'] = ResolversParentTypes['TracingSettings']> = {
  origins?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VisitorSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VisitorSettings'] = ResolversParentTypes['VisitorSettings']> = {
  daily?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RetentionSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionSettings'] = ResolversParentTypes['RetentionSettings']> = {
  eventsDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorsDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sessionsDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rollupsDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScrubSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScrubSettings'] = ResolversParentTypes['ScrubSettings']> = {
  keepParameters?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  patterns?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  dropAttributes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  allowAttributes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageSettings'] = ResolversParentTypes['PageSettings']> = {
  rules?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BotSettingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BotSettings'] = ResolversParentTypes['BotSettings']> = {
  allow?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  deny?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SiteConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SiteConnection'] = ResolversParentTypes['SiteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SiteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Site']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SiteEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SiteEdge'] = ResolversParentTypes['SiteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Site'], ParentType, ContextType>;
};

export type CreateSitePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSitePayload'] = ResolversParentTypes['CreateSitePayload']> = {
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WriteKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WriteKey'] = ResolversParentTypes['WriteKey']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  disabledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UpdateSitePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateSitePayload'] = ResolversParentTypes['UpdateSitePayload']> = {
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateWriteKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWriteKeyPayload'] = ResolversParentTypes['CreateWriteKeyPayload']> = {
  writeKey?: Resolver<Maybe<ResolversTypes['WriteKey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DisableWriteKeyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisableWriteKeyPayload'] = ResolversParentTypes['DisableWriteKeyPayload']> = {
  disabledKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SloResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Slo'] = ResolversParentTypes['Slo']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objective?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  indicator?: Resolver<ResolversTypes['SloIndicator'], ParentType, ContextType>;
  where?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  window?: Resolver<ResolversTypes['SloWindow'], ParentType, ContextType>;
  budgeting?: Resolver<ResolversTypes['SloBudgeting'], ParentType, ContextType>;
  fanOut?: Resolver<Maybe<ResolversTypes['SloFanOut']>, ParentType, ContextType>;
  preset?: Resolver<Maybe<ResolversTypes['BurnRatePreset']>, ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['BurnRateRule']>, ParentType, ContextType>;
  ceiling?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SloStatus'], ParentType, ContextType, Partial<SloStatusArgs>>;
  history?: Resolver<ResolversTypes['SloHistory'], ParentType, ContextType, RequireFields<SloHistoryArgs, 'interval'>>;
  burners?: Resolver<Array<ResolversTypes['SloBurner']>, ParentType, ContextType, RequireFields<SloBurnersArgs, 'top'>>;
  openSlo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SloIndicatorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloIndicator'] = ResolversParentTypes['SloIndicator']> = {
  kind?: Resolver<ResolversTypes['SloIndicatorKind'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['VitalMetric']>, ParentType, ContextType>;
  threshold?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  slowerThan?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  endpoint?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SloWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloWindow'] = ResolversParentTypes['SloWindow']> = {
  days?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  calendar?: Resolver<Maybe<ResolversTypes['CalendarUnit']>, ParentType, ContextType>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SloBudgetingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloBudgeting'] = ResolversParentTypes['SloBudgeting']> = {
  method?: Resolver<ResolversTypes['BudgetingMethod'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
};

export type SloFanOutResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloFanOut'] = ResolversParentTypes['SloFanOut']> = {
  dimension?: Resolver<ResolversTypes['Dimension'], ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BurnRateRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BurnRateRule'] = ResolversParentTypes['BurnRateRule']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['BurnRateSeverity'], ParentType, ContextType>;
  long?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  short?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  factor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  budgetShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  errorRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  predictions?: Resolver<Array<ResolversTypes['BurnRatePrediction']>, ParentType, ContextType>;
};

export type BurnRatePredictionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BurnRatePrediction'] = ResolversParentTypes['BurnRatePrediction']> = {
  errorRatio?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  detection?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
  reset?: Resolver<Maybe<ResolversTypes['Duration']>, ParentType, ContextType>;
};

export type SloStatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloStatus'] = ResolversParentTypes['SloStatus']> = {
  state?: Resolver<ResolversTypes['SloState'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  objective?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  compliance?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  budget?: Resolver<Maybe<ResolversTypes['SloBudget']>, ParentType, ContextType>;
  burnRates?: Resolver<Array<ResolversTypes['BurnRate']>, ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['BurnRateJudgement']>, ParentType, ContextType>;
  exhaustedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  watermark?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SloBudgetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloBudget'] = ResolversParentTypes['SloBudget']> = {
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  consumed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  consumedShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  remainingShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BurnRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BurnRate'] = ResolversParentTypes['BurnRate']> = {
  window?: Resolver<ResolversTypes['Duration'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bad?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BurnRateJudgementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BurnRateJudgement'] = ResolversParentTypes['BurnRateJudgement']> = {
  rule?: Resolver<ResolversTypes['BurnRateRule'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BurnRateState'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  longRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shortRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SloHistoryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloHistory'] = ResolversParentTypes['SloHistory']> = {
  points?: Resolver<Array<ResolversTypes['SloPoint']>, ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['SloMark']>, ParentType, ContextType>;
};

export type SloPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloPoint'] = ResolversParentTypes['SloPoint']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  good?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  bad?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  compliance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  budgetRemaining?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SloMarkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloMark'] = ResolversParentTypes['SloMark']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SloMarkKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  environment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SloBurnerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloBurner'] = ResolversParentTypes['SloBurner']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bad?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  compliance?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  shareOfBad?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  budgetShare?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  excess?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SloPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SloPayload'] = ResolversParentTypes['SloPayload']> = {
  slo?: Resolver<Maybe<ResolversTypes['Slo']>, ParentType, ContextType>;
  predictions?: Resolver<Maybe<Array<ResolversTypes['BurnRateRule']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteSloPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteSloPayload'] = ResolversParentTypes['DeleteSloPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportSlosPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportSlosPayload'] = ResolversParentTypes['ImportSlosPayload']> = {
  imported?: Resolver<Array<ResolversTypes['ImportedSlo']>, ParentType, ContextType>;
  notes?: Resolver<Array<ResolversTypes['ImportNote']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['ImportProblem']>, ParentType, ContextType>;
};

export type ImportedSloResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportedSlo'] = ResolversParentTypes['ImportedSlo']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  action?: Resolver<ResolversTypes['ImportAction'], ParentType, ContextType>;
  slo?: Resolver<Maybe<ResolversTypes['Slo']>, ParentType, ContextType>;
};

export type ImportNoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportNote'] = ResolversParentTypes['ImportNote']> = {
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportProblem'] = ResolversParentTypes['ImportProblem']> = {
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Incident'] = ResolversParentTypes['Incident']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  impact?: Resolver<ResolversTypes['IncidentImpact'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IncidentStatus'], ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updates?: Resolver<Array<ResolversTypes['IncidentUpdate']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IncidentUpdateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncidentUpdate'] = ResolversParentTypes['IncidentUpdate']> = {
  status?: Resolver<ResolversTypes['IncidentStatus'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type IncidentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IncidentPayload'] = ResolversParentTypes['IncidentPayload']> = {
  incident?: Resolver<Maybe<ResolversTypes['Incident']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteIncidentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteIncidentPayload'] = ResolversParentTypes['DeleteIncidentPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StatusPageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusPage'] = ResolversParentTypes['StatusPage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['StatusComponent']>, ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['StatusTheme'], ParentType, ContextType>;
  origins?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  published?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  floor?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['Incident']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StatusComponentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusComponent'] = ResolversParentTypes['StatusComponent']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slo?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  vital?: Resolver<Maybe<ResolversTypes['VitalMetric']>, ParentType, ContextType>;
};

export type StatusPagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusPagePayload'] = ResolversParentTypes['StatusPagePayload']> = {
  statusPage?: Resolver<Maybe<ResolversTypes['StatusPage']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteStatusPagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteStatusPagePayload'] = ResolversParentTypes['DeleteStatusPagePayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StatusViewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusView'] = ResolversParentTypes['StatusView']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  theme?: Resolver<ResolversTypes['StatusTheme'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['StatusState'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  floor?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['StatusViewComponent']>, ParentType, ContextType>;
  incidents?: Resolver<Array<ResolversTypes['StatusViewIncident']>, ParentType, ContextType>;
};

export type StatusViewComponentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusViewComponent'] = ResolversParentTypes['StatusViewComponent']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['StatusState'], ParentType, ContextType>;
  objective?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  uptime?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  vital?: Resolver<Maybe<ResolversTypes['StatusViewVital']>, ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['VitalMetric']>, ParentType, ContextType>;
  days?: Resolver<Array<ResolversTypes['StatusViewDay']>, ParentType, ContextType>;
};

export type StatusViewVitalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusViewVital'] = ResolversParentTypes['StatusViewVital']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  p75?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rating?: Resolver<ResolversTypes['Rating'], ParentType, ContextType>;
};

export type StatusViewDayResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusViewDay'] = ResolversParentTypes['StatusViewDay']> = {
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  compliance?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p75?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['StatusState'], ParentType, ContextType>;
};

export type StatusViewIncidentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatusViewIncident'] = ResolversParentTypes['StatusViewIncident']> = {
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  impact?: Resolver<ResolversTypes['IncidentImpact'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['IncidentStatus'], ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updates?: Resolver<Array<ResolversTypes['IncidentUpdate']>, ParentType, ContextType>;
};

export type UsageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Usage'] = ResolversParentTypes['Usage']> = {
  range?: Resolver<ResolversTypes['Range'], ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stored?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  dead?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  erased?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  queued?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  queuedIsExact?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  duplicate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rejected?: Resolver<Array<ResolversTypes['UsageCode']>, ParentType, ContextType>;
  refused?: Resolver<Array<ResolversTypes['UsageCode']>, ParentType, ContextType>;
  dropped?: Resolver<Array<ResolversTypes['UsageCode']>, ParentType, ContextType>;
  other?: Resolver<Array<ResolversTypes['UsageCode']>, ParentType, ContextType>;
  unknownFields?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  loss?: Resolver<Maybe<ResolversTypes['UsageLoss']>, ParentType, ContextType>;
  over?: Resolver<Array<ResolversTypes['UsagePoint']>, ParentType, ContextType>;
  quota?: Resolver<Maybe<ResolversTypes['UsageQuota']>, ParentType, ContextType>;
  caps?: Resolver<Array<ResolversTypes['UsageCap']>, ParentType, ContextType>;
};

export type UsageCodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageCode'] = ResolversParentTypes['UsageCode']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UsageLossResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageLoss'] = ResolversParentTypes['UsageLoss']> = {
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  missing?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  senders?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UsagePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsagePoint'] = ResolversParentTypes['UsagePoint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  accepted?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  stored?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  dead?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  queued?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  duplicate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rejected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  dropped?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  unknownFields?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UsageQuotaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageQuota'] = ResolversParentTypes['UsageQuota']> = {
  events?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['QuotaState'], ParentType, ContextType>;
  renewsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UsageCapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UsageCap'] = ResolversParentTypes['UsageCap']> = {
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  most?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type VitalStatsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VitalStats'] = ResolversParentTypes['VitalStats']> = {
  metric?: Resolver<ResolversTypes['VitalMetric'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  estimatedCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  percentile?: Resolver<ResolversTypes['Percentile'], ParentType, ContextType, RequireFields<VitalStatsPercentileArgs, 'q'>>;
  percentiles?: Resolver<Array<ResolversTypes['Percentile']>, ParentType, ContextType, RequireFields<VitalStatsPercentilesArgs, 'q'>>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  shares?: Resolver<ResolversTypes['RatingShares'], ParentType, ContextType>;
  histogram?: Resolver<Array<ResolversTypes['HistogramBin']>, ParentType, ContextType, RequireFields<VitalStatsHistogramArgs, 'bins'>>;
  attribution?: Resolver<Array<ResolversTypes['Attribution']>, ParentType, ContextType, RequireFields<VitalStatsAttributionArgs, 'by' | 'top'>>;
  phases?: Resolver<Array<ResolversTypes['VitalPhase']>, ParentType, ContextType>;
  support?: Resolver<ResolversTypes['VitalSupport'], ParentType, ContextType>;
};

export type AttributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution']> = {
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  distribution?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
};

export type VitalPhaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VitalPhase'] = ResolversParentTypes['VitalPhase']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  duration?: Resolver<ResolversTypes['Distribution'], ParentType, ContextType>;
};

export type VitalSupportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VitalSupport'] = ResolversParentTypes['VitalSupport']> = {
  views?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unknownViews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  supported?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
  reported?: Resolver<ResolversTypes['Proportion'], ParentType, ContextType>;
};

export type DistributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Distribution'] = ResolversParentTypes['Distribution']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  estimatedCount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  percentile?: Resolver<ResolversTypes['Percentile'], ParentType, ContextType, RequireFields<DistributionPercentileArgs, 'q'>>;
  percentiles?: Resolver<Array<ResolversTypes['Percentile']>, ParentType, ContextType, RequireFields<DistributionPercentilesArgs, 'q'>>;
  histogram?: Resolver<Array<ResolversTypes['HistogramBin']>, ParentType, ContextType, RequireFields<DistributionHistogramArgs, 'bins'>>;
};

export type PercentileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Percentile'] = ResolversParentTypes['Percentile']> = {
  q?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  thin?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  relativeError?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RatingSharesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RatingShares'] = ResolversParentTypes['RatingShares']> = {
  good?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  needsImprovement?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  poor?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  goodCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  needsImprovementCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  poorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HistogramBinResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistogramBin'] = ResolversParentTypes['HistogramBin']> = {
  from?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CoreWebVitalsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CoreWebVitals'] = ResolversParentTypes['CoreWebVitals']> = {
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lcp?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  inp?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  cls?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Viewer?: ViewerResolvers<ContextType>;
  CreateTokenPayload?: CreateTokenPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ApiToken?: ApiTokenResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  RevokeTokenPayload?: RevokeTokenPayloadResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  AlertRule?: AlertRuleResolvers<ContextType>;
  AlertRuleState?: AlertRuleStateResolvers<ContextType>;
  AlertReading?: AlertReadingResolvers<ContextType>;
  Alert?: AlertResolvers<ContextType>;
  AlertConnection?: AlertConnectionResolvers<ContextType>;
  AlertEdge?: AlertEdgeResolvers<ContextType>;
  Silence?: SilenceResolvers<ContextType>;
  MaintenanceWindow?: MaintenanceWindowResolvers<ContextType>;
  SilencedNotice?: SilencedNoticeResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  AlertEvent?: AlertEventResolvers<ContextType>;
  AlertRulePayload?: AlertRulePayloadResolvers<ContextType>;
  DeleteAlertRulePayload?: DeleteAlertRulePayloadResolvers<ContextType>;
  TestAlertRulePayload?: TestAlertRulePayloadResolvers<ContextType>;
  AlertRuleTest?: AlertRuleTestResolvers<ContextType>;
  AlertFinding?: AlertFindingResolvers<ContextType>;
  AlertBacktest?: AlertBacktestResolvers<ContextType>;
  SilencePayload?: SilencePayloadResolvers<ContextType>;
  MaintenanceWindowPayload?: MaintenanceWindowPayloadResolvers<ContextType>;
  DeleteMaintenanceWindowPayload?: DeleteMaintenanceWindowPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Duration?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Proportion?: ProportionResolvers<ContextType>;
  Capabilities?: CapabilitiesResolvers<ContextType>;
  DatabaseCapabilities?: DatabaseCapabilitiesResolvers<ContextType>;
  MetricCapability?: MetricCapabilityResolvers<ContextType>;
  ErrorCodeMeaning?: ErrorCodeMeaningResolvers<ContextType>;
  Limits?: LimitsResolvers<ContextType>;
  ConsentLogConnection?: ConsentLogConnectionResolvers<ContextType>;
  ConsentLogEdge?: ConsentLogEdgeResolvers<ContextType>;
  ConsentLogEntry?: ConsentLogEntryResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  CostExplanation?: CostExplanationResolvers<ContextType>;
  CostPart?: CostPartResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  DeadLetterCounts?: DeadLetterCountsResolvers<ContextType>;
  DeadLettersPayload?: DeadLettersPayloadResolvers<ContextType>;
  Channel?: ChannelResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  ChannelPayload?: ChannelPayloadResolvers<ContextType>;
  DeleteChannelPayload?: DeleteChannelPayloadResolvers<ContextType>;
  TestChannelPayload?: TestChannelPayloadResolvers<ContextType>;
  RetryDeliveryPayload?: RetryDeliveryPayloadResolvers<ContextType>;
  Deploy?: DeployResolvers<ContextType>;
  RecordDeployPayload?: RecordDeployPayloadResolvers<ContextType>;
  EmbedSecret?: EmbedSecretResolvers<ContextType>;
  EmbeddableWidget?: EmbeddableWidgetResolvers<ContextType>;
  CreateEmbedTokenPayload?: CreateEmbedTokenPayloadResolvers<ContextType>;
  CreateEmbedSecretPayload?: CreateEmbedSecretPayloadResolvers<ContextType>;
  DisableEmbedSecretPayload?: DisableEmbedSecretPayloadResolvers<ContextType>;
  RevokeEmbedTokenPayload?: RevokeEmbedTokenPayloadResolvers<ContextType>;
  Erasure?: ErasureResolvers<ContextType>;
  ErasureConnection?: ErasureConnectionResolvers<ContextType>;
  ErasureEdge?: ErasureEdgeResolvers<ContextType>;
  ErasePayload?: ErasePayloadResolvers<ContextType>;
  Segment?: SegmentResolvers<ContextType>;
  ErrorGroupingReason?: ErrorGroupingReasonResolvers<ContextType>;
  ErrorFrame?: ErrorFrameResolvers<ContextType>;
  ErrorGroup?: ErrorGroupResolvers<ContextType>;
  ErrorPoint?: ErrorPointResolvers<ContextType>;
  ErrorDecision?: ErrorDecisionResolvers<ContextType>;
  ErrorGroupConnection?: ErrorGroupConnectionResolvers<ContextType>;
  ErrorGroupEdge?: ErrorGroupEdgeResolvers<ContextType>;
  ErrorGroupPayload?: ErrorGroupPayloadResolvers<ContextType>;
  CustomEventStats?: CustomEventStatsResolvers<ContextType>;
  CustomEventPoint?: CustomEventPointResolvers<ContextType>;
  EventAttribute?: EventAttributeResolvers<ContextType>;
  EventAttributeValue?: EventAttributeValueResolvers<ContextType>;
  TransactionStats?: TransactionStatsResolvers<ContextType>;
  FlagCohorts?: FlagCohortsResolvers<ContextType>;
  FlagVariant?: FlagVariantResolvers<ContextType>;
  SampleRatio?: SampleRatioResolvers<ContextType>;
  FlagComparison?: FlagComparisonResolvers<ContextType>;
  FlagGuardrailResult?: FlagGuardrailResultResolvers<ContextType>;
  Flag?: FlagResolvers<ContextType>;
  SeenVariant?: SeenVariantResolvers<ContextType>;
  FlagSplit?: FlagSplitResolvers<ContextType>;
  FlagPayload?: FlagPayloadResolvers<ContextType>;
  DeleteFlagPayload?: DeleteFlagPayloadResolvers<ContextType>;
  FunnelResult?: FunnelResultResolvers<ContextType>;
  FunnelBreakdown?: FunnelBreakdownResolvers<ContextType>;
  CountInterval?: CountIntervalResolvers<ContextType>;
  FunnelStep?: FunnelStepResolvers<ContextType>;
  Funnel?: FunnelResolvers<ContextType>;
  FunnelPayload?: FunnelPayloadResolvers<ContextType>;
  DeleteFunnelPayload?: DeleteFunnelPayloadResolvers<ContextType>;
  InteractionGroup?: InteractionGroupResolvers<ContextType>;
  InteractionCounts?: InteractionCountsResolvers<ContextType>;
  InteractionGroupConnection?: InteractionGroupConnectionResolvers<ContextType>;
  InteractionGroupEdge?: InteractionGroupEdgeResolvers<ContextType>;
  Live?: LiveResolvers<ContextType>;
  LivePage?: LivePageResolvers<ContextType>;
  LiveError?: LiveErrorResolvers<ContextType>;
  LearnedPageRule?: LearnedPageRuleResolvers<ContextType>;
  PathGraph?: PathGraphResolvers<ContextType>;
  PathNode?: PathNodeResolvers<ContextType>;
  PathLink?: PathLinkResolvers<ContextType>;
  Path?: PathResolvers<ContextType>;
  Release?: ReleaseResolvers<ContextType>;
  ReleaseConnection?: ReleaseConnectionResolvers<ContextType>;
  ReleaseEdge?: ReleaseEdgeResolvers<ContextType>;
  RequestGroup?: RequestGroupResolvers<ContextType>;
  RequestFailures?: RequestFailuresResolvers<ContextType>;
  RequestStatuses?: RequestStatusesResolvers<ContextType>;
  PhaseStats?: PhaseStatsResolvers<ContextType>;
  RequestPoint?: RequestPointResolvers<ContextType>;
  RequestExample?: RequestExampleResolvers<ContextType>;
  RequestGroupConnection?: RequestGroupConnectionResolvers<ContextType>;
  RequestGroupEdge?: RequestGroupEdgeResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  ResourceGroup?: ResourceGroupResolvers<ContextType>;
  ResourceGroupConnection?: ResourceGroupConnectionResolvers<ContextType>;
  ResourceGroupEdge?: ResourceGroupEdgeResolvers<ContextType>;
  LongTaskGroup?: LongTaskGroupResolvers<ContextType>;
  LongTaskGroupConnection?: LongTaskGroupConnectionResolvers<ContextType>;
  LongTaskGroupEdge?: LongTaskGroupEdgeResolvers<ContextType>;
  View?: ViewResolvers<ContextType>;
  WaterfallEntry?: WaterfallEntryResolvers<ContextType>;
  Retention?: RetentionResolvers<ContextType>;
  RetentionCohort?: RetentionCohortResolvers<ContextType>;
  RetentionPeriod?: RetentionPeriodResolvers<ContextType>;
  SegmentComparison?: SegmentComparisonResolvers<ContextType>;
  Difference?: DifferenceResolvers<ContextType>;
  CountDifference?: CountDifferenceResolvers<ContextType>;
  GroupSplit?: GroupSplitResolvers<ContextType>;
  Range?: RangeResolvers<ContextType>;
  ActiveUsers?: ActiveUsersResolvers<ContextType>;
  Apdex?: ApdexResolvers<ContextType>;
  KeyedSegment?: KeyedSegmentResolvers<ContextType>;
  TimedSegment?: TimedSegmentResolvers<ContextType>;
  FrustrationCounts?: FrustrationCountsResolvers<ContextType>;
  FlagExposure?: FlagExposureResolvers<ContextType>;
  SessionConnection?: SessionConnectionResolvers<ContextType>;
  SessionEdge?: SessionEdgeResolvers<ContextType>;
  TimelineConnection?: TimelineConnectionResolvers<ContextType>;
  TimelineEdge?: TimelineEdgeResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  ViewEntry?: ViewEntryResolvers<ContextType>;
  VitalEntry?: VitalEntryResolvers<ContextType>;
  VitalValue?: VitalValueResolvers<ContextType>;
  Phase?: PhaseResolvers<ContextType>;
  ErrorEntry?: ErrorEntryResolvers<ContextType>;
  Breadcrumb?: BreadcrumbResolvers<ContextType>;
  RequestEntry?: RequestEntryResolvers<ContextType>;
  ResourceEntry?: ResourceEntryResolvers<ContextType>;
  ActionEntry?: ActionEntryResolvers<ContextType>;
  FlagEntry?: FlagEntryResolvers<ContextType>;
  LongTaskEntry?: LongTaskEntryResolvers<ContextType>;
  CustomEntry?: CustomEntryResolvers<ContextType>;
  Attribute?: AttributeResolvers<ContextType>;
  TransactionEntry?: TransactionEntryResolvers<ContextType>;
  AppEntry?: AppEntryResolvers<ContextType>;
  ConsentEntry?: ConsentEntryResolvers<ContextType>;
  SiteSettings?: SiteSettingsResolvers<ContextType>;
  SessionSettings?: SessionSettingsResolvers<ContextType>;
  SamplingSettings?: SamplingSettingsResolvers<ContextType>;
  CaptureSettings?: CaptureSettingsResolvers<ContextType>;
  PrivacySettings?: PrivacySettingsResolvers<ContextType>;
  TracingSettings?: TracingSettingsResolvers<ContextType>;
  VisitorSettings?: VisitorSettingsResolvers<ContextType>;
  RetentionSettings?: RetentionSettingsResolvers<ContextType>;
  ScrubSettings?: ScrubSettingsResolvers<ContextType>;
  PageSettings?: PageSettingsResolvers<ContextType>;
  BotSettings?: BotSettingsResolvers<ContextType>;
  SiteConnection?: SiteConnectionResolvers<ContextType>;
  SiteEdge?: SiteEdgeResolvers<ContextType>;
  CreateSitePayload?: CreateSitePayloadResolvers<ContextType>;
  WriteKey?: WriteKeyResolvers<ContextType>;
  UpdateSitePayload?: UpdateSitePayloadResolvers<ContextType>;
  CreateWriteKeyPayload?: CreateWriteKeyPayloadResolvers<ContextType>;
  DisableWriteKeyPayload?: DisableWriteKeyPayloadResolvers<ContextType>;
  Slo?: SloResolvers<ContextType>;
  SloIndicator?: SloIndicatorResolvers<ContextType>;
  SloWindow?: SloWindowResolvers<ContextType>;
  SloBudgeting?: SloBudgetingResolvers<ContextType>;
  SloFanOut?: SloFanOutResolvers<ContextType>;
  BurnRateRule?: BurnRateRuleResolvers<ContextType>;
  BurnRatePrediction?: BurnRatePredictionResolvers<ContextType>;
  SloStatus?: SloStatusResolvers<ContextType>;
  SloBudget?: SloBudgetResolvers<ContextType>;
  BurnRate?: BurnRateResolvers<ContextType>;
  BurnRateJudgement?: BurnRateJudgementResolvers<ContextType>;
  SloHistory?: SloHistoryResolvers<ContextType>;
  SloPoint?: SloPointResolvers<ContextType>;
  SloMark?: SloMarkResolvers<ContextType>;
  SloBurner?: SloBurnerResolvers<ContextType>;
  SloPayload?: SloPayloadResolvers<ContextType>;
  DeleteSloPayload?: DeleteSloPayloadResolvers<ContextType>;
  ImportSlosPayload?: ImportSlosPayloadResolvers<ContextType>;
  ImportedSlo?: ImportedSloResolvers<ContextType>;
  ImportNote?: ImportNoteResolvers<ContextType>;
  ImportProblem?: ImportProblemResolvers<ContextType>;
  Incident?: IncidentResolvers<ContextType>;
  IncidentUpdate?: IncidentUpdateResolvers<ContextType>;
  IncidentPayload?: IncidentPayloadResolvers<ContextType>;
  DeleteIncidentPayload?: DeleteIncidentPayloadResolvers<ContextType>;
  StatusPage?: StatusPageResolvers<ContextType>;
  StatusComponent?: StatusComponentResolvers<ContextType>;
  StatusPagePayload?: StatusPagePayloadResolvers<ContextType>;
  DeleteStatusPagePayload?: DeleteStatusPagePayloadResolvers<ContextType>;
  StatusView?: StatusViewResolvers<ContextType>;
  StatusViewComponent?: StatusViewComponentResolvers<ContextType>;
  StatusViewVital?: StatusViewVitalResolvers<ContextType>;
  StatusViewDay?: StatusViewDayResolvers<ContextType>;
  StatusViewIncident?: StatusViewIncidentResolvers<ContextType>;
  Usage?: UsageResolvers<ContextType>;
  UsageCode?: UsageCodeResolvers<ContextType>;
  UsageLoss?: UsageLossResolvers<ContextType>;
  UsagePoint?: UsagePointResolvers<ContextType>;
  UsageQuota?: UsageQuotaResolvers<ContextType>;
  UsageCap?: UsageCapResolvers<ContextType>;
  VitalStats?: VitalStatsResolvers<ContextType>;
  Attribution?: AttributionResolvers<ContextType>;
  VitalPhase?: VitalPhaseResolvers<ContextType>;
  VitalSupport?: VitalSupportResolvers<ContextType>;
  Distribution?: DistributionResolvers<ContextType>;
  Percentile?: PercentileResolvers<ContextType>;
  RatingShares?: RatingSharesResolvers<ContextType>;
  HistogramBin?: HistogramBinResolvers<ContextType>;
  CoreWebVitals?: CoreWebVitalsResolvers<ContextType>;
};

