/** A notice on its way: what it says, to whom, and how far it came. */
import { html, nothing, type TemplateResult } from 'lit'
import { ratingClass, ratingMark } from '../../elements/base/rating-mark.ts'
import { formatCount } from '../../format/number.ts'
import type { RatingName } from '../../format/names.ts'
import { formatAgo, formatMoment } from '../../format/time.ts'
import type { DeliveryRow } from './deliveries.query.ts'

export const DELIVERY_STATES = {
  WAITING: { label: 'Waiting', rating: 'NEEDS_IMPROVEMENT' },
  DELIVERED: { label: 'Delivered', rating: 'GOOD' },
  DEAD: { label: 'Given up', rating: 'POOR' },
} as const satisfies Record<DeliveryRow['status'], { label: string; rating: RatingName }>

interface Where {
  timeZone: string
  locale: string
}

/** `action` stands at the end of the line. */
export function renderDelivery(
  delivery: DeliveryRow,
  { timeZone, locale }: Where,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { channel, title, status, attempts, answer, createdAt, nextAttemptAt } = delivery
  const { label, rating } = DELIVERY_STATES[status]
  const tries = `${formatCount(attempts, locale)} ${attempts === 1 ? 'try' : 'tries'}`
  const at = (moment: string) => formatMoment(Date.parse(moment), timeZone, locale)
  return html`<li>
    <span class="state-of ${ratingClass(rating)}">${ratingMark(rating)} ${label}</span>
    <span class="about"
      >${title}
      <small
        >to ${channel?.name ?? 'a channel that is deleted'} ·
        ${tries}${
          answer === null ? nothing : html` · ${answer}`
        }${nextAttemptAt === null ? nothing : html` · again ${at(nextAttemptAt)}`}</small
      ></span
    >
    <span class="muted" title=${at(createdAt)}>${formatAgo(Date.parse(createdAt), Date.now(), locale)}</span>
    ${action}
  </li>`
}
