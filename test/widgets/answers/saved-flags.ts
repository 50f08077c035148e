/** The flags of the made-up shop: one that is saved, one that was only seen, one that nobody evaluates any more. */
import { channelsOf } from './notices.ts'
import { NOW, textOf, type Variant } from './made-up.ts'

const HOUR = 3_600_000
const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString()

export function flagsOf(variant: Variant) {
  if (variant === 'empty') return []
  const notSaved = {
    control: null,
    split: null,
    metrics: null,
    guardrails: null,
    owner: null,
    channels: [],
    startedAt: null,
    updatedAt: null,
  }
  return [
    {
      ...notSaved,
      id: 'shop/flag/gone',
      key: 'gone',
      variants: [],
      lastEvaluation: null,
      control: 'off',
      metrics: '[]',
      guardrails: '[]',
      startedAt: ago(2000),
      updatedAt: ago(1900),
    },
    {
      id: 'shop/flag/new-checkout',
      key: textOf(variant, 0, 'new-checkout'),
      variants: [
        { key: 'off', sessions: 6240 },
        { key: textOf(variant, 1, 'on'), sessions: 6300 },
      ],
      lastEvaluation: ago(0.2),
      control: 'off',
      split: [
        { variant: 'off', weight: 1 },
        { variant: textOf(variant, 1, 'on'), weight: 1 },
      ],
      metrics: JSON.stringify([
        { vital: { metric: 'LCP' } },
        { figure: 'CRASH_FREE_SESSIONS' },
        { conversion: { event: textOf(variant, 2, 'checkout_completed') } },
        { vital: { metric: 'INP', q: 0.9 } },
      ]),
      guardrails: JSON.stringify([
        { metric: { vital: { metric: 'INP' } }, worst: 50 },
        { metric: { figure: 'CRASH_FREE_SESSIONS' }, worst: 0.005 },
      ]),
      owner: textOf(variant, 3, 'Checkout'),
      channels: channelsOf(variant).slice(0, 1),
      startedAt: ago(200),
      updatedAt: ago(100),
    },
    {
      ...notSaved,
      id: 'shop/flag/old-split',
      key: 'old-split',
      variants: [
        { key: 'off', sessions: 700 },
        { key: 'on', sessions: 500 },
      ],
      lastEvaluation: ago(3),
    },
  ]
}
