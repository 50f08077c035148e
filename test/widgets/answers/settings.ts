/** The settings of the made-up shop, and what the made-up API answers to those who change them. */
import { EMBEDDABLE_WIDGETS } from '../../../api/embeds/embeddable.ts'
import { HOSTILE, type Variant } from './made-up.ts'

const DAY = 86_400_000

export const capabilities = { embeddable: EMBEDDABLE_WIDGETS }

/** Fields of a site. */
export function settingsOf(variant: Variant, now: number) {
  const text = (usual: string, place: number) => (variant === 'hostile' ? (HOSTILE[place] ?? usual) : usual)
  const ago = (days: number) => new Date(now - days * DAY).toISOString()
  const update = (status: string, message: string, days: number) => ({
    status,
    message: text(message, 1),
    at: ago(days),
  })
  return {
    allWriteKeys: [
      { key: 'wk_0b7e11aa', createdAt: ago(400), disabledAt: ago(90) },
      { key: text('wk_5f0c1d7e', 0), createdAt: ago(120), disabledAt: null },
    ],
    embedSecrets: () =>
      variant === 'empty' ? [] : [{ kid: text('shop-4f9a1c', 0), createdAt: ago(30), disabledAt: null }],
    statusPages: () =>
      variant === 'empty'
        ? []
        : [
            {
              id: 'shop/status/1',
              slug: 'tea-shop',
              title: text('Tea shop', 0),
              description: '',
              theme: 'AUTO',
              origins: ['https://www.shop.example'],
              published: true,
              floor: 20,
              components: [
                { key: 'pages', name: text('Pages', 2), description: '', slo: null, vital: 'LCP' },
                { key: 'payment', name: 'Payment', description: '', slo: 'shop/slo/9', vital: null },
              ],
              incidents: [
                {
                  id: 'shop/incident/2',
                  title: text('Payment is slow', 0),
                  impact: 'MINOR',
                  status: 'IDENTIFIED',
                  components: ['payment'],
                  startedAt: ago(0.2),
                  resolvedAt: null,
                  updates: [update('IDENTIFIED', 'A provider answers slowly.', 0.1)],
                },
              ],
            },
          ],
  }
}

export function tokensOf(variant: Variant, now: number) {
  const ago = (days: number) => new Date(now - days * DAY).toISOString()
  const token = { scopes: ['READ'], sites: null, asking: false, expiresAt: null, revokedAt: null }
  return [
    {
      ...token,
      id: '7',
      name: 'anna@shop.example',
      kind: 'SESSION',
      scopes: ['READ', 'MANAGE'],
      asking: true,
      createdAt: ago(0.1),
      expiresAt: ago(-0.4),
    },
    {
      ...token,
      id: '5',
      name: variant === 'hostile' ? HOSTILE[0] : 'Portal',
      kind: 'API',
      sites: ['shop'],
      createdAt: ago(40),
    },
    { ...token, id: '4', name: 'Old portal', kind: 'API', createdAt: ago(300), revokedAt: ago(20) },
  ]
}

const taken = (path: string) => [{ path: [path], code: 'TAKEN', message: 'Taken is taken: choose another' }]
const done = { userErrors: [] }

export const SETTINGS_CHANGES = {
  updateSite: ({
    input: { id, settings },
  }: {
    input: { id: string; settings?: { pages?: { rules: string[] } } }
  }) => {
    const wrong = settings?.pages?.rules.find((rule) => !rule.startsWith('/'))
    if (wrong === undefined) return { site: { id }, ...done }
    const message = `invalid pages.rules: ${JSON.stringify(wrong)}: expected a path such as /shop/*/item/:id`
    return { site: null, userErrors: [{ path: ['settings', 'pages', 'rules'], code: 'INVALID', message }] }
  },
  replayDeadLetters: ({ input: { ids } }: { input: { ids?: string[] } }) => ({
    count: ids?.length ?? 2,
    ...done,
  }),
  dropDeadLetters: ({ input: { ids } }: { input: { ids?: string[] } }) => ({
    count: ids?.length ?? 2,
    ...done,
  }),
  erase: () => ({ erasure: { id: '4' }, ...done }),
  createSite: ({ input: { id } }: { input: { id: string } }) =>
    id === 'taken'
      ? { site: null, userErrors: taken('id') }
      : { site: { id, name: id, origins: [], timeZone: 'UTC' }, ...done },
  createWriteKey: () => ({ writeKey: { key: 'wk_new' }, ...done }),
  disableWriteKey: () => ({ disabledKey: 'wk_5f0c1d7e', ...done }),
  createToken: () => ({ secret: 'sl_made_up_secret', ...done }),
  revokeToken: ({ id }: { id: string }) => ({ revokedId: id, ...done }),
  createEmbedSecret: () => ({ kid: 'shop-9', secret: 'made-up-embed-secret', ...done }),
  disableEmbedSecret: ({ kid }: { kid: string }) => ({ disabledKid: kid, ...done }),
  createEmbedToken: () => ({
    token: 'right',
    jti: '1f0c',
    expiresAt: new Date(Date.UTC(2026, 10, 21, 9, 40)).toISOString(),
    ...done,
  }),
  revokeEmbedToken: ({ jti }: { jti: string }) => ({ revokedJti: jti, ...done }),
  saveStatusPage: ({ input: { id, slug } }: { input: { id?: string; slug: string } }) =>
    slug === 'taken'
      ? { statusPage: null, userErrors: taken('slug') }
      : { statusPage: { id: id ?? 'shop/status/1' }, ...done },
  deleteStatusPage: ({ id }: { id: string }) => ({ deletedId: id, ...done }),
  openIncident: () => ({ incident: { id: 'shop/incident/3' }, ...done }),
  updateIncident: ({ input: { id } }: { input: { id: string } }) => ({ incident: { id }, ...done }),
  deleteIncident: ({ id }: { id: string }) => ({ deletedId: id, ...done }),
}
