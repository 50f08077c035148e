/** SLOs as tests make them, and facts of an indicator with what they mean, from a seed. */
import { type Context, createContext } from '../api/context.ts'
import type { Caller } from '../api/access/authenticate.ts'
import type { DefinitionInput } from '../api/slos/definition.ts'
import { type Slo, createSlo } from '../api/slos/saved-slos.ts'
import { type BusySession, aBusySession } from './busy-sessions.ts'
import type { TestDatabase } from './database.ts'
import type { Random } from './oracle/random.ts'

export const MANAGER: Caller = {
  tokenId: 1,
  name: 'test',
  scopes: ['READ', 'MANAGE'],
  siteIds: null,
  expiresAt: null,
}

export const LCP: DefinitionInput = { objective: 0.75, indicator: { kind: 'VITAL', metric: 'LCP' } }

let made = 0

/** Saved on the site `test`. */
export async function anSlo(
  { control }: TestDatabase,
  definition: Partial<DefinitionInput> = {},
  name = `made ${++made}`,
): Promise<Slo> {
  const input = {
    site: 'test',
    name,
    description: null,
    definition: { ...LCP, ...definition },
    dryRun: false,
  }
  const { slo, userErrors } = await createSlo(control, MANAGER, input)
  if (slo === null) throw new TypeError(JSON.stringify(userErrors))
  return slo
}

export function contextAt({ db, control }: TestDatabase, now: number): Context {
  return createContext({ caller: MANAGER, control, db, now })
}

/** A view that came about without a load of the page. */
const SOFT = '/soft'

/** A busy session with vitals in it; a fifth of its views were left before they had loaded, and a few are soft. */
export function aMeasuredSession(random: Random, now: number): BusySession {
  const session = aBusySession(random, now)
  const { batch, facts } = session
  const views = batch.events.filter((event) => event.t === 'view')
  for (const view of views) {
    const context = batch.views?.[view.view]
    if (context !== undefined && random.chance(0.15)) {
      context.navigation = 'soft'
      context.page = SOFT
      for (const fact of facts) if ('view' in fact && fact.view === view.view) fact.page = SOFT
    }
    if (random.chance(0.2)) {
      delete view.timing
      for (const fact of facts) if (fact.t === 'view' && fact.view === view.view) delete fact.timing
    }
    const about = facts.find((fact) => fact.t === 'view' && fact.view === view.view)
    if (about === undefined) continue
    const event = {
      t: 'vital' as const,
      name: 'LCP' as const,
      at: view.at + 1,
      view: view.view,
      seq: view.seq + 500,
      value: Math.round(random.logNormal(2200, 0.6)),
    }
    batch.events.push(event)
    facts.push({ ...about, ...event })
  }
  return session
}

/** Those of loads, which headline figures are of. */
export function ofLoads<F extends { page: string }>(facts: readonly F[]): F[] {
  return facts.filter(({ page }) => page !== SOFT)
}
