/** What is deleted or collected no more by a change of settings: it is asked about once. */
import { changedPaths, entriesOf, type SettingDraft } from './setting-draft.ts'
import { fieldAt, type SettingPath } from './setting-fields.ts'

interface World {
  now: number
  /** How a day is written; days of retention are those of UTC. */
  day: (at: number) => string
  /** Events of today that were accepted; null while that is not known. */
  usedToday: number | null
}

const DAY_MS = 86_400_000

type Loss = (before: string, after: string, world: World) => string | null

const shorter =
  (what: string): Loss =>
  (before, after, { now, day }) =>
    Number(after) < Number(before)
      ? `${what} from before ${day(firstKept(Number(after), now))} are deleted within minutes, for good.`
      : null

const LOSSES: Partial<Record<SettingPath, Loss>> = {
  'sampling.rate': (_, after) =>
    Number(after) === 0 ? 'At 0 percent no session is drawn: figures about everybody end.' : null,
  capture: (before, after) => {
    const kept = new Set(entriesOf(after))
    const labels = new Map(fieldAt('capture').options)
    const gone = entriesOf(before).filter((name) => !kept.has(name))
    return gone.length === 0
      ? null
      : `No longer collected: ${gone.map((name) => labels.get(name) ?? name).join('; ')}.`
  },
  eventsADay: (_, after, { usedToday }) =>
    after.trim() !== '' && usedToday !== null && usedToday >= Number(after)
      ? 'More than that came today already: everything is refused until midnight in UTC.'
      : null,
  'privacy.consent': (_, after) =>
    after === 'NONE' ? 'Nothing is measured of visitors until their page calls consent().' : null,
  'retention.eventsDays': shorter('Events'),
  'retention.errorsDays': shorter('Errors'),
  'retention.sessionsDays': shorter('Sessions without events or errors that are kept for longer'),
  'retention.rollupsDays': shorter('Figures'),
}

export function lossesOf(before: SettingDraft, draft: SettingDraft, world: World): string[] {
  return changedPaths(before, draft).flatMap((path) => {
    const loss = LOSSES[path]?.(before[path] ?? '', draft[path] ?? '', world) ?? null
    return loss === null ? [] : [loss]
  })
}

/** The first day that is kept; those before it go whole. */
export function firstKept(days: number, now: number): number {
  return (Math.floor(now / DAY_MS) - days) * DAY_MS
}
