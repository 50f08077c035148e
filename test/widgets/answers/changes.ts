/** What the made-up API answers to those who change something: `Taken` is taken, everything else is done. */

export interface Named {
  input: { name?: string; id?: string }
}

const refused = [
  { path: ['name'], code: 'TAKEN', message: 'there is a funnel called Taken: choose another name' },
]

export const CHANGES = {
  createFunnel: ({ input }: Named) =>
    input.name === 'Taken'
      ? { funnel: null, userErrors: refused }
      : { funnel: { id: 'shop/funnel/4' }, userErrors: [] },
  updateFunnel: ({ input }: Named) => ({ funnel: { id: input.id }, userErrors: [] }),
  deleteFunnel: () => ({ userErrors: [] }),
}
