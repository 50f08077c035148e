/**
 * What a run must have left behind, told from what was sent alone. Knows nothing of how it is stored: lists in, mistakes
 * out, so that planted losses, duplicates and phantoms can be shown to be found.
 */

/** An event, by its session and its number there: the senders give every number once. */
export type EventId = { session: string; seq: number }

export type SentBatch = {
  id: string
  /** ok: answered with 202. refused: with a final 4xx. unknown: no answer that says either. */
  state: 'ok' | 'refused' | 'unknown'
  events: readonly EventId[]
}

export type StoredEvent = EventId & { kind: 'view' | 'vital' | 'error' | 'other'; value: number | null }

export type Left = {
  stored: readonly StoredEvent[]
  /** Rows in dead letters. */
  dead: readonly EventId[]
  /** Batches that the queue still holds. */
  queued: number
  ledger: readonly { id: string; rows: number }[]
  sessions: readonly { session: string; views: number; errors: number }[]
  /** Each cube by itself tells all views and all values. */
  rollups: readonly { rollup: string; views: number; count: number; sum: number }[]
}

export type Verdict = { lost: number; doubled: number; phantoms: number; mistakes: string[] }

const nameOf = ({ session, seq }: EventId) => `${session}#${seq}`

export function checkRun(sent: readonly SentBatch[], left: Left): Verdict {
  const mistakes: string[] = []
  const found = countBy([...left.stored, ...left.dead].map(nameOf))
  const ok = sent.filter(({ state }) => state === 'ok')
  const accepted = ok.flatMap(({ events }) => events.map(nameOf))
  const possible = new Set(
    sent.filter(({ state }) => state !== 'refused').flatMap(({ events }) => events.map(nameOf)),
  )
  const lost = accepted.filter((name) => !found.has(name))
  const doubled = [...found].filter(([, times]) => times > 1).map(([name]) => name)
  const phantoms = [...found.keys()].filter((name) => !possible.has(name))
  note(mistakes, 'accepted and lost', lost)
  note(mistakes, 'there more than once', doubled)
  note(mistakes, 'there and never sent', phantoms)

  const unknown = sent.length - ok.length - sent.filter(({ state }) => state === 'refused').length
  const held = left.stored.length + left.dead.length
  if (unknown === 0 && left.queued === 0 && accepted.length !== held)
    mistakes.push(
      `accepted ${accepted.length} is not stored ${left.stored.length} + dead ${left.dead.length}`,
    )
  mistakes.push(...ledgerMistakes(ok, left), ...sessionMistakes(left), ...rollupMistakes(left))
  return { lost: lost.length, doubled: doubled.length, phantoms: phantoms.length, mistakes }
}

function ledgerMistakes(ok: readonly SentBatch[], { ledger, stored }: Left): string[] {
  const mistakes: string[] = []
  const claims = countBy(ledger.map(({ id }) => id))
  note(
    mistakes,
    'accepted and not in the ledger',
    ok.map(({ id }) => id).filter((id) => !claims.has(id)),
  )
  const rows = ledger.reduce((sum, one) => sum + one.rows, 0)
  if (rows !== stored.length) mistakes.push(`the ledger has ${rows} rows, stored are ${stored.length}`)
  return mistakes
}

function sessionMistakes({ stored, sessions }: Left): string[] {
  const mistakes: string[] = []
  const views = countBy(stored.filter(({ kind }) => kind === 'view').map(({ session }) => session))
  const errors = countBy(stored.filter(({ kind }) => kind === 'error').map(({ session }) => session))
  const known = new Set(sessions.map(({ session }) => session))
  note(
    mistakes,
    'sessions without a row',
    [...new Set(stored.map(({ session }) => session))].filter((session) => !known.has(session)),
  )
  const wrong = sessions.filter(
    (one) => one.views !== (views.get(one.session) ?? 0) || one.errors !== (errors.get(one.session) ?? 0),
  )
  note(
    mistakes,
    'sessions that count otherwise than their rows',
    wrong.map(({ session }) => session),
  )
  return mistakes
}

function rollupMistakes({ stored, rollups }: Left): string[] {
  const views = stored.filter(({ kind }) => kind === 'view').length
  const values = stored.flatMap(({ kind, value }) => (kind === 'vital' && value !== null ? [value] : []))
  const sum = values.reduce((all, value) => all + value, 0)
  const expected = JSON.stringify({ views, count: values.length, sum })
  if (stored.length > 0 && rollups.length === 0) return ['there are no rollups']
  return rollups.flatMap(({ rollup, ...figures }) =>
    JSON.stringify(figures) === expected
      ? []
      : [`${rollup} says ${JSON.stringify(figures)}, the rows ${expected}`],
  )
}

function note(mistakes: string[], what: string, names: readonly string[]): void {
  if (names.length > 0) mistakes.push(`${names.length} ${what}: ${names.slice(0, 3).join(', ')}`)
}

function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
