/** Who is told in the made-up shop, what was told, and what is held back. */
import { NOW, textOf, type Variant } from './made-up.ts'

const MINUTE = 60_000
const ago = (minutes: number) => new Date(NOW - minutes * MINUTE).toISOString()

export function channelsOf(variant: Variant) {
  if (variant === 'empty') return []
  return [
    {
      id: 'shop/channel/1',
      name: textOf(variant, 0, 'On call'),
      kind: 'WEBHOOK',
      target: 'https://hooks.shop.example',
      oldSecretUntil: ago(-600),
    },
    {
      id: 'shop/channel/2',
      name: textOf(variant, 1, 'Everybody'),
      kind: 'SLACK',
      target: 'https://hooks.slack.com',
      oldSecretUntil: null,
    },
    {
      id: 'shop/channel/3',
      name: textOf(variant, 2, 'The shop’s people'),
      kind: 'EMAIL',
      target: 'desk@shop.example, night@shop.example',
      oldSecretUntil: null,
    },
  ]
}

export function deliveriesOf(variant: Variant, status?: string | null) {
  const [webhook, slack] = channelsOf(variant)
  const delivery = (key: string, to: typeof webhook | null, fields: object) => ({
    id: key.replaceAll('/', '-'),
    channel: to,
    key,
    kind: 'alert.firing',
    title: textOf(variant, 0, 'Firing: Error budget, burn rate of Sessions without errors (fast) is 16.4'),
    status: 'DELIVERED',
    attempts: 1,
    answer: textOf(variant, 1, '204'),
    createdAt: ago(134),
    lastAttemptAt: ago(134),
    nextAttemptAt: null,
    ...fields,
  })
  const all =
    variant === 'empty'
      ? []
      : [
          delivery('alert/8/ESCALATED', slack, {
            status: 'WAITING',
            attempts: 3,
            answer: '503',
            createdAt: ago(104),
            nextAttemptAt: ago(-7),
          }),
          delivery('alert/8/FIRING', webhook, {}),
          delivery('alert/7/FIRING', slack, {
            status: 'DEAD',
            attempts: 8,
            answer: '410 Gone',
            createdAt: ago(212),
            title: textOf(variant, 2, 'Firing: LCP by country, p75 of LCP is 4.31 s for Country: Brazil'),
          }),
          delivery('alert/6/FIRING', null, { status: 'DEAD', createdAt: ago(2000), answer: null }),
        ]
  const nodes = all.filter((one) => status === undefined || status === null || one.status === status)
  return { nodes, edges: [], pageInfo: { hasNextPage: false } }
}

export function silencesOf(variant: Variant) {
  if (variant === 'empty') return []
  return [
    {
      id: '4',
      rule: { id: 'shop/rule/2', name: textOf(variant, 0, 'LCP by country') },
      segment: JSON.stringify(textOf(variant, 1, 'BR')),
      from: ago(30),
      to: ago(-210),
      reason: textOf(variant, 2, 'A new cable is laid'),
      by: 'console',
    },
    { id: '5', rule: null, segment: null, from: ago(-60), to: ago(-120), reason: 'Release 4.3', by: 'ci' },
  ]
}

export function windowsOf(variant: Variant) {
  if (variant === 'empty') return []
  return [
    {
      id: '2',
      name: textOf(variant, 0, 'Stocktaking'),
      rule: null,
      timeZone: 'Europe/Berlin',
      weekdays: [7],
      startsAt: '02:00',
      duration: 'PT2H',
    },
  ]
}

export function heldNoticesOf(variant: Variant) {
  if (variant === 'empty') return []
  return [
    {
      alert: { __typename: 'Alert', id: 'shop/alert/7', ruleName: textOf(variant, 0, 'LCP by country') },
      change: 'FIRING',
      at: ago(212),
      heldBy: textOf(variant, 1, 'the silence “A new cable is laid” by console'),
      toldAt: ago(180),
    },
  ]
}
