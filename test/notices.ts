import type { Notice } from '../api/deliveries/notice.ts'

export function aNotice(overrides: Partial<Notice> = {}): Notice {
  return {
    kind: 'alert.firing',
    site: 'test',
    title: 'LCP is slow',
    tone: 'bad',
    at: '2026-10-20T12:00:00.000Z',
    facts: [{ name: 'p75 of LCP', value: '4,100 ms' }],
    links: [{ name: 'Console', url: 'https://rum.example/' }],
    operation: { query: 'query($site: ID!) { site(id: $site) { name } }', variables: { site: 'test' } },
    data: { value: 4100 },
    ...overrides,
  }
}
