/** `npm run check`: format, generated files, lint, types, unused code. Runs all of them and fails if one did. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { generatedFiles, writeGenerated } from './generate.ts'

const stale: string[] = []
for (const { path, content } of await generatedFiles()) {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== content) stale.push(path)
}
if (stale.length > 0) console.error(`not up to date, run \`npm run build\` and commit: ${stale.join(', ')}`)
else await writeGenerated()

const steps: [name: string, script: string, args: string[]][] = [
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['types', 'typescript/bin/tsc', ['-b']],
  ['lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['unused code', 'knip/bin/knip.js', ['--no-progress']],
]
const failed = steps.filter(([name, script, args]) => {
  const begun = performance.now()
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit' })
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`,
  )
  return status !== 0
})
if (failed.length + stale.length > 0) process.exit(1)
