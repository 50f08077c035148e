/**
 * `npm run test:faults`: kills everything under load and prints what came of it. Ends with 1 if anything is wrong.
 *
 *   --seed <n>   what is drawn; absent: the time
 *   --kills <n>  of each kind
 *   --long       200 kills of jobs and api, 50 of PostgreSQL and Redis, instead of 10 each
 */
import { parseArgs } from 'node:util'
import { type FaultsResult, runFaults } from './run-faults.ts'

const LONG = { jobs: 200, api: 200, postgres: 50, redis: 50 }

const { values } = parseArgs({
  options: { seed: { type: 'string' }, long: { type: 'boolean' }, kills: { type: 'string' } },
})
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
if (!Number.isSafeInteger(seed)) throw new Error(`invalid --seed "${values.seed}": expected a whole number`)
const each = Number(values.kills ?? 10)
const kills = values.long === true ? LONG : { jobs: each, api: each, postgres: each, redis: each }
print(`seed ${seed}`)
const begun = performance.now()
const say = (line: string) => print(`${((performance.now() - begun) / 1000).toFixed(0)} s  ${line}`)
const result = await runFaults({ seed, kills, strikeMs: Infinity, say })
say('done')
for (const line of describeRun(result)) print(line)
process.exit(result.backends.every(({ mistakes }) => mistakes.length === 0) ? 0 : 1)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function describeRun({ blows, backends }: FaultsResult): string[] {
  return [
    'killed     queue     kills  longest recovery',
    ...blows.map(
      ({ kind, backend, kills, longestMs }) =>
        `${kind.padEnd(10)} ${backend.padEnd(9)} ${String(kills).padStart(5)}  ${(longestMs / 1000).toFixed(1).padStart(14)} s`,
    ),
    'queue      batches   events  dead letters  lost  doubled  phantoms  caught up',
    ...backends.map(({ backend, caughtUpMs, ...counts }) => {
      const columns = [
        counts.batches,
        counts.events,
        counts.dead,
        counts.lost,
        counts.doubled,
        counts.phantoms,
      ]
      const widths = [9, 8, 13, 5, 8, 9]
      const figures = columns.map((figure, i) => String(figure).padStart(widths[i] ?? 0)).join(' ')
      return `${backend.padEnd(8)} ${figures}  ${(caughtUpMs / 1000).toFixed(1).padStart(7)} s`
    }),
    ...backends.flatMap(({ backend, mistakes }) => mistakes.map((mistake) => `${backend}: ${mistake}`)),
  ]
}
