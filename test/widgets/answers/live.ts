/** The made-up shop at this moment. */
import { NOW, textOf, type Variant } from './made-up.ts'

const PAGES: [page: string | null, visitors: number][] = [
  ['/products/:id', 61],
  ['/', 34],
  ['/search', 22],
  ['/checkout', 9],
  ['/cart', 8],
  [null, 2],
]
const ERRORS: [type: string | null, message: string][] = [
  ['TypeError', "Cannot read properties of undefined (reading 'items')"],
  ['ChunkLoadError', 'Loading chunk 418 failed'],
  [null, 'Script error.'],
]

/** `Subscription.live`, changed by what was heard since. */
export function liveOf(variant: Variant, more: number) {
  const isEmpty = variant === 'empty'
  return {
    at: new Date(NOW).toISOString(),
    activeVisitors: isEmpty ? 0 : 143 + more,
    viewsPerMinute: isEmpty ? 0 : 71 + more,
    pages: isEmpty
      ? []
      : PAGES.map(([page, visitors], index) => ({
          page: page === null ? null : textOf(variant, index, page),
          visitors,
        })),
    newestErrors: isEmpty
      ? []
      : ERRORS.map(([type, message], index) => ({
          at: new Date(NOW - 14_000 * (index + 1) ** 3).toISOString(),
          type,
          message: textOf(variant, index, message),
          page: '/cart',
          fingerprint: 'f',
          session: `s${index + 1}`,
        })),
  }
}
