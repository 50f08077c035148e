/** What the made-up API answers to those who change something: `Taken` is taken, everything else is done. */

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
  deleteSlo: () => ({ userErrors: [] }),
  deleteFunnel: () => ({ userErrors: [] }),
}
