/** What the made-up API answers to those who change something: `Taken` is taken, everything else is done. */

import { SETTINGS_CHANGES } from './settings.ts'

export interface Named {
  input: { name?: string; id?: string; dryRun?: boolean }
}

const refused = [{ path: ['name'], code: 'TAKEN', message: 'Taken is taken: choose another name' }]

const PREDICTED = [
  {
    name: 'fast',
    factor: 3.2,
    long: 'PT14M',
    severity: 'PAGE',
    predictions: [
      { errorRatio: 1, detection: 'PT11M12S', reset: 'PT3M' },
      { errorRatio: 0.1, detection: null, reset: null },
    ],
  },
]

const SECRET = 'whsec_dG9wIHNlY3JldCBvZiB0aGUgc2hvcA=='

const TESTED = {
  at: '2026-11-21T09:30:00.000Z',
  problem: null,
  wouldSay: 'Firing: LCP by country, p75 of LCP is 4.31 s for Country: Brazil',
  findings: [
    { segment: '"BR"', bad: true, frozen: null, reading: { text: 'p75 of LCP is 4.31 s (1,204 samples)' } },
    { segment: '"IN"', bad: null, frozen: 'THIN', reading: { text: 'p75 of LCP is 2.1 s (12 samples)' } },
  ],
  backtest: {
    from: '2026-11-14T09:30:00.000Z',
    to: '2026-11-21T09:30:00.000Z',
    fired: 3,
    judged: 650,
    frozen: 22,
  },
}

const done = () => ({ userErrors: [] })

export const CHANGES = {
  createFunnel: ({ input }: Named) =>
    input.name === 'Taken'
      ? { funnel: null, userErrors: refused }
      : { funnel: { id: 'shop/funnel/4' }, userErrors: [] },
  updateFunnel: ({ input }: Named) => ({ funnel: { id: input.id }, userErrors: [] }),
  createSlo: ({ input }: Named) =>
    input.name === 'Taken'
      ? { slo: null, predictions: null, userErrors: refused }
      : { slo: input.dryRun === true ? null : { id: 'shop/slo/1' }, predictions: PREDICTED, userErrors: [] },
  updateSlo: ({ input }: Named) => ({ slo: { id: input.id }, userErrors: [] }),
  createAlertRule: ({ input }: Named) =>
    input.name === 'Taken'
      ? { rule: null, userErrors: refused }
      : { rule: { id: 'shop/rule/2' }, userErrors: [] },
  updateAlertRule: ({ input }: Named) => ({ rule: { id: input.id }, userErrors: [] }),
  enableAlertRule: ({ id }: { id: string }) => ({ rule: { id }, userErrors: [] }),
  deleteAlertRule: done,
  testAlertRule: () => ({ test: TESTED, userErrors: [] }),
  createSilence: () => ({ silence: { id: '4' }, userErrors: [] }),
  endSilence: () => ({ silence: { id: '4' }, userErrors: [] }),
  createMaintenanceWindow: () => ({ maintenanceWindow: { id: '2' }, userErrors: [] }),
  deleteMaintenanceWindow: done,
  createChannel: ({ input }: Named) =>
    input.name === 'Taken'
      ? { channel: null, secret: null, userErrors: refused }
      : { channel: { id: 'shop/channel/1' }, secret: SECRET, userErrors: [] },
  updateChannel: ({ input }: Named) => ({ channel: { id: input.id }, secret: null, userErrors: [] }),
  rotateChannelSecret: ({ id }: { id: string }) => ({ channel: { id }, secret: SECRET, userErrors: [] }),
  testChannel: ({ id }: { id: string }) => ({
    delivered: id === 'shop/channel/1',
    answer: id === 'shop/channel/1' ? '204' : '403 no_service',
    userErrors: [],
  }),
  deleteChannel: done,
  retryDelivery: ({ id }: { id: string }) => ({ delivery: { id }, userErrors: [] }),
  saveFlag: ({ input }: { input: { key: string; control: string } }) =>
    input.control === 'Taken'
      ? { flag: null, userErrors: [{ ...refused[0], path: ['control'] }] }
      : { flag: { id: `shop/flag/${input.key}`, key: input.key }, userErrors: [] },
  deleteFlag: done,
  deleteSlo: () => ({ userErrors: [] }),
  deleteFunnel: () => ({ userErrors: [] }),
  ...SETTINGS_CHANGES,
}
