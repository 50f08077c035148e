/** Counters in Prometheus' text format. Names are ours: nothing that visitors send becomes one. */
export type Counters = { add(name: string, amount: number): void; text(): string }

export function createCounters(): Counters {
  const values = new Map<string, number>()
  return {
    add: (name, amount) => void values.set(name, (values.get(name) ?? 0) + amount),
    text: () =>
      [...values]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${name} ${value}\n`)
        .join(''),
  }
}
