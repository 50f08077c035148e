/** Sessions of the made-up shop, and what happened in them. */
import { HOSTILE, NOW, chance, type Variant } from './made-up.ts'

export function session(index: number, variant: Variant) {
  const text = (fallback: string) =>
    variant === 'hostile' ? (HOSTILE[index % HOSTILE.length] ?? '') : fallback
  const startedAt = NOW - 90_000 - index * 417_000
  return {
    id: `s${index + 1}`,
    startedAt: new Date(startedAt).toISOString(),
    duration: `PT${Math.floor(20 + chance(index, 'length') * 900)}S`,
    views: 1 + Math.floor(chance(index, 'views') * 9),
    errors: chance(index, 'errors') > 0.7 ? 2 : 0,
    frustrations: chance(index, 'clicks') > 0.75 ? 3 : 0,
    interactions: 12,
    bot: false,
    country: ['DE', 'US', 'FR', 'BR', null][index % 5],
    city: text('Leipzig'),
    device: ['MOBILE', 'DESKTOP', 'MOBILE', 'TABLET'][index % 4],
    browser: text(['Chrome', 'Safari', 'Firefox'][index % 3] ?? ''),
    browserVersion: '147',
    os: 'Android',
    release: text('4.2.1'),
    environment: 'production',
    referrer: text('www.google.com'),
    entryPage: text(['/', '/products/:id', '/search', '/blog/:id'][index % 4] ?? ''),
    flags: [{ key: 'new-checkout', variant: 'on', at: new Date(startedAt).toISOString(), mixed: false }],
    timeline: () => ({ edges: [], nodes: timeline(startedAt, text), pageInfo: { hasNextPage: false } }),
  }
}

function timeline(startedAt: number, text: (fallback: string) => string) {
  const entries: [number, string, string, object][] = [
    [
      0,
      'ViewEntry',
      'VIEW',
      {
        page: text('/products/:id'),
        title: text('Walnut desk – Shop'),
        url: 'https://shop.example/products/1842',
        navigationType: 'HARD',
        load: 2210,
        timing: [],
      },
    ],
    [40, 'FlagEntry', 'FLAG', { key: 'new-checkout', variant: text('on'), reason: 'SPLIT' }],
    [
      1834,
      'VitalEntry',
      'VITAL',
      {
        values: [
          { metric: 'LCP', value: 1834, rating: 'GOOD', element: text('main > img.hero'), phases: [] },
          { metric: 'FCP', value: 1100, rating: 'GOOD', element: null, phases: [] },
        ],
      },
    ],
    [
      2600,
      'RequestEntry',
      'REQUEST',
      {
        method: 'GET',
        url: text('/api/products/:id/reviews'),
        status: 200,
        failure: null,
        duration: 184,
        size: 8400,
        timing: [],
        traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      },
    ],
    [9200, 'ActionEntry', 'ACTION', { action: 'click', label: text('Add to basket'), target: 'button#add' }],
    [
      9260,
      'LongTaskEntry',
      'LONG_TASK',
      { duration: 212, blocking: 162, script: '/assets/app.js', thirdParty: false },
    ],
    [
      9480,
      'RequestEntry',
      'REQUEST',
      {
        method: 'POST',
        url: '/api/basket',
        status: 503,
        failure: 'status',
        duration: 2140,
        size: 120,
        timing: [],
        traceId: null,
      },
    ],
    [
      9510,
      'ErrorEntry',
      'ERROR',
      {
        type: 'TypeError',
        message: text("Cannot read properties of undefined (reading 'items')"),
        source: 'window',
        handled: false,
        stack: text('at renderBasket (app.js:1:20412)\nat update (app.js:1:9001)'),
        fingerprint: 'f',
        breadcrumbs: [],
      },
    ],
    [
      11_900,
      'ActionEntry',
      'ACTION',
      { action: 'rage_click', label: 'Add to basket', target: 'button#add', value: 5 },
    ],
    [
      31_000,
      'ViewEntry',
      'VIEW',
      {
        page: '/checkout',
        title: 'Checkout',
        url: 'https://shop.example/checkout',
        navigationType: 'SOFT',
        load: null,
        timing: [],
      },
    ],
    [
      31_200,
      'VitalEntry',
      'VITAL',
      { values: [{ metric: 'INP', value: 612, rating: 'POOR', element: 'button#pay', phases: [] }] },
    ],
    [
      44_000,
      'CustomEntry',
      'CUSTOM',
      { name: text('coupon_applied'), value: 12.5, attributes: [{ key: 'code', value: text('AUTUMN') }] },
    ],
    [52_000, 'TransactionEntry', 'TRANSACTION', { name: 'checkout', outcome: 'success', duration: 21_000 }],
  ]
  return entries.map(([after, __typename, kind, fields], index) => ({
    __typename,
    id: `e${index}`,
    kind,
    view: 'v1',
    at: new Date(startedAt + after).toISOString(),
    ...fields,
  }))
}
