/** How the made-up shop is measured, and what became of what it sent. */
import { HOSTILE, type Variant } from './made-up.ts'

export function siteSettingsOf(variant: Variant) {
  const some = (...usual: string[]) =>
    variant === 'empty' ? [] : variant === 'hostile' ? [...HOSTILE] : usual
  return {
    eventsADay: variant === 'empty' ? null : 50_000,
    settings: {
      session: { idle: 'PT30M' },
      sampling: { rate: 0.25, keepErrors: true },
      capture: {
        requests: true,
        interactions: true,
        resources: true,
        longFrames: true,
        reports: true,
        console: false,
      },
      privacy: { consent: 'COOKIELESS', gpc: 'HONOUR' },
      tracing: { origins: some('https://api.shop.example') },
      visitors: { daily: true },
      retention: { eventsDays: 30, errorsDays: 90, sessionsDays: 90, rollupsDays: 395 },
      scrub: {
        keepParameters: some('tab'),
        patterns: some('KD-######'),
        dropAttributes: some('email'),
        allowAttributes: [],
      },
      pages: { rules: some('/shop/*/item/:id') },
      bots: { allow: some('ShopMonitor'), deny: some('PriceSpider, of prices', 'mark:headless') },
    },
  }
}
