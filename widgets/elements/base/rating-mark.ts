import { svg, type SVGTemplateResult } from 'lit'
import type { Rating } from '../../../sdk/wire/vitals.ts'
import type { RatingName } from '../../format/names.ts'

/** CSS class of a rating; the empty string where there is none. */
export function ratingClass(rating: RatingName | null): string {
  return rating === null ? '' : rating.toLowerCase().replace('_', '-')
}

/** The rating that the API would give to a value that was rated here. */
export function ratingName(rating: Rating | null): RatingName | null {
  if (rating === 'needsImprovement') return 'NEEDS_IMPROVEMENT'
  return rating === 'good' ? 'GOOD' : rating === 'poor' ? 'POOR' : null
}

/** A shape of its own for every rating, so that none depends on colour: circle, square, triangle. */
export function ratingMark(rating: RatingName | null): SVGTemplateResult {
  const shape =
    rating === 'GOOD'
      ? svg`<circle cx="6" cy="6" r="5" />`
      : rating === 'NEEDS_IMPROVEMENT'
        ? svg`<rect x="1.5" y="1.5" width="9" height="9" rx="1" />`
        : svg`<path d="M6 1 11.5 11H.5Z" />`
  return svg`<svg class="mark" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${
    rating === null ? '' : shape
  }</svg>`
}
