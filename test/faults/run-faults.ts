/**
 * Everything is killed under load, paused, given a wrong clock and taken its database, on both backends of the queue at
 * once; then what was accepted is looked for. What the nemesis and the clients draw comes from one seed.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { type Random, createRandom } from '../oracle/random.ts'
import { until } from '../until.ts'
import { type Left, type SentBatch, type Verdict, checkRun } from './checker.ts'
import { countClaims, readLeft } from './read-left.ts'
import { type Senders, startSenders } from './senders.ts'
import {
  BACKENDS,
  type Backend,
  type Installation,
  type Servers,
  startInstallation,
  startServers,
} from './shot-installation.ts'

export type Kind = 'jobs' | 'api' | 'postgres' | 'redis'
export type Kills = Record<Kind, number>

export type Blow = { kind: Kind; backend: Backend | 'both'; kills: number; longestMs: number }

export type BackendResult = Verdict & {
  backend: Backend
  batches: number
  events: number
  dead: number
  /** What the collector said while there was no database. */
  withoutDatabase: { taken: number; busy: number; others: string[] }
  caughtUpMs: number
}

export type FaultsResult = { blows: Blow[]; backends: BackendResult[] }

export type FaultsOptions = {
  seed: number
  /** At most so many; nothing is struck any more once `strikeMs` are over. */
  kills: Kills
  strikeMs: number
  say: (line: string) => void
}

/** The lock of a job lasts 15 s: a worker that stands still for longer has lost what it worked on. */
const PAUSE_MS = 17_000
const CLOCKS_MS = [120_000, -120_000]
const WITHOUT_DATABASE_MS = 3000
const PATIENCE_MS = 120_000

type Site = { installation: Installation; senders: Senders }

export async function runFaults({ seed, kills, strikeMs, say }: FaultsOptions): Promise<FaultsResult> {
  const random = createRandom(seed)
  const servers = await startServers()
  const stops: (() => Promise<void>)[] = [servers.stop]
  try {
    const sites: Site[] = []
    for (const backend of BACKENDS) {
      const installation = await startInstallation(backend, servers)
      stops.unshift(installation.stop)
      sites.push({
        installation,
        senders: startSenders(installation.url, createRandom(random.int(1, 2 ** 31))),
      })
    }
    say('under load')
    const blows = await killAll({ servers, sites, random, kills, until: Date.now() + strikeMs })
    say('killed')
    await pauseAndSkew(sites, stops)
    say('paused, and worked with wrong clocks')
    const from = Date.now()
    await servers.postgres.kill()
    await wait(WITHOUT_DATABASE_MS)
    const to = Date.now()
    await servers.postgres.restart()
    const backends = await Promise.all(sites.map((site) => settle(site, { from, to })))
    return { blows, backends }
  } finally {
    for (const stop of stops) await stop()
  }
}

type War = { servers: Servers; sites: readonly Site[]; random: Random; kills: Kills; until: number }

function killAll({ servers, sites, random, kills, until: end }: War): Promise<Blow[]> {
  const ofServer = (kind: 'postgres' | 'redis') =>
    assail(
      { kind, backend: 'both', kills: kills[kind], random: createRandom(random.int(1, 2 ** 31)), end },
      async () => {
        await servers[kind].kill()
        await servers[kind].restart()
      },
    )
  const ofSite = ({ installation, senders }: Site) => {
    const { backend, api, jobs } = installation
    const rest = () => ({ backend, random: createRandom(random.int(1, 2 ** 31)), end })
    return [
      assail({ kind: 'jobs', kills: kills.jobs, ...rest() }, async () => {
        jobs.kill()
        await jobs.ready()
        const before = await storedBatches(installation)
        await until(
          'a batch is stored',
          async () => (await storedBatches(installation)) > before,
          PATIENCE_MS,
        )
      }),
      assail({ kind: 'api', kills: kills.api, ...rest() }, async () => {
        api.kill()
        await api.ready()
        const before = senders.accepted()
        await until('a batch is accepted', async () => senders.accepted() > before, PATIENCE_MS)
      }),
    ]
  }
  return Promise.all([ofServer('postgres'), ofServer('redis'), ...sites.flatMap(ofSite)])
}

/** Strikes so often; each blow resolves when what was struck has proven by a write that it is there again. */
async function assail(
  { random, end, kills: most, ...blow }: Omit<Blow, 'longestMs'> & { random: Random; end: number },
  strike: () => Promise<void>,
): Promise<Blow> {
  let longestMs = 0
  let kills = 0
  for (; kills < most && Date.now() < end; kills++) {
    await wait(random.int(100, 1200))
    const begun = performance.now()
    await strike()
    longestMs = Math.max(longestMs, performance.now() - begun)
  }
  return { ...blow, kills, longestMs: Math.round(longestMs) }
}

/** How many batches are claimed; what cannot be asked is asked again. */
async function storedBatches({ db, siteId }: Installation): Promise<number> {
  for (;;) {
    try {
      return await countClaims(db, siteId)
    } catch {
      await wait(50)
    }
  }
}

/** A worker stands still for longer than its locks last while others, whose clocks are wrong, take its jobs; then it goes on. */
async function pauseAndSkew(sites: readonly Site[], stops: (() => Promise<void>)[]): Promise<void> {
  const skewed = sites.flatMap(({ installation }) => CLOCKS_MS.map((ms) => installation.moreJobs(ms)))
  stops.unshift(async () => void (await Promise.all(skewed.map((jobs) => jobs.stop()))))
  await Promise.all(skewed.map((jobs) => jobs.ready()))
  for (const { installation } of sites) installation.jobs.pause()
  await wait(PAUSE_MS)
  for (const { installation } of sites) installation.jobs.resume()
  await wait(1000)
}

async function settle(
  { installation, senders }: Site,
  away: { from: number; to: number },
): Promise<BackendResult> {
  const { backend, db, siteId } = installation
  const begun = performance.now()
  await senders.finish()
  const looks: { left: Left; seen: Verdict }[] = []
  const isWhole = async () => {
    const queued = await installation.queued()
    const left = await readLeft(db, siteId, queued)
    const seen = checkRun(senders.journal, left)
    looks[0] = { left, seen }
    return queued === 0 && seen.mistakes.length === 0
  }
  // What is wrong for good stays wrong: the last look counts.
  await until('everything is stored', isWhole, PATIENCE_MS).catch(() => {})
  const [look] = looks
  if (look === undefined) throw new Error(`${backend}: nothing could be read`)
  const { left, seen } = look
  const during = senders.answers.filter(({ at }) => at > away.from && at < away.to)
  const isBusy = ({ status, retryAfter }: (typeof during)[number]) => status === 503 && retryAfter !== null
  return {
    ...seen,
    backend,
    batches: senders.journal.length,
    events: acceptedEvents(senders.journal),
    dead: left.dead.length,
    withoutDatabase: {
      taken: during.filter(({ status }) => status === 202).length,
      busy: during.filter(isBusy).length,
      others: during
        .filter((answer) => answer.status !== 202 && !isBusy(answer))
        .map(({ status }) => String(status)),
    },
    caughtUpMs: Math.round(performance.now() - begun),
  }
}

function acceptedEvents(journal: readonly SentBatch[]): number {
  return journal.filter(({ state }) => state === 'ok').reduce((sum, { events }) => sum + events.length, 0)
}
