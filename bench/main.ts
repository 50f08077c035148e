/** `npm run bench -- NAME [--full]`: what it costs, side by side in one run. */
import { parseArgs } from 'node:util'
import { benchFunnels } from './funnels.ts'
import { benchIngest } from './ingest.ts'
import { benchQueries } from './queries.ts'
import { benchSdk } from './sdk.ts'

const BENCHES = {
  funnels: { run: benchFunnels, sizes: [100_000, 1_000_000], full: [100_000, 1_000_000, 10_000_000] },
  ingest: { run: benchIngest, sizes: [20_000, 200_000], full: [20_000, 200_000, 1_000_000] },
  // Sizes are rounds.
  sdk: { run: benchSdk, sizes: [9], full: [25] },
  queries: { run: benchQueries, sizes: [300_000, 3_000_000], full: [300_000, 3_000_000, 30_000_000] },
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { full: { type: 'boolean' } } })
const name = positionals[0] as keyof typeof BENCHES | undefined
if (name === undefined || !Object.hasOwn(BENCHES, name)) {
  console.log(
    `Usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [--full]\n\n--full adds the largest size; queries then takes half an hour.`,
  )
  process.exit(name === undefined ? 0 : 1)
}
const { run, sizes, full } = BENCHES[name]
await run(values.full === true ? full : sizes)
