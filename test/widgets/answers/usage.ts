/** What became of what the made-up shop sent: most is stored, some was refused, a little is a dead letter. */
import { HOUR, NOW, chance, textOf, type Variant } from './made-up.ts'

interface Asked {
  range: { last?: string; from?: string; to?: string }
  by: 'HOUR' | 'DAY'
}

const code = (code: string, count: number, meaning: string | null, remedy: string | null = null) => ({
  code,
  count,
  meaning,
  remedy,
})

function codesOf(variant: Variant) {
  if (variant === 'empty') return { rejected: [], refused: [], dropped: [], other: [] }
  return {
    rejected: [
      code(
        'unknown_event_type',
        41,
        'The type is not one of this version of the protocol.',
        'Update the client.',
      ),
      code(
        'consent_missing',
        12,
        'The site requires consent, and its visitor has not given it for that time.',
      ),
      code(textOf(variant, 0, 'of_a_later_version'), 2, null),
    ],
    refused: [
      code(
        'origin_not_allowed',
        7,
        textOf(variant, 1, 'The site does not accept data from this origin.'),
        textOf(variant, 2, 'Add the origin to those of the site, if it is yours.'),
      ),
    ],
    dropped: [code('outbox_full', 100, 'More was unsent than the outbox may hold: the oldest went.')],
    other: [code('attribute_value', 3, '1,000 different values are kept apart of each key.')],
  }
}

export function usageOf(variant: Variant, { range, by }: Asked) {
  if (variant === 'error') throw new Error('the database is away')
  const step = by === 'DAY' ? 24 * HOUR : HOUR
  const days = Number(/^P(\d+)D$/.exec(range.last ?? '')?.[1] ?? '7')
  const to = Math.ceil((range.to === undefined ? NOW : Date.parse(range.to)) / HOUR) * HOUR
  const from = range.from === undefined ? to - days * 24 * HOUR : Date.parse(range.from)
  const first = Math.floor(from / step) * step
  const scale = variant === 'empty' ? 0 : variant === 'thin' ? 1 : step / HOUR
  const over = Array.from({ length: Math.ceil((to - first) / step) }, (_, index) => {
    const at = first + index * step
    const isPast = at < NOW
    const accepted = isPast ? Math.round(scale * (40 + 900 * chance('usage', at))) : 0
    const dead = index === 3 ? Math.min(accepted, 2) : 0
    const queued = at <= NOW && at + step > NOW ? Math.min(accepted - dead, 28) : 0
    return {
      at: new Date(at).toISOString(),
      accepted,
      stored: accepted - dead - queued,
      dead,
      queued,
      duplicate: Math.round(accepted / 90),
      rejected: Math.round(accepted * 0.06 * chance('rejected', at)),
      refused: accepted === 0 ? 0 : index % 5,
      dropped: 0,
      unknownFields: 0,
    }
  })
  const sum = (what: 'accepted' | 'stored' | 'dead' | 'queued' | 'duplicate') =>
    over.reduce((total, point) => total + point[what], 0)
  return {
    range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    accepted: sum('accepted'),
    stored: sum('stored'),
    dead: sum('dead'),
    erased: 0,
    queued: sum('queued'),
    queuedIsExact: true,
    duplicate: sum('duplicate'),
    ...codesOf(variant),
    unknownFields: variant === 'empty' ? 0 : 4,
    loss: variant === 'empty' ? null : { expected: 12_000, missing: 31, senders: 3400 },
    over,
    quota:
      variant === 'empty'
        ? null
        : { events: 50_000, used: 41_200, state: 'WARNING', renewsAt: '2026-11-22T00:00:00.000Z' },
    caps:
      variant === 'empty'
        ? []
        : [
            { what: 'attribute_value', of: textOf(variant, 3, 'cart_id'), values: 1000, most: 1000 },
            { what: 'release', of: null, values: 4, most: 1000 },
          ],
  }
}

const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString()

export function deadLettersOf(variant: Variant, state?: string | null) {
  const letter = (id: string, overrides: object) => ({
    id,
    at: ago(300),
    state: 'KEPT',
    kind: 'ROW',
    batchId: '0192c0de-0000-7000-8000-000000000001',
    code: '22021',
    reason: textOf(variant, 0, 'invalid byte sequence for encoding "UTF8": 0x00'),
    rows: 1,
    tries: 0,
    triedAt: null,
    replayedAt: null,
    payload: JSON.stringify({ table: 'events', values: { page: textOf(variant, 1, '/cart') } }),
    ...overrides,
  })
  const all =
    variant === 'empty'
      ? []
      : [
          letter('12', {}),
          letter('11', { kind: 'BATCH', code: 'undecodable', rows: null, tries: 2, triedAt: ago(20) }),
          letter('9', { state: 'REPLAYED', replayedAt: ago(10) }),
        ]
  const nodes = all.filter((one) => state === undefined || state === null || one.state === state)
  return { nodes, edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
}

export function erasuresOf(variant: Variant) {
  const erasure = (id: string, overrides: object) => ({
    id,
    subject: 'VISITOR',
    requestedAt: ago(4000),
    requestedBy: textOf(variant, 0, 'anna@shop.example'),
    doneAt: ago(3999),
    sessions: 3,
    events: 214,
    errors: 2,
    deadLetters: 0,
    consents: 1,
    ...overrides,
  })
  const nodes =
    variant === 'empty'
      ? []
      : [
          erasure('3', { subject: 'USER', requestedAt: ago(1), doneAt: null, sessions: 1, events: 40 }),
          erasure('2', {}),
        ]
  return { nodes, edges: [], pageInfo: { hasNextPage: false, endCursor: null } }
}
