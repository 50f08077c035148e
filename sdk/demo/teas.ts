/** What the demo shop sells. Prices are euros for 100 g; aroma is 0…1. */
export type Tea = { slug: string; name: string; origin: string; price: number; aroma: number; text: string }

export const TEAS: readonly Tea[] = [
  {
    slug: 'sencha',
    name: 'Sencha Asatsuyu',
    origin: 'Kagoshima, Japan',
    price: 14.9,
    aroma: 0.62,
    text: 'Steamed deep, bright green, with the sweetness of young peas. Water at 70 °C, one minute.',
  },
  {
    slug: 'assam',
    name: 'Assam Second Flush',
    origin: 'Dibrugarh, India',
    price: 9.5,
    aroma: 0.48,
    text: 'Malt and honey, strong enough for milk. Boiling water, four minutes.',
  },
  {
    slug: 'oolong',
    name: 'Iron Goddess',
    origin: 'Anxi, China',
    price: 18.4,
    aroma: 0.91,
    text: 'Rolled tight, opened slowly: orchid first, then butter. Pour six times.',
  },
  {
    slug: 'lapsang',
    name: 'Lapsang Souchong',
    origin: 'Wuyi, China',
    price: 12.2,
    aroma: 0.97,
    text: 'Dried over pine fires. Some think of tar, some of a cabin in the rain.',
  },
  {
    slug: 'jasmine',
    name: 'Jasmine Pearls',
    origin: 'Fuding, China',
    price: 16,
    aroma: 0.88,
    text: 'Scented for seven nights with fresh flowers, rolled by hand.',
  },
  {
    slug: 'rooibos',
    name: 'Rooibos Cederberg',
    origin: 'Clanwilliam, South Africa',
    price: 7.8,
    aroma: 0.35,
    text: 'No tea at all, and no caffeine. Red, round, good at midnight.',
  },
]

export const euros = (amount: number): string =>
  amount.toLocaleString('en-IE', { style: 'currency', currency: 'EUR' })
