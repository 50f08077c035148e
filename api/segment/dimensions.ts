/** Every dimension, once: where its value stands in an event, in a session, and in a rollup. */
import { type Sql, join, sql } from '../db/sql.ts'
import { POPULATIONS, POPULATION_NAMES } from './populations.ts'
import type { CubeDimension } from './rollups.ts'

export type Dimension =
  | CubeDimension
  | 'PAGE_GROUP'
  | 'REGION'
  | 'CITY'
  | 'BROWSER_VERSION'
  | 'ENVIRONMENT'
  | 'CONNECTION'
  | 'LANGUAGE'
  | 'REFERRER'
  | 'ENTRY_PAGE'
  | 'NAVIGATION_TYPE'
  | 'UTM_SOURCE'
  | 'UTM_MEDIUM'
  | 'UTM_CAMPAIGN'

export type DimensionColumns = {
  /** On `rum.events e`; null where only the session knows it. */
  event: Sql | null
  /** On `rum.sessions s`; null where it belongs to the view. */
  session: Sql | null
  /** How rollups hold it: as or derived from a key of the cubes that have it, or in every row; null: they do not. */
  rollup: { key: CubeDimension; derived?: (key: Sql) => Sql } | { always: Sql } | null
}

const navigationCase = (column: Sql): Sql => {
  const branches = POPULATION_NAMES.flatMap((name) =>
    POPULATIONS[name].navigations.map((navigation) => sql`WHEN ${navigation} THEN ${name}`),
  )
  return sql`CASE ${column} ${join(branches, sql` `)} END`
}

const populationCase = sql`CASE population ${join(
  POPULATION_NAMES.map((name) => sql`WHEN ${POPULATIONS[name].code} THEN ${name}`),
  sql` `,
)} END`

/** The first part of the path; a page that is no path, such as the screen of an app, is a group of its own. */
const pageGroup = (page: Sql): Sql =>
  sql`(CASE WHEN starts_with(${page}, '/') THEN '/' || split_part(${page}, '/', 2) ELSE ${page} END)`

export const DIMENSIONS: Record<Dimension, DimensionColumns> = {
  PAGE: { event: sql`e.page`, session: null, rollup: { key: 'PAGE' } },
  PAGE_GROUP: {
    event: pageGroup(sql`e.page`),
    session: null,
    rollup: { key: 'PAGE', derived: pageGroup },
  },
  NAVIGATION_TYPE: {
    event: navigationCase(sql`e.navigation`),
    session: null,
    rollup: { always: populationCase },
  },
  COUNTRY: { event: sql`e.country`, session: sql`s.country`, rollup: { key: 'COUNTRY' } },
  DEVICE: { event: sql`e.device`, session: sql`s.device`, rollup: { key: 'DEVICE' } },
  BROWSER: { event: sql`e.browser`, session: sql`s.browser`, rollup: { key: 'BROWSER' } },
  OS: { event: sql`e.os`, session: sql`s.os`, rollup: { key: 'OS' } },
  RELEASE: { event: sql`e.release`, session: sql`s.release`, rollup: { key: 'RELEASE' } },
  ENVIRONMENT: {
    event: sql`e.environment`,
    session: sql`s.environment`,
    rollup: { always: sql`NULLIF(environment, '')` },
  },
  REGION: { event: null, session: sql`s.region`, rollup: null },
  CITY: { event: null, session: sql`s.city`, rollup: null },
  BROWSER_VERSION: { event: null, session: sql`s.browser_version`, rollup: null },
  CONNECTION: { event: null, session: sql`s.connection`, rollup: null },
  LANGUAGE: { event: null, session: sql`s.language`, rollup: null },
  REFERRER: { event: null, session: sql`s.referrer`, rollup: null },
  ENTRY_PAGE: { event: null, session: sql`s.entry_page`, rollup: null },
  UTM_SOURCE: { event: null, session: sql`s.utm_source`, rollup: null },
  UTM_MEDIUM: { event: null, session: sql`s.utm_medium`, rollup: null },
  UTM_CAMPAIGN: { event: null, session: sql`s.utm_campaign`, rollup: null },
}
