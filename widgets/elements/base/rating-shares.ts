import { html, svg, type TemplateResult } from 'lit'
import { buildShareBar } from '../../charts/share-bar.ts'
import { RATING_LABELS } from '../../format/names.ts'
import { formatShare } from '../../format/number.ts'
import { ratingClass, ratingMark } from './rating-mark.ts'

/** RatingShares of the API. */
export interface Shares {
  good: number | null
  needsImprovement: number | null
  poor: number | null
}

/** How values divide into good, needs improvement and poor: a bar, and the shares below it. */
export function ratingShares(shares: Shares, locale: string): TemplateResult {
  const pieces = [
    ['GOOD', shares.good],
    ['NEEDS_IMPROVEMENT', shares.needsImprovement],
    ['POOR', shares.poor],
  ] as const
  const bar = buildShareBar(pieces.map(([, share]) => share ?? 0))
  return html`
    <svg class="shares" part="shares" aria-hidden="true">
      ${pieces.map(
        ([rating], index) =>
          svg`<rect class=${ratingClass(rating)} x="${bar[index]?.x ?? 0}%" width="${bar[index]?.width ?? 0}%" height="8" />`,
      )}
    </svg>
    <ul class="share-list">
      ${pieces.map(
        ([rating, share]) =>
          html`<li class=${ratingClass(rating)} title=${RATING_LABELS[rating]}>
            ${ratingMark(rating)}<span
              ><span class="visually-hidden">${RATING_LABELS[rating]} </span
              >${formatShare(share, locale)}</span
            >
          </li>`,
      )}
    </ul>
  `
}
