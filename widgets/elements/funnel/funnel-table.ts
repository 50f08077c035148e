/** The figures of a funnel as a table and as a file. */
import type { TemplateResult } from 'lit'
import { durationMs } from '../../data/period.ts'
import { formatCount, NO_VALUE } from '../../format/number.ts'
import type { Proportion } from '../../format/proportion.ts'
import { dataTable } from '../base/data-table.ts'
import { conversion, conversionInterval } from './conversion.ts'
import type { FunnelFound } from './funnel.query.ts'
import { isoTime } from './funnel-steps.ts'

export function funnelTable(
  { steps }: FunnelFound,
  locale: string,
  isOpen: boolean,
  onToggle: (isOpen: boolean) => void,
): TemplateResult {
  const written = (share: Proportion | null) =>
    share === null
      ? [NO_VALUE, NO_VALUE]
      : [conversion(share.value, locale), conversionInterval(share, locale) ?? NO_VALUE]
  const bare = (share: Proportion | null) => [share?.value ?? null, share?.low ?? null, share?.high ?? null]
  const ms = (time: string | null) => (time === null ? null : durationMs(time))
  return dataTable(
    {
      caption: 'Steps of the funnel',
      columns: [
        'Step',
        'Entrants',
        'Of the first',
        '95 % interval',
        'Of the previous',
        '95 % interval',
        'Left before',
        'Median',
        'p90',
      ],
      rows: steps.map((step) => [
        step.name,
        formatCount(step.entrants, locale),
        ...written(step.conversionFromFirst),
        ...written(step.conversionFromPrevious),
        step.conversionFromPrevious === null ? NO_VALUE : formatCount(step.dropOff, locale),
        isoTime(step.medianTime, locale),
        isoTime(step.p90Time, locale),
      ]),
      csv: () => ({
        name: 'funnel',
        columns: [
          'step',
          'entrants',
          'from_first',
          'from_first_low',
          'from_first_high',
          'from_previous',
          'from_previous_low',
          'from_previous_high',
          'drop_off',
          'median_ms',
          'p90_ms',
        ],
        rows: steps.map((step) => [
          step.name,
          step.entrants,
          ...bare(step.conversionFromFirst),
          ...bare(step.conversionFromPrevious),
          step.conversionFromPrevious === null ? null : step.dropOff,
          ms(step.medianTime),
          ms(step.p90Time),
        ]),
      }),
    },
    isOpen,
    onToggle,
  )
}
