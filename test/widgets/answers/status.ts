/** The status page of the made-up shop: one component that is well, one that was not, one that is slow, and two incidents. */
import { HOSTILE, chance, type Variant } from './made-up.ts'

const DAY = 86_400_000

const COMPONENTS = [
  { key: 'pages', name: 'Pages', description: 'They appear quickly.', objective: 0.9, state: 'OPERATIONAL' },
  { key: 'payment', name: 'Payment', description: '', objective: 0.999, state: 'DEGRADED' },
] as const

function daysOf(key: string, variant: Variant, now: number) {
  return Array.from({ length: 90 }, (_, index) => {
    const luck = chance('status', key, index)
    const isTold = variant === 'plenty' || variant === 'hostile'
    const state = luck > 0.98 ? 'MAJOR_OUTAGE' : luck > 0.93 ? 'DEGRADED' : 'OPERATIONAL'
    return {
      start: new Date(Math.floor(now / DAY) * DAY - (90 - index) * DAY).toISOString(),
      told: isTold && index > 3,
      state: isTold && index > 3 ? state : 'UNKNOWN',
      luck,
    }
  })
}

export function statusViewOf(variant: Variant, now: number) {
  const isTold = variant === 'plenty' || variant === 'hostile'
  const text = (usual: string, place: number) => (variant === 'hostile' ? (HOSTILE[place] ?? usual) : usual)
  if (variant === 'error') throw new Error('the database is away')
  const at = (ms: number) => new Date(now - ms).toISOString()
  return {
    title: text('Shop', 0),
    description: '',
    theme: 'AUTO',
    state: isTold ? 'DEGRADED' : 'UNKNOWN',
    at: at(1_800_000),
    floor: 20,
    timeZone: 'Europe/Berlin',
    components: [
      ...COMPONENTS.map(({ state, ...component }) => ({
        ...component,
        name: text(component.name, 0),
        description: text(component.description, 1),
        state: isTold ? state : 'UNKNOWN',
        uptime: isTold ? component.objective + 0.0007 : null,
        vital: null,
        metric: null,
        days: daysOf(component.key, variant, now).map(({ told, luck, ...day }) => ({
          ...day,
          compliance: told ? 1 - luck / 50 : null,
          p75: null,
        })),
      })),
      {
        key: 'clicks',
        name: 'Clicks',
        description: '',
        objective: null,
        uptime: null,
        state: isTold ? 'OPERATIONAL' : 'UNKNOWN',
        metric: 'INP',
        vital: isTold ? { unit: 'ms', p75: 180, rating: 'GOOD' } : null,
        days: daysOf('clicks', variant, now).map(({ told, luck, ...day }) => ({
          ...day,
          compliance: null,
          p75: told ? Math.round(15 + luck * 20) * 10 : null,
        })),
      },
    ],
    incidents: isTold
      ? [
          {
            key: 'i2',
            title: text('Some cards are refused', 0),
            impact: 'MINOR',
            status: 'MONITORING',
            components: ['Payment'],
            startedAt: at(5_400_000),
            resolvedAt: null,
            updates: [
              { status: 'MONITORING', message: text('The bank answers again.', 1), at: at(1_800_000) },
              { status: 'INVESTIGATING', message: 'We look into it.', at: at(5_400_000) },
            ],
          },
          {
            key: 'i1',
            title: 'Pages came slowly',
            impact: 'MAJOR',
            status: 'RESOLVED',
            components: ['Pages'],
            startedAt: at(9 * DAY),
            resolvedAt: at(9 * DAY - 7_200_000),
            updates: [
              { status: 'RESOLVED', message: 'They are as quick as before.', at: at(9 * DAY - 7_200_000) },
            ],
          },
        ]
      : [],
  }
}
