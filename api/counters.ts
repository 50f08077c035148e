/** Counters and gauges in Prometheus' text format. Names and labels are ours: nothing that visitors send becomes one. */
import type { StatementRecord } from './db/database.ts'
import { METRICS, type Metric } from './metrics.ts'

export type Labels = Readonly<Record<string, string>>

export type Counters = {
  add(metric: Metric, amount: number, labels?: Labels): void
  /** Reads a gauge whenever it is asked for; null leaves it out. */
  gauge(metric: Metric, read: () => number | null): void
  text(): string
}

export function createCounters(): Counters {
  const values = new Map<Metric, Map<string, number>>()
  const gauges = new Map<Metric, () => number | null>()
  const samples = (metric: Metric): [string, number][] => {
    const value = gauges.get(metric)?.() ?? null
    return value === null
      ? [...(values.get(metric) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
      : [['', value]]
  }
  return {
    add: (metric, amount, labels = {}) => {
      const series = values.get(metric) ?? new Map<string, number>()
      const key = labelText(labels)
      values.set(metric, series.set(key, (series.get(key) ?? 0) + amount))
    },
    gauge: (metric, read) => void gauges.set(metric, read),
    text: () =>
      (Object.keys(METRICS) as Metric[])
        .flatMap((metric) => {
          const lines = samples(metric).map(([labels, value]) => `${metric}${labels} ${value}\n`)
          const { type, meaning } = METRICS[metric]
          return lines.length === 0
            ? []
            : [`# HELP ${metric} ${meaning}\n# TYPE ${metric} ${type}\n`, ...lines]
        })
        .join(''),
  }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

/** Counts what statements cost. */
export function countStatements(counters: Counters): (statement: StatementRecord) => void {
  return ({ name, ms }) => {
    counters.add('sightline_sql_seconds_total', ms / 1000, { statement: name })
    counters.add('sightline_sql_statements_total', 1, { statement: name })
  }
}
