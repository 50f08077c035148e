/** The figures of the heat map as a table and as a file: a row for each cell. */
import type { TemplateResult } from 'lit'
import { formatCount, NO_VALUE } from '../../format/number.ts'
import { formatRate, rateInterval } from '../../format/proportion.ts'
import { dataTable } from '../base/data-table.ts'
import { cohortLabel, intervalWord, type Calendar } from './cohort-words.ts'
import type { CohortAnswer } from './retention.query.ts'

export function cohortTable(
  { cohorts, calendar }: { cohorts: readonly CohortAnswer[]; calendar: Calendar },
  isOpen: boolean,
  onToggle: (isOpen: boolean) => void,
): TemplateResult {
  const { interval, locale } = calendar
  const unit = intervalWord(interval)
  const cells = cohorts.flatMap((cohort) => cohort.periods.map((period) => ({ cohort, ...period })))
  return dataTable(
    {
      caption: 'Visitors who come again',
      columns: ['First seen', `After, ${unit}s`, 'Came again', '95 % interval', 'Visitors', 'Of', 'Whole'],
      rows: cells.map(({ cohort, index, partial, retained }) => [
        cohortLabel(cohort, calendar),
        formatCount(index, locale),
        formatRate(retained.value, locale),
        rateInterval(retained, locale)?.replace('95 % interval ', '') ?? NO_VALUE,
        formatCount(retained.count, locale),
        formatCount(retained.total, locale),
        partial ? 'in part' : 'yes',
      ]),
      csv: () => ({
        name: 'retention',
        columns: ['start', 'end', `${unit}s_after`, 'share', 'low', 'high', 'visitors', 'of', 'partial'],
        rows: cells.map(({ cohort, index, partial, retained }) => [
          cohort.start,
          cohort.end,
          index,
          retained.value,
          retained.low,
          retained.high,
          retained.count,
          retained.total,
          String(partial),
        ]),
      }),
    },
    isOpen,
    onToggle,
  )
}
